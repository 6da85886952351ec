"""The ladder, on a line that plays a part; and what breaks a line, in words."""

from __future__ import annotations

import asyncio
import errno
import os
import socket
import ssl
import subprocess
import sys
from collections.abc import Sequence

import pytest

from ilmcoach.coach.failures import of_error, of_status
from ilmcoach.coach.line import Answered, Form, Kind, Trouble, ladder
from ilmcoach.coach.messages import Message, pick_prompt
from ilmcoach.coach.trying import try_line
from ilmcoach.packs.model import Question

PROMPT = pick_prompt("I shouted.", (Question("who", "Who heard you?"),), (), "DATA-1")
GOOD = '{"questions": ["Q1"]}'
EASIER = Trouble(Kind.FORM, easier=True)


class Played:
    """A line whose answers are given: a text, or the trouble that it raises."""

    def __init__(self, *answers: str | Trouble) -> None:
        self.answers = list(answers)
        self.forms: list[Form] = []

    async def ask(self, messages: Sequence[Message], schema: dict[str, object], form: Form) -> str:
        self.forms.append(form)
        answer = self.answers.pop(0)
        if isinstance(answer, Trouble):
            raise answer
        return answer


class Silent:
    """A line on which nobody answers."""

    async def ask(self, messages: Sequence[Message], schema: dict[str, object], form: Form) -> str:
        await asyncio.Event().wait()
        return ""


ENDS: list[tuple[tuple[str | Trouble, ...], int, Kind | None]] = [
    ((GOOD,), 1, None),
    ((EASIER, GOOD), 2, None),
    (("prose", EASIER, GOOD), 3, None),
    (("prose", "prose", "prose"), 3, Kind.UNREADABLE),
    ((EASIER, EASIER, EASIER), 3, Kind.FORM),
    ((Trouble(Kind.KEY),), 1, Kind.KEY),
    ((EASIER, Trouble(Kind.BUSY)), 2, Kind.BUSY),
]


@pytest.mark.parametrize(("answers", "asked", "kind"), ENDS)
async def test_the_ladder_goes_down_only_where_it_helps(
    answers: tuple[str | Trouble, ...], asked: int, kind: Kind | None
) -> None:
    line = Played(*answers)
    ended: Answered | Trouble
    try:
        ended = await ladder(line, PROMPT)
    except Trouble as trouble:
        ended = trouble
    assert line.forms == list(Form)[:asked]
    assert (ended.kind if isinstance(ended, Trouble) else None) is kind


async def test_a_line_that_has_learned_how_to_put_it_is_asked_once_more() -> None:
    again = Trouble(Kind.FORM, easier=True, again=True)
    line = Played(again, GOOD)
    answered = await ladder(line, PROMPT)
    assert (line.forms, answered.asked) == ([Form.SCHEMA, Form.SCHEMA], 2)
    line = Played(again, again, GOOD)
    await ladder(line, PROMPT)
    assert line.forms == [Form.SCHEMA, Form.SCHEMA, Form.OBJECT]


async def test_the_ladder_can_begin_lower() -> None:
    line = Played(GOOD)
    answered = await ladder(line, PROMPT, first=Form.PLAIN)
    assert (line.forms, answered.asked) == ([Form.PLAIN], 1)


async def test_one_deadline_holds_for_all_steps() -> None:
    with pytest.raises(Trouble) as caught:
        await ladder(Silent(), PROMPT, within=0.05)
    assert caught.value.kind is Kind.SLOW


@pytest.mark.parametrize(
    ("answers", "works", "said"),
    [
        ((GOOD,), True, "It works"),
        ((EASIER, EASIER, GOOD), True, "may not be usable"),
        (("a", "b", "c"), True, "did not keep to the form"),
        ((Trouble(Kind.KEY),), False, "did not accept the key"),
        ((Trouble(Kind.MODEL),), False, "no such model"),
    ],
)
async def test_a_trial_says_in_words_how_it_went(
    answers: tuple[str | Trouble, ...], works: bool, said: str
) -> None:
    tried = await try_line(Played(*answers))
    assert tried.works is works
    assert said in tried.words


def test_every_trouble_says_what_and_how_to_mend_it() -> None:
    for kind in Kind:
        trouble = Trouble(kind)
        assert trouble.message.endswith(".")
        assert trouble.hint
        assert len(trouble.words) < 200


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (socket.gaierror(socket.EAI_NONAME, "x"), Kind.NAME),
        (socket.gaierror(socket.EAI_AGAIN, "x"), Kind.OFFLINE),
        (OSError(errno.ENETUNREACH, "x"), Kind.OFFLINE),
        (ConnectionRefusedError("x"), Kind.REFUSED),
        (ssl.SSLError("x"), Kind.CERTIFICATE),
        (OSError("x"), Kind.DROPPED),
        (ConnectionResetError("x"), Kind.DROPPED),
        (ExceptionGroup("x", [ValueError(), ConnectionRefusedError()]), Kind.REFUSED),
    ],
)
def test_what_broke_the_line_is_found_in_what_led_to_it(error: Exception, kind: Kind) -> None:
    outer = RuntimeError("sk-secret")
    outer.__cause__ = error
    assert of_error(outer).kind is kind
    assert "sk-secret" not in str(of_error(outer))


@pytest.mark.parametrize(
    ("status", "said", "kind", "easier"),
    [
        (400, b"", Kind.FORM, True),
        (404, b"no such model", Kind.MODEL, False),
        (404, b"no route for response_format", Kind.MODEL, True),
        (418, b"", Kind.FORM, False),
        (500, b"", Kind.SERVER, True),
        (502, b"", Kind.SERVER, False),
    ],
)
def test_a_status_is_read(status: int, said: bytes, kind: Kind, easier: bool) -> None:
    trouble = of_status(status, said)
    assert (trouble.kind, trouble.easier) == (kind, easier)


def test_a_line_can_be_made_without_what_it_sends_with() -> None:
    """Neither the openai package nor its HTTP client is imported before something is sent."""
    script = (
        "import sys\n"
        "from ilmcoach.coach import line, messages, trying\n"
        "from ilmcoach.coach.address import read_address\n"
        "from ilmcoach.coach.openai_line import OpenAILine, is_installed\n"
        "assert is_installed()\n"
        "OpenAILine(read_address('https://models.example.org/v1'), 'm', 'key')\n"
        "print({'openai', 'httpx2', 'httpx', 'pydantic'} & set(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "set()"

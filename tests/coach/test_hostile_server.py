"""Whatever a server does, there is an answer or a sentence, in time, and no secret gets out."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import traceback
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from ilmcoach.coach.address import read_address
from ilmcoach.coach.line import Answered, Form, Kind, Trouble, ladder, shown_beforehand
from ilmcoach.coach.messages import Prompt, pick_prompt, pose_prompt
from ilmcoach.coach.openai_line import OpenAILine
from ilmcoach.packs.model import Question, Reading

from .hostile_server import NOTE, PLANTED, SCENES, Hostile, hostile_server

DEADLINE = 1.0
PATIENCE = 20.0
QUESTIONS = (Question("said", "What have you said?"), Question("missed", "Who misses what?"))
READINGS = (Reading("kline", "Kline, N. (1999) Time to think.", "listening"),)
PICK = pick_prompt(NOTE, QUESTIONS, READINGS, "DATA-1")
POSE = pose_prompt(NOTE, READINGS, "DATA-1")

ANSWERED: dict[str, tuple[Form, int]] = {
    "good": (Form.SCHEMA, 1),
    "gzip-honest": (Form.SCHEMA, 1),
    "content-in-parts": (Form.SCHEMA, 1),
    "prose-around": (Form.SCHEMA, 1),
    "fenced": (Form.SCHEMA, 1),
    "thinking": (Form.SCHEMA, 1),
    "wrong-kind": (Form.SCHEMA, 1),
    "latin-1": (Form.SCHEMA, 1),
    "no-such-charset": (Form.SCHEMA, 1),
    "old-http": (Form.SCHEMA, 1),
    "newer-names": (Form.SCHEMA, 2),
    "no-schema": (Form.OBJECT, 2),
    "broker": (Form.OBJECT, 2),
    "prose-then-good": (Form.OBJECT, 2),
    "only-plain": (Form.PLAIN, 3),
}
SLOW = ("slow-drip", "slow-head", "silence", "half-chunk", "stuck-body", "endless-100")
TROUBLED: dict[str, Kind] = {
    **dict.fromkeys(SLOW, Kind.SLOW),
    **dict.fromkeys(
        ("endless", "endless-spaces", "gigabyte", "gzip-bomb", "gzip-twice", "error-bomb"),
        Kind.LARGE,
    ),
    **dict.fromkeys(
        ("gzip-many", "gzip-broken", "head-bomb", "not-http", "bad-length", "two-lengths"),
        Kind.DROPPED,
    ),
    **dict.fromkeys(("bad-chunk", "huge-chunk", "short-body", "hang-up"), Kind.DROPPED),
    **dict.fromkeys(
        ("html", "empty", "no-content", "other-json", "json-number", "json-null"),
        Kind.NOT_A_MODEL,
    ),
    **dict.fromkeys(
        ("no-choices", "choices-of-numbers", "broken-json", "two-bodies", "deep-json"),
        Kind.NOT_A_MODEL,
    ),
    "huge-number": Kind.NOT_A_MODEL,
    **dict.fromkeys(
        ("wrong-types", "deep-content", "deepest-content", "huge-number-content", "nan"),
        Kind.UNREADABLE,
    ),
    **dict.fromkeys(
        ("float-content", "twice-named", "tool-call", "refusal", "null-content", "prose"),
        Kind.UNREADABLE,
    ),
    **dict.fromkeys(
        ("content-of-numbers", "long-content", "bad-utf-8", "escapes", "forty"), Kind.UNREADABLE
    ),
    "html-404": Kind.MODEL,
    "no-model": Kind.MODEL,
    "redirect": Kind.MOVED,
    "redirect-here": Kind.MOVED,
    "echo": Kind.KEY,
    "forbidden": Kind.KEY,
    "no-credit": Kind.CREDIT,
    "busy": Kind.BUSY,
    "down": Kind.BUSY,
    "server-error": Kind.SERVER,
    "retry-me": Kind.SERVER,
    "bad-status": Kind.SERVER,
}


@pytest_asyncio.fixture
async def server() -> AsyncIterator[Hostile]:
    async with hostile_server() as running:
        yield running


async def met(server: Hostile, scene: str, prompt: Prompt = PICK) -> Answered | Trouble:
    """How the ladder ends on a scene; it fails here if it does not end in time."""
    line = OpenAILine(read_address(server.url(scene)), "some-model", PLANTED)
    # Only what is meant to be slow may meet the deadline, however busy the computer is.
    within = DEADLINE if scene in SLOW else PATIENCE
    try:
        async with asyncio.timeout(within + 1):
            return await ladder(line, prompt, within=within)
    except Trouble as met_with:
        trouble = met_with
    told = "".join(traceback.format_exception(trouble)) + repr((trouble, line, vars(line)))
    assert PLANTED not in told
    assert NOTE not in told
    assert trouble.words
    return trouble


def test_every_scene_is_met() -> None:
    assert set(ANSWERED) | set(TROUBLED) == set(SCENES)
    assert not set(ANSWERED) & set(TROUBLED)


async def test_answers_that_can_be_read_are_read(server: Hostile) -> None:
    await met(server, "good")  # from here on the openai package is there
    for scene, (form, asked) in ANSWERED.items():
        ended = await met(server, scene)
        assert isinstance(ended, Answered), (scene, ended)
        assert (ended.form, ended.asked) == (form, asked), scene
        assert ended.reply.question_ids == ("said", "missed"), scene
        assert ended.reply.reading_ids == ("kline",), scene
        assert ended.reply.texts == (), scene


@pytest.mark.parametrize("scene", [name for name in TROUBLED if name not in SLOW])
async def test_trouble_is_told_in_words(
    server: Hostile, scene: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        ended = await met(server, scene)
    assert isinstance(ended, Trouble), ended
    assert ended.kind is TROUBLED[scene], ended.words
    assert PLANTED not in caplog.text
    assert NOTE not in caplog.text


async def test_a_slow_server_is_not_waited_for(server: Hostile) -> None:
    await met(server, "good")
    ended = await asyncio.gather(*(met(server, scene) for scene in SLOW))
    assert [one.kind for one in ended if isinstance(one, Trouble)] == [Kind.SLOW] * len(SLOW)
    await asyncio.sleep(0.05)
    assert server.open_lines == 0


async def test_of_forty_questions_three_are_taken_as_they_came(server: Hostile) -> None:
    ended = await met(server, "forty", POSE)
    assert isinstance(ended, Answered)
    assert ended.reply.texts == tuple(f"What happened on day {day}?" for day in range(3))


async def test_escapes_come_through_for_the_guard_to_judge(server: Hostile) -> None:
    ended = await met(server, "escapes", POSE)
    assert isinstance(ended, Answered)
    assert ended.reply.texts[0].startswith("\x1b]0;x\x07What")


async def test_nothing_is_sent_a_second_time_or_elsewhere(server: Hostile) -> None:
    for scene in ("redirect", "busy", "down", "echo"):
        await met(server, scene)
    assert [one.path.split("/")[1] for one in server.asked] == ["redirect", "busy", "down", "echo"]
    assert {one.path.split("/", 2)[2] for one in server.asked} == {"v1/chat/completions"}


async def test_what_is_sent_is_what_was_shown(
    server: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    alien = ("API_KEY", "ADMIN_KEY", "ORG_ID", "PROJECT_ID", "WEBHOOK_SECRET", "BASE_URL")
    for name in alien:
        monkeypatch.setenv(f"OPENAI_{name}", "http://127.0.0.1:9/alien")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "X-Alien: alien\nAuthorization: Bearer alien")
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    ended = await met(server, "good")
    assert isinstance(ended, Answered)
    (asked,) = server.asked
    assert asked.body == shown_beforehand("some-model", PICK)
    assert b"alien" not in asked.head + asked.body
    names = {one.partition(b":")[0].lower() for one in asked.head.splitlines()[1:] if one}
    assert names == {
        b"host", b"content-type", b"content-length", b"accept", b"accept-encoding",
        b"user-agent", b"connection", b"authorization",
    }  # fmt: skip
    assert f"Bearer {PLANTED}".encode() in asked.head


async def test_no_key_sends_none(server: Hostile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", PLANTED)
    line = OpenAILine(read_address(server.url("good")), "some-model")
    await ladder(line, PICK, within=5)
    assert b"uthorization" not in server.asked[0].head


async def test_a_model_that_thinks_first_is_asked_by_its_names(server: Hostile) -> None:
    line = OpenAILine(read_address(server.url("newer-names")), "some-model", PLANTED)
    for _ in range(2):
        await ladder(line, PICK, within=5)
    sent = [json.loads(one.body) for one in server.asked]
    assert ["max_tokens" in one for one in sent] == [True, False, False]
    assert [one.get("max_completion_tokens") for one in sent] == [None, 260, 260]


async def test_to_stop_closes_the_line(server: Hostile) -> None:
    line = OpenAILine(read_address(server.url("silence")), "some-model", PLANTED)
    task = asyncio.create_task(ladder(line, PICK))
    async with asyncio.timeout(20):
        while not server.asked:
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        while server.open_lines:
            await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("http://127.0.0.1:1/v1", Kind.REFUSED),
        ("http://[::1]:1/v1", Kind.REFUSED),
        ("https://127.0.0.1:{port}/good/v1", Kind.CERTIFICATE),
        ("https://nobody.invalid/v1", Kind.NAME),
    ],
)
async def test_no_line_at_all(server: Hostile, url: str, kind: Kind) -> None:
    line = OpenAILine(read_address(url.format(port=server.port)), "some-model", PLANTED)
    with pytest.raises(Trouble) as caught:
        await ladder(line, PICK, within=10)
    wanted = {kind, Kind.OFFLINE} if kind in (Kind.NAME, Kind.REFUSED) else {kind}
    assert caught.value.kind in wanted
    assert PLANTED not in "".join(traceback.format_exception(caught.value))


BIG_ONES = (
    "endless",
    "endless-spaces",
    "gigabyte",
    "gzip-bomb",
    "gzip-twice",
    "error-bomb",
    "head-bomb",
    "long-content",
)


async def test_big_answers_take_little_memory(server: Hostile) -> None:
    """Measured in a process of its own, after one honest answer: the packages' own size is not
    the server's doing."""
    pytest.importorskip("resource")
    scenes = [server.url(scene) for scene in ("good", *BIG_ONES)]
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.coach.big_answers", *scenes,
        cwd=Path(__file__).parents[2], stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, _ = await child.communicate()
    grown = json.loads(out)
    assert child.returncode == 0
    assert grown["kinds"] == [None, *(TROUBLED[scene].value for scene in BIG_ONES)]
    assert grown["megabytes"] < 50

"""The AI record: told, counted, deleted; and the statement made from it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from ilmcoach.clock import FixedClock
from ilmcoach.errors import WrongUse
from ilmcoach.export.assignment import build_assignment
from ilmcoach.export.markdown import to_markdown
from ilmcoach.portfolio.body import body_fingerprint
from ilmcoach.portfolio.coverage import count_assessment
from ilmcoach.portfolio.records import Allowance, Enrolment, Exchange, HistoryGone, SectionText
from ilmcoach.services.ai_record import (
    all_exchanges,
    coach_status,
    delete_history,
    statement_of_ai_use,
    status_in_words,
)
from ilmcoach.services.backing_up import back_up_now
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders
from tests.coach.fake_line import START, kept_bytes
from tests.coach.trap_course import put_course

NOW = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)
NOTE = "I gave Person A the rota, and ``` then `did` half."
SENT = (
    '{"messages":[{"role":"system","content":"Rules."},{"role":"user","content":"READING DATA-0a\\n'
    "R1: x\\nDATA-0a\\n\\nNOTE DATA-0a\\nI gave Person A the rota, and ``` then `did` half.\\n"
    'DATA-0a"}]}'
)
QUESTION = "What did Zoë *say* about [the rota](x)?"


def sent(name: str, days: int, **more: Any) -> Exchange:
    moment = NOW - timedelta(days=days)
    given: dict[str, Any] = {
        "way": "pose",
        "host": "models.example.org",
        "model": "small",
        "assessment": "report",
        "sent": SENT,
        "answered": moment,
        "ended": "shown",
        "shown": (QUESTION,),
    }
    return Exchange(id=name, made=moment, changed=moment, **{**given, **more})


FIRST = sent("x1", 9, reading=("trap-1990",), dropped={"letters": 2, "claim": 1})
OTHERS = sent("x2", 5, assessment="other-task", shown=("What else?",))
OPEN = sent("x3", 2, assessment="", way="pick", shown=("Who knew about the rota?",))
LOST = sent("x4", 1, ended="busy", answered=None, shown=())


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    folders = Folders(tmp_path / "home")
    put_course(folders.packs)
    space = open_workspace(folders, clock=FixedClock(NOW))
    space.store.save(START)
    return space


def statement(space: Workspace) -> str:
    return to_markdown(statement_of_ai_use(space, "report"))


def test_without_any_the_statement_says_so(space: Workspace) -> None:
    told = statement(space)
    assert "asked no AI model anything" in told
    assert "No other AI tool is named" in told
    with pytest.raises(WrongUse):
        statement_of_ai_use(space, "nowhere")


def test_the_statement_tells_all_that_was_sent_and_shown(space: Workspace) -> None:
    tools = Allowance(
        id="a", made=NOW, changed=NOW, assessment="report", other_tools="# A *spell* checker"
    )
    space.store.save([FIRST, OTHERS, OPEN, LOST, tools])
    told = statement(space)
    assert "small at models.example.org" in told
    assert "Thu 12 Nov 2026 to Fri 20 Nov 2026" in told
    assert "How often asked: 3" in told
    assert "Kept back by the check, unseen: 3" in told
    assert "What did Zoë \\*say\\* about \\[the rota\\](x)?" in told
    assert "What else?" not in told, "it was for another task"
    assert "Who knew about the rota?" in told
    assert "Trap, T. (1990)" in told
    assert f"````text\n{NOTE}\n````" in told
    assert "Rules." not in told
    assert "cannot put a word" in told
    assert "A *spell* checker" in told
    assert "Nothing of it was shown" in told
    assert "asked no AI model" not in told


def test_it_stands_behind_the_work_and_counts_for_nothing(space: Workspace) -> None:
    text = SectionText(
        id="s", made=NOW, changed=NOW, assessment="report", section="trust", text="Mine."
    )
    space.store.save([text])
    pack = space.working_pack
    task = pack.assessment("report")
    assert task
    before = (
        body_fingerprint(task, space.portfolio),
        count_assessment(task, pack, space.portfolio),
    )
    space.store.save([FIRST, OPEN, LOST])
    after = (body_fingerprint(task, space.portfolio), count_assessment(task, pack, space.portfolio))
    assert after == before
    document = build_assignment(task, pack, space.portfolio, NOW.date())
    titles = [one.text for one in document.headings() if one.level == 2]
    assert titles == ["Trust", "Statement of AI use"]
    assert "Mine." in document.theirs()
    assert not any("rota" in one for one in document.theirs())


def test_no_word_of_a_model_is_a_word_of_the_learner() -> None:
    assert FIRST.words() == ()


def test_what_is_told_of_the_coach(space: Workspace) -> None:
    assert coach_status(space, {})["sent"] == 0
    assert "Nothing was sent" in status_in_words(coach_status(space, {}))
    space.store.save([FIRST, OTHERS, OPEN, LOST])
    told = coach_status(space, {})
    assert told["way"] == "off"
    assert told["allowed"] == {"report": None}
    assert (told["sent"], told["questions_shown"], told["reading_shown"]) == (4, 3, 1)
    assert (told["first"], told["last"]) == ("2026-11-12", "2026-11-20")
    assert told["dropped"] == {"letters": 2, "claim": 1}
    assert told["hosts"] == {"models.example.org": 4}
    words = status_in_words(told)
    assert "Sent: 4 times (Thu 12 Nov 2026 to Fri 20 Nov 2026)" in words
    assert "letters: 2" in words


def test_deleting_it_cleans_every_file_and_leaves_a_mark(space: Workspace) -> None:
    space.store.save([FIRST, OTHERS])
    space.store.save([OPEN, replace(LOST, trashed=NOW)])
    back_up_now(space)
    delete_history(space)
    assert not all_exchanges(space.portfolio)
    (mark,) = space.portfolio.live(HistoryGone)
    assert (mark.count, mark.made) == (3, NOW)
    assert (str(mark.first), str(mark.last)) == ("2026-11-12", "2026-11-19")
    portfolio = space.disk.read(space.folders.data / "portfolio.json") or b""
    everything = kept_bytes(space.folders.data / "backups") + portfolio
    assert b"Person A the rota" not in everything
    assert b"What else?" not in everything
    told = statement(space)
    assert "asked 3 times" in told
    assert "asked no AI model" not in told
    assert coach_status(space, {})["deleted"] == [{"on": "2026-11-21", "count": 3}]
    delete_history(space)
    assert len(space.portfolio.live(HistoryGone)) == 1, "there was nothing more to delete"
    assert space.portfolio.live(Enrolment)

"""A line to a model that says what a test wants, and a portfolio with a coach on it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from ilmcoach.clock import FixedClock
from ilmcoach.coach.address import Address
from ilmcoach.coach.line import Form
from ilmcoach.coach.messages import Message
from ilmcoach.coach.situation import Situation
from ilmcoach.files import Disk
from ilmcoach.portfolio.records import Enrolment, Learner, Person, Record
from ilmcoach.services.coach_settings import keep_coach_settings
from ilmcoach.services.coaching import Asking, Coach
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.workspace import open_workspace
from ilmcoach.settings import CoachPreferences, Folders

from .trap_course import put_course

NOW = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)
AT: dict[str, Any] = {"made": NOW, "changed": NOW}
HOST = "models.example.org"
KEY = "sk-planted-9f27c1"
TASK = "report"
NOTE = (
    "I gave Zoë the rota on Monday and then did half of it myself. She looked at me and said "
    "nothing. I do not know whether I trust her with it."
)
GOOD = "What did Zoë look at?"

Answer = str | Exception | Callable[[], Awaitable[str]]


class FakeLine:
    """Answers with each of `answers` in turn, the last one again and again."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[Sequence[Message], Form]] = []
        self.before: Callable[[], None] = lambda: None

    async def ask(self, messages: Sequence[Message], schema: dict[str, object], form: Form) -> str:
        self.before()
        self.asked.append((messages, form))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer if isinstance(answer, str) else await answer()


class FakeRing:
    """Keys in memory."""

    def __init__(self, **keys: str) -> None:
        self.keys = keys

    def get(self, host: str) -> str:
        return self.keys.get(host, "")

    def put(self, host: str, key: str) -> None:
        self.keys[host] = key

    def drop(self, host: str) -> None:
        self.keys.pop(host, None)


async def never() -> str:
    """An answer that never comes."""
    await asyncio.Event().wait()
    return ""


def posed(*texts: str, reading: Sequence[str] = (), **more: object) -> str:
    """An answer of a model that poses questions."""
    return json.dumps({"questions": list(texts), "reading": list(reading), **more})


PERSON = Person(id="p", name="Zoë Whitlock, lead cook", role="member", **AT)
START: tuple[Record, ...] = (
    Enrolment(id="e", pack="trap-course", start=date(2026, 9, 1), end=date(2027, 5, 31), **AT),
    Learner(id="l", name="Siân Prosser", centre_name="Wenford College", **AT),
    PERSON,
)
ON = CoachPreferences(
    way="pose",
    address=f"https://{HOST}/v1",
    model="small",
    key_variable="COACH_KEY",
    agreed=(HOST,),
)


@asynccontextmanager
async def coaching(
    folder: Path,
    line: FakeLine,
    settings: CoachPreferences = ON,
    *,
    allowed: bool | None = True,
    disk: Disk | None = None,
    within: float = 25.0,
) -> AsyncIterator[tuple[Coach, Keeper]]:
    """A coach on a portfolio in `folder`, whose line is `line` whatever the address."""
    if not (packs := Folders(folder).packs).exists():
        put_course(packs)
    space = open_workspace(Folders(folder), clock=FixedClock(NOW), disk=disk)
    keeper = Keeper(space)

    def make(address: Address, model: str, key: str) -> FakeLine:
        assert key == KEY
        return line

    try:
        if not len(space.portfolio):
            space.store.save(START)
        keep_coach_settings(space, settings)
        coach = Coach(
            keeper,
            make_line=make,
            ring=FakeRing(),
            environment={"COACH_KEY": KEY},
            within=within,
        )
        if allowed is not None:
            await coach.allow(TASK, allowed=allowed)
        yield coach, keeper
    finally:
        keeper.close()
        space.close()


def asking(note: str = NOTE, **more: Any) -> Asking:
    """Questions wanted on a note, at a place that counts towards one task."""
    given = {"place": "after-meeting/struck", "assessments": (TASK,), **more}
    return Asking(Situation(note), **given)


def kept_bytes(folder: Path) -> bytes:
    """All that lies in a data folder."""
    return b"\n".join(one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file())

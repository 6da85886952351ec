"""A learner who writes beside the coach, with a line to a model that a test speaks for."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from ilmcoach.coach.address import Address
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import Allowance, Exchange, Person
from ilmcoach.settings import CoachPreferences, Folders, Preferences, write_preferences
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.walk import WalkScreen
from ilmcoach.tui.widgets.plain import Plain
from tests.coach.fake_line import FakeLine, FakeRing
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    WIDE,
    handled,
    hit,
    on_disk,
    opened_on,
    paste,
    seed,
    settle,
    the,
    until,
)

HOST = "models.example.org"
KEY = "sk-planted-4410ab"
TASK = "action-plan-and-log"
NOTE = "I kept the rota again. Sam asked me why, and I had no answer for her."
OWN = "What made you keep the rota?"
SET_ON = CoachPreferences(way="pose", address=f"https://{HOST}/v1", model="small", agreed=(HOST,))
ALLOWED = Allowance(
    id="c" * 32, made=BEFORE, changed=BEFORE, assessment=TASK, allowed=True, on=BEFORE.date()
)
SAM = Person(id="d" * 32, made=BEFORE, changed=BEFORE, name="Sam", role="member")


def set_on(folders: Folders, settings: CoachPreferences = SET_ON) -> None:
    """Puts the coach's settings into the preferences."""
    write_preferences(folders, Preferences(coach=settings), RealDisk())


def begin(folders: Folders, settings: CoachPreferences | None = SET_ON) -> None:
    """A learner in the certificate; with settings, one whose centre allows a model."""
    seed(folders.data, CERTIFICATE, SAM, *([ALLOWED] if settings else []))
    if settings:
        set_on(folders, settings)


@asynccontextmanager
async def coached(
    folders: Folders, line: FakeLine, size: tuple[int, int] = WIDE, ring: FakeRing | None = None
) -> AsyncIterator[tuple[IlmcoachApp, Pilot[None]]]:
    """The app, with `line` whatever the address."""

    def make(address: Address, model: str, key: str) -> FakeLine:
        return line

    ring = ring or FakeRing()
    async with opened_on(folders, size=size, line=make, key_ring=ring) as (app, pilot):
        yield app, pilot


async def to_walk(app: IlmcoachApp, pilot: Pilot[None], note: str = NOTE) -> WalkScreen:
    """Stands at a question about a meeting, with a note written."""
    await the(app, HomeScreen)._going.walk("after-meeting", at="struck")
    await settle(pilot)
    if note:
        await paste(pilot, note)
    return the(app, WalkScreen)


async def ask_and_wait(app: IlmcoachApp, line: FakeLine) -> None:
    """Presses F2 with a line that holds its answer back, until it was asked."""
    hit(app, "f2")
    await until(lambda: line.asked)
    await handled()


def told(app: IlmcoachApp, selector: str) -> str:
    """What a part of the screen says, empty where it is not shown."""
    part = app.screen.query_one(selector, Plain)
    return str(part.content) if part.display and part.region else ""


def from_model(app: IlmcoachApp) -> list[str]:
    """The questions that stand in the model's place."""
    texts = [told(app, f"#model-{number}") for number in range(3)]
    return [text for text in texts if text]


def asked(app: IlmcoachApp) -> list[str]:
    """The pack's questions that stand beside the text."""
    return [text for number in range(3) if (text := told(app, f"#asked-{number}"))]


def exchanges(folders: Folders) -> tuple[Exchange, ...]:
    """What the disk has of what was sent."""
    return on_disk(folders.data).live(Exchange)

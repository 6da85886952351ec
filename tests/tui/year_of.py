"""A learner who lives in the app for months: a folder, a clock that is turned on from sitting to
sitting, and the keys they press."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta

from textual.pilot import Pilot
from textual.widgets import OptionList

from ilmcoach.clock import FixedClock
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.clipboard import NoClipboard
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.walk import WalkScreen
from ilmcoach.walks.spots import Spot
from tests.tui.driving import (
    FRAME,
    NARROW,
    Hand,
    hit,
    on_disk,
    paste,
    press,
    screen_text,
    settle,
    the,
    until,
)

PATIENCE = 100
"""Frames to wait for words to be drawn."""

Keys = tuple[str, ...]
Rows = list[tuple[str, str]]
Given = str | Keys | Rows
"""An answer: words to paste, keys to press, or rows of something to do and its day."""


class Learner:
    """One sitting: the app in front of the learner, on one day."""

    def __init__(
        self, folders: Folders, app: IlmcoachApp, pilot: Pilot[None], clock: FixedClock
    ) -> None:
        self.folders = folders
        self.app = app
        self.pilot = pilot
        self._clock = clock

    @property
    def shown(self) -> str:
        """All that is on the screen."""
        return screen_text(self.app)

    @property
    def shown_folded(self) -> str:
        """All that is on the screen, without frames and the places where lines are folded."""
        return " ".join(self.shown.replace("│", " ").split())

    @property
    def saved(self) -> Portfolio:
        """What is on the disk, read by a store of its own."""
        return on_disk(self.folders.data)

    async def sees(self, words: str) -> None:
        """Words are on the screen, as soon as it is drawn; lines may be folded in them."""
        for _ in range(PATIENCE):
            if words in self.shown or words in self.shown_folded:
                return
            await asyncio.sleep(FRAME)
        raise AssertionError(f"{words!r} is not on the screen:\n{self.shown}")

    def later(self, minutes: float) -> None:
        """The clock goes on."""
        self._clock.moment += timedelta(minutes=minutes)

    @property
    def today(self) -> date:
        """The day of this sitting."""
        return self._clock.moment.date()

    async def press(self, *keys: str) -> None:
        """Presses keys, one after the other."""
        await press(self.pilot, *keys)

    async def paste(self, text: str) -> None:
        """Pastes words where the focus is."""
        await paste(self.pilot, text)

    async def fill(self, *texts: str, key: str = "tab") -> None:
        """Fills the fields of a form from the one in focus on; an empty text leaves one as it
        is."""
        for text in texts:
            if text:
                await self.paste(text)
            await self.press(key)

    async def push(self, selector: str) -> None:
        """Goes to a button that can be seen, and presses Enter on it."""
        button = self.app.screen.query_one(selector)
        assert button.display, selector
        assert button.can_focus, selector
        button.focus()
        await self.press("enter")

    async def go_to(self, selector: str) -> None:
        """Goes to a part of the screen that takes keys."""
        self.app.screen.query_one(selector).focus()
        await settle(self.pilot)

    async def stand_on(self, selector: str, option: str | int) -> None:
        """Goes to a line of a list, by arrow keys."""
        options = self.app.screen.query_one(selector, OptionList)
        options.focus()
        wanted = options.get_option_index(option) if isinstance(option, str) else option
        for _ in range(options.option_count):
            if options.highlighted == wanted:
                break
            at = options.highlighted
            hit(self.app, "down" if at is None or at < wanted else "up")
            await until(lambda at=at: options.highlighted != at)  # type: ignore[misc]
        await settle(self.pilot)
        assert options.highlighted == wanted

    async def way(self, name: str) -> None:
        """Opens a screen by its name in the command palette."""
        await self.press("ctrl+p")
        await self.paste(name)
        found = self.app.screen.query_one("CommandList", OptionList)

        def here() -> list[int]:
            prompts = [str(one.prompt) for one in found.options]
            return [at for at, words in enumerate(prompts) if words.startswith(name)]

        await until(here)
        await settle(self.pilot)
        for _ in range(here()[0] - (found.highlighted or 0)):
            await self.press("down")
        await self.press("enter")
        await until(lambda: type(self.app.screen).__name__ != "CommandPalette")
        await settle(self.pilot)

    def is_home(self) -> bool:
        """True when the tabs are in front."""
        return isinstance(self.app.screen, HomeScreen)

    async def answer(self, answers: Mapping[str, Given], *, until_step: str = "") -> None:
        """Goes through the walk in front by Ctrl+N, answering where there is an answer for the
        question: for `step@turn`, with the turn's words, before `step`. Ends on the last page,
        or at a question."""
        walk = the(self.app, WalkScreen)
        await until(lambda: walk.spot)
        left = dict(answers)
        while (spot := walk.spot) is not None and spot.step.id != until_step:
            for name in (f"{spot.step.id}@{spot.item_label}", spot.step.id):
                if name in answers:
                    await settle(self.pilot)
                    await self._give(answers[name])
                    left.pop(name, None)
                    break
            hit(self.app, "ctrl+n")
            await until(lambda was=spot: _moved(walk, was))  # type: ignore[misc]
        await settle(self.pilot)
        assert not left, f"never asked: {sorted(left)}\n{self.shown}"

    async def _give(self, given: Given) -> None:
        if isinstance(given, str):
            await self.paste(given)
        elif isinstance(given, tuple):
            await self.press(*given)
        else:
            for number, (text, day) in enumerate(given):
                if number:
                    await self.press("enter")
                await self.paste(text)
                if day:
                    await self.press("enter")
                    await self.paste(day)

    async def go_through(self, answers: Mapping[str, Given]) -> None:
        """Answers the walk in front to its end and is back at the tabs."""
        await self.answer(answers)
        await self.press("enter")
        assert self.is_home(), self.shown


def _moved(walk: WalkScreen, was: Spot) -> bool:
    return walk.spot is None or walk.spot.key != was.key


@asynccontextmanager
async def sitting(
    folders: Folders, day: str, size: tuple[int, int] = NARROW
) -> AsyncIterator[Learner]:
    """The learner opens the app on the evening of a day (as ISO text), and leaves it by its own
    key."""
    moment = datetime.fromisoformat(day).replace(hour=19, tzinfo=UTC)
    clock = FixedClock(moment)
    app = IlmcoachApp(folders, clock=clock, clipboard=NoClipboard())
    app.animation_level = "none"
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            await settle(pilot)
            yield Learner(folders, app, Hand(app), clock)
            hit(app, "ctrl+q")
            await until(lambda: not app.is_running)
            assert app.return_code in (None, 0)
    finally:
        app.close_portfolio()


def tally(texts: Sequence[str]) -> dict[str, int]:
    """How often each text is there."""
    return {text: list(texts).count(text) for text in dict.fromkeys(texts)}

"""The app on a pack that is being written: it is read again whenever a file of it is saved."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable
from typing import ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from ilmcoach.clock import Clock
from ilmcoach.errors import IlmcoachError
from ilmcoach.kit.changes import Counts
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.preview import PackOnTrial, Trial, enrolled, open_preview
from ilmcoach.settings import Folders

from .app import IlmcoachApp
from .clipboard import Clipboard
from .labels import number_of
from .screens.home import HomeScreen
from .screens.pack_problems import PackProblemsScreen

EVERY = 1.0
"""Seconds between looks at the pack's files: about as long as it takes to change windows."""
STAYS = "Read again. What is open here stays as it was until you open it again."


class PreviewApp(IlmcoachApp):
    """ilmcoach on a pack on trial, with a portfolio that is thrown away. `trial` is how the pack
    was read first; it has to be one that can be used. Without `every`, in seconds, the pack's
    files are looked at only when `look_again` is called."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+r", "pack_problems", "What pack check says", show=False)
    ]

    def __init__(
        self,
        folders: Folders,
        pack: PackOnTrial,
        trial: Trial,
        *,
        every: float | None = EVERY,
        clock: Clock | None = None,
        clipboard: Clipboard | None = None,
    ) -> None:
        super().__init__(folders, clock=clock, clipboard=clipboard)
        self._pack = pack
        self._trial = trial
        self._every = every
        self._looking = False

    @property
    def passing(self) -> str:
        """What stands over the tabs."""
        if wrong := len(self._trial.errors):
            told = number_of(wrong, "problem")
            return f"A preview of the pack as it last worked. Ctrl+R: {told} in it now."
        return "A preview: nothing you write here is kept. Ctrl+R: what pack check says."

    async def open_portfolio(self, *, read_only: bool = False) -> None:
        """Makes the portfolio, and from then on looks at the pack's files."""
        try:
            workspace = await asyncio.to_thread(
                open_preview, self.folders, self._trial, clock=self._clock
            )
        except IlmcoachError as trouble:
            from .screens.recovery import TroubleScreen

            await self.push_screen(TroubleScreen(trouble))
            return
        await self.show_portfolio(workspace)
        if self._every is not None:
            self.set_interval(self._every, self._begin_to_look)

    def _begin_to_look(self) -> None:
        if not self._looking:
            self.run_worker(self.look_again())

    async def look_again(self) -> None:
        """Reads the pack again if its files have changed, and shows what came of it."""
        self._looking = True
        try:
            trial = await asyncio.to_thread(self._pack.look)
            if trial is not None and self.keeper is not None:
                await self._take(trial, self.keeper)
        finally:
            self._looking = False

    async def _take(self, trial: Trial, keeper: Keeper) -> None:
        """Goes on with the pack as it is now; with the last good one where it cannot be used."""
        self._trial = trial
        space = keeper.workspace
        if trial.library is not None:
            space.look_again(trial.library)
            try:
                if change := enrolled(space, trial):
                    await keeper.save([change])
            except IlmcoachError as problem:
                self.say(str(problem), trouble=True)
        self._tell(trial)
        for screen in self.screen_stack:
            if isinstance(screen, PackProblemsScreen):
                screen.show(trial)
        if isinstance(self.screen, HomeScreen):
            self.screen.refresh_panes()

    def _tell(self, trial: Trial) -> None:
        # What was said of an earlier reading holds no more.
        self.clear_notifications()
        if first := next(iter(trial.errors), None):
            more = len(trial.errors) - 1
            others = f" And {number_of(more, 'other')}: Ctrl+R." if more else ""
            self.say(f"{first}{others}", trouble=True)
            return
        fresh = (HomeScreen, PackProblemsScreen)
        if any(not isinstance(one, fresh) for one in self.screen_stack[1:]):
            self.say(STAYS)
            return
        advice = len(trial.problems)
        told = f"Read again: {holds(trial.counts)}."
        self.say(f"{told} {number_of(advice, 'piece')} of advice: Ctrl+R." if advice else told)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette's commands, with what there is for a pack in front."""
        yield SystemCommand(
            "What pack check says", "Every problem and all advice", self.action_pack_problems
        )
        yield from super().get_system_commands(screen)

    async def action_pack_problems(self) -> None:
        """Ctrl+R: what is wrong with the pack as it is now."""
        if not isinstance(self.screen, PackProblemsScreen):
            await self.push_screen(PackProblemsScreen(self._trial))


def holds(counts: Counts) -> str:
    """What a pack holds of its own, in a few words."""
    sets = f"{number_of(counts.walks, 'set')} of guided questions"
    parts = (
        f"{sets} ({number_of(counts.steps, 'question')})" if counts.walks else "",
        number_of(counts.questions, "open question") if counts.questions else "",
        f"{counts.readings:,} to read" if counts.readings else "",
        number_of(counts.assessments, "assessment") if counts.assessments else "",
        number_of(counts.units, "unit") if counts.units else "",
    )
    return ", ".join(part for part in parts if part) or "nothing of its own yet"


def run_preview(
    folders: Folders, pack: PackOnTrial, trial: Trial, *, clock: Clock | None = None
) -> int:
    """Runs the app on a pack until the tutor leaves; the exit code. Prints what went wrong, if
    it did."""
    app = PreviewApp(folders, pack, trial, clock=clock)
    try:
        app.run()
    finally:
        app.close_portfolio()
    if app.crash_report:
        sys.stderr.write(app.crash_report + "\n")
    return app.return_code or 0

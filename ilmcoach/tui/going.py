"""Going from the tabs to the other screens, and what has to hold before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from ilmcoach.packs.model import Walk
from ilmcoach.packs.vocabulary import MAKES
from ilmcoach.portfolio.records import Meeting, Record, Run
from ilmcoach.services.keeper import Keeper
from ilmcoach.walks.changes import begin

from .saying import say


class Going:
    """Opens walks, forms, the writing desk and the rest over one screen."""

    def __init__(self, screen: Screen[Any], keeper: Keeper) -> None:
        self._screen = screen
        self._keeper = keeper

    def say(self, text: str, *, trouble: bool = False) -> None:
        """A short message in the corner."""
        say(self._screen.app, text, trouble=trouble)

    def cannot_write(self) -> bool:
        """True, and said, when this window only reads."""
        why = self._keeper.workspace.store.why_read_only
        if why:
            self.say(why, trouble=True)
        return bool(why)

    async def walk(
        self, walk_id: str, *, run_id: str = "", subject: str = "", at: str = ""
    ) -> None:
        """Begins a walk, about `subject` if there is one, or carries the run on."""
        if self.cannot_write():
            return
        space = self._keeper.workspace
        run = space.portfolio.live_get(Run, run_id)
        walk = space.working_pack.walk(run.walk if run else walk_id)
        if walk is None:
            self.say("These questions belong to another pack; choose it under Set up.")
            return
        run = run or begin(walk, space.stamp(), subject=subject)
        self._push_walk(walk, run, at)

    def _push_walk(self, walk: Walk, run: Run, at: str = "") -> None:
        from .screens.walk import WalkScreen

        screen = WalkScreen(self._keeper, walk, run, at=at)

        async def left(deeper: str | None) -> None:
            if deeper:
                await self.walk(deeper, subject=screen.run.subject)

        self._screen.app.push_screen(screen, left)

    async def edit(self, record: Record) -> None:
        """Opens a record where it can be changed: a form, its guided questions, the desk."""
        from .forms import FORMS
        from .screens.form import FormScreen

        if self.cannot_write():
            return
        space = self._keeper.workspace
        if record.kind in FORMS:
            await self._screen.app.push_screen(FormScreen(self._keeper, record, "Edit"))
        elif record.kind == "section":
            await self.desk(getattr(record, "assessment", ""), getattr(record, "section", ""))
        elif isinstance(record, Run):
            await self.walk("", run_id=record.id)
        else:
            run = self._run_of(record)
            at = self._first_place(run, record)
            walks = [w for w in space.working_pack.walks_making(record.kind) if not w.quick]
            if run:
                await self.walk("", run_id=run.id, at=at)
            elif walks and record.kind in MAKES:
                await self.walk(walks[0].id, subject=record.id)
            else:
                self.say("The questions that made this belong to another pack.")

    async def show(self, make: Callable[[Keeper], Screen[Any]], *, writes: bool = True) -> None:
        """Another screen over this one; one that `writes` only where this window may."""
        if not (writes and self.cannot_write()):
            await self._screen.app.push_screen(make(self._keeper))

    def _run_of(self, record: Record) -> Run | None:
        """The run to reopen: the fullest walk about the record, else the one that made it."""
        space = self._keeper.workspace
        about = [run for run in space.portfolio.live(Run) if run.subject == record.id]
        known = [run for run in about if space.working_pack.walk(run.walk)]
        if isinstance(record, Meeting):
            full = [r for r in known if not getattr(space.working_pack.walk(r.walk), "quick", True)]
            return full[-1] if full else None
        made_by = space.portfolio.live_get(Run, record.run)
        return known[-1] if known else made_by

    def _first_place(self, run: Run | None, record: Record) -> str:
        walk = self._keeper.workspace.working_pack.walk(run.walk) if run else None
        if walk is None:
            return ""
        for stage in walk.stages:
            for step in stage.steps:
                if any(fill.startswith(f"{record.kind}.") for fill in step.fills):
                    return f"{step.id}@{record.item}" if stage.each else step.id
        return ""

    async def set_up(self) -> None:
        """The page that sets up the programme."""
        from .screens.setup import SetupScreen

        if not self.cannot_write():
            await self._screen.app.push_screen(SetupScreen(self._keeper))

    async def desk(self, assessment_id: str, section_id: str = "") -> None:
        """The writing desk of an assessment."""
        from .screens.desk import DeskScreen

        pack = self._keeper.workspace.pack
        task = pack.assessment(assessment_id) if pack else None
        if task is None:
            self.say("That assignment belongs to another programme; choose it under Set up.")
        elif not self.cannot_write():
            await self._screen.app.push_screen(DeskScreen(self._keeper, task, section_id))

    async def hand_in(self, assessment_id: str) -> None:
        """The hand-in page of an assessment."""
        from .screens.handin import HandInScreen

        pack = self._keeper.workspace.pack
        task = pack.assessment(assessment_id) if pack else None
        if task and not self.cannot_write():
            await self._screen.app.push_screen(HandInScreen(self._keeper, task))

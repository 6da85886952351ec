"""Going from the tabs to the other screens, and what has to hold before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace
from textual.screen import Screen

from ilmcoach.errors import IlmcoachError
from ilmcoach.packs.model import Walk
from ilmcoach.packs.vocabulary import MAKES
from ilmcoach.portfolio.records import (
    KeptQuestion,
    LearningSet,
    Meeting,
    ReadingRecord,
    Record,
    Run,
)
from ilmcoach.services.keeper import Keeper
from ilmcoach.walks.changes import begin
from ilmcoach.walks.shelf import Work
from ilmcoach.walks.sitting import Sitting
from ilmcoach.walks.subject import prepares, run_about, subject_for

from .begun import is_empty
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
        """Begins a walk, about `subject` if there is one, or carries the run on.

        A set, or a meeting that is prepared, is asked about once: the walk that was begun about
        it is opened again.
        """
        if self.cannot_write():
            return
        space = self._keeper.workspace
        run = space.portfolio.live_get(Run, run_id)
        walk = space.working_pack.walk(run.walk if run else walk_id)
        if walk is None:
            self.say("These questions belong to another pack; choose it under Set up.")
            return
        if run is None:
            subject = subject or subject_for(walk, space.portfolio, space.today)
            run = run_about(walk, subject, space.portfolio, space.today)
            at = at or (self._beginning(walk, run) if run and run.finished else "")
        run = run or begin(walk, space.stamp(), subject=subject)
        self._push_walk(walk, run, at)

    def _beginning(self, walk: Walk, run: Run) -> str:
        places = Sitting(walk, run, self._keeper.workspace.portfolio).spots()
        return places[0].key if places else ""

    def _push_walk(self, walk: Walk, run: Run, at: str = "") -> None:
        from .screens.walk import WalkScreen

        screen = WalkScreen(self._keeper, walk, run, at=at)

        async def left(deeper: str | None) -> None:
            await self._let_go(screen.run)
            if deeper:
                await self.walk(deeper, subject=screen.run.subject)

        self._screen.app.push_screen(screen, left)

    async def _let_go(self, run: Run) -> None:
        """A walk left before anything was answered keeps no run that would be offered again."""
        space = self._keeper.workspace
        kept = space.portfolio.live_get(Run, run.id)
        if kept is None or kept.finished or not is_empty(space, kept):
            return
        try:
            await self._keeper.save([replace(kept, trashed=space.clock.now())])
        except IlmcoachError as problem:
            self.say(str(problem), trouble=True)

    async def edit(self, record: Record) -> None:
        """Opens a record where it can be changed: a form, its guided questions, the desk."""
        from .forms import FORMS
        from .screens.form import FormScreen

        if self.cannot_write():
            return
        if isinstance(record, ReadingRecord):
            await self._reading(record)
        elif isinstance(record, KeptQuestion) and record.question:
            self.say("This one is from your prompt pack: you can keep it or let it go.")
        elif record.kind in FORMS:
            await self._screen.app.push_screen(FormScreen(self._keeper, record, "Edit"))
        elif record.kind == "document":
            self.say("A document is made anew by handing in; this only says where it was written.")
        elif record.kind in ("section", "quote"):
            await self.desk(getattr(record, "assessment", ""), getattr(record, "section", ""))
        elif isinstance(record, Run):
            await self.walk("", run_id=record.id)
        elif isinstance(record, LearningSet):
            await self.my_set()
        elif isinstance(record, Meeting):
            await self._meeting(record)
        else:
            await self._walked(record)

    async def _walked(self, record: Record) -> None:
        """Opens the guided questions about a record, or else those that made it."""
        space = self._keeper.workspace
        run = self._run_of(record)
        walk = space.working_pack.walk(run.walk) if run else None
        walks = [w for w in space.working_pack.walks_making(record.kind) if not w.quick]
        if run:
            await self.walk("", run_id=run.id, at=_first_place(walk, record))
        elif walks and record.kind in MAKES:
            await self.walk(walks[0].id, subject=record.id)
        else:
            self.say("The questions that made this belong to another pack.")

    async def _meeting(self, meeting: Meeting) -> None:
        """Opens a meeting where it stands: what prepares it while it is to come, what looks back
        on it once its day has gone by or something is written about it."""
        space = self._keeper.workspace
        over = meeting.planned is not None and meeting.planned < space.today
        ahead = meeting.to_come and not over
        asked = {run.walk for run in space.portfolio.live(Run) if run.subject == meeting.id}
        walks = sorted(
            space.working_pack.walks_making("meeting"),
            key=lambda one: (one.quick, prepares(one) != ahead, one.id not in asked),
        )
        walk = next(iter(walks), None)
        if walk is None:
            self.say("The questions that made this belong to another pack.")
        else:
            await self.walk(walk.id, subject=meeting.id, at=_first_place(walk, meeting))

    async def _reading(self, record: ReadingRecord) -> None:
        from .screens.reading_record import ReadingRecordScreen

        readings = self._keeper.workspace.working_pack.readings
        entry = next((one for one in readings if one.id == record.reading), None)
        screen = ReadingRecordScreen(self._keeper, Work(entry, record))
        await self._screen.app.push_screen(screen)

    async def show(self, make: Callable[[Keeper], Screen[Any]], *, writes: bool = True) -> None:
        """Another screen over this one; one that `writes` only where this window may."""
        if not (writes and self.cannot_write()):
            await self._screen.app.push_screen(make(self._keeper))

    def _run_of(self, record: Record) -> Run | None:
        """The run to reopen: the newest known one about the record that does not look at it
        again, else the one that made it."""
        space = self._keeper.workspace
        about = [run for run in space.portfolio.live(Run) if run.subject == record.id]
        walks = {walk.id for walk in space.working_pack.walks if not walk.again}
        known = [run for run in about if run.walk in walks]
        return known[-1] if known else space.portfolio.live_get(Run, record.run)

    @property
    def has_set(self) -> bool:
        """True where the programme has a set, or none is chosen yet."""
        pack = self._keeper.workspace.pack
        return pack is None or bool(pack.programme and pack.programme.has_set)

    async def my_set(self) -> None:
        """The page about the set."""
        from .screens.my_set import MySetScreen

        if not self.cannot_write():
            await self._screen.app.push_screen(MySetScreen(self._keeper))

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


def _first_place(walk: Walk | None, record: Record) -> str:
    """The first place of a walk that fills a record of that kind; empty if none does."""
    for stage in walk.stages if walk else ():
        for step in stage.steps:
            if any(fill.startswith(f"{record.kind}.") for fill in step.fills):
                return f"{step.id}@{record.item}" if stage.each else step.id
    return ""

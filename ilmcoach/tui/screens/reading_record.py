"""What the learner took from a piece of reading, and how far they are with it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace
from textual import on
from textual.widget import Widget

from ilmcoach.errors import IlmcoachError
from ilmcoach.services.keeper import Keeper
from ilmcoach.tui.forms import FORMS
from ilmcoach.tui.widgets.answers.base import AnswerBox, Around
from ilmcoach.tui.widgets.answers.make import make_box
from ilmcoach.tui.widgets.plain import Plain, plain
from ilmcoach.walks.shelf import Work, counted, take_up

from .form import FormScreen

STEPS = {step.id: step for step in FORMS["reading"]}


class ReadingRecordScreen(FormScreen):
    """The form of a piece of reading. Over it stands the catalogue's entry, to be read; of it
    only the id is kept, and its criteria once something was taken from it."""

    HELP_PAGE = "reading"

    def __init__(self, keeper: Keeper, work: Work) -> None:
        record = work.record or take_up(work, keeper.workspace.stamp())
        super().__init__(keeper, record, "What I took from it")
        self._entry = work.entry
        self._reading = record

    def body(self) -> Iterable[Widget]:
        if self._entry:
            yield Plain(plain(self._entry.citation, "bold"), id="entry")
        yield Plain("", id="problem")
        workspace = self._keeper.workspace
        around = Around(workspace.today, (), workspace.stamp().new_id)
        # What an entry is called is the catalogue's word, so nobody is asked for its title.
        for name in ("took", "state") if self._entry else STEPS:
            yield Plain(STEPS[name].title, classes="field")
            yield make_box(STEPS[name], getattr(self._reading, name), around)

    def _draft(self) -> str:
        """As the form has it that opens a draft from the tabs: every field, in its order."""
        drafts = {box.step.id: box.draft for box in self._boxes}
        return msgspec.json.encode([drafts.get(name, "") for name in STEPS]).decode()

    def _restore(self, draft: str) -> None:
        try:
            texts = dict(zip(STEPS, msgspec.json.decode(draft, type=list[str]), strict=False))
        except msgspec.DecodeError:
            texts = {"took": draft}
        for box in self._boxes:
            box.restore(texts.get(box.step.id, ""))

    @on(AnswerBox.Edited)
    async def _take_up(self) -> None:
        """The record has to be there for a draft to be found again after a crash."""
        if self._entry and self._keeper.workspace.portfolio.get(self._reading.id) is None:
            try:
                await self._keeper.save([self._reading])
            except IlmcoachError as trouble:
                self._trouble(str(trouble))

    async def action_save(self) -> None:
        """Saves and closes; what was taken counts as evidence from now on."""
        took = next(box for box in self._boxes if box.step.id == "took").value
        words = took if isinstance(took, str) else ""
        criteria = counted(self._reading, words, self._entry)
        self._record = replace(self._record, criteria=criteria)
        await super().action_save()

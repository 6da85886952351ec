"""The learner's own records for one heading, readable beside the text."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList

from ilmcoach.portfolio.records import Record
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.marks import marks_for
from ilmcoach.tui.present import KIND_NAMES, show

from .plain import OwnWords, Plain, choice_line, plain


class Mine(Vertical):
    """A list of records, and below it the one stood on."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(id="mine", classes="panel")
        self._workspace = workspace
        self._records: dict[str, Record] = {}
        self.border_title = plain("Mine, for this heading")

    def compose(self) -> ComposeResult:
        yield Plain(
            "Nothing is linked to this heading yet. What you write in the guided questions "
            "comes to stand here.",
            classes="quiet",
            id="mine-empty",
        )
        yield OptionList(compact=True, id="mine-list")
        with VerticalScroll(id="mine-text", can_focus=True):
            yield Vertical(id="mine-parts")

    def fill(self, records: Sequence[Record]) -> None:
        """Shows the records of another heading."""
        self._records = {one.id: one for one in records}
        options = self.query_one("#mine-list", OptionList)
        options.clear_options()
        for one in records:
            shown = show(one, self._workspace.portfolio, self._workspace.pack)
            title = " ".join(shown.title.split())
            line = Content.assemble(
                plain(marks_for().here, "$accent"),
                plain(f" {KIND_NAMES.get(one.kind, one.kind)}: ", "$quiet"),
                plain(title if len(title) < 60 else f"{title[:59]}…"),
            )
            options.add_option(choice_line(line, id=one.id))
        self.query_one("#mine-empty").display = not records
        options.display = bool(records)
        self.query_one("#mine-text").display = bool(records)
        if records:
            options.highlighted = 0

    @on(OptionList.OptionHighlighted, "#mine-list")
    async def _stood_on(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        record = self._records.get(event.option.id or "")
        if record is None:
            return
        shown = show(record, self._workspace.portfolio, self._workspace.pack)
        parts = self.query_one("#mine-parts", Vertical)
        await parts.remove_children()
        for part in shown.parts:
            await parts.mount(Plain(part.label, classes="field"))
            await parts.mount((OwnWords if part.own else Plain)(part.text, classes="value"))
        self.query_one("#mine-text", VerticalScroll).scroll_home(animate=False)

    def focus_first(self) -> None:
        """Stands on the list."""
        options = self.query_one("#mine-list", OptionList)
        (options if options.display else self.query_one("#mine-text")).focus()

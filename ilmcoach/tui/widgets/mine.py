"""The learner's own records, readable beside the text."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, OptionList
from textual.widgets.option_list import Option

from ilmcoach.portfolio.quoting import own_records, quotable
from ilmcoach.portfolio.records import Record
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.marks import marks_for
from ilmcoach.tui.present import KIND_NAMES, Shown, show

from .plain import Act, OwnWords, Plain, choice_line, plain

LONGEST = 60
"""Characters of a title in the list."""
MOST = 300
"""Records that the list shows: more would hold up the screen."""
NONE_HERE = (
    "Nothing is linked to {place} yet. What you write in the guided questions comes to stand here."
)
NONE_AT_ALL = "Nothing is written yet. Your notes, goals and meetings come to stand here."


class Mine(Vertical):
    """A list of records, and below it the one stood on; Enter shows that one alone.

    Those for one `place` ("this heading") are listed first; a button lists all there are. Where
    the learner can be `quoted`, a button asks for it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quote", "Quote my words", show=False),
        Binding("a", "all", "All, or only these", show=False),
        Binding("escape", "back", "Back"),
    ]

    class Quoted(Message):
        """The learner wants to quote their own words in a record."""

        def __init__(self, record: Record) -> None:
            super().__init__()
            self.record = record

    def __init__(
        self, workspace: Workspace, place: str = "this heading", *, quoted: bool = False
    ) -> None:
        super().__init__(id="mine", classes="panel")
        self._workspace = workspace
        self._place = place
        self._quoted = quoted
        self._here: Sequence[Record] = ()
        self._but = ""
        self._all = False
        self._records: dict[str, Record] = {}
        self._shown: tuple[str, Shown] = ("", Shown(""))

    def compose(self) -> ComposeResult:
        with Horizontal(classes="buttons"):
            yield Act("", id="mine-all")
            yield Act("Back to the list", id="mine-back")
        yield Plain("", classes="quiet", id="mine-empty")
        yield OptionList(compact=True, id="mine-list")
        with VerticalScroll(id="mine-text", can_focus=True):
            yield Vertical(id="mine-parts")
        with Horizontal(classes="buttons", id="mine-acts"):
            yield Act("Quote my words…", id="mine-quote")

    def fill(self, records: Sequence[Record], but: str = "") -> None:
        """Shows the records of a place. `but` is the id of the record written there, which is
        not shown among all."""
        self._here, self._but = records, but
        self._list()

    def turn(self) -> None:
        """Before the records of another place come: their list is to be seen."""
        self._all = False
        self.remove_class("-whole")

    @property
    def record(self) -> Record | None:
        """The record stood on."""
        options = self.query_one("#mine-list", OptionList)
        if options.highlighted is None or options.highlighted >= options.option_count:
            return None
        return self._records.get(options.get_option_at_index(options.highlighted).id or "")

    def _list(self) -> None:
        space = self._workspace
        chosen = self.record
        found = own_records(space.portfolio, but=self._but) if self._all else self._here
        self._records = {one.id: one for one in found[:MOST]}
        lines = [self._line(one) for one in self._records.values()]
        if len(found) > MOST:
            more = f"and {len(found) - MOST:,} older ones, in the Log"
            lines.append(choice_line(plain(more, "$quiet"), disabled=True))
        options = self.query_one("#mine-list", OptionList)
        options.clear_options()
        options.add_options(lines)
        self.border_title = plain(f"Mine, {'all of it' if self._all else f'for {self._place}'}")
        only = self._place[0].upper() + self._place[1:]
        self.query_one("#mine-all", Act).say(f"{only} only" if self._all else "Show all")
        none = NONE_AT_ALL if self._all else NONE_HERE.format(place=self._place)
        self.query_one("#mine-empty", Plain).say(none)
        if found:
            stay = chosen.id if chosen and chosen.id in self._records else found[0].id
            options.highlighted = options.get_option_index(stay)
        else:
            self.remove_class("-whole")
        self._arrange()

    def _line(self, record: Record) -> Option:
        title = show(record, self._workspace.portfolio, self._workspace.pack).title
        kind = KIND_NAMES.get(record.kind, record.kind)
        line = Content.assemble(
            plain(f"{marks_for().here} ", "$accent"),
            # Some titles begin with what they are.
            plain("" if title.startswith(kind) else f"{kind}: ", "$quiet"),
            plain(_cut(title)),
        )
        return choice_line(line, id=record.id)

    def _arrange(self) -> None:
        """Shows what there is a use for now."""
        whole = self.has_class("-whole")
        record = self.record
        self.query_one("#mine-empty").display = not self._records
        self.query_one("#mine-list").display = bool(self._records) and not whole
        self.query_one("#mine-text").display = bool(self._records)
        self.query_one("#mine-all").display = not whole
        self.query_one("#mine-back").display = whole
        can_quote = self._quoted and record is not None and self._can_quote(record)
        self.query_one("#mine-acts").display = can_quote
        self.refresh_bindings()

    def _can_quote(self, record: Record) -> bool:
        return bool(quotable(record, self._workspace.pack))

    @on(OptionList.OptionHighlighted, "#mine-list")
    async def _stood_on(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        record = self._records.get(event.option.id or "")
        if record is None:
            return
        shown = show(record, self._workspace.portfolio, self._workspace.pack)
        if (record.id, shown) == self._shown:
            return
        if record.id != self._shown[0]:
            self.query_one("#mine-text", VerticalScroll).scroll_home(animate=False)
        self._shown = (record.id, shown)
        parts = self.query_one("#mine-parts", Vertical)
        await parts.remove_children()
        if shown.title.strip() not in [part.text.strip() for part in shown.parts]:
            # Else the words themselves are what there is room for.
            alone = " -alone" if not any(part.own and part.text for part in shown.parts) else ""
            await parts.mount(Plain(shown.title, classes=f"mine-title{alone}"))
        for part in shown.parts:
            await parts.mount(Plain(part.label, classes="field"))
            await parts.mount((OwnWords if part.own else Plain)(part.text, classes="value"))
        self._arrange()

    @on(OptionList.OptionSelected, "#mine-list")
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.add_class("-whole")
        self._arrange()
        self.query_one("#mine-text").focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "mine-all":
                self.action_all()
            case "mine-back":
                self.action_back()
            case "mine-quote":
                self.action_quote()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What there is nothing for is not offered."""
        if action == "back":
            return self.has_class("-whole")
        if action == "quote":
            return self._quoted and self.record is not None
        return True

    def action_quote(self) -> None:
        """Asks for the words of the record stood on, if it has any of the learner's own."""
        record = self.record
        if record and self._quoted and self._can_quote(record):
            self.post_message(self.Quoted(record))

    def action_all(self) -> None:
        """All records there are; again, those for this place only."""
        self._all = not self._all
        self.remove_class("-whole")
        self._list()
        self.focus_first()

    def action_back(self) -> None:
        """From one record back to the list."""
        self.remove_class("-whole")
        self._arrange()
        self.focus_first()

    def focus_first(self) -> None:
        """Stands on what there is to read."""
        options = self.query_one("#mine-list", OptionList)
        if self.has_class("-whole"):
            self.query_one("#mine-text").focus()
        else:
            (options if options.display else self.query_one("#mine-all")).focus()


def _cut(title: str) -> str:
    """A title in a line, cut between two words; inside one only where there is no other way."""
    line = " ".join(title.split())
    whole = shorten(line, LONGEST, placeholder="…")
    return whole if whole != "…" else f"{line[: LONGEST - 1]}…"

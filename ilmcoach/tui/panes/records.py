"""A tab that lists records on the left and shows the one stood on at the right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, OptionList
from textual.widgets.option_list import Option

from ilmcoach.portfolio.records import Person, Record
from ilmcoach.services.linking import can_link
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.commands import Command
from ilmcoach.tui.present import KIND_NAMES, show
from ilmcoach.tui.widgets.plain import Act, OwnWords, Plain, choice_line, plain
from ilmcoach.tui.widgets.standing import StandingList

from .base import DeleteRecord, EditRecord, Pane
from .record_windows import choose_criteria, rename_person

MOST = 300
"""Records that a list shows: more would hold up the screen, and nobody scrolls through them."""


class Group(Struct, frozen=True):
    """Records under a heading; an empty heading shows none."""

    title: str
    records: Sequence[Record]


class Start(Struct, frozen=True):
    """A button that begins something: its words and what it posts. It is there only where it
    `fits` the record stood on, and stands `beside` that record or over the list; one beside it
    stands out if it is the `main` thing to do."""

    id: str
    label: str
    begin: Callable[[RecordPane], None]
    beside: bool = False
    main: bool = True
    fits: Callable[[Record | None], bool] = lambda record: True


class Plan(Struct, frozen=True):
    """What a record tab shows: its records, what to say when there are none, its buttons, what
    stands above a record, and whether the list says of what kind each one is."""

    groups: Callable[[Workspace], Sequence[Group]]
    empty: str
    starts: tuple[Start, ...] = ()
    extra: Callable[[Workspace, Record], Content | None] = lambda workspace, record: None
    names_kinds: bool = False


class RecordPane(Pane):
    """The list, the record, and what can be done with it."""

    FINDS_MORE = "Ctrl+F finds them."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "edit", "Open", show=False),
        Binding("delete", "delete", "Delete", show=False),
        Binding("c", "criteria", "Criteria", show=False),
    ]

    def __init__(self, workspace: Workspace, plan: Plan, *, id: str) -> None:
        super().__init__(workspace, id=id)
        self.plan = plan
        self._records: dict[str, Record] = {}
        self._made: frozenset[str] = frozenset()
        self._shown = ""

    def compose(self) -> ComposeResult:
        with Horizontal(classes="buttons"):
            for number, start in enumerate(one for one in self.plan.starts if not one.beside):
                yield Act(start.label, id=start.id, main=number == 0)
        yield from self.over_list()
        yield Plain(self.plan.empty, classes="empty")
        with Horizontal(classes="browser"):
            yield StandingList(compact=True)
            with Vertical(classes="detail panel"):
                with VerticalScroll(can_focus=False):
                    yield Plain("", classes="detail-head")
                    yield Vertical(classes="parts")
                with Horizontal(classes="buttons"):
                    beside = [start for start in self.plan.starts if start.beside]
                    for start in beside:
                        if start.main:
                            yield Act(start.label, id=start.id, main=True)
                    yield Act("Edit", classes="edit")
                    yield Act("Delete", classes="delete")
                with Horizontal(classes="buttons more"):
                    yield Act("Counts towards…", classes="criteria")
                    yield Act("Rename everywhere…", classes="rename")
                    for start in beside:
                        if not start.main:
                            yield Act(start.label, id=start.id)

    def over_list(self) -> Iterable[Widget]:
        """What stands between the buttons and the list."""
        return ()

    def groups(self) -> Sequence[Group]:
        """What there is to show."""
        return self.plan.groups(self.workspace)

    def mark_stale(self, made: frozenset[str] = frozenset()) -> None:
        super().mark_stale(made)
        self._made |= made

    def refresh_pane(self) -> None:
        chosen = self.record
        self._records = {}
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(self._options(self.groups()))
        self.query_one(".empty").display = not self._records
        self.query_one(".browser").display = bool(self._records)
        if self._records:
            options.highlighted = options.get_option_index(self._place(chosen))
        self._made = frozenset()
        self._show_record()

    def _place(self, chosen: Record | None) -> str:
        """The id to stand on: what was just written, else what was stood on, else the first."""
        made = next((one for one in self._records if one in self._made), "")
        stay = chosen.id if chosen and chosen.id in self._records else ""
        return made or stay or next(iter(self._records))

    def _options(self, groups: Iterable[Group]) -> list[Option]:
        """The lines of the list; what is in it stands in `_records` afterwards."""
        lines: list[Option] = []
        more = 0
        for group in groups:
            shown = group.records[: MOST - len(self._records)]
            more += len(group.records) - len(shown)
            if shown and group.title:
                space = "\n" if lines else ""
                head = plain(f"{space}{group.title}", "bold $quiet")
                lines.append(choice_line(head, disabled=True))
            for record in shown:
                self._records[record.id] = record
                lines.append(choice_line(self._line(record), id=record.id))
        if more:
            words = f"\nand {more:,} more. {self.FINDS_MORE}"
            lines.append(choice_line(plain(words, "$quiet"), disabled=True))
        return lines

    def _line(self, record: Record) -> Content:
        shown = show(record, self.workspace.portfolio, self.workspace.pack)
        title = " ".join(shown.title.split())
        line = plain(title if len(title) <= 90 else f"{title[:89]}…")
        named = self.plan.names_kinds and record.kind != "finding"
        kind = KIND_NAMES.get(record.kind, "") if named else ""
        about = " · ".join(word for word in (kind, shown.mark) if word)
        return Content.assemble(line, "\n", plain(about, "$quiet")) if about else line

    @property
    def record(self) -> Record | None:
        """The record stood on."""
        options = self.query_one(OptionList)
        if options.highlighted is None or options.highlighted >= options.option_count:
            return None
        option = options.get_option_at_index(options.highlighted)
        return self._records.get(option.id or "")

    @on(OptionList.OptionHighlighted)
    def _stood_on(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show_record()

    def _show_record(self) -> None:
        record = self.record
        for start in self.plan.starts:
            self.query_one(f"#{start.id}").display = start.fits(record)
        if record is None:
            return
        shown = show(record, self.workspace.portfolio, self.workspace.pack)
        head = Content.assemble(
            plain(shown.title, "bold"), plain(f"\n{shown.mark}" if shown.mark else "", "$quiet")
        )
        self.query_one(".detail-head", Plain).say(head)
        if record.id != self._shown:
            self._shown = record.id
            self.query_one(".detail VerticalScroll", VerticalScroll).scroll_home(animate=False)
        parts = self.query_one(".parts", Vertical)
        parts.remove_children()
        extra = self.plan.extra(self.workspace, record)
        if extra:
            parts.mount(Plain(extra, classes="extra"))
        for part in shown.parts:
            parts.mount(Plain(part.label, classes="field"))
            parts.mount((OwnWords if part.own else Plain)(part.text, classes="value"))
        trashed = record.trashed is not None
        self.query_one(".delete", Act).say("Bring back" if trashed else "Delete")
        self.query_one(".edit").display = not trashed
        self.query_one(".criteria").display = can_link(record)
        self.query_one(".rename").display = isinstance(record, Person) and not trashed
        more = self.query_one(".more")
        more.display = any(one.display for one in more.children)
        self.screen.refresh_bindings()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_edit()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.has_class("edit"):
            self.action_edit()
        elif event.button.has_class("delete") and self.record:
            # The button would stand beside the next record, for a second Enter to delete.
            self.query_one(OptionList).focus()
            self.post_message(DeleteRecord(self.record))
        elif event.button.has_class("criteria"):
            self.action_criteria()
        elif event.button.has_class("rename"):
            self.action_rename()
        else:
            for start in self.plan.starts:
                if start.id == event.button.id:
                    start.begin(self)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is deleted already cannot be deleted again."""
        return action != "delete" or self.record is None or self.record.trashed is None

    def action_edit(self) -> None:
        """Opens the record for editing; a deleted one comes back."""
        if self.record:
            trashed = self.record.trashed is not None
            self.post_message((DeleteRecord if trashed else EditRecord)(self.record))

    def action_delete(self) -> None:
        """Deletes the record, with undo."""
        if self.record and self.record.trashed is None:
            self.post_message(DeleteRecord(self.record))

    def action_criteria(self) -> None:
        """Opens the criteria that the record counts towards."""
        if self.record:
            choose_criteria(self, self.record)

    def action_rename(self) -> None:
        """Opens the page that renames the person stood on."""
        if isinstance(self.record, Person):
            rename_person(self, self.record)

    def commands(self) -> tuple[Command, ...]:
        """What the command palette offers for the record stood on."""
        if self.record is None:
            return ()
        towards = ("Counts towards…", "The criteria of what you stand on", self.action_criteria)
        rename = ("Rename everywhere…", "The person you stand on", self.action_rename)
        return (towards, rename) if isinstance(self.record, Person) else (towards,)

    def relabel(self, start_id: str, words: str) -> None:
        """Gives a button other words."""
        self.query_one(f"#{start_id}", Act).say(words)

    def focus_first(self) -> None:
        if self._records:
            self.query_one(OptionList).focus()
        else:
            first = next(iter(self.query(".buttons Act")), None)
            if first:
                first.focus()

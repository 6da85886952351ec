"""The reading tab: the catalogue and the learner's own reading, and what was asked of people."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, OptionList

from ilmcoach.portfolio.records import Enquiry, ReadingRecord, Record
from ilmcoach.portfolio.wording import READING_STATES
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.from_part import save_from
from ilmcoach.tui.present import show
from ilmcoach.tui.widgets.plain import Act, Plain, choice_line, plain
from ilmcoach.tui.widgets.standing import StandingList
from ilmcoach.walks.shelf import Shelf, Work, shelves, take_up

from .base import DeleteRecord, EditRecord, Pane
from .messages import NewRecord, ShowScreen
from .reading_detail import about_work, fill_parts, work_head, work_line
from .record_windows import choose_criteria

NEXT_STATE = {"": "to-read", "to-read": "reading", "reading": "read", "read": "to-read"}
"""How far one is after the state before."""
MARK_AS = {"to-read": "Mark: to read", "reading": "Mark: reading it", "read": "Mark: read"}

Thing = Work | Enquiry
Listed = tuple[str, list[tuple[str, Thing]]]
"""A heading, and what stands under it by a name of its own."""


class ReadingPane(Pane):
    """Works and enquiries on the left, the one stood on at the right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", show=False),
        Binding("s", "state", "How far I am", show=False),
        Binding("m", "mine", "Only mine, all", show=False),
        Binding("c", "criteria", "Criteria", show=False),
        Binding("delete", "delete", "Delete"),
    ]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._things: dict[str, Thing] = {}
        self._mine = False

    def compose(self) -> ComposeResult:
        with Horizontal(classes="buttons"):
            yield Act("Add my own reading", id="add-reading", main=True)
            yield Act("Ask somebody", id="add-enquiry")
            yield Act("Show only mine", id="only-mine")
        yield Plain("", classes="empty")
        with Horizontal(classes="browser"):
            yield StandingList(compact=True)
            with Vertical(classes="detail panel"):
                with VerticalScroll(can_focus=False):
                    yield Plain("", classes="reading-detail")
                    yield Vertical(classes="parts")
                    yield Plain("", classes="about-work")
                with Horizontal(classes="buttons"):
                    yield Act("What I took from it", id="open-reading", main=True)
                    yield Act("Mark: to read", id="turn-state")
                with Horizontal(classes="buttons", id="reading-more"):
                    yield Act("Counts towards…", id="counts-towards")
                    yield Act("Delete", id="delete-reading")

    def refresh_pane(self) -> None:
        options = self.query_one(OptionList)
        stay = self._key
        options.clear_options()
        self._things = {}
        for title, things in self._groups():
            space = "\n" if options.option_count else ""
            options.add_option(choice_line(plain(f"{space}{title}", "bold $quiet"), disabled=True))
            for key, thing in things:
                self._things[key] = thing
                options.add_option(choice_line(self._line(thing), id=key))
        none = "Nothing of yours yet. Press m for the whole catalogue, or add what you read."
        bare = "No reading list came with this pack. Add what you read yourself."
        self.query_one(".empty", Plain).say(none if self._mine else bare)
        self.query_one(".empty").display = not self._things
        self.query_one(".browser").display = bool(self._things)
        self.query_one("#only-mine", Act).say("Show all" if self._mine else "Show only mine")
        if self._things:
            key = stay if stay in self._things else next(iter(self._things))
            options.highlighted = options.get_option_index(key)
        self._show_thing()

    def _groups(self) -> list[Listed]:
        space = self.workspace
        asked = [one for one in space.portfolio.live(Enquiry) if not one.blank]
        waiting = [one for one in asked if not one.answer.strip()]
        answered = [one for one in asked if one.answer.strip()]
        found = shelves(space.working_pack, space.portfolio, mine=self._mine)
        front, rest = (
            [one for one in found if one.at_hand],
            [one for one in found if not one.at_hand],
        )
        groups = [
            _asked("Asked, no answer yet", waiting),
            *map(_on_shelf, front),
            _asked("Asked of people", answered),
            *map(_on_shelf, rest),
        ]
        return [group for group in groups if group[1]]

    def _line(self, thing: Thing) -> Content:
        if isinstance(thing, Work):
            return work_line(thing)
        shown = show(thing, self.workspace.portfolio, self.workspace.pack)
        title = " ".join(shown.title.split())
        short = title if len(title) <= 90 else f"{title[:89]}…"
        return Content.assemble(plain(short), "\n", plain(shown.mark, "$quiet"))

    @property
    def _key(self) -> str:
        options = self.query_one(OptionList)
        if options.highlighted is None or options.highlighted >= options.option_count:
            return ""
        return options.get_option_at_index(options.highlighted).id or ""

    @property
    def _thing(self) -> Thing | None:
        return self._things.get(self._key)

    @property
    def record(self) -> Record | None:
        """The record of what is stood on; None for an entry that is not taken up."""
        thing = self._thing
        return thing.record if isinstance(thing, Work) else thing

    @on(OptionList.OptionHighlighted)
    def _stood_on(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show_thing()

    def _show_thing(self) -> None:
        thing, record = self._thing, self.record
        if thing is None:
            return
        space = self.workspace
        fill_parts(self.query_one(".parts", Vertical), record, space)
        is_work = isinstance(thing, Work)
        about = about_work(thing, space.working_pack) if isinstance(thing, Work) else plain("")
        self.query_one(".about-work", Plain).say(about)
        if isinstance(thing, Work):
            self.query_one(".reading-detail", Plain).say(work_head(thing))
            self.query_one("#turn-state", Act).say(MARK_AS[NEXT_STATE.get(thing.state, "to-read")])
        else:
            shown = show(thing, space.portfolio, space.pack)
            head = Content.assemble(plain(shown.title, "bold"), plain(f"\n{shown.mark}", "$quiet"))
            self.query_one(".reading-detail", Plain).say(head)
        self.query_one("#open-reading", Act).say("What I took from it" if is_work else "Open")
        self.query_one("#turn-state").display = is_work
        took = isinstance(record, ReadingRecord) and bool(record.took.strip())
        self.query_one("#counts-towards").display = took or isinstance(record, Enquiry)
        self.query_one("#reading-more").display = record is not None
        self.screen.refresh_bindings()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "add-reading":
                self.post_message(NewRecord("reading"))
            case "add-enquiry":
                self.post_message(NewRecord("enquiry"))
            case "only-mine":
                self.action_mine()
            case "open-reading":
                self.action_open()
            case "turn-state":
                await self.action_state()
            case "counts-towards":
                self.action_criteria()
            case "delete-reading":
                self.action_delete()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is the learner's can be deleted, only a work has a state."""
        if action == "delete":
            return self.record is not None
        return action != "state" or isinstance(self._thing, Work)

    def action_open(self) -> None:
        """What was taken from a work, or an enquiry, to be written on."""
        thing = self._thing
        if isinstance(thing, Enquiry):
            self.post_message(EditRecord(thing))
        elif thing:
            from ilmcoach.tui.screens.reading_record import ReadingRecordScreen

            self.post_message(ShowScreen(lambda keeper: ReadingRecordScreen(keeper, thing)))

    async def action_state(self) -> None:
        """To read, reading it, read, and round again."""
        thing = self._thing
        if not isinstance(thing, Work):
            return
        state = NEXT_STATE.get(thing.state, "to-read")
        record = take_up(thing, self.workspace.stamp(), state)
        if await save_from(self, [record], f"Marked: {READING_STATES[state]}."):
            self._changed()

    def action_mine(self) -> None:
        """Only what the learner took up, or the whole catalogue again."""
        self._mine = not self._mine
        self.refresh_pane()

    def action_delete(self) -> None:
        """Deletes the learner's record, with undo; the catalogue's entry stays."""
        if self.record:
            self.post_message(DeleteRecord(self.record))

    def action_criteria(self) -> None:
        """Opens the criteria that the learner's record counts towards."""
        if self.record and self.query_one("#counts-towards").display:
            choose_criteria(self, self.record)

    def _changed(self) -> None:
        """Every tab has something new to show, this one at once."""
        for pane in self.screen.query(Pane):
            pane.mark_stale()
        self.look()

    def focus_first(self) -> None:
        if self._things:
            self.query_one(OptionList).focus()
        else:
            self.query_one("#add-reading").focus()


def _asked(title: str, some: list[Enquiry]) -> Listed:
    return title, [(f"asked:{one.id}", one) for one in some]


def _on_shelf(shelf: Shelf) -> Listed:
    return shelf.title, [(work.key, work) for work in shelf.works]

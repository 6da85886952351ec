"""In the meeting: a clock for each, questions caught, what was agreed. For those who like it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Button, Input, Tab, Tabs

from ilmcoach.dates import say_day
from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.at_meeting import Table, meeting_now
from ilmcoach.portfolio.records import Meeting, Record
from ilmcoach.portfolio.turns import current, upcoming
from ilmcoach.services.keeper import Keeper
from ilmcoach.tui.after_meeting import go_on_afterwards
from ilmcoach.tui.commands import Command
from ilmcoach.tui.drafter import Drafter
from ilmcoach.tui.going import Going
from ilmcoach.tui.keeping import Keeping
from ilmcoach.tui.typed_lines import TypedLines
from ilmcoach.tui.widgets.agreed_here import AgreedHere
from ilmcoach.tui.widgets.asked_here import AskedHere
from ilmcoach.tui.widgets.catch_line import CatchLine
from ilmcoach.tui.widgets.kept_list import KeptList
from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Act, Plain, plain
from ilmcoach.tui.widgets.titlebar import TitleBar
from ilmcoach.tui.widgets.turn_clock import TurnClock
from ilmcoach.tui.widgets.who_is_here import WhoIsHere

DRAFT_KEY = "in-meeting/page"
PAPER = "Paper is just as good, and so is typing it in afterwards."
VIEWS = (("asked", "Questions asked"), ("here", "Who is here"), ("agreed", "Agreed"))
SIDE_BY_SIDE = (104, 30)
"""Columns and rows from which on everything stands side by side."""
ACTS = {
    "start": "start_or_pause",
    "next": "hand_on",
    "after": "after",
    "mine": "my_questions",
    "leave": "leave",
}
"""What the buttons do."""
MINUTES = {"less-5": -5, "less-1": -1, "more-1": 1, "more-5": 5}
"""Minutes that the buttons give or take."""


class InMeetingScreen(Screen[None]):
    """The table of one meeting: the one named, else the one going on now, else a new one, which
    is made when the first thing is written."""

    HELP_PAGE = "meeting"
    CSS_PATH = "../styles/meeting.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "view('asked')", "Questions"),
        Binding("f3", "view('here')", "Here"),
        Binding("f4", "view('agreed')", "Agreed"),
        Binding("f5", "my_questions", "To ask", show=False),
        Binding("ctrl+g", "start_or_pause", "Clock"),
        Binding("ctrl+n", "hand_on", "Next"),
        Binding("ctrl+z", "undo", "Undo delete", show=False),
        Binding("escape", "leave", "Leave"),
    ]

    def __init__(self, keeper: Keeper, meeting_id: str = "") -> None:
        super().__init__()
        space = keeper.workspace
        self._keeper = keeper
        named = space.portfolio.live_get(Meeting, meeting_id)
        found = named or meeting_now(space.portfolio, space.clock.now())
        self._meeting_id = found.id if found else space.stamp().new_id()
        self._asked_of = ""
        self._keeping = Keeping(keeper, self._trouble)
        self.drafter = Drafter(self, keeper, self._trouble)
        self._lines = TypedLines(keeper, self.drafter, DRAFT_KEY)

    @property
    def table(self) -> Table:
        """The meeting as it is saved, at this moment."""
        space = self._keeper.workspace
        stamp = space.stamp()
        return Table(space.portfolio, self._meeting_id, stamp.now, stamp.new_id)

    def compose(self) -> ComposeResult:
        yield TitleBar("In the meeting")
        yield Plain(PAPER, id="paper", classes="quiet")
        yield TurnClock()
        yield Plain("", id="notice")
        yield Tabs(*(Tab(plain(words), id=f"view-{name}") for name, words in VIEWS), id="views")
        with Horizontal(id="meeting"):
            yield AskedHere()
            with Vertical(id="meeting-side"):
                yield WhoIsHere()
                yield AgreedHere(self._keeper.workspace.today, self.table.next_day)
        with Horizontal(classes="buttons", id="onwards"):
            yield Act("After the meeting", id="after", main=True)
            yield Act("Questions I mean to ask", id="mine")
            yield Act("Leave", id="leave")
        yield KeysLine()

    async def on_mount(self) -> None:
        """Shows the clock where it really is, and brings back typing that was not kept."""
        self.set_class(True, "-view-asked")
        await self._tick()
        self.refresh_table()
        self._notice(self._lines.bring_back(self._fields()))
        self.query_one("#question").focus()
        self.set_interval(1, self._tick)

    def _fields(self) -> list[Line]:
        """Every line that can be typed in, in a steady order."""
        agreed = self.query_one(AgreedHere)
        days = (agreed.due_line, agreed.next_line)
        named = (self.query_one(f"#{one}", Line) for one in ("question", "somebody", "action"))
        return [*named, *days]

    async def _tick(self) -> None:
        """Each second: the clock goes on, and is put right where the computer's jumped back."""
        clock = self.query_one(TurnClock)
        await self._save(self.table.count_on(clock.seen), show=False)
        self.show_clock()

    def show_clock(self) -> None:
        """Shows the time as it is now."""
        table = self.table
        self.query_one(TurnClock).show(table)
        self.query_one(WhoIsHere).show(table)

    def refresh_table(self) -> None:
        """Shows everything as it is saved."""
        table = self.table
        self.query_one(AskedHere).show(table)
        self.query_one(AgreedHere).show(table)
        self.show_clock()
        turn = current(table.turns)
        if turn and turn.id != self._asked_of:
            self.query_one(AskedHere).to_whom(turn.who)
        self._asked_of = turn.id if turn else ""
        self.query_one(TitleBar).say(self._title(table.meeting), _here(table))

    def _title(self, meeting: Meeting | None) -> str:
        if meeting and not meeting.held and meeting.planned:
            return f"Set meeting, meant for {say_day(meeting.planned)}"
        held = meeting.held if meeting else None
        return f"Set meeting, {say_day(held or self._keeper.workspace.today)}"

    async def _save(self, records: Iterable[Record], *, show: bool = True) -> bool:
        kept = await self._keeping.save(records)
        if kept and show:
            self._notice("")
            self.refresh_table()
        return kept

    def _notice(self, words: str) -> None:
        self._say(words, trouble=False)

    def _trouble(self, words: str) -> None:
        self._say(words, trouble=True)

    def _say(self, words: str, *, trouble: bool) -> None:
        line = self.query_one("#notice", Plain)
        line.say(words)
        line.set_class(trouble, "-trouble")

    @on(Input.Changed)
    def _typed(self) -> None:
        self.drafter.edited()

    @on(CatchLine.Caught, "#question")
    async def _keep_question(self, event: CatchLine.Caught) -> None:
        asked = self.query_one(AskedHere)
        (by, to, text), unclear = asked.heard(event.text), asked.unclear(event.text)
        if await self._caught(event, self.table.ask(by, to, text)) and unclear:
            self._notice(unclear)

    @on(CatchLine.Caught, "#somebody")
    async def _somebody_else(self, event: CatchLine.Caught) -> None:
        await self._caught(event, self.table.come(event.text))

    async def _caught(self, event: CatchLine.Caught, records: tuple[Record, ...]) -> bool:
        kept = await self._save(records)
        event.line.settle(event.text, kept=kept)
        await self._lines.took()
        return kept

    @on(AgreedHere.Added)
    async def _keep_action(self) -> None:
        agreed = self.query_one(AgreedHere)
        what, due = self.query_one("#action", Line), agreed.due
        lines = ((what, what.value), (agreed.due_line, agreed.due_line.value))
        if not agreed.action:
            self._trouble("Write what you will do first.")
        elif due.problem:
            self._trouble(due.problem)
            due.focus_line()
        elif await self._save(self.table.agree(agreed.action, due.day)):
            await self._lines.took(*lines)

    @on(AgreedHere.NextMeeting)
    async def _keep_next(self) -> None:
        agreed = self.query_one(AgreedHere)
        line, day = agreed.next_on, agreed.next_on.day
        if line.problem:
            self._trouble(line.problem)
        elif await self._save(self.table.meet_next(day)):
            await self._lines.stands(agreed.next_line, say_day(day) if day else "")

    @on(WhoIsHere.Ticked)
    async def _tick_off(self, event: WhoIsHere.Ticked) -> None:
        table = self.table
        turn = next((one for one in table.turns if event.turn and one.id == event.turn.id), None)
        await self._save(table.leave(turn) if turn else table.come(event.who))

    @on(WhoIsHere.Everybody)
    async def _all_here(self) -> None:
        await self._save(self.table.everybody())

    @on(WhoIsHere.TheirTurn)
    async def _their_turn(self, event: WhoIsHere.TheirTurn) -> None:
        await self._save(self.table.start(event.turn.id))

    @on(KeptList.Asked)
    async def _about_a_line(self, event: KeptList.Asked) -> None:
        portfolio = self._keeper.workspace.portfolio
        record = portfolio.get(event.record_id)
        if record is None:
            return
        if event.act == "open":
            await Going(self, self._keeper).edit(record)
        elif await self._keeping.delete(record):
            self._notice("Deleted. Ctrl+Z brings it back; so does the log, later.")
            self.refresh_table()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        name = event.button.id or ""
        if name in MINUTES:
            await self._save(self.table.more_minutes(MINUTES[name]))
        elif name in ACTS:
            await self.run_action(ACTS[name])

    async def action_start_or_pause(self) -> None:
        """Ctrl+G: the clock runs, or stands still."""
        table = self.table
        turn = current(table.turns)
        coming = turn or upcoming(table.turns)
        if coming is None:
            self._notice("Say who is here first (F3): a tick gives each their half hour.")
        else:
            await self._save(table.pause() if coming.since else table.start(coming.id))

    async def action_hand_on(self) -> None:
        """Ctrl+N: this turn ends, the next begins."""
        await self._save(self.table.hand_on())

    async def action_undo(self) -> None:
        """Ctrl+Z: what was deleted here last is back."""
        self._notice(await self._keeping.undo())
        self.refresh_table()

    def action_view(self, name: str) -> None:
        """F2 to F4: one part of the page; side by side, the focus goes there."""
        self.query_one(Tabs).active = f"view-{name}"
        self._turn_to(name)
        first = {"asked": "#question", "here": "#here-list", "agreed": "#action"}[name]
        self.query_one(first).focus()

    @on(Tabs.TabActivated)
    def _turned(self, event: Tabs.TabActivated) -> None:
        event.stop()
        self._turn_to((event.tab.id or "").removeprefix("view-"))

    def _turn_to(self, name: str) -> None:
        for view, _ in VIEWS:
            self.set_class(view == name, f"-view-{view}")

    def on_resize(self, event: events.Resize) -> None:
        """Too small a window shows one part at a time."""
        wide, high = SIDE_BY_SIDE
        self.set_class(event.size.width < wide or event.size.height < high, "-one")

    def on_screen_resume(self) -> None:
        """Back from a form or another page: what was changed there shows here."""
        if self.is_mounted and self.query(TurnClock):
            self.refresh_table()

    async def action_my_questions(self) -> None:
        """F5: what I mean to ask."""
        from .my_questions import MyQuestionsScreen

        await self.app.push_screen(MyQuestionsScreen(self._keeper, self._meeting_id))

    async def action_after(self) -> None:
        """On to the questions about this meeting; what is not kept waits here."""
        await self._wait_here()
        if not go_on_afterwards(self, self._keeper, self.table.meeting):
            self._notice("This pack asks nothing about set meetings. What you kept is in the Log.")

    async def action_leave(self) -> None:
        """Escape: the clock runs on; what is not kept waits for the next time."""
        await self._wait_here()
        self.dismiss()

    async def _wait_here(self) -> None:
        try:
            await self._lines.leave()
        except IlmcoachError as trouble:
            self._trouble(str(trouble))

    def commands(self) -> tuple[Command, ...]:
        """What the command palette offers here."""
        return (
            ("Start or pause the clock", "Of whose turn it is", self.action_start_or_pause),
            ("Next turn", "This one ends, the next begins", self.action_hand_on),
            ("Questions asked", "Catch one", partial(self.action_view, "asked")),
            ("Who is here", "And their time", partial(self.action_view, "here")),
            ("Agreed", "Actions, the next meeting", partial(self.action_view, "agreed")),
            ("Questions I mean to ask", "Write one, or mark it asked", self.action_my_questions),
            ("After the meeting", "The questions about it", self.action_after),
            ("Undo delete", "Bring back what was deleted last", self.action_undo),
        )


def _here(table: Table) -> str:
    members = table.members()
    here = sum(1 for _, turn in members if turn)
    return f"{here} of {len(members)} here" if here else ""

"""A look at the week: what is open or late, one line after the other, and a line about it all."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Button, Input, OptionList

from ilmcoach.dates import say_day
from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Record
from ilmcoach.portfolio.week import Waiting, look_on, this_week
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.week import Look, Marked, answer_words, taken_back, week_look
from ilmcoach.tui.drafter import Drafter
from ilmcoach.tui.panes.due_words import due_title
from ilmcoach.tui.saying import say
from ilmcoach.tui.week_draft import WEEK_TEXT, draft_key, drafted_items, week_drafts
from ilmcoach.tui.widgets.dayline import DayLine
from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Act, OwnWords, Plain, choice_line
from ilmcoach.tui.widgets.standing import StandingList
from ilmcoach.tui.widgets.titlebar import TitleBar
from ilmcoach.tui.widgets.week_line import week_line

NOTHING = (
    "Nothing is late, and nothing is due in the next seven days. You can still write a line about "
    "the week."
)


class WeekScreen(Screen[None]):
    """Goes through what waits. Each answer is saved at once; Ctrl+Z takes it back."""

    HELP_PAGE = "week"
    CSS_PATH = "../styles/week.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "answer('done')", "Done"),
        Binding("p", "answer('partly')", "Partly"),
        Binding("n", "answer('not-yet')", "Not yet"),
        Binding("m", "move", "Another day"),
        Binding("e", "write", "Write"),
        Binding("ctrl+z", "undo", "Undo", priority=True),
        Binding("escape", "back", "Back"),
    ]

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._look = Look(self._portfolio, self._items())
        self._typed: dict[str, str] = {}
        self._undo: list[tuple[Record, Marked]] = []
        self._watched = ""
        self.drafter = Drafter(self, keeper, self._trouble)

    @property
    def _portfolio(self) -> Portfolio:
        return self._keeper.workspace.portfolio

    def _items(self) -> tuple[Waiting, ...]:
        """What is due this week, and what something was typed about that was not saved."""
        space = self._keeper.workspace
        typed = drafted_items(space.drafts.all(), space.portfolio)
        found = {one.record: one for one in this_week(space.portfolio, space.today)}
        for one in typed:
            found.setdefault(one.record, one)
        return tuple(found.values())

    def compose(self) -> ComposeResult:
        yield TitleBar("A look at the week", say_day(self._keeper.workspace.today))
        yield Plain("", id="problem")
        yield Plain(NOTHING, id="week-none", classes="empty")
        yield StandingList(id="week-list", compact=True)
        with Vertical(id="week-one", classes="panel"):
            yield OwnWords("", id="week-words")
            with Horizontal(classes="buttons"):
                yield Act("Done", id="done")
                yield Act("Partly", id="partly")
                yield Act("Not yet", id="not-yet")
                yield Act("Another day…", id="move")
            yield DayLine("", self._keeper.workspace.today, hint="e.g. Thursday; Enter moves it")
            yield Line(hint="What happened, in a line of your own; Enter keeps it", id="week-line")
        yield Plain("The week in a line", classes="field")
        with Horizontal(id="week-end"):
            yield Line(hint="How was it?", id="week-text")
            yield Act("That was the week", id="finish", main=True)
        yield KeysLine()

    def on_mount(self) -> None:
        """Brings back what was typed, and stands on the first line."""
        space = self._keeper.workspace
        kept = week_drafts(space.drafts.all())
        self._typed = kept
        self._put("#week-text", kept.get(WEEK_TEXT, self._saved(WEEK_TEXT)))
        empty = not self._look.items
        self.query_one("#week-none").display = empty
        self.query_one("#week-list").display = self.query_one("#week-one").display = not empty
        self.query_one(DayLine).display = False
        self._fill()
        if kept:
            self._trouble("What you typed last time and had not kept is back.")
        self.query_one("#week-text" if empty else "#week-list").focus()

    def _put(self, selector: str, text: str) -> None:
        """Puts words into a line without taking them for typing."""
        line = self.query_one(selector, Line)
        with line.prevent(Input.Changed):
            line.value = text

    # What is shown

    def _fill(self) -> None:
        """Lists what waits, standing where the learner stood."""
        options = self.query_one("#week-list", OptionList)
        stood = options.highlighted or 0
        options.clear_options()
        for one in self._look.items:
            line = week_line(one, self._look, self._portfolio, self._keeper.workspace.today)
            options.add_option(choice_line(line))
        if self._look.items:
            options.highlighted = min(stood, len(self._look.items) - 1)
            self._show_one()

    @property
    def item(self) -> Waiting | None:
        """What the learner stands on."""
        at = self.query_one("#week-list", OptionList).highlighted
        return self._look.items[at] if at is not None and self._look.items else None

    @on(OptionList.OptionHighlighted)
    async def _stood_on(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        await self.drafter.write()
        self._open_day(opened=False)
        self._show_one()

    def _show_one(self) -> None:
        one = self.item
        if one is None:
            return
        self.query_one("#week-words", Plain).say(due_title(one, self._portfolio))
        record = self._portfolio.get(one.record)
        for name, words in zip(("done", "partly", "not-yet"), answer_words(record), strict=True):
            self.query_one(f"#{name}", Act).say(words)
        saved = self._look.line(self._portfolio, one)
        self._put("#week-line", self._typed.get(draft_key(one.record, "line"), saved))

    def _trouble(self, text: str) -> None:
        self.query_one("#problem", Plain).say(text)

    # What is typed

    @on(Input.Changed)
    async def _edited(self, event: Input.Changed) -> None:
        key = self._key_of(event.input)
        if event.value == self._saved(key):
            await self._forget(key)
            return
        # Noted before anything is waited for: if the program ends now, the words are kept.
        self._typed[key] = event.value
        if key != self._watched:
            await self.drafter.write()
            self._watched = key
            self.drafter.watch(key, lambda: self._typed.get(key, ""))
        self.drafter.edited()

    def _key_of(self, line: Input) -> str:
        if line.id == "week-text" or self.item is None:
            return WEEK_TEXT
        return draft_key(self.item.record, "line" if line.id == "week-line" else "day")

    def _saved(self, key: str) -> str:
        """What stands in a line as long as nothing else is typed."""
        if key == WEEK_TEXT:
            known = look_on(self._portfolio, self._keeper.workspace.today)
            return known.text if known else ""
        one = self.item
        return self._look.line(self._portfolio, one) if one and key.endswith("/line") else ""

    async def _forget(self, *keys: str) -> None:
        """Drops typing whose words are saved."""
        for key in keys:
            if self._typed.pop(key, None) is not None:
                if key == self._watched:
                    self.drafter.rest()
                await self._keeper.drop_draft(key)

    @on(Input.Submitted)
    async def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == "week-text":
            await self._finish()
        elif event.input.id == "week-line":
            await self._tell(line=event.input.value.strip())
        else:
            await self._move_to_day()

    # What is done

    async def action_answer(self, answer: str) -> None:
        """Done, partly or not yet; a line that is typed is kept with it."""
        one = self.item
        typed = self._typed.get(draft_key(one.record, "line")) if one else None
        line = {} if typed is None else {"line": typed.strip()}
        await self._tell(answer=answer, **line)

    async def _tell(self, **said: str) -> None:
        one, space = self.item, self._keeper.workspace
        if one is None:
            return
        before = self._look.marked()
        record = self._look.tell(space.portfolio, space.pack, one, space.stamp(), **said)
        if await self._save(record, before) and "line" in said:
            await self._forget(draft_key(one.record, "line"))
        self._fill()
        self.query_one("#week-list").focus()

    def action_move(self) -> None:
        """Asks for another day."""
        if self.item:
            self._open_day(opened=True)

    def _open_day(self, *, opened: bool) -> None:
        line = self.query_one(DayLine)
        line.display = opened
        if opened and self.item:
            typed = self._typed.get(draft_key(self.item.record, "day"), "")
            line.type_in(typed)
            line.focus_line()

    async def _move_to_day(self) -> None:
        line, one, space = self.query_one(DayLine), self.item, self._keeper.workspace
        day = line.day
        if one is None or day is None:
            self._trouble(line.problem or "Type a day, such as Thursday or 3/12.")
            return
        before = self._look.marked()
        record = self._look.move(space.portfolio, one, day, space.stamp())
        if await self._save(record, before):
            await self._forget(draft_key(one.record, "day"))
            self._open_day(opened=False)
        self._fill()
        self.query_one("#week-list").focus()

    async def _save(self, record: Record | None, before: Marked) -> bool:
        """Saves one record, so that it can be taken back; False, and said, if that cannot be."""
        if record is None:
            return True
        old = self._portfolio.get(record.id)
        try:
            await self._keeper.save([record])
        except IlmcoachError as problem:
            self._look.back_to(before)
            self._trouble(str(problem))
            return False
        self._undo.append((old or taken_back(record), before))
        self._trouble("")
        return True

    async def action_undo(self) -> None:
        """Ctrl+Z: the last answer is taken back."""
        if not self._undo:
            say(self.app, "Nothing was answered just now.")
            return
        record, before = self._undo[-1]
        try:
            await self._keeper.save([record])
        except IlmcoachError as problem:
            self._trouble(str(problem))
            return
        self._undo.pop()
        self._look.back_to(before)
        self._fill()
        say(self.app, "Taken back.")

    def action_write(self) -> None:
        """Goes to the line about it."""
        if self.item:
            self.query_one("#week-line").focus()

    @on(OptionList.OptionSelected)
    def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_write()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "finish":
                await self._finish()
            case "move":
                self.action_move()
            case answer:
                await self.action_answer(answer or "")

    async def _finish(self) -> None:
        """Keeps every line that is typed still, then the look at the week, and closes."""
        space = self._keeper.workspace
        records = []
        lines = [draft_key(one.record, "line") for one in self._look.items]
        for one, key in zip(self._look.items, lines, strict=True):
            if key in self._typed:
                line = self._typed[key].strip()
                told = self._look.tell(space.portfolio, space.pack, one, space.stamp(), line=line)
                records += [told] if told else []
        text = self.query_one("#week-text", Line).value.strip()
        records.append(week_look(space.portfolio, text, space.today, space.stamp()))
        try:
            await self._keeper.save(records)
            await self._forget(WEEK_TEXT, *lines)
        except IlmcoachError as problem:
            self._trouble(str(problem))
            return
        self.dismiss(None)

    async def action_back(self) -> None:
        """Escape: from a line back to the list, from the list back to where one was; what was
        typed is kept."""
        if isinstance(self.focused, Line) and self._look.items:
            self._open_day(opened=False)
            self.query_one("#week-list").focus()
            return
        await self.drafter.write()
        self.dismiss(None)

    async def on_key(self, event: events.Key) -> None:
        """The space bar ticks the line stood on."""
        if event.key == "space" and isinstance(self.focused, OptionList):
            event.stop()
            await self.action_answer("done")

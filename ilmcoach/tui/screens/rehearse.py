"""Rehearsing aloud: one card after the other, a clock that counts up, and a line on how it went."""

from __future__ import annotations

from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Digits, TextArea

from ilmcoach.dates import say_day
from ilmcoach.errors import IlmcoachError
from ilmcoach.packs.model import Assessment
from ilmcoach.portfolio.cards import rehearsals, written_cards
from ilmcoach.portfolio.records import Rehearsal
from ilmcoach.portfolio.rehearsing import ORAL_MINUTES, RehearsalClock, say_clock
from ilmcoach.services.keeper import Keeper
from ilmcoach.text import clean
from ilmcoach.tui.commands import Command
from ilmcoach.tui.drafter import Drafter
from ilmcoach.tui.labels import number_of
from ilmcoach.tui.saying import say
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.plain import Act, OwnWords, Plain, plain
from ilmcoach.tui.widgets.titlebar import TitleBar

TICK = 0.5
"""Seconds between looks at the clock."""


class Face(VerticalScroll):
    """The card in front: up and down move a long one, left and right go to another."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,enter", "screen.turn(1)", show=False),
        Binding("left", "screen.turn(-1)", show=False),
    ]


class RehearseScreen(Screen[None]):
    """Cards and clock, then how it went. There is a card at least."""

    HELP_PAGE = "rehearse"
    CSS_PATH = ["../styles/walk.tcss", "../styles/cards.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "start_or_pause", "Start, pause"),
        Binding("ctrl+n", "turn(1)", "Next card", priority=True),
        Binding("ctrl+b", "turn(-1)", "Back", show=False, priority=True),
        Binding("ctrl+s", "keep", "Keep"),
        Binding("escape", "leave", "Leave"),
    ]

    def __init__(self, keeper: Keeper, task: Assessment) -> None:
        super().__init__()
        self._keeper = keeper
        self._assessment = task
        space = keeper.workspace
        self._cards = written_cards(task, space.working_pack, space.portfolio)
        self._clock = RehearsalClock.for_cards(len(self._cards))
        self._seconds: int | None = None
        self.drafter = Drafter(self, keeper, self._trouble)

    def compose(self) -> ComposeResult:
        yield TitleBar(f"Rehearse: {self._assessment.title}")
        with Vertical(id="talk"):
            with Horizontal(id="clock-line"):
                yield Digits("0:00", id="clock")
                yield Plain("", id="clock-words")
            yield Plain("", id="place")
            with Face(id="face"):
                yield OwnWords("", id="card")
            with Horizontal(id="steps"):
                yield Act("Start", id="start", main=True)
                yield Act("Next card", id="next")
                yield Act("Card before", id="before")
                yield Act("Again", id="again")
                yield Act("That was it", id="end-it")
        with VerticalScroll(id="end", can_focus=False):
            yield Plain("", id="end-facts")
            yield Plain("How did it go? A line is enough.", classes="field")
            yield Editor(id="end-editor")
            yield Plain("", id="problem")
            with Horizontal(classes="buttons"):
                yield Act("Keep it", id="keep", main=True)
                yield Act("Leave without keeping", id="drop")
            yield Plain("", id="end-cards", classes="quiet")
        yield KeysLine()

    def on_mount(self) -> None:
        """Begins at the first card, or where a time was not kept."""
        self.set_interval(TICK, self._say_clock)
        draft = self._keeper.workspace.drafts.get(self._key)
        left = _left(draft.text) if draft else None
        if left:
            self._end(*left)
            self._trouble("Brought back: you had not kept this one.")
        else:
            self._show_talk()

    @property
    def _key(self) -> str:
        return f"rehearsal/{self._assessment.id}"

    def _show_talk(self) -> None:
        self._seconds = None
        self.query_one("#talk").display, self.query_one("#end").display = True, False
        self._show_card()
        self.query_one(Face).focus()
        self.refresh_bindings()

    def _show_card(self) -> None:
        place, card = self._cards[self._clock.at]
        head = f"{place.section}\n{place.label} {place.verb}".strip()
        self.query_one("#place", Plain).say(head)
        # Room between the lines, so that a glance finds its place again.
        lines = "\n\n".join(line for line in card.text.split("\n") if line.strip())
        self.query_one("#card", OwnWords).say(lines)
        self.query_one(Face).scroll_home(animate=False)
        title = f"Rehearse: {self._assessment.title}"
        self.query_one(TitleBar).say(title, f"card {self._clock.at + 1} of {len(self._cards)}")
        self._say_clock()

    def _say_clock(self) -> None:
        if self._seconds is not None:
            return
        now = self._keeper.workspace.clock.now()
        seconds = self._clock.seconds(now)
        clock = self.query_one("#clock", Digits)
        if clock.value != say_clock(seconds):
            clock.update(say_clock(seconds))
        minutes = self._assessment.oral_minutes or ORAL_MINUTES
        long = seconds >= minutes * 60
        clock.set_class(self._clock.running, "-running")
        clock.set_class(long, "-long")
        here = say_clock(self._clock.per_card(now)[self._clock.at])
        words = f"{number_of(minutes, 'minute')} are there" if long else ""
        if not seconds and not self._clock.running:
            words = self._before()
        elif not self._clock.running:
            words = f"paused{f', {words}' if words else ''}"
        self.query_one("#clock-words", Plain).say(
            f"this card {here}\n{words}" if seconds else words
        )
        start = "Pause" if self._clock.running else "Go on" if seconds else "Start"
        self.query_one("#start", Act).say(start)

    def _before(self) -> str:
        """What to say before one starts."""
        before = rehearsals(self._keeper.workspace.portfolio, self._assessment.id)
        minutes = self._assessment.oral_minutes
        asked = f"The task asks for {minutes} minutes or more." if minutes else ""
        if not before:
            return asked or "Press Space and begin."
        took = f"Last time {say_clock(before[0].seconds)}"
        return f"{took}, {say_day(before[0].on)}.\n{asked}" if before[0].on else f"{took}.\n{asked}"

    def commands(self) -> tuple[Command, ...]:
        """What the command palette offers here."""
        return (
            ("Start or pause the clock", "Space", self.action_start_or_pause),
            ("Next card", "Ctrl+N", lambda: self.action_turn(1)),
            ("Card before", "Ctrl+B", lambda: self.action_turn(-1)),
            ("Again, from the first card", "The clock goes back to nothing", self.action_again),
            ("That was it", "How did it go?", self.action_end),
            ("Leave", "Back to the cards", self.action_leave),
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Cards and clock while one talks, keeping afterwards."""
        ended = self._seconds is not None
        if action in ("start_or_pause", "turn", "again", "end"):
            return not ended
        return ended if action == "keep" else True

    def action_start_or_pause(self) -> None:
        """Space: the clock runs, or stands still."""
        now = self._keeper.workspace.clock.now()
        clock = self._clock
        self._clock = clock.pause(now) if clock.running else clock.start(now)
        self._say_clock()

    def action_turn(self, by: int) -> None:
        """To the next card or the one before."""
        self._clock = self._clock.turn(by, self._keeper.workspace.clock.now())
        self._show_card()

    def action_again(self) -> None:
        """From the first card, the clock at nothing and standing still."""
        self._clock = RehearsalClock.for_cards(len(self._cards))
        self._show_talk()

    async def action_end(self) -> None:
        """Stops the clock and asks how it went; the time is kept as a draft until then."""
        now = self._keeper.workspace.clock.now()
        self._clock = self._clock.pause(now)
        if seconds := self._clock.seconds(now):
            self._end(seconds, "")
            self.drafter.edited()
            await self.drafter.write()
        else:
            say(self.app, "The clock has not run yet: press Start.")

    def _end(self, seconds: int, text: str) -> None:
        self._seconds = seconds
        self.query_one("#talk").display, self.query_one("#end").display = False, True
        minutes, rest = divmod(seconds, 60)
        took = f"{number_of(minutes, 'minute')} {rest} s" if minutes else f"{rest} s"
        facts = plain(took, "bold")
        self.query_one(TitleBar).say(f"Rehearse: {self._assessment.title}", "")
        if asked := self._assessment.oral_minutes:
            told = f"   the task asks for {asked} minutes or more"
            facts = Content.assemble(facts, plain(told, "$quiet"))
        self.query_one("#end-facts", Plain).say(facts)
        self.query_one("#end-cards", Plain).say(self._time_by_card())
        editor = self.query_one(Editor)
        editor.load_text(text)
        editor.move_cursor(editor.document.end)
        self._trouble("")
        self.drafter.watch(self._key, self._draft)
        editor.focus()
        self.refresh_bindings()

    def _time_by_card(self) -> str:
        spent = self._clock.spent
        lines = [
            f"{say_clock(seconds):>6}  {f'{place.label} {place.verb}'.strip() or place.section}"
            for seconds, (place, _) in zip(spent, self._cards, strict=True)
        ]
        return "\n".join(["", "Card by card", *lines]) if any(spent) else ""

    def _draft(self) -> str:
        return msgspec.json.encode((self._seconds or 0, self.query_one(Editor).text)).decode()

    @on(TextArea.Changed, "#end-editor")
    def _edited(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._seconds is not None:
            self.drafter.edited()

    async def action_keep(self) -> None:
        """Keeps the time and the words, and leaves; stays, with both, if that cannot be done."""
        editor = self.query_one(Editor)
        text, space = editor.text, self._keeper.workspace
        stamp = space.stamp()
        record = Rehearsal(
            id=stamp.new_id(),
            made=stamp.now,
            changed=stamp.now,
            assessment=self._assessment.id,
            on=space.today,
            seconds=self._seconds or 0,
            text=clean(text).strip(),
        )
        try:
            await self._keeper.save([record])
            await self._drop_draft()
        except IlmcoachError as problem:
            self._trouble(str(problem))
            return
        say(self.app, f"Kept: {say_clock(record.seconds)}.")
        self.dismiss(None)

    async def _drop_draft(self) -> None:
        self.drafter.rest()
        await self._keeper.drop_draft(self._key)

    async def action_leave(self) -> None:
        """Escape: while the clock has run, to how it went; from there back, and the time is
        offered back the next time."""
        if self._seconds is None and self._clock.seconds(self._keeper.workspace.clock.now()):
            await self.action_end()
        else:
            await self.drafter.write()
            self.dismiss(None)

    async def _leave_without(self) -> None:
        try:
            await self._drop_draft()
        except IlmcoachError as problem:
            self._trouble(str(problem))
            return
        self.dismiss(None)

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "start":
                self.action_start_or_pause()
                self.query_one(Face).focus()
            case "next":
                self.action_turn(1)
            case "before":
                self.action_turn(-1)
            case "again":
                self.action_again()
            case "end-it":
                await self.action_end()
            case "keep":
                await self.action_keep()
            case "drop":
                await self._leave_without()

    def _trouble(self, text: str) -> None:
        self.query_one("#problem", Plain).say(text)


def _left(draft: str) -> tuple[int, str] | None:
    """The seconds and words of a time that was not kept."""
    try:
        return msgspec.json.decode(draft, type=tuple[int, str])
    except msgspec.DecodeError:
        return None

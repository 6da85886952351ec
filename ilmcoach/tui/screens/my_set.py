"""My set: who is in it, what it is for, what its members hold each other to, how long it lasts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import msgspec
from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Input, TextArea

from ilmcoach.dates import say_day
from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.set_facts import advisor_facts, length_facts, size_facts
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.set_people import TypedSet, members_in, names_in, set_records
from ilmcoach.tui.drafter import Drafter
from ilmcoach.tui.marks import marks_for
from ilmcoach.tui.widgets.dayline import DayLine
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Act, Plain
from ilmcoach.tui.widgets.set_facts import facts_text

from .window import Window

DRAFT_KEY = "set/page"


class MySetScreen(Window[None]):
    """One page about the set. Everything on it may wait; what is known about sets is told beside
    what is typed, and stops nobody."""

    HELP_PAGE = "my-set"
    WINDOW_TITLE = "My set"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save"),
        # A window hears no keys of the app's own.
        Binding("f1", "app.help", "Help"),
    ]

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._saved = ""
        self.drafter = Drafter(self, keeper, self._trouble)

    def body(self) -> Iterable[Widget]:
        portfolio, today = self._keeper.workspace.portfolio, self._keeper.workspace.today
        known = portfolio.learning_set
        members = "\n".join(one.name for one in portfolio.people("member"))
        advisors = ", ".join(one.name for one in portfolio.people("advisor"))
        yield Plain("", id="problem")
        yield Plain(
            "Members beside you, one a line; first names or letters will do", classes="field"
        )
        yield Editor(members, id="members")
        yield Plain("", id="size-facts", classes="facts")
        yield Plain("Set Advisor", classes="field")
        yield Line(advisors, id="advisors")
        yield Plain("", id="advisor-facts", classes="facts")
        yield Plain("What our set is for", classes="field")
        yield Editor(known.purpose if known else "", id="purpose")
        yield Plain("What we hold each other to", classes="field")
        yield Editor(known.rules if known else "", id="rules")
        yield Plain("How long", classes="field")
        start = say_day(known.start) if known and known.start else ""
        end = say_day(known.end) if known and known.end else ""
        yield _row("First met", DayLine(start, today, past=True, hint="e.g. 1 September"), "start")
        yield _row("Meant to end", DayLine(end, today, hint="e.g. end of May"), "end")
        yield Plain("", id="length-facts", classes="facts")

    def buttons(self) -> Iterable[Widget]:
        yield Act("Save", id="save", main=True)
        yield Act("Close, keep for later", id="close")
        yield Act("Back to the saved words", id="saved")

    def on_mount(self) -> None:
        """Brings back typing that was not saved, and starts to watch."""
        draft = self._keeper.workspace.drafts.get(DRAFT_KEY)
        self._saved = self._draft()
        brought_back = bool(draft and draft.text != self._saved)
        self.query_one("#saved").display = brought_back
        if draft and brought_back:
            self._restore(draft.text)
            self._trouble(f"Brought back what you typed at {draft.at:%H:%M} and had not saved.")
        self.drafter.watch(DRAFT_KEY, self._draft)
        members = self.query_one("#members", Editor)
        members.focus()
        members.move_cursor(members.document.end)
        self._tell()
        # The first label belongs to what is typed first.
        self.call_after_refresh(self.query_one("#window-body").scroll_home, animate=False)

    def _days(self) -> tuple[DayLine, DayLine]:
        start, end = (
            self.query_one(f"#row-{name}").query_one(DayLine) for name in ("start", "end")
        )
        return start, end

    @property
    def typed(self) -> TypedSet:
        """The set as it stands on the page."""
        start, end = self._days()
        return TypedSet(
            members=self.query_one("#members", Editor).text,
            advisors=self.query_one("#advisors", Line).value,
            purpose=self.query_one("#purpose", Editor).text,
            rules=self.query_one("#rules", Editor).text,
            start=start.day,
            end=end.day,
        )

    def _draft(self) -> str:
        typed, (start, end) = self.typed, self._days()
        texts = (typed.members, typed.advisors, typed.purpose, typed.rules, start.typed, end.typed)
        return msgspec.json.encode(texts).decode()

    def _restore(self, draft: str) -> None:
        try:
            texts = msgspec.json.decode(draft, type=tuple[str, str, str, str, str, str])
        except msgspec.MsgspecError:
            return
        start, end = self._days()
        for name, text in zip(
            ("members", "purpose", "rules"), (texts[0], *texts[2:4]), strict=True
        ):
            self.query_one(f"#{name}", Editor).load_text(text)
        self.query_one("#advisors", Line).value = texts[1]
        start.type_in(texts[4])
        end.type_in(texts[5])

    @on(TextArea.Changed)
    @on(Input.Changed)
    def _edited(self) -> None:
        self.drafter.edited()
        self._tell()

    def _tell(self) -> None:
        """What is known about sets, beside what is typed now."""
        space, typed, marks = self._keeper.workspace, self.typed, marks_for()
        learner = space.portfolio.learner
        count = len(members_in(typed, learner.name if learner else ""))
        pack = space.pack
        months = pack.programme.set_months if pack and pack.programme else None
        facts = {
            "size": size_facts(count + 1),
            "advisor": advisor_facts(bool(names_in(typed.advisors))),
            "length": length_facts(typed.start, typed.end, months),
        }
        for name, some in facts.items():
            self.query_one(f"#{name}-facts", Plain).say(facts_text(some, marks))

    @on(Input.Submitted)
    def _next_line(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus_next()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "save":
            await self.action_save()
        elif event.button.id == "saved":
            self._restore(self._saved)
            event.button.display = False
            self._trouble("")
        else:
            await self.action_close()

    async def action_save(self) -> None:
        """Saves the page and closes it; stays, with every word, if that cannot be done."""
        space = self._keeper.workspace
        typed, (start, end) = self.typed, self._days()
        problem = start.problem or end.problem
        known = space.portfolio.learning_set or space.portfolio.people("member", "advisor")
        if not known and typed == TypedSet():
            problem = problem or "There is nothing written yet."
        if problem:
            self._trouble(problem)
            return
        try:
            await self._keeper.save(set_records(typed, space.portfolio, space.stamp()))
            self.drafter.rest()
            await self._keeper.drop_draft(DRAFT_KEY)
        except IlmcoachError as trouble:
            self._trouble(str(trouble))
            return
        self.dismiss(None)

    async def action_close(self) -> None:
        """Escape: closes; typing stays as a draft and is offered back."""
        if self._draft() != self._saved:
            await self.drafter.write()
        else:
            self.drafter.rest()
            try:
                await self._keeper.drop_draft(DRAFT_KEY)
            except IlmcoachError as trouble:
                self._trouble(str(trouble))
                return
        self.dismiss(None)

    def _trouble(self, text: str) -> None:
        problem = self.query_one("#problem", Plain)
        problem.say(text)
        if text:
            problem.scroll_visible()


def _row(label: str, widget: Widget, name: str) -> Horizontal:
    return Horizontal(Plain(label, classes="label"), widget, classes="form-row", id=f"row-{name}")

"""Questions I mean to ask: written beforehand, looked at, and marked once they are asked."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input

from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.at_meeting import Table, asked_lately, names_known
from ilmcoach.portfolio.records import Record, SetQuestion
from ilmcoach.portfolio.turns import ME
from ilmcoach.services.keeper import Keeper
from ilmcoach.text import clean_line
from ilmcoach.tui.drafter import Drafter
from ilmcoach.tui.going import Going
from ilmcoach.tui.keeping import Keeping
from ilmcoach.tui.labels import number_of
from ilmcoach.tui.typed_lines import TypedLines
from ilmcoach.tui.widgets.catch_line import CatchLine
from ilmcoach.tui.widgets.kept_list import KeptList
from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.name_pick import NamePick
from ilmcoach.tui.widgets.plain import Act, Plain, plain
from ilmcoach.tui.widgets.question_check import QuestionCheck
from ilmcoach.tui.widgets.titlebar import TitleBar

DRAFT_KEY = "my-questions/page"
EMPTY = "None yet. Type one above; Enter keeps it, and it waits here until you have asked it."


class MyQuestionsScreen(Screen[None]):
    """Questions for the others of the set. With a `meeting_id`, what is asked is asked there
    and now; without one it belongs to the newest meeting held."""

    HELP_PAGE = "my-questions"
    CSS_PATH = "../styles/meeting.tcss"
    AUTO_FOCUS = "#to-ask"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "undo", "Undo", show=False),
        Binding("ctrl+p", "app.command_palette", "Commands", priority=True),
        Binding("escape", "leave", "Back"),
    ]

    def __init__(self, keeper: Keeper, meeting_id: str = "") -> None:
        super().__init__()
        self._keeper = keeper
        self._meeting_id = meeting_id
        self._keeping = Keeping(keeper, self._trouble)
        self.drafter = Drafter(self, keeper, self._trouble)
        self._lines = TypedLines(keeper, self.drafter, DRAFT_KEY)

    def compose(self) -> ComposeResult:
        pack = self._keeper.workspace.pack
        english = pack is None or pack.in_english
        yield TitleBar("Questions I mean to ask")
        with Vertical(classes="panel", id="new-question") as panel:
            panel.border_title = "A question for somebody in my set"
            yield NamePick("Whom", "whoever it fits", id="whom")
            yield CatchLine(hint="The question, then Enter", id="to-ask")
            with VerticalScroll(can_focus=False):
                yield QuestionCheck(english=english)
        yield Plain("", id="notice")
        yield KeptList(EMPTY, id="meant", buttons=(("asked", "I asked it"),))
        with Horizontal(classes="buttons"):
            yield Act("Back", id="leave")
        yield KeysLine()

    def on_mount(self) -> None:
        """Shows what is kept, and brings back typing that was not."""
        self.refresh_list()
        self._say(self._lines.bring_back([self.query_one(CatchLine)]))

    def refresh_list(self) -> None:
        """Shows the questions as they are saved."""
        portfolio = self._keeper.workspace.portfolio
        names = names_known(portfolio, self._meeting_id)
        self.query_one(NamePick).offer([name for name in names if name != ME])
        meant = [one for one in portfolio.live(SetQuestion) if one.meant]
        self.query_one(KeptList).fill([(one.id, _line(one)) for one in meant])
        said = f"{number_of(len(meant), 'question')} to ask" if meant else ""
        self.query_one(TitleBar).say("Questions I mean to ask", said)

    def _say(self, words: str, *, trouble: bool = False) -> None:
        line = self.query_one("#notice", Plain)
        line.say(words)
        line.set_class(trouble, "-trouble")

    def _trouble(self, words: str) -> None:
        self._say(words, trouble=True)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.drafter.edited()
        self.query_one(QuestionCheck).look(event.value)

    @on(CatchLine.Caught)
    async def _keep(self, event: CatchLine.Caught) -> None:
        stamp = self._keeper.workspace.stamp()
        question = SetQuestion(
            id=stamp.new_id(),
            made=stamp.now,
            changed=stamp.now,
            text=event.text,
            to=self.query_one(NamePick).value,
            meant=True,
        )
        kept = await self._keeping.save([question])
        event.line.settle(event.text, kept=kept)
        await self._lines.took()
        if kept:
            self._say("")
            self.refresh_list()

    @on(KeptList.Asked)
    async def _about_a_line(self, event: KeptList.Asked) -> None:
        question = self._keeper.workspace.portfolio.live_get(SetQuestion, event.record_id)
        if question is None:
            return
        if event.act == "open":
            await Going(self, self._keeper).edit(question)
        elif event.act == "delete":
            if await self._keeping.delete(question):
                self._done("Deleted. Ctrl+Z brings it back; so does the log, later.")
        elif await self._keeping.change(*self._asked(question)):
            self._done("It stands with the questions asked now. Ctrl+Z takes that back.")

    def _asked(self, question: SetQuestion) -> tuple[Record, ...]:
        space = self._keeper.workspace
        stamp = space.stamp()
        if self._meeting_id:
            table = Table(space.portfolio, self._meeting_id, stamp.now, stamp.new_id)
            return table.asked(question)
        return (asked_lately(space.portfolio, question, stamp.now),)

    def _done(self, words: str) -> None:
        self._say(words)
        self.refresh_list()

    def on_screen_resume(self) -> None:
        """Back from a form: what was changed there shows here."""
        if self.query(KeptList):
            self.refresh_list()

    @on(Button.Pressed, "#leave")
    async def _back(self) -> None:
        await self.action_leave()

    async def action_undo(self) -> None:
        """Ctrl+Z: what was deleted or marked here last is as it was."""
        self._done(await self._keeping.undo())

    async def action_leave(self) -> None:
        """Escape: back; what is not kept waits for the next time."""
        try:
            await self._lines.leave()
        except IlmcoachError as trouble:
            self._trouble(str(trouble))
        self.dismiss()


def _line(one: SetQuestion) -> Content:
    to = f"  for {clean_line(one.to)}" if one.to.strip() else ""
    return Content.assemble(plain(clean_line(one.text)), plain(to, "$quiet"))

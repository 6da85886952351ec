"""The AI record: all that was sent to a model and shown of it, by date."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Button, OptionList

from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.exchanges import histories_gone, totals
from ilmcoach.portfolio.records import Exchange, HistoryGone
from ilmcoach.services.ai_record import all_exchanges, delete_history
from ilmcoach.services.counts import many
from ilmcoach.services.keeper import Keeper
from ilmcoach.tui.for_good import ForGood
from ilmcoach.tui.going import Going
from ilmcoach.tui.showing.exchanges import gone, in_all, line_of, whole
from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.plain import Act, Plain, choice_line, plain
from ilmcoach.tui.widgets.titlebar import TitleBar

from .ai_statement import AIStatementScreen
from .confirm import ConfirmScreen

TITLE = "AI record"
EMPTY = (
    "Nothing was sent to a model. If you turn one on under “The coach”, everything that is sent, "
    "and every question shown of it, comes to stand here with its date. Nothing here can be "
    "changed; it can only be deleted as a whole, and a mark with the day stays."
)
ASKED_ONCE = (
    "The record shows what you asked a model and what you were given. Your centre or awarding "
    "body may ask for it, and your statement of AI use is made from it."
)
ASKED_TWICE = (
    "It goes from your portfolio and its backups and cannot be brought back. A mark stays: the "
    "day, how many sendings and of which days. Documents you exported stay as they are."
)


class AIRecordScreen(Screen[None]):
    """A list by date, the newest first, with all of each beside it."""

    HELP_PAGE = "ai-record"
    CSS_PATH = "../styles/coach.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+p", "app.command_palette", "Commands", priority=True),
        Binding("escape", "leave", "Back"),
    ]

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._going = Going(self, keeper)
        self._rows: dict[str, Exchange | HistoryGone] = {}

    def compose(self) -> ComposeResult:
        yield TitleBar(TITLE)
        yield Plain("", id="in-all", classes="quiet")
        with Horizontal(classes="browser", id="record"):
            yield OptionList(id="sendings", compact=True)
            with VerticalScroll(classes="detail panel"):
                yield Plain("", id="whole")
        yield Plain(EMPTY, id="nothing", classes="empty")
        with Horizontal(classes="buttons"):
            yield Act("Statement of AI use…", id="statement", main=True)
            yield Act("The coach…", id="coach")
            yield Act("Delete it all…", id="delete")
            yield Act("Back", id="leave")
        yield KeysLine()

    def on_mount(self) -> None:
        """Shows what is kept."""
        self._refresh()

    def on_screen_resume(self) -> None:
        """Back from another page: what was done there shows here."""
        if self.query("#sendings"):
            self._refresh()

    def _refresh(self) -> None:
        portfolio = self._keeper.workspace.portfolio
        sent = all_exchanges(portfolio)
        rows: list[Exchange | HistoryGone] = [*sent, *histories_gone(portfolio)]
        rows.sort(key=lambda one: one.made, reverse=True)
        self._rows = {one.id: one for one in rows}
        listed = self.query_one("#sendings", OptionList)
        at = listed.highlighted or 0
        listed.clear_options()
        for one in rows:
            listed.add_option(choice_line(line_of(one), id=one.id))
        count = totals(sent)
        self.query_one(TitleBar).say(TITLE, many(count.sent, "sending") if sent else "")
        self.query_one("#in-all", Plain).say(in_all(count) if rows else "")
        self.query_one("#record").display = bool(rows)
        self.query_one("#nothing").display = not rows
        self.query_one("#delete").display = bool(sent)
        if rows:
            listed.highlighted = min(at, len(rows) - 1)
            listed.focus()
        else:
            self.query_one("#statement").focus()

    @on(OptionList.OptionHighlighted, "#sendings")
    def _stood_on(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        one = self._rows.get(event.option.id or "")
        pack = self._keeper.workspace.pack
        if one:
            text = whole(one, pack) if isinstance(one, Exchange) else plain(gone(one))
            self.query_one("#whole", Plain).say(text)
            self.query_one(".detail", VerticalScroll).scroll_home(animate=False)

    @on(OptionList.OptionSelected, "#sendings")
    def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.query_one(".detail", VerticalScroll).focus()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "statement":
                await self.app.push_screen(AIStatementScreen(self._keeper))
            case "coach":
                from .coach_setup import CoachScreen

                await self._going.show(CoachScreen)
            case "delete":
                await self._ask_to_delete()
            case "leave":
                self.action_leave()

    async def _ask_to_delete(self) -> None:
        if self._going.cannot_write():
            return

        async def once(yes: bool | None) -> None:
            if yes:
                await self.app.push_screen(
                    ConfirmScreen("Really delete it?", ASKED_TWICE, yes="Delete it for good"),
                    twice,
                )

        async def twice(yes: bool | None) -> None:
            if yes:
                await self._delete()

        question = ConfirmScreen("Delete the AI record?", ASKED_ONCE, yes="Go on to delete")
        await self.app.push_screen(question, once)

    async def _delete(self) -> None:
        try:
            erased = await self._keeper.run(delete_history, self._keeper.workspace)
        except IlmcoachError as problem:
            self._going.say(str(problem), trouble=True)
        else:
            nothing_more = ForGood(self, self._keeper, self._going.say, lambda _: None)
            await nothing_more.tell(erased)
        self._refresh()

    def action_leave(self) -> None:
        """Escape: back to where one was."""
        self.dismiss(None)

"""What opens first: for a newcomer the ways to begin, else the day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import OptionList

from ilmcoach.errors import IlmcoachError
from ilmcoach.services.keeper import Keeper
from ilmcoach.tui.going import Going
from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.plain import Plain, way_line
from ilmcoach.tui.widgets.titlebar import TitleBar

from .home import HomeScreen

if TYPE_CHECKING:
    from ilmcoach.tui.app import IlmcoachApp

WELCOME = (
    "ilmcoach asks, you write. Every word is kept on this computer until you hand in a document "
    "made of your own words."
)


async def show_first_screen(app: IlmcoachApp, keeper: Keeper) -> None:
    """The tabs, and over them the welcome while nothing has been written."""
    try:
        await keeper.take_inbox()
        keeper.workspace.working_pack  # noqa: B018 - without any pack there is nothing to show
    except IlmcoachError as trouble:
        from .recovery import TroubleScreen

        await app.push_screen(TroubleScreen(trouble))
        return
    await app.push_screen(HomeScreen(keeper))
    store = keeper.workspace.store
    keeper.warn = partial(app.say, trouble=True)
    if store.backup_problem:
        app.say(store.backup_problem, trouble=True)
    if store.read_only:
        return
    if not len(store.portfolio) and not keeper.workspace.drafts.all():
        await app.push_screen(WelcomeScreen(keeper))


class WelcomeScreen(Screen[None]):
    """The first start: nothing has to be set up before the first word is written."""

    HELP_PAGE = "first"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "look_round", "Look round")]

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._going = Going(self, keeper)

    def compose(self) -> ComposeResult:
        yield TitleBar("ilmcoach")
        with Vertical(id="welcome"):
            yield Plain("Welcome.", id="welcome-head")
            yield Plain(WELCOME, id="welcome-text")
            yield OptionList(id="ways", compact=True)
        yield KeysLine()

    def on_mount(self) -> None:
        """Offers the ways to begin."""
        ways = self.query_one(OptionList)
        if self._quick():
            ways.add_option(
                way_line("write", "Just had a meeting? Write it down.", "Three short questions.")
            )
        ways.add_option(
            way_line("set-up", "Set up my programme", "One page; only the programme is needed.")
        )
        ways.add_option(
            way_line("example", "Look at an example", "A made-up learner, six months in.")
        )
        ways.add_option(
            way_line("file", "My tutor sent me a file", "A prompt pack: look at it, then add it.")
        )
        ways.add_option(way_line("look", "Look round first", "Nothing is kept until you write."))
        ways.add_option(
            way_line(
                "where",
                "Where is this kept, who can read it?",
                "On this computer, by you.",
                last=True,
            )
        )
        ways.highlighted = 0
        ways.focus()

    def _quick(self) -> str:
        walks = self._keeper.workspace.working_pack.walks_making("meeting")
        return next((walk.id for walk in walks if walk.quick), "")

    def on_screen_resume(self) -> None:
        """Once something is written the welcome has done its work."""
        if len(self._keeper.workspace.portfolio):
            self.dismiss(None)

    @on(OptionList.OptionSelected)
    async def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        match event.option.id:
            case "write":
                await self._going.walk(self._quick())
            case "set-up":
                await self._going.set_up()
            case "example":
                cast("IlmcoachApp", self.app).show_example()
            case "file":
                self._add_file()
            case "look":
                self.dismiss(None)
            case "where":
                await self.app.run_action("where")

    def _add_file(self) -> None:
        from .packs_add import AddPackScreen

        def added(pack_id: str | None) -> None:
            if pack_id:
                from .setup import SetupScreen

                self.app.push_screen(SetupScreen(self._keeper, pack_id))

        if not self._going.cannot_write():
            self.app.push_screen(AddPackScreen(self._keeper), added)

    def action_look_round(self) -> None:
        """Escape: the tabs, still empty."""
        self.dismiss(None)

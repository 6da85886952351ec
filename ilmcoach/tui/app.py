"""The app: opens the portfolio, shows the first screen, and ends without losing a word."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.worker import WorkerFailed

from ilmcoach.clock import Clock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders, read_preferences, write_preferences
from ilmcoach.store.recovery import NeedsRecovery

from .clipboard import Clipboard, SystemClipboard
from .crash import where
from .saying import say
from .starting import collect_again
from .themes import THEMES

if TYPE_CHECKING:
    from ilmcoach.services.coach_settings import KeyRing, LineMaker
    from ilmcoach.services.coaching import Coach
    from ilmcoach.services.spelling import OpenDictionary, Spelling

CLIPBOARD_PATIENCE = 2.0
"""Seconds to wait for the computer's clipboard, which is another program's business."""
LOADED_AFTER = 2.0
"""Seconds after which the first picture stands, even on a slow computer."""
SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
EXAMPLE = "An example: a made-up learner, six months in. Nothing you do here is kept."


class IlmcoachApp(App[None]):
    """ilmcoach in a terminal."""

    TITLE = "ilmcoach"
    CSS_PATH = [f"styles/{name}.tcss" for name in ("base", "home")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-tall")]  # noqa: RUF012
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (104, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "Help"),
        Binding("ctrl+q,f10", "quit", "Quit", show=False, priority=True),
        Binding("ctrl+t", "quick_note", "Quick note", show=False),
    ]

    def __init__(
        self,
        folders: Folders,
        *,
        clock: Clock | None = None,
        disk: Disk | None = None,
        clipboard: Clipboard | None = None,
        line: LineMaker | None = None,
        key_ring: KeyRing | None = None,
        dictionary: OpenDictionary | None = None,
        example: bool = False,
    ) -> None:
        super().__init__()
        self._outside_clipboard = clipboard or SystemClipboard()
        self.folders = folders
        self.example = example
        self.wants_example = False
        self._clock = clock
        self._disk = disk
        self._line = line
        self._key_ring = key_ring
        self._coach: Coach | None = None
        self._dictionary = dictionary
        self._spelling: Spelling | None = None
        self.keeper: Keeper | None = None
        for theme in THEMES:
            self.register_theme(theme)
        self._begin_with(read_preferences(folders).theme)

    def _begin_with(self, theme: str) -> None:
        """The theme from the first picture on. Setting it in the usual way would parse every
        style twice before that, and write the preferences down again."""
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        dark = self.current_theme.dark
        self.set_class(dark, "-dark-mode", update=False)
        self.set_class(not dark, "-light-mode", update=False)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colour name, for themes that do not know it."""
        return {"quiet": THEMES[0].variables["quiet"]}

    @property
    def workspace(self) -> Workspace:
        """The open portfolio; only asked for by screens that come after opening."""
        if self.keeper is None:
            raise IlmcoachError("The portfolio is not open.")
        return self.keeper.workspace

    @property
    def passing(self) -> str:
        """What stands over the tabs where nothing is kept; empty where everything is."""
        return EXAMPLE if self.example else ""

    @property
    def coach(self) -> Coach | None:
        """The coach of the open portfolio; None before one is open. Loaded when asked for."""
        if self._coach is None and self.keeper is not None:
            from ilmcoach.services.coach_settings import openai_line
            from ilmcoach.services.coaching import Coach

            line = self._line or openai_line
            self._coach = Coach(self.keeper, make_line=line, ring=self.key_ring)
        return self._coach

    @property
    def spelling(self) -> Spelling | None:
        """Spelling, for the open portfolio; None before one is open. Loaded when asked for."""
        if self._spelling is None and self.keeper is not None:
            from ilmcoach.services.spelling import Spelling

            self._spelling = Spelling(self.keeper.workspace, self._dictionary)
        return self._spelling

    @property
    def key_ring(self) -> KeyRing:
        """Where the key for a model can be kept."""
        from ilmcoach.services.coach_settings import SystemKeyRing

        return self._key_ring or SystemKeyRing()

    async def on_mount(self) -> None:
        """Opens the portfolio, or says why it cannot be opened."""
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self._listen_for_signals()
        # Nothing is drawn before this method ends.
        self.run_worker(self.open_portfolio())
        self.set_timer(LOADED_AFTER, collect_again)

    async def open_portfolio(self, *, read_only: bool = False) -> None:
        """Opens the portfolio and shows the screen that fits."""
        try:
            workspace = await asyncio.to_thread(
                open_workspace,
                self.folders,
                clock=self._clock,
                disk=self._disk,
                read_only=read_only,
            )
        except NeedsRecovery as trouble:
            from .screens.recovery import RecoveryScreen

            recovery = RecoveryScreen(trouble, clock=self._clock, disk=self._disk)
            await self.push_screen(recovery, self._recovered)
            return
        except IlmcoachError as trouble:
            from .screens.recovery import TroubleScreen

            await self.push_screen(TroubleScreen(trouble))
            return
        await self.show_portfolio(workspace)

    async def show_portfolio(self, workspace: Workspace) -> None:
        """Shows a portfolio that is open, be it only what can be read of a damaged one."""
        from .screens.first import show_first_screen

        self.keeper, self._coach, self._spelling = Keeper(workspace), None, None
        await show_first_screen(self, self.keeper)

    async def _recovered(self, workspace: Workspace | None) -> None:
        if workspace:
            await self.show_portfolio(workspace)
        else:
            await self.open_portfolio()

    def _keep_theme(self, theme: object) -> None:
        try:
            kept = replace(read_preferences(self.folders), theme=self.theme)
            write_preferences(self.folders, kept, self._disk_or_real())
        except IlmcoachError as problem:
            self.say(str(problem), trouble=True)

    def _disk_or_real(self) -> Disk:
        from ilmcoach.files import RealDisk

        return self._disk or RealDisk()

    def copy_to_clipboard(self, text: str) -> None:
        """Copies for use here, in the terminal where it allows that, and on the computer."""
        super().copy_to_clipboard(text)
        self.run_worker(partial(self._outside_clipboard.write, text), thread=True)

    async def text_to_paste(self) -> str:
        """What was copied last, here or anywhere on the computer; never waits long for it."""
        reading = asyncio.to_thread(self._outside_clipboard.read)
        try:
            outside = await asyncio.wait_for(reading, CLIPBOARD_PATIENCE)
        except TimeoutError:
            outside = None
        return self.clipboard if outside is None else outside

    def say(self, text: str, *, trouble: bool = False) -> None:
        """A short message in the corner; never read as markup."""
        say(self, text, trouble=trouble)

    def get_key_display(self, binding: Binding) -> str:
        """Keys as people write them: Ctrl+N."""
        key = binding.key.split(",")[0]
        names = {"escape": "Esc", "enter": "Enter", "space": "Space", "delete": "Del"}
        return "+".join(names.get(part, part.capitalize()) for part in key.split("+"))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The command palette's own commands, in our words."""
        for title, about, act in getattr(screen, "commands", tuple)():
            yield SystemCommand(title, about, act)
        yield SystemCommand("Quick note", "Write down a thought", self.action_quick_note)
        yield SystemCommand("Help", "What can be done here", self.action_help)
        yield SystemCommand(
            "Where is this kept?", "Which folder holds your writing", self.action_where
        )
        yield SystemCommand("Colours: light or dark", "Change them", self.action_switch_theme)
        yield SystemCommand("Quit", "Everything saved stays saved", self.action_quit)

    def action_help(self) -> None:
        """F1: the help page for where the learner is."""
        from .screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(getattr(self.screen, "HELP_PAGE", "home")))

    def action_where(self) -> None:
        """The page that says where everything is kept."""
        from .screens.where import WhereScreen

        self.push_screen(WhereScreen(self.folders))

    async def action_quick_note(self) -> None:
        """Ctrl+T: a thought, from anywhere."""
        from .screens.note import NoteScreen

        if not self.keeper or isinstance(self.screen, NoteScreen):
            return
        if why := self.workspace.store.why_read_only:
            self.say(why, trouble=True)
        else:
            await self.push_screen(NoteScreen(self.keeper))

    def action_help_quit(self) -> None:
        """Ctrl+C where nothing is selected: how to leave, in our words."""
        self.say("To leave, press Ctrl+Q. Everything you wrote is kept.")

    def action_switch_theme(self) -> None:
        """Light to dark and back."""
        dark, light = THEMES
        self.theme = light.name if self.theme == dark.name else dark.name

    async def action_quit(self) -> None:
        """Ends the app once every editor's words are kept; asks first if that cannot be done."""
        from .screens.confirm import ConfirmScreen

        problem = self.keep_drafts()
        if not problem:
            self.exit()
        elif not isinstance(self.screen, ConfirmScreen):
            await self.push_screen(
                ConfirmScreen(
                    "Your last words are not kept", problem, yes="Leave without them", no="Stay"
                ),
                self._left_anyway,
            )

    def _left_anyway(self, yes: bool | None) -> None:
        if yes:
            self.exit()

    def show_example(self) -> None:
        """Leaves for the example; `run_app` comes back here afterwards."""
        self.wants_example = True
        self.keep_drafts()
        self.exit()

    def keep_drafts(self) -> str:
        """Writes every waiting draft before going on; what kept one from being written, if
        anything did."""
        problems = []
        for screen in self.screen_stack:
            drafter = getattr(screen, "drafter", None)
            try:
                if drafter:
                    drafter.write_now()
            except IlmcoachError as problem:
                problems.append(str(problem))
        return "\n".join(problems)

    def _listen_for_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for name in SIGNALS:
            number = getattr(signal, name, None)
            if number is None:
                continue
            try:
                loop.add_signal_handler(number, self._end_by_signal)
            except (NotImplementedError, RuntimeError, ValueError):
                # Windows, or not the main thread: drafts are written within a second anyway.
                return

    def _end_by_signal(self) -> None:
        self.keep_drafts()
        self.exit(return_code=1)

    def _fatal_error(self) -> None:
        # The stock screen prints local variables, which hold the learner's words.
        error: BaseException | None = self._exception
        if isinstance(error, WorkerFailed):
            error = error.error
        kind = type(error).__name__ if error else "an unknown error"
        self._exit_renderables.clear()
        rest = "`ilmcoach doctor` checks your saved work."
        try:
            rest = self.keep_drafts() or (
                "What you had written is kept: open ilmcoach again to carry on."
            )
        finally:
            self.crash_report = (
                f"Something went wrong inside ilmcoach ({kind}, {where(error)}) and it had to "
                f"stop.\n{rest}"
            )
            self._close_messages_no_wait()

    crash_report = ""

    def close_portfolio(self) -> None:
        """Waits for saves under way and gives the lock back."""
        if self.keeper:
            self.keeper.close()
            self.keeper.workspace.close()
            self.keeper = self._coach = None


def run_app(
    folders: Folders,
    *,
    clock: Clock | None = None,
    disk: Disk | None = None,
    example: bool = False,
) -> int:
    """Runs the app until the learner leaves, with a look at the example in between if they ask
    for it; the exit code. Prints what went wrong, if it did."""
    import sys

    while True:
        app = IlmcoachApp(folders, clock=clock, disk=disk, example=example)
        try:
            app.run()
        finally:
            app.close_portfolio()
        if app.crash_report:
            sys.stderr.write(app.crash_report + "\n")
        if not app.wants_example:
            return app.return_code or 0
        from ilmcoach.services.demo import demo_clock, passing_demo

        with passing_demo() as passing:
            run_app(passing, clock=demo_clock(), example=True)

"""When the portfolio cannot be opened: what is wrong, and the ways on. Never an empty start."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import OptionList

from ilmcoach.clock import Clock
from ilmcoach.dates import say_day
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk
from ilmcoach.services.counts import counts_in_words, many
from ilmcoach.services.mending import go_back_to, only_look, save_readable
from ilmcoach.services.workspace import Workspace
from ilmcoach.store.recovery import NeedsRecovery
from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.plain import Plain, way_line
from ilmcoach.tui.widgets.titlebar import TitleBar

if TYPE_CHECKING:
    from ilmcoach.tui.app import IlmcoachApp

MOST_BACKUPS = 5
"""How many of the newest are offered; `ilmcoach restore` lists them all."""


class TroubleScreen(Screen[None]):
    """Says what is wrong and how to mend it; nothing can be done here but leave."""

    HELP_PAGE = "recovery"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "app.quit", "Leave")]

    def __init__(self, trouble: IlmcoachError) -> None:
        super().__init__()
        self._trouble = trouble

    def compose(self) -> ComposeResult:
        yield TitleBar("ilmcoach")
        with Vertical(id="trouble"):
            yield Plain(self._trouble.message, id="trouble-head")
            yield Plain(self._trouble.hint, id="trouble-text")
        yield KeysLine()


class RecoveryScreen(Screen[Workspace | None]):
    """The choice over a damaged or missing portfolio. The damaged file is kept aside.

    Gives back what was opened to look at only; None if the portfolio can be opened now.
    """

    HELP_PAGE = "recovery"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "app.quit", "Leave all as it is")]

    def __init__(
        self, trouble: NeedsRecovery, *, clock: Clock | None = None, disk: Disk | None = None
    ) -> None:
        super().__init__()
        self._trouble = trouble
        self._clock = clock
        self._disk = disk

    def compose(self) -> ComposeResult:
        yield TitleBar("ilmcoach")
        with Vertical(id="trouble"):
            yield Plain("Your portfolio cannot be opened as it is.", id="trouble-head")
            yield Plain(
                f"{self._trouble.what}\n{self._trouble.path}\n\n"
                "Nothing has been changed. Choose how to go on; the file as it is now is kept "
                "in any case.",
                id="trouble-text",
            )
            yield OptionList(id="ways", compact=True)
        yield KeysLine()

    def on_mount(self) -> None:
        """Offers the ways on, the safest first."""
        ways = self.query_one(OptionList)
        for number, backup in enumerate(self._trouble.good[:MOST_BACKUPS]):
            made = f"{say_day(backup.taken.date())}, {backup.taken:%H:%M}"
            ways.add_option(
                way_line(
                    f"backup-{number}",
                    f"Go back to the backup of {made}",
                    counts_in_words(backup.counts) or "It is empty.",
                )
            )
        if self._trouble.salvageable:
            entries = many(self._trouble.salvageable, "entry", "entries")
            ways.add_option(
                way_line(
                    "salvage",
                    "Save what can still be read in the damaged file",
                    f"{entries}, read line by line.",
                )
            )
            ways.add_option(
                way_line(
                    "look",
                    "Only look, change nothing",
                    f"Shows those {entries}; nothing is saved, and you can choose again later.",
                )
            )
        ways.add_option(way_line("leave", "Leave all as it is", "Closes ilmcoach."))
        ways.highlighted = 0
        ways.focus()

    @on(OptionList.OptionSelected)
    async def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        way = event.option.id or "leave"
        app = cast("IlmcoachApp", self.app)
        if way == "leave":
            await app.action_quit()
            return
        try:
            await self._go(way, app)
        except IlmcoachError as problem:
            app.say(str(problem), trouble=True)

    async def _go(self, way: str, app: IlmcoachApp) -> None:
        folders, clock, disk = app.folders, self._clock, self._disk
        if way == "look":
            self.dismiss(await asyncio.to_thread(only_look, folders, clock=clock, disk=disk))
            return
        if way == "salvage":
            await asyncio.to_thread(save_readable, folders, clock=clock, disk=disk)
        else:
            backup = self._trouble.good[int(way.rpartition("-")[2])]
            await asyncio.to_thread(go_back_to, folders, backup.path, clock=clock, disk=disk)
        self.dismiss(None)

"""The calendar file: written from here, with a word on what to do with it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Button

from ilmcoach.errors import IlmcoachError
from ilmcoach.services.calendar import export_calendar
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.outside import FileThere
from ilmcoach.tui.widgets.choices import ChoiceList
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Act, OwnWords, Plain

from .confirm import ask_to_replace
from .window import Window

WAYS = (
    ("words", "With my own words", "“Action due: …”, for a calendar that only you read"),
    ("no-words", "Without them", "“Action due”, “Set meeting”, for one that others can see"),
)


class CalendarScreen(Window[None]):
    """Where the file goes, and whether the learner's words are in it."""

    HELP_PAGE = "calendar"
    WINDOW_TITLE = "Calendar file"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "write", "Write the file")]

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper

    def body(self) -> Iterable[Widget]:
        yield Plain(
            "What is due, set meetings and ends, for the calendar on your computer or phone.",
            classes="para",
        )
        yield ChoiceList(WAYS, ("words",), id="with-words")
        yield Plain("The file", classes="field")
        yield Line(str(self._keeper.workspace.folders.exports / "calendar.ics"), id="file")
        yield OwnWords("", id="written")
        yield Plain(
            "Open it with your calendar, or import it there (Google Calendar: Settings, Import). "
            "When days have moved, write it again and import it again: they move there too. What "
            "is done or deleted here you delete there.",
            classes="quiet para",
        )

    def buttons(self) -> Iterable[Widget]:
        yield Act("Write the file", id="write", main=True)
        yield Act("Close", id="close")

    def on_mount(self) -> None:
        """Stands on the main button."""
        self.query_one("#write").focus()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "write":
            await self.action_write()
        else:
            self.dismiss(None)

    async def action_write(self) -> None:
        """Writes the file; asks before one is replaced."""
        typed = self.query_one("#file", Line).value.strip()
        if not typed:
            self._tell("Say where the file should go.", trouble=True)
            return
        out = Path(typed).expanduser()
        await self._write(out if out.suffix else out.with_suffix(".ics"), force=False)

    async def _write(self, out: Path, *, force: bool) -> None:
        space = self._keeper.workspace
        words = self.query_one(ChoiceList).chosen == ("words",)
        try:
            await self._keeper.run(lambda: export_calendar(space, out, words=words, force=force))
        except FileThere:
            ask_to_replace(self, out, partial(self._write, out, force=True))
        except IlmcoachError as problem:
            self._tell(str(problem), trouble=True)
        else:
            self._tell(f"Written: {out}")

    def _tell(self, text: str, *, trouble: bool = False) -> None:
        told = self.query_one("#written", OwnWords)
        told.set_class(trouble, "-trouble")
        told.say(text)
        told.scroll_visible()

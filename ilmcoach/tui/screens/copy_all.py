"""Exporting everything: one file with all that the learner put in."""

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
from ilmcoach.services.documents import export_data
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.outside import FileThere
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.made_document import MadeDocument
from ilmcoach.tui.widgets.plain import Act, Plain

from .aiming import Aim
from .confirm import ask_to_replace
from .window import Window

WHAT = (
    "One file with all that you wrote, earlier versions too, and the files you attached. Keep it "
    "on a stick or another computer; `ilmcoach data import` takes it in there."
)
WHO = "Whoever has this file can read everything in it, names and all."


class CopyAllScreen(Window[None]):
    """Where the copy goes, and that it is made."""

    HELP_PAGE = "copy-all"
    WINDOW_TITLE = "Export everything"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "write", "Make the copy")]

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._aim = Aim(self, keeper, partial(self._tell, trouble=True))

    def body(self) -> Iterable[Widget]:
        yield Plain(WHAT, classes="para")
        yield Plain("The file", classes="field para")
        yield Line(str(self._usual_file()), id="file")
        yield MadeDocument()

    def buttons(self) -> Iterable[Widget]:
        yield Act("Make the copy", id="write", main=True)
        yield Act("Close", id="close")

    def on_mount(self) -> None:
        """Stands on the main button."""
        self.query_one("#write").focus()

    def _usual_file(self) -> Path:
        space = self._keeper.workspace
        return space.folders.exports / f"everything-{space.today.isoformat()}.json"

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "write":
            await self.action_write()
        else:
            self.dismiss(None)

    async def action_write(self) -> None:
        """Makes the copy; asks before a file is replaced."""
        typed = self.query_one("#file", Line).value
        await self._aim.at(typed, "json", self._usual_file(), self._write)

    async def _write(self, out: Path, *, force: bool = False) -> None:
        space = self._keeper.workspace
        try:
            written = await self._keeper.run(partial(export_data, space, out, force=force))
        except FileThere:
            ask_to_replace(self, out, partial(self._write, out, force=True))
        except IlmcoachError as problem:
            self._tell(str(problem), trouble=True)
        else:
            self._tell(f"Written: {written}\n{WHO}", path=written)

    def _tell(self, text: str, *, path: Path | None = None, trouble: bool = False) -> None:
        made = self.query_one(MadeDocument)
        made.tell(text, path=path, trouble=trouble, opens=False)

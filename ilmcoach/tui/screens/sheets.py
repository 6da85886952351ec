"""Sheets to print: for the line manager, for the assessor, for speaking, for writing on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Button

from ilmcoach.errors import IlmcoachError
from ilmcoach.services.documents import (
    cue_cards_of,
    export_document,
    manager_sheet_of,
    mark_sheet_of,
    workbook_of,
)
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.outside import FileThere
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.widgets.choices import ChoiceList
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.made_document import MadeDocument
from ilmcoach.tui.widgets.plain import Act, Plain

from .aiming import Aim
from .confirm import ask_to_replace
from .window import Window

if TYPE_CHECKING:
    from ilmcoach.export.document import Document

FORMATS = (
    ("docx", "Word: to print, or to change first", ""),
    ("pdf", "PDF: to print, or to send as it is", ""),
    ("html", "Web page: one file that opens on any phone or computer", ""),
    ("md", "Markdown: plain text for any editor", ""),
)
READ_IT = "Read it through before you give it to anybody."


class SheetsScreen(Window[None]):
    """A sheet is chosen, a format and a file, and it is made."""

    HELP_PAGE = "sheets"
    WINDOW_TITLE = "Sheets to print"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "write", "Make it")]

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._sheets = sheets(keeper.workspace)
        self._aim = Aim(self, keeper, partial(self._tell, trouble=True))

    def body(self) -> Iterable[Widget]:
        offered = [(name, words, "") for name, (words, _) in self._sheets.items()]
        yield Plain("Which sheet", classes="field")
        yield ChoiceList(offered, [offered[0][0]], id="sheet")
        yield Plain("What kind of document", classes="field")
        yield ChoiceList(FORMATS, ["docx"], id="format")
        yield Plain("The file", classes="field")
        yield Line("", id="file")
        yield MadeDocument()

    def buttons(self) -> Iterable[Widget]:
        yield Act("Make it", id="write", main=True)
        yield Act("Close", id="close")

    def on_mount(self) -> None:
        """Stands on the sheets."""
        self._name_file()
        self.query_one("#sheet").focus()

    def _chosen(self, selector: str) -> str:
        return next(iter(self.query_one(selector, ChoiceList).chosen))

    def _usual_file(self) -> Path:
        space = self._keeper.workspace
        name = self._chosen("#sheet").replace(":", "-")
        file = f"{name}-{space.today.isoformat()}.{self._chosen('#format')}"
        return space.folders.exports / file

    def _name_file(self) -> None:
        self.query_one("#file", Line).value = str(self._usual_file())

    @on(ChoiceList.Changed)
    def _another(self, event: ChoiceList.Changed) -> None:
        event.stop()
        self._name_file()
        self.query_one(MadeDocument).forget()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "write":
            await self.action_write()
        else:
            self.dismiss(None)

    async def action_write(self) -> None:
        """Makes the sheet; asks before a file is replaced."""
        typed = self.query_one("#file", Line).value
        await self._aim.at(typed, self._chosen("#format"), self._usual_file(), self._write)

    async def _write(self, out: Path, *, force: bool = False) -> None:
        what, form = self._chosen("#sheet"), self._chosen("#format")
        _, document_of = self._sheets[what]
        space, warned = self._keeper.workspace, list[str]()

        def make() -> Path:
            document = document_of(space)
            return export_document(
                space, document, form, out, what=what, force=force, warn=warned.append
            )

        try:
            written = await self._keeper.run(make)
        except FileThere:
            ask_to_replace(self, out, partial(self._write, out, force=True))
        except IlmcoachError as problem:
            self._tell(str(problem), trouble=True)
        else:
            self._tell("\n".join([f"Written: {written}", READ_IT, *warned]), path=written)

    def _tell(self, text: str, *, path: Path | None = None, trouble: bool = False) -> None:
        self.query_one(MadeDocument).tell(text, path=path, trouble=trouble)


def sheets(space: Workspace) -> dict[str, tuple[str, Callable[[Workspace], Document]]]:
    """Each sheet there is: by the name that the command line knows it by, what a learner calls
    it, and what makes its document."""
    found: dict[str, tuple[str, Callable[[Workspace], Document]]] = {}
    pack = space.pack
    for task in pack.assessments if pack else ():
        cards = partial(cue_cards_of, assessment_id=task.id)
        marks = partial(mark_sheet_of, assessment_id=task.id)
        found[f"cue-cards:{task.id}"] = (f"Cue cards: {task.title}", cards)
        found[f"mark-sheet:{task.id}"] = (f"Mark sheet, blank: {task.title}", marks)
    if pack:
        found = {"manager-sheet": ("A page for my line manager", manager_sheet_of), **found}
    for walk in space.working_pack.walks_for_learner():
        blank = partial(workbook_of, walk_id=walk.id)
        found[f"workbook:{walk.id}"] = (f"On paper: {walk.title}", blank)
    return found

"""A sheet of the learner's questions for somebody else, to print or to mail."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input

from ilmcoach.dates import say_day
from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.records import FeedbackRequest
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.outside import FileThere
from ilmcoach.services.outside_viewer import open_outside, viewer
from ilmcoach.services.sheets import usual_sheet, write_sheet
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Act, OwnWords, Plain, plain

from .confirm import ConfirmScreen
from .window import Window


class FeedbackSheetScreen(Window[None]):
    """Writes the sheet, and notes the day on which the learner says that they asked."""

    HELP_PAGE = "feedback"
    WINDOW_TITLE = "A sheet to print or mail"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "write", "Write the sheet")]

    def __init__(self, keeper: Keeper, request: FeedbackRequest) -> None:
        super().__init__()
        self._keeper = keeper
        self._request = request
        self._text: Path | None = None

    def body(self) -> Iterable[Widget]:
        yield Plain(
            "Your questions, with room for the answers: a page to print, and the same as text to "
            "paste into a mail. Nothing is sent from here.",
            classes="para",
        )
        yield OwnWords(self._facts(), id="sheet-facts", classes="para")
        yield Plain("The page; the text goes beside it, ending in .txt", classes="field")
        yield Line(str(usual_sheet(self._keeper.workspace)), id="file")
        yield OwnWords("", id="written")

    def _facts(self) -> Content:
        one = self._request
        lines = [plain(f"For {one.who}", "bold")] if one.who.strip() else []
        lines += [plain(one.about)] if one.about.strip() else []
        asked = [line.strip() for line in one.questions.split("\n") if line.strip()]
        lines += [plain(f"{number}. {line}") for number, line in enumerate(asked, 1)]
        if one.by:
            lines.append(plain(f"by {say_day(one.by)}", "$quiet"))
        return Content("\n").join(lines)

    def buttons(self) -> Iterable[Widget]:
        yield Act("Write the sheet", id="write", main=True)
        yield Act("Open the text", id="open-text")
        yield Act("I have asked", id="asked")
        yield Act("Close", id="close")

    def on_mount(self) -> None:
        """Stands on writing it."""
        self.query_one("#asked").display = self._request.sent is None
        self.query_one("#open-text").display = False
        self.query_one("#write").focus()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "write":
                await self.action_write()
            case "open-text":
                self._open_text()
            case "asked":
                await self._note_asked()
            case _:
                self.dismiss(None)

    @on(Input.Submitted)
    async def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        await self.action_write()

    async def action_write(self) -> None:
        """Writes both files; asks before one is replaced."""
        typed = self.query_one("#file", Line).value.strip()
        if typed:
            await self._write(Path(typed).expanduser(), force=False)
        else:
            self._tell("Say where the sheet should go.", trouble=True)

    async def _write(self, out: Path, *, force: bool) -> None:
        space = self._keeper.workspace
        try:
            page, self._text = await self._keeper.run(
                lambda: write_sheet(space, self._request, out, force=force)
            )
        except FileThere:
            self._ask_to_replace(out)
        except IlmcoachError as problem:
            self._tell(str(problem), trouble=True)
        else:
            self._tell(f"Written: {page}\nand: {self._text}\nOnce you have asked, say so here.")
            self.query_one("#open-text").display = bool(viewer())

    def _ask_to_replace(self, out: Path) -> None:
        async def replace_it(yes: bool | None) -> None:
            if yes:
                await self._write(out, force=True)

        question = ConfirmScreen(
            "Replace the files?",
            f"{out}, as a page or as text, is already there. Replacing it cannot be undone.",
            yes="Replace them",
        )
        self.app.push_screen(question, replace_it)

    def _open_text(self) -> None:
        try:
            if self._text:
                open_outside(self._text, viewer())
        except IlmcoachError as problem:
            self._tell(str(problem), trouble=True)

    async def _note_asked(self) -> None:
        space = self._keeper.workspace
        asked = replace(self._request, sent=space.today, changed=space.clock.now())
        try:
            await self._keeper.save([asked])
        except IlmcoachError as problem:
            self._tell(str(problem), trouble=True)
            return
        self.dismiss(None)

    def _tell(self, text: str, *, trouble: bool = False) -> None:
        told = self.query_one("#written", OwnWords)
        told.set_class(trouble, "-trouble")
        told.say(text)
        told.scroll_visible()

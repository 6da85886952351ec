"""A summary for the tutor: everything that would be in it is read before it is written."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Button, Input

from ilmcoach.errors import IlmcoachError
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.outside import FileThere
from ilmcoach.services.summary import ENDING, say_summary, summary_of, write_summary
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.made_document import MadeDocument
from ilmcoach.tui.widgets.plain import Act, OwnWords, Plain

from .confirm import ask_to_replace
from .window import Window


class SummaryScreen(Window[None]):
    """Who it is from, where it goes, and its whole content."""

    HELP_PAGE = "summary"
    WINDOW_TITLE = "A summary for my tutor"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "write", "Make it")]

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper

    def body(self) -> Iterable[Widget]:
        space = self._keeper.workspace
        name = f"summary-{space.today.isoformat()}{ENDING}"
        yield Plain(
            "Days, and how many of what: your tutor can see how you are getting on without "
            "reading a word. Nothing that you wrote is in it, and nothing is sent: you give the "
            "file to your tutor yourself.",
            classes="para",
        )
        yield Plain("How your tutor knows you (may stay empty)", classes="field")
        yield Line("", id="name")
        yield Plain("The file", classes="field")
        yield Line(str(space.folders.exports / name), id="file")
        yield MadeDocument()
        yield Plain("All that is in it", classes="field")
        yield OwnWords("", id="content")

    def buttons(self) -> Iterable[Widget]:
        yield Act("Make it", id="write", main=True)
        yield Act("Close", id="close")

    def on_mount(self) -> None:
        """Shows what would be in it."""
        self._show()
        self.query_one("#name").focus(scroll_visible=False)
        # Its first lines say what this is, and stand above the line to type in.
        body = self.query_one("#window-body")
        self.call_after_refresh(body.scroll_home, animate=False)

    @on(Input.Changed, "#name")
    def _named(self, event: Input.Changed) -> None:
        event.stop()
        self._show()

    @on(Input.Submitted)
    def _next_line(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus_next()

    def _shown_as(self) -> str:
        return self.query_one("#name", Line).value

    def _show(self) -> None:
        summary = summary_of(self._keeper.workspace, self._shown_as())
        self.query_one("#content", OwnWords).say(say_summary(summary))

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
        await self._write(out if out.suffix else out.with_name(f"{out.name}{ENDING}"))

    async def _write(self, out: Path, *, force: bool = False) -> None:
        space, name = self._keeper.workspace, self._shown_as()

        def make() -> Path:
            return write_summary(space, out, summary_of(space, name), force=force)

        try:
            written = await self._keeper.run(make)
        except FileThere:
            ask_to_replace(self, out, partial(self._write, out, force=True))
        except IlmcoachError as problem:
            self._tell(str(problem), trouble=True)
        else:
            self._tell(f"Written: {written}", path=written)

    def _tell(self, text: str, *, path: Path | None = None, trouble: bool = False) -> None:
        self.query_one(MadeDocument).tell(text, path=path, trouble=trouble)

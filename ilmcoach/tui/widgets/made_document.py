"""A document that was just made: where it lies, and what can be done with it."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button

from ilmcoach.errors import IlmcoachError
from ilmcoach.services.outside_viewer import printer, run_outside, shower, viewer

from .plain import Act, OwnWords

_BY_HAND = "There is no program here that could."


class MadeDocument(Vertical):
    """Says what was written, or what went wrong. After a document was made it offers to open it,
    to show it in its folder and to print it, by the system's own programs."""

    DEFAULT_CSS = """
    MadeDocument { height: auto; margin: 1 0 0 0; }
    MadeDocument OwnWords { height: auto; color: $accent; }
    MadeDocument OwnWords.-trouble { color: $warning; }
    MadeDocument Horizontal { height: 1; }
    """

    def __init__(self) -> None:
        super().__init__(id="made")
        self._path: Path | None = None

    def compose(self) -> ComposeResult:
        yield OwnWords("", id="written")
        with Horizontal(id="made-ways"):
            yield Act("Open it", id="made-open")
            yield Act("Show it in its folder", id="made-show")
            yield Act("Print it", id="made-print")

    def on_mount(self) -> None:
        """Nothing was made yet."""
        self.query_one("#made-ways").display = False

    def tell(
        self, text: str, *, path: Path | None = None, trouble: bool = False, opens: bool = True
    ) -> None:
        """Says something; `path` is the document if one was made, and then the next thing to do
        is stood on. A file that no reader is for is not one that `opens`."""
        self._path = path
        told = self.query_one("#written", OwnWords)
        told.set_class(trouble, "-trouble")
        told.say(text)
        self.query_one("#made-ways").display = path is not None
        self.query_one("#made-open").display = opens
        self.query_one("#made-print").display = path is not None and opens and bool(printer(path))
        if path is not None:
            first = "#made-open" if opens else "#made-show"
            self.query_one(first).focus(scroll_visible=False)
        if text:
            self.call_after_refresh(self.scroll_visible, animate=False)

    def forget(self) -> None:
        """What was made is another document than the one that would be made now."""
        self.tell("")

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        path = self._path
        if path is None:
            return
        command: tuple[str, ...]
        match event.button.id:
            case "made-open":
                command = (*found, str(path)) if (found := viewer()) else ()
            case "made-show":
                command = shower(path)
            case _:
                command = printer(path)
        try:
            run_outside(command, path, _BY_HAND)
        except IlmcoachError as problem:
            self.notify(str(problem), severity="warning", markup=False)

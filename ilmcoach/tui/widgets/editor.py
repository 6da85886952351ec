"""The editor that learners write in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea

from ilmcoach.text import clean
from ilmcoach.tui.screens.menu import EditMenu

from .cutting import CutLine, Cuts
from .marked import Rows, Span
from .pasting import text_to_paste

RIGHT = 3


class Editor(TextArea):
    """A text area that wraps, in which Ctrl+A selects all and Ctrl+U deletes nothing.

    Whatever comes into it, typed, pasted or loaded, is cleaned first. Tab leaves the editor, so
    that no mouse is needed.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"editor--marked", "editor--unknown"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+a", "select_all", "Select all", show=False),
        Binding("ctrl+u,ctrl+k,ctrl+shift+k,ctrl+d", "nothing", show=False),
        Binding("ctrl+home", "go('start')", "To the start", show=False),
        Binding("ctrl+end", "go('end')", "To the end", show=False),
        Binding("ctrl+shift+home", "go('start', True)", "Select to the start", show=False),
        Binding("ctrl+shift+end", "go('end', True)", "Select to the end", show=False),
    ]

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        self._cuts = Cuts()
        self._find_marks: Callable[[str], Sequence[Span]] | None = None
        self._marks: dict[int, list[Span]] | None = None
        self._find_unknown: Callable[[int, str], Sequence[Span]] | None = None
        super().__init__(
            clean(text),
            id=id,
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            # Its colour would go over that of the marks.
            highlight_cursor_line=False,
        )

    def render_lines(self, crop: Region) -> list[Strip]:
        """Its lines; empty ones once it is taken away, for it may be drawn once more then, and
        Textual has let go of its styles (a crash)."""
        if not self.is_attached:
            return [Strip.blank(crop.width) for _ in range(crop.height)]
        return super().render_lines(crop)

    def load_text(self, text: str) -> None:
        """Puts `text`, cleaned, in the place of all that was there."""
        super().load_text(clean(text))

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn."""
        line = CutLine(self.document.get_line(line_index), self._cuts)
        if self._find_marks and (marks := self._marks_in_rows().get(line_index)):
            style = self.get_component_rich_style("editor--marked", partial=True)
            for start, end in marks:
                line.stylize(style, start, end)
        if self._find_unknown and (unknown := self._find_unknown(line_index, line.plain)):
            style = self.get_component_rich_style("editor--unknown", partial=True)
            for start, end in unknown:
                line.stylize(style, start, end)
        return line

    def mark_unknown(self, find: Callable[[int, str], Sequence[Span]] | None) -> None:
        """Marks words that a dictionary does not know: `find` gives for the number of a line, from
        0, and its text from which column to which. It is asked for each line that is drawn, so it
        must be quick; None takes the marks away."""
        if find is not None or self._find_unknown is not None:
            self._find_unknown = find
            self._build_highlight_map()
            self.refresh()

    def mark(self, find: Callable[[str], Sequence[Span]]) -> None:
        """Marks in the text what `find` gives for it: from which character to which. It is asked
        once after each change of the text, and now."""
        self._find_marks = find
        self._build_highlight_map()
        self.refresh()

    def _marks_in_rows(self) -> dict[int, list[Span]]:
        if self._marks is None:
            text = self.text
            spans = self._find_marks(text) if self._find_marks else ()
            self._marks = Rows(text).parts(spans) if spans else {}
        return self._marks

    def _build_highlight_map(self) -> None:
        # Textual comes here after each change, and lets go of the lines it has drawn.
        super()._build_highlight_map()
        self._marks = None

    def action_nothing(self) -> None:
        """Keys that would delete more than a tired hand means to."""

    def action_go(self, end: str, select: bool = False) -> None:
        """To the start or the end of the whole text."""
        self.move_cursor((0, 0) if end == "start" else self.document.end, select=select)

    async def action_paste(self) -> None:  # type: ignore[override]
        """Ctrl+V: what was last copied here or elsewhere on the computer, cleaned."""
        if not self.read_only:
            self._put_in(await text_to_paste(self))

    def action_cut(self) -> None:
        """Ctrl+X: takes out what is selected, and nothing where nothing is."""
        if self.selected_text:
            super().action_cut()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """The right button brings the menu."""
        if event.button == RIGHT:
            event.stop()
            event.prevent_default()
            self.focus()
            self.app.push_screen(EditMenu(event.screen_offset), self._from_menu)

    async def _from_menu(self, action: str | None) -> None:
        if action:
            await self.run_action(action)

    def put_in_place(self, text: str) -> None:
        """Puts `text` in the place of all that is here, in one step that can be undone."""
        self.select_all()
        self._put_in(text)

    def put_at_cursor(self, text: str) -> None:
        """Puts `text` where the cursor stands, in one step that can be undone, a space between it
        and a word before or after it. Nothing selected is taken out."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        before = " " if line[:column] and not line[column - 1].isspace() else ""
        after = " " if line[column:] and not line[column].isspace() else ""
        self.move_cursor((row, column))
        self._put_in(f"{before}{text}{after}")

    def _recompute_cursor_offset(self) -> None:
        # After a long paste is undone the cursor may briefly stand beyond the wrapped text
        # (Textual issue 6686); the end of the document is where it belongs then.
        try:
            super()._recompute_cursor_offset()  # type: ignore[no-untyped-call]
        except (IndexError, ValueError):
            self._cursor_offset = self.wrapped_document.location_to_offset(self.document.end)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._put_in(event.text)
        self.focus()

    def _put_in(self, text: str) -> None:
        if result := self._replace_via_keyboard(clean(text), *self.selection):
            self.move_cursor(result.end_location)


class OneLine(Editor):
    """An editor for one line, shown on several where it is long. Enter goes on to what follows;
    pasted lines become one."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.screen.focus_next()
            return
        await super()._on_key(event)

    def _put_in(self, text: str) -> None:
        super()._put_in(" ".join(clean(text).split()))

"""What stands beside the text at the desk: in a wide window all the time, in a narrow one as a
drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from ilmcoach.tui.coach_places import AtHeading
from ilmcoach.tui.widgets.beside import Beside
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.mine import Mine

if TYPE_CHECKING:
    from .desk import DeskScreen


class DeskSide:
    """Questions, reading and the learner's own records: one of them at a time."""

    def __init__(self, screen: DeskScreen) -> None:
        self._screen = screen

    @property
    def _side(self) -> Widget:
        return self._screen.query_one("#side")

    @property
    def _beside(self) -> Beside:
        return self._screen.query_one(Beside)

    @property
    def _mine(self) -> Mine:
        return self._screen.query_one(Mine)

    @property
    def _seen(self) -> bool:
        return self._screen.has_class("-wide") or self._side.has_class("-open")

    def begin(self) -> None:
        """The learner's own records come first."""
        self._beside.display = False
        self._screen.query_one("#task").display = False

    def questions(self, wanted: AtHeading) -> None:
        """What the heading asks, and questions on what is written so far; again for others."""
        if wanted.sends or (self._beside.display and self._seen):
            self._beside.ask(wanted)
        self._open(Beside)
        self._write_on()

    def reading(self) -> None:
        """Reading for this heading; again to put it away."""
        if self._seen and self._beside.display and self._beside.part == "reading":
            self._open(Mine)
            self._draw(out=False)
        else:
            self._open(Beside, "reading")
        self._write_on()

    def mine(self) -> None:
        """The learner's own records; from there back to the text."""
        if self._side.has_class("-open") and self._mine.has_focus_within:
            self.close()
            return
        self._open(Mine)
        self._mine.focus_first()

    def close(self) -> bool:
        """Puts away what was opened, and stands in the text; False if nothing was open."""
        was_open = self._side.has_class("-open")
        if was_open:
            self._draw(out=False)
            self._write_on()
        return was_open

    def _open(self, part: type[Mine] | type[Beside], alone: str = "") -> None:
        """Shows a part at the side; of questions and reading, one alone if it is named."""
        self._beside.display = part is Beside
        self._beside.show_only(alone)
        self._screen.query_one("#task").display = part is Beside and not alone
        self._mine.display = part is Mine
        self._draw(out=True)

    def _draw(self, *, out: bool) -> None:
        self._side.set_class(out, "-open")
        self._screen.set_class(out, "-drawer")
        self._screen.keep_cursor_in_sight()

    def _write_on(self) -> None:
        self._screen.query_one(Editor).focus()

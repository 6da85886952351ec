"""What is drawn out beside a walk: everything stands there in a wide window, in a narrow one a
drawer at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ilmcoach.tui.coach_places import AtStep
from ilmcoach.tui.widgets.outline import Outline
from ilmcoach.tui.widgets.walk_side import WalkSide

if TYPE_CHECKING:
    from .walk import WalkScreen


class WalkDrawers:
    """The drawers of one walk's screen."""

    def __init__(self, screen: WalkScreen) -> None:
        self._screen = screen

    @property
    def _side(self) -> WalkSide:
        return self._screen.query_one(WalkSide)

    @property
    def _wide(self) -> bool:
        return self._screen.has_class("-wide")

    @property
    def open(self) -> bool:
        """True while one is drawn out."""
        return bool(self._side.drawer) or self._screen.has_class("-steps")

    def questions(self, wanted: AtStep) -> None:
        """Questions on what is written so far. Where nothing is, those that suit the step stand
        there already: again turns to the next few."""
        if self._wide or self._side.drawer == "questions" or wanted.written:
            self._side.ask(wanted)
        if not self._wide:
            self._draw("questions")

    def steps(self) -> None:
        """The list of steps; again puts it away."""
        opening = not self._screen.has_class("-steps")
        self.close()
        self._screen.set_class(opening and not self._wide, "-steps")
        if opening or self._wide:
            self._screen.query_one(Outline).focus()

    def turn(self, part: str) -> None:
        """Draws a part out, or puts it away."""
        if self._side.drawer == part:
            self.close()
        elif not self._wide:
            self._draw(part)

    def close(self) -> None:
        """Puts away what is drawn out, and stands where one writes."""
        self._draw("")
        self._screen.focus_answer()

    def _draw(self, part: str) -> None:
        self._screen.remove_class("-steps")
        self._side.draw(part)

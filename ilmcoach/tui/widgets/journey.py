"""The months of the programme in two lines: their names, and what lies on the way."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from ilmcoach.portfolio.journey import Journey, Line, lay_out
from ilmcoach.tui.marks import Marks, marks_for

from .plain import plain

LEGEND = (
    ("held", "is a meeting held"),
    ("coming", "one to come"),
    ("today", "today"),
    ("goal", "a goal's last day"),
    ("review", "a day to look at a goal"),
    ("end", "the planned end"),
)
"""What each mark says, in the order in which they are told."""


class JourneyLine(Widget):
    """Shows a journey as wide as there is room; nothing while there is none."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__(id="journey")
        self._journey: Journey | None = None
        self.tooltip = plain(legend(marks_for()))

    def say(self, journey: Journey | None) -> None:
        """Shows another journey; None hides the line."""
        self._journey = journey
        self.display = journey is not None
        self.refresh()

    def render(self) -> Content:
        """The two lines for the width there is."""
        line = lay_out(self._journey, self.size.width) if self._journey else None
        if line is None:
            return Content("")
        marks = marks_for()
        return Content("\n").join([_labels(line), _way(line, marks)])


def legend(marks: Marks) -> str:
    """What the marks say, in one line."""
    return ", ".join(f"{getattr(marks, sort)} {words}" for sort, words in LEGEND)


def _labels(line: Line) -> Content:
    parts: list[Content] = []
    column = 0
    for label in line.labels:
        parts.append(plain(" " * (label.column - column)))
        parts.append(plain(label.text, "$accent" if label.today else "$quiet"))
        column = label.column + len(label.text)
    return Content.assemble(*parts)


def _way(line: Line, marks: Marks) -> Content:
    parts: list[Content] = []
    column = 0
    for at, sort in sorted(line.marks.items()):
        parts.append(plain(marks.way * (at - column), "$quiet"))
        parts.append(plain(getattr(marks, sort), "bold $accent" if sort == "today" else ""))
        column = at + 1
    parts.append(plain(marks.way * (line.width - column), "$quiet"))
    return Content.assemble(*parts)

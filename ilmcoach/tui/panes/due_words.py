"""How something that waits is said in one line. Pure."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from ilmcoach.dates import say_day, say_distance
from ilmcoach.portfolio.agenda import not_begun
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Activity
from ilmcoach.portfolio.week import Waiting
from ilmcoach.tui.marks import Marks
from ilmcoach.tui.widgets.plain import plain

_BEFORE = {
    "goal-review": "Look again: ",
    "goal": "Goal: ",
    "request": "Feedback from ",
    "enquiry": "No answer yet: ",
}
_INSTEAD = {
    "set-end": "The set comes to its planned end",
    "programme-end": "The end that you planned",
    "programme-last": "The last day to finish",
}
LONGEST = 56
"""Characters of the learner's words in one line."""


def due_title(one: Waiting, portfolio: Portfolio) -> str:
    """What it is, on one line: the learner's words, with ours before them where needed."""
    words = " ".join(one.words.split()) or "(no words yet)"
    before = _BEFORE.get(one.sort, "")
    activity = portfolio.live_get(Activity, one.record)
    if activity and activity.start == one.day and not_begun(activity):
        before = "Begin: "
    return _INSTEAD.get(one.sort) or f"{before}{words}"


def due_when(one: Waiting, today: date) -> str:
    """`Thu 3 Dec`, or how long ago it was; empty without a day."""
    if one.day is None:
        return ""
    return say_distance(one.day, today) if one.late else say_day(one.day)[:-5]


def due_line(one: Waiting, portfolio: Portfolio, today: date, marks: Marks) -> Content:
    """Its mark, its words and its day; what is late stands out."""
    title = due_title(one, portfolio)
    mark = plain(marks.late if one.late else marks.open, "bold $warning" if one.late else "$quiet")
    words = plain(title if len(title) < LONGEST else f"{title[: LONGEST - 1]}…")
    when = plain(due_when(one, today), "$warning" if one.late else "$quiet")
    return Content.assemble(mark, " ", words, "  ", when)

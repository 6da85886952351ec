"""One line of a look at the week."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from ilmcoach.dates import say_day
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.week import Waiting
from ilmcoach.services.week import ANSWERS, Look, answer_words
from ilmcoach.tui.marks import marks_for
from ilmcoach.tui.panes.due_words import due_line, due_title

from .plain import plain


def week_line(one: Waiting, look: Look, portfolio: Portfolio, today: date) -> Content:
    """What waits and since when; once it is answered, how it stands; once moved, to when."""
    marks = marks_for()
    state, moved = look.state(portfolio, one), look.moved(one)
    if not state and not moved:
        line = due_line(one, portfolio, today, marks)
    else:
        words = answer_words(portfolio.get(one.record))
        said = words[ANSWERS.index(state)].lower() if state else ""
        when = f"moved to {say_day(moved)[:-5]}" if moved else ""
        mark = plain(marks.answered if state == "done" else marks.dot, "$accent")
        title = plain(due_title(one, portfolio), "$quiet")
        told = plain(", ".join(part for part in (said, when) if part))
        line = Content.assemble(mark, " ", told, "  ", title)
    written = " ".join(look.line(portfolio, one).split())
    return Content.assemble(line, plain(f"  “{written}”", "$quiet")) if written else line

"""What is there and what is not, before an assessment is handed in: in words, no judgement."""

from __future__ import annotations

from textual.content import Content

from ilmcoach.dates import say_day
from ilmcoach.export.assignment import statement_for
from ilmcoach.packs.model import Assessment
from ilmcoach.portfolio.body import log_meetings
from ilmcoach.portfolio.coverage import count_assessment
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.quoting import quotes_standing
from ilmcoach.portfolio.records import Statement
from ilmcoach.portfolio.wording import on_cover
from ilmcoach.services.workspace import Workspace

from .labels import number_of, shorter_labels
from .panes.assignment import words_against
from .widgets.plain import plain

TITLE_ROOM = 46
"""Letters of a heading's title beside which its words still stand in line."""


def facts(task: Assessment, space: Workspace) -> Content:
    """The words under each heading, what nothing is linked to yet, and what is empty."""
    count = count_assessment(task, space.working_pack, space.portfolio)
    lines = [plain(words_against(count), "bold")]
    room = min(max((len(one.title) for one in count.sections), default=0), TITLE_ROOM)
    for section in count.sections:
        open_ones = shorter_labels([one.label for one in section.criteria if not one.covered])
        words = number_of(section.words, "word") if section.words else "empty so far"
        style = "$quiet" if section.words else "$warning"
        title = plain(f"{section.title:<{room}}  ")
        lines.append(Content.assemble(title, plain(words, style)))
        if open_ones:
            lines.append(plain(f"  nothing linked yet: {', '.join(open_ones)}", "$warning"))
    if has_log(task):
        chosen = len(log_meetings(space.portfolio))
        lines.append(plain(f"Meetings in the log: {chosen}", "$quiet"))
    if standing := len(quotes_standing(task, space.portfolio)):
        lines.append(plain(_standing(standing), "$warning"))
    if blank := [one for one in task.cover if not on_cover(one, space.portfolio.learner)]:
        empty = f"Empty on the cover: {', '.join(blank)}. “Set up my programme” has room for it"
        lines.append(plain(empty, "$quiet"))
    return Content("\n").join(lines)


def _standing(number: int) -> str:
    if number == 1:
        return "1 quote of yours stands as it was: rework or accept it"
    return f"{number} quotes of yours stand as they were: rework or accept them"


def statement_words(task: Assessment, portfolio: Portfolio) -> str:
    """How the own-work statement stands."""
    given = statement_for(task, portfolio)
    if given and given.on:
        return f"Own-work statement: confirmed by {given.name}, {say_day(given.on)}."
    if any(one.assessment == task.id for one in portfolio.live(Statement)):
        return "Own-work statement: open again, because the text has changed since you gave it."
    return "Own-work statement: open until you confirm it."


def has_log(task: Assessment) -> bool:
    """True if one of its headings holds the learning log."""
    return any(section.log for section in task.sections)

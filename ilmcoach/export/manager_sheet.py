"""One page for the line manager: what the learner aims at, by when, and what help they ask for.

Nothing else goes in: no feelings, no ratings, no feedback, nothing that was said in a set.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ilmcoach.dates import say_day
from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.agenda import coming_meetings
from ilmcoach.portfolio.portfolio import Portfolio

from .document import Cover, CoverRow, Document, Heading, Label, Node, Room, Table
from .parts.cells import theirs

TITLE = "My goals as a leader"
GOALS = ("Goal", "The help I ask for")
ACTIVITIES = ("Activity", "The help I ask for")
NOTHING = "No goal is open now."


def manager_sheet(pack: Pack, portfolio: Portfolio, today: date) -> Document:
    """The page, dated `today`: open goals and open activities, the dates of the programme and
    of set meetings to come (days only), and room for what the two agree."""
    nodes: list[Node] = [Heading(1, TITLE), _cover(pack, portfolio, today)]
    nodes += _goals(portfolio)
    nodes += _activities(portfolio)
    nodes += (Label("What we agree"), Room(3))
    return Document(TITLE, pack.language, tuple(nodes), one_page=True)


def _cover(pack: Pack, portfolio: Portfolio, today: date) -> Cover:
    name = portfolio.learner.name if portfolio.learner else ""
    rows = [CoverRow("From", name, learners=True)]
    enrolment = portfolio.enrolment
    days = (enrolment.start, enrolment.end) if enrolment else ()
    dates = " to ".join(say_day(day) for day in days if day)
    title = pack.programme.title if pack.programme else ""
    if programme := ", ".join(part for part in (title, dates) if part):
        rows.append(CoverRow("Programme", programme))
    meetings = "; ".join(say_day(day) for day, _ in coming_meetings(portfolio, today))
    if meetings:
        rows.append(CoverRow("Set meetings to come", meetings))
    return Cover((*rows, CoverRow("Date", say_day(today))))


def _goals(portfolio: Portfolio) -> Iterator[Node]:
    yield Heading(2, "My goals")
    rows = tuple(
        (theirs(one.what, _by(one.by)), theirs(one.support)) for one in portfolio.open_goals()
    )
    yield Table("", GOALS, rows) if rows else Label(NOTHING, missing=True)


def _activities(portfolio: Portfolio) -> Iterator[Node]:
    rows = tuple(
        (theirs(one.what, _by(one.by)), theirs(one.support)) for one in portfolio.open_activities()
    )
    if rows:
        yield Heading(2, "What I will do to learn")
        yield Table("", ACTIVITIES, rows)


def _by(day: date | None) -> str:
    return f"By {say_day(day)}" if day else ""

"""The five tests of a goal, in English: they point at gaps, never score and never block.

The tests are Doran's (Doran, G. T. (1981) 'There's a S.M.A.R.T. way to write management's goals
and objectives', Management Review, 70(11), 35–36), in the reading common on leadership courses.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from ilmcoach.dates import say_day, say_distance
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Finding, Goal
from ilmcoach.text import clean_line

from .signs import means_in, says_event, says_number
from .specific import judge_what

_SHORT = 90
_READ = 2000
"""As many characters of an answer are read: a goal is short."""


class TestResult(Struct, frozen=True):
    """One test: its name and whether it is met, both by `code` of `packs.vocabulary`, and
    `found`, the learner's words (or the day) that decided it; empty if nothing did."""

    __test__ = False

    test: str
    met: bool
    code: str
    found: str = ""


def check_goal(goal: Goal, portfolio: Portfolio, today: date) -> tuple[TestResult, ...]:
    """The five results for `goal`, in the order of `packs.vocabulary.TESTS`.

    - Specific: a verb that others could see done, and with what or with whom.
    - Measurable: `measure` has a number, in figures or words, or something to see or hear.
    - Achievable: `means` or `support` names a resource or a say: time, money, people, things,
      an agreement, one's own job.
    - Relevant: linked to a live finding that still is a limitation.
    - Time-bound: a day after the one on which the goal was made (or after today, if that is
      earlier) and not after the programme's end. A day that passed since then is still a day.
      Where no end is known the test is met, and its code says why: `no-programme`.
    """
    return (
        _specific(goal),
        _measurable(goal),
        _achievable(goal),
        _relevant(goal, portfolio),
        _time_bound(goal, portfolio, today),
    )


def _specific(goal: Goal) -> TestResult:
    if not goal.what.strip():
        return TestResult("specific", met=False, code="no-what")
    code, verb = judge_what(goal.what[:_READ])
    met = code == "specific-met"
    return TestResult("specific", met, code, _short(goal.what) if met else verb)


def _measurable(goal: Goal) -> TestResult:
    if goal.measure.strip():
        met = says_number(goal.measure[:_READ]) or says_event(goal.measure[:_READ])
        code = "measurable-met" if met else "no-evidence"
        return TestResult("measurable", met, code, _short(goal.measure))
    return TestResult("measurable", met=False, code="no-measure")


def _achievable(goal: Goal) -> TestResult:
    given = [text for text in (goal.means, goal.support) if text.strip()]
    if not given:
        return TestResult("achievable", met=False, code="no-means")
    found = next((part for text in given if (part := means_in(text[:_READ]))), "")
    if found:
        return TestResult("achievable", met=True, code="achievable-met", found=_short(found))
    return TestResult("achievable", met=False, code="vague-means", found=_short(given[0]))


def _relevant(goal: Goal, portfolio: Portfolio) -> TestResult:
    if not goal.finding:
        return TestResult("relevant", met=False, code="no-limitation")
    finding = portfolio.live_get(Finding, goal.finding)
    if finding is None or finding.sort != "limitation":
        return TestResult("relevant", met=False, code="limitation-gone")
    named = _short(finding.area_label or finding.evidence)
    return TestResult("relevant", met=True, code="relevant-met", found=named)


def _time_bound(goal: Goal, portfolio: Portfolio, today: date) -> TestResult:
    if goal.by is None:
        return TestResult("time-bound", met=False, code="no-date")
    found = f"{say_day(goal.by)}, {say_distance(goal.by, today)}"
    end = portfolio.enrolment.end if portfolio.enrolment else None
    code = "time-bound-met" if end else "no-programme"
    if goal.by <= min(today, goal.made.date()):
        code = "date-past"
    elif end and goal.by > end:
        code = "date-late"
    return TestResult("time-bound", code in ("time-bound-met", "no-programme"), code, found)


def _short(text: str) -> str:
    """`text` on one line, cut after a word where it is long."""
    line = clean_line(text)
    if len(line) <= _SHORT:
        return line
    return f"{line[:_SHORT].rsplit(' ', 1)[0].rstrip(' ,;:-')}…"

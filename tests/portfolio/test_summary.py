"""A summary for a tutor: days and counts, and not a word of the learner's."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import msgspec
from msgspec.structs import asdict, replace

from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Action, Goal, Meeting, Note, Record, SectionText
from ilmcoach.portfolio.summary import Summary, summarise
from tests.demo.example import example, example_pack

TODAY = date(2026, 11, 21)
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
SECRET = "Sentinel"
PLACES = frozenset(
    {"id", "run", "item", "links", "criteria", "assessment", "section", "criterion", "pack"}
)
"""Fields that say where a record belongs; without them there would be nothing to count."""


def told(portfolio: Portfolio, shown_as: str = "") -> Summary:
    return summarise(portfolio, example_pack(), shown_as, TODAY)


def written_over(record: Record, spare: frozenset[str]) -> Record:
    """The record with a word of ours in the place of every text in it."""
    new = {name: hide(value) for name, value in asdict(record).items() if name not in spare}
    return replace(record, **new)


def hide(value: Any) -> Any:
    if isinstance(value, str):
        return f"{SECRET} {value}" if value else value
    if isinstance(value, tuple):
        return tuple(hide(one) for one in value)
    if isinstance(value, dict):
        return {hide(key): hide(one) for key, one in value.items()}
    return value


def test_nothing_that_was_typed_or_chosen_is_in_it() -> None:
    for spare in (PLACES, frozenset[str]()):
        hidden = [written_over(one, spare) for one in example()]
        summary = told(Portfolio({one.id: one for one in hidden}))
        assert SECRET.encode() not in msgspec.json.encode(summary)
        assert summary.records == told(example()).records
    assert sum(task.words for task in told(example()).assessments) > 1000


def test_the_example_is_counted() -> None:
    summary = told(example(), "  Priya\nN.  ")
    assert (summary.shown_as, summary.month, summary.months) == ("Priya N.", 6, 12)
    assert summary.meetings_held[-1] == date(2026, 11, 19)
    assert summary.next_meeting == date(2026, 12, 17)
    assert summary.actions_late <= summary.actions_open == 4
    plan = next(one for one in summary.assessments if one.id == "action-plan-and-log")
    assert plan.sent_back
    assert [(one.on, one.what) for one in plan.handed_in] == [(date(2026, 10, 18), "draft")]
    assert plan.words == sum(section.words for section in plan.sections)


def test_it_reads_back_as_it_was_written() -> None:
    summary = told(example(), "Priya")
    assert msgspec.json.decode(msgspec.json.encode(summary), type=Summary) == summary


def test_an_empty_portfolio_has_a_summary_too() -> None:
    summary = summarise(Portfolio(), None, "", TODAY)
    assert (summary.last_change, summary.assessments, summary.records) == (None, (), {})


def test_what_was_deleted_is_not_counted_and_odd_states_are_not_shown() -> None:
    kept = Note(id="a", made=AT, changed=AT, text="x")
    gone = replace(kept, id="b", changed=datetime(2026, 11, 21, tzinfo=UTC), trashed=AT)
    late = Action(id="c", made=AT, changed=AT, text="x", due=date(2026, 11, 1))
    goal = Goal(id="d", made=AT, changed=AT, what="x")
    met = Meeting(id="e", made=AT, changed=AT, struck="x")
    text = SectionText(id="f", made=AT, changed=AT, assessment="gone", section="x", text="x")
    summary = told(Portfolio({one.id: one for one in (kept, gone, late, goal, met, text)}))
    assert summary.records == {"action": 1, "goal": 1, "meeting": 1, "note": 1, "section": 1}
    assert summary.last_change == date(2026, 11, 20)
    assert (summary.actions_open, summary.actions_late) == (1, 1)
    assert summary.goals == {"": 1}
    assert (summary.meetings_held, summary.meetings_held_undated) == ((), 1)
    assert all(task.words == 0 for task in summary.assessments)

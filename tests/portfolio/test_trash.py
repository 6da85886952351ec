"""What is deleted goes together, and comes back as it was."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec.structs import replace

from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Action, Finding, Meeting, Note, Record, Run, Telling
from ilmcoach.portfolio.trash import from_trash, to_trash

NOW = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)
AT: dict[str, Any] = {"made": NOW - timedelta(days=9), "changed": NOW - timedelta(days=9)}
MEETING = Meeting(id="m", problem="The rota.", **AT)


def of(*records: Record) -> Portfolio:
    return Portfolio({one.id: one for one in records})


def test_a_record_goes_with_the_runs_about_it_and_nothing_else() -> None:
    portfolio = of(
        MEETING,
        Run(id="quick", walk="quick", subject="m", **AT),
        Run(id="deep", walk="deep", subject="m", answers={"need": "Tuckman"}, **AT),
        Run(id="other", walk="deep", subject="another", **AT),
        Action(id="a", text="Ask", links=("m",), **AT),
        Telling(id="t", outcome="done", links=("x", "m"), **AT),
    )
    gone = to_trash(MEETING, portfolio, NOW)
    assert {one.id for one in gone} == {"m", "quick", "deep"}
    assert {one.trashed for one in gone} == {NOW}
    after = portfolio.with_records(gone)
    assert after.meetings() == ()
    assert [one.id for one in after.live(Run)] == ["other"]
    assert [one.id for one in after.open_actions()] == ["a"]
    assert after.with_records(from_trash(gone)) == portfolio


def test_a_run_that_was_deleted_before_stays_deleted_when_the_record_is_back() -> None:
    earlier = NOW - timedelta(days=1)
    portfolio = of(MEETING, Run(id="r", walk="deep", subject="m", trashed=earlier, **AT))
    gone = to_trash(MEETING, portfolio, NOW)
    assert [one.id for one in gone] == ["m"]
    back = portfolio.with_records(gone).with_records(from_trash(gone))
    assert back.live(Run) == ()


def test_deleting_a_run_leaves_what_it_is_about() -> None:
    run = Run(id="r", walk="deep", subject="m", answers={"need": "Tuckman"}, **AT)
    portfolio = of(MEETING, run)
    after = portfolio.with_records(to_trash(run, portfolio, NOW))
    assert after.live(Run) == ()
    assert after.live(Meeting) == (MEETING,)


def test_deleting_one_finding_leaves_the_run_that_made_several() -> None:
    one = Finding(id="one", run="r", item="self", rating=2, **AT)
    run = Run(id="r", walk="strengths", answers={"areas": ("self", "purpose")}, **AT)
    portfolio = of(one, Finding(id="two", run="r", item="purpose", rating=3, **AT), run)
    after = portfolio.with_records(to_trash(one, portfolio, NOW))
    assert [left.id for left in after.live(Finding)] == ["two"]
    assert after.live(Run) == (run,)


def test_neither_changes_a_word_or_when_it_was_last_changed() -> None:
    note = Note(id="n", text="Ask K", criteria=("m3-37/2.2",), links=("m",), **AT)
    (gone,) = to_trash(note, of(note), NOW)
    assert gone == replace(note, trashed=NOW)
    assert from_trash((gone,)) == (note,)

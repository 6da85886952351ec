"""A meeting while it goes on: which it is, who is there, what is written down."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from ilmcoach.portfolio.at_meeting import (
    Table,
    asked_lately,
    meeting_now,
    meeting_on,
    names_known,
    not_known,
    short_form,
)
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Action, Meeting, Person, Record, SetQuestion, Turn
from ilmcoach.portfolio.turns import ME

NOW = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)
TODAY, SOON = NOW.date(), date(2026, 12, 3)


def at(days: int = 0) -> dict[str, Any]:
    moment = NOW + timedelta(days=days)
    return {"made": moment, "changed": moment}


def of(*records: Record) -> Portfolio:
    return Portfolio({one.id: one for one in records})


PEOPLE = (
    Person(id="p1", name="Karim", role="member", **at(-9)),
    Person(id="p2", name="Rosa", role="member", **at(-8)),
    Person(id="p3", name="Adele", role="advisor", **at(-7)),
    Person(id="p4", name="Boss", role="manager", **at(-6)),
)


class Kept:
    """A table whose records are saved at once."""

    def __init__(self, *records: Record, meeting_id: str = "m") -> None:
        self.portfolio = of(*records)
        self._ids = (f"id{number:02}" for number in count())
        self._meeting_id = meeting_id
        self.now = NOW

    @property
    def table(self) -> Table:
        return Table(self.portfolio, self._meeting_id, self.now, lambda: next(self._ids))

    def save(self, records: Iterable[Record]) -> tuple[Record, ...]:
        saved = tuple(records)
        assert len({one.id for one in saved}) == len(saved)
        self.portfolio = self.portfolio.with_records(saved)
        self.now += timedelta(seconds=60)
        return saved


HELD = Meeting(id="held", held=date(2026, 11, 5), struck="x", **at(-16))
TODAYS = Meeting(id="today", held=TODAY, **at())
PLANNED = Meeting(id="planned", planned=TODAY, problem="x", **at(-3))
COMING = Meeting(id="coming", planned=SOON, problem="x", **at(-1))
RUNNING = Turn(id="t", who="K", since=NOW - timedelta(hours=1), links=("held",), **at())
FORGOTTEN = Turn(id="t", who="K", since=NOW - timedelta(days=16), links=("held",), **at(-16))


@pytest.mark.parametrize(
    ("records", "found"),
    [
        ((), None),
        ((HELD,), None),
        ((HELD, COMING), "coming"),
        ((HELD, COMING, PLANNED), "planned"),
        ((HELD, COMING, PLANNED, TODAYS), "today"),
        ((HELD, COMING, TODAYS, RUNNING), "held"),
        ((HELD, COMING, FORGOTTEN), "coming"),
    ],
)
def test_the_meeting_that_is_going_on(records: tuple[Record, ...], found: str | None) -> None:
    meeting = meeting_now(of(*records), NOW)
    assert (meeting.id if meeting else None) == found


def test_a_meeting_is_made_when_the_first_thing_is_written() -> None:
    kept = Kept()
    assert kept.table.meeting is None
    kept.save(kept.table.ask("K", ME, "What would happen if you said nothing?"))
    meeting = kept.table.meeting
    assert meeting is not None
    assert meeting.held == TODAY
    assert [type(one) for one in kept.save(kept.table.agree("Ask her", SOON))] == [Action]
    assert [(one.by, one.to, one.at) for one in kept.table.questions] == [("K", ME, NOW)]
    assert [(one.text, one.due) for one in kept.table.actions] == [("Ask her", SOON)]


def test_what_was_prepared_for_today_is_held_and_what_is_to_come_is_not() -> None:
    for meeting, held in ((PLANNED, TODAY), (COMING, None)):
        kept = Kept(meeting, meeting_id=meeting.id)
        kept.save(kept.table.agree("Ask her", None))
        found = kept.table.meeting
        assert found is not None
        assert (found.held, found.problem) == (held, "x")


def test_the_next_meeting_is_kept_changed_and_taken_back() -> None:
    kept = Kept()
    kept.save(kept.table.meet_next(SOON))
    assert kept.table.meet_next(SOON) == ()
    assert kept.table.meeting is not None
    assert kept.table.meeting.next_on == SOON
    kept.save(kept.table.meet_next(None))
    assert kept.table.meeting.next_on is None


def test_who_may_be_here_and_who_is() -> None:
    kept = Kept(*PEOPLE)
    assert [who for who, _ in kept.table.members()] == [ME, "Karim", "Rosa"]
    kept.save(kept.table.everybody())
    assert [one.who for one in kept.table.turns] == [ME, "Karim", "Rosa"]
    kept.save(kept.table.come("A guest"))
    assert kept.table.come("A guest") == ()
    assert names_known(kept.portfolio, "m") == (ME, "Karim", "Rosa", "Adele", "A guest")
    assert kept.table.everybody() == ()


def test_coming_back_brings_the_time_back_and_time_away_is_not_counted() -> None:
    kept = Kept(*PEOPLE)
    kept.save(kept.table.come("Rosa"))
    kept.save(kept.table.start(kept.table.turns[0].id))
    kept.save(kept.table.leave(kept.table.turns[0]))
    assert not kept.table.turns
    kept.save(kept.table.come("Rosa"))
    (turn,) = kept.table.turns
    assert (turn.seconds, turn.since) == (60, None)


def test_who_comes_later_has_as_many_minutes_as_the_others() -> None:
    kept = Kept(*PEOPLE)
    kept.save(kept.table.come("Rosa"))
    kept.save(kept.table.more_minutes(-10))
    kept.save(kept.table.come("Karim"))
    assert [one.minutes for one in kept.table.turns] == [20, 20]


def test_a_question_that_was_meant_is_asked_here_or_at_the_newest_meeting() -> None:
    meant = SetQuestion(id="q", text="What for?", to="Rosa", meant=True, **at())
    kept = Kept(meant)
    kept.save(kept.table.asked(meant))
    (asked,) = kept.table.questions
    assert (asked.by, asked.to, asked.at, asked.meant) == (ME, "Rosa", NOW, False)
    older = Meeting(id="older", held=date(2026, 10, 1), **at(-50))
    later = asked_lately(of(meant, older, HELD, COMING), meant, NOW)
    assert (later.links, later.at, later.meant) == (("held",), None, False)
    assert asked_lately(of(meant), meant, NOW).links == ()


NAMES = (ME, "Karim", "Kim", "Rosa", "Anne-Marie O'Hara")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ka>me: What for?", ("Karim", ME, "What for?")),
        ("ROSA > kim : What for?", ("Rosa", "Kim", "What for?")),
        ("r>: What for?", ("Rosa", "", "What for?")),
        (">me: What for?", ("", ME, "What for?")),
        ("anne>me:What for?", ("Anne-Marie O'Hara", ME, "What for?")),
        ("k>me: What for?", ("k", ME, "What for?")),
        ("Z > ros: What for?", ("Z", "Rosa", "What for?")),
        ("me>Z: What for?", (ME, "Z", "What for?")),
        ("x>y: What for?", ("", "", "x>y: What for?")),
        (">: What for?", ("", "", ">: What for?")),
        ("What is > than: what?", ("", "", "What is > than: what?")),
        ("What for?", ("", "", "What for?")),
        ("[/notes]>me: x", ("[/notes]", ME, "x")),
    ],
)
def test_names_in_front_of_a_question(typed: str, read: tuple[str, str, str]) -> None:
    assert short_form(typed, NAMES) == read


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("ka>me: What?", ()),
        (">me: What?", ()),
        ("What for?", ()),
        ("k>me: What?", ("k",)),
        ("x > y: What?", ("x", "y")),
    ],
)
def test_names_in_front_of_a_question_that_are_nobodys(typed: str, names: tuple[str, ...]) -> None:
    assert not_known(typed, NAMES) == names


def test_a_meeting_is_on_while_a_clock_runs_at_it() -> None:
    on = meeting_on(of(HELD, COMING, RUNNING), NOW)
    assert on is not None
    assert on.id == "held"
    assert meeting_on(of(HELD, COMING, FORGOTTEN), NOW) is None
    assert meeting_on(of(TODAYS), NOW) is None


NAMED = Meeting(id="named", held=date(2026, 11, 5), struck="x", next_on=SOON, **at(-16))


@pytest.mark.parametrize(
    ("records", "here", "day"),
    [
        ((TODAYS,), "today", None),
        ((NAMED, TODAYS), "today", SOON),
        ((COMING, TODAYS), "today", SOON),
        ((COMING,), "coming", None),
        ((NAMED,), "new", SOON),
        (
            (NAMED, Meeting(id="m", held=TODAY, next_on=date(2027, 1, 7), **at())),
            "m",
            date(2027, 1, 7),
        ),
        (
            (Meeting(id="old", next_on=TODAY, held=TODAY - timedelta(days=9), **at(-9)),),
            "new",
            None,
        ),
    ],
)
def test_the_day_of_the_next_meeting_as_it_is_known(
    records: tuple[Record, ...], here: str, day: date | None
) -> None:
    assert Kept(*records, meeting_id=here).table.next_day == day

"""The clock of a rehearsal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ilmcoach.portfolio.rehearsing import RehearsalClock, say_clock

NOW = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def test_it_stands_still_until_it_is_started() -> None:
    clock = RehearsalClock.for_cards(2)
    assert (clock.running, clock.seconds(at(100))) == (False, 0)
    assert clock.start(NOW).seconds(at(100)) == 100


def test_a_pause_counts_nothing() -> None:
    clock = RehearsalClock.for_cards(1).start(NOW).pause(at(60))
    assert clock.seconds(at(500)) == 60
    assert clock.start(at(500)).seconds(at(510)) == 70


def test_starting_what_runs_changes_nothing() -> None:
    clock = RehearsalClock.for_cards(1).start(NOW)
    assert clock.start(at(30)) == clock


def test_each_card_has_its_own_time() -> None:
    clock = RehearsalClock.for_cards(3).start(NOW).turn(1, at(20)).turn(1, at(50)).turn(-1, at(55))
    assert clock.at == 1
    assert clock.pause(at(65)).spent == (20, 40, 5)


def test_turning_while_it_stands_still_counts_nothing() -> None:
    clock = RehearsalClock.for_cards(2).turn(1, at(30))
    assert (clock.at, clock.running, clock.seconds(at(90))) == (1, False, 0)


@pytest.mark.parametrize(("by", "stays"), [(-1, 0), (1, 1), (9, 1)])
def test_there_is_nothing_before_the_first_card_and_after_the_last(by: int, stays: int) -> None:
    assert RehearsalClock.for_cards(2).turn(by, NOW).at == stays


def test_a_computer_clock_set_back_takes_nothing_off() -> None:
    clock = RehearsalClock.for_cards(1).start(NOW).pause(at(60)).start(at(60))
    assert clock.pause(at(-3600)).seconds(NOW) == 60


@given(st.lists(st.tuples(st.sampled_from("spt"), st.integers(0, 600)), max_size=20))
def test_the_whole_is_the_sum_of_the_times_it_ran(steps: list[tuple[str, int]]) -> None:
    clock, moment, ran = RehearsalClock.for_cards(3), 0, 0
    for step, later in steps:
        ran += later if clock.running else 0
        moment += later
        now = at(moment)
        turned = clock.turn(1, now)
        clock = {"s": clock.start(now), "p": clock.pause(now), "t": turned}[step]
    assert clock.seconds(at(moment)) == ran


@pytest.mark.parametrize(("seconds", "said"), [(0, "0:00"), (65.9, "1:05"), (3690, "61:30")])
def test_said(seconds: float, said: str) -> None:
    assert say_clock(seconds) == said

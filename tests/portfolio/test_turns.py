"""Clocks of turns: nothing is lost, nothing invented, each sign given once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ilmcoach.portfolio.records import Turn
from ilmcoach.portfolio.turns import (
    MOST_MINUTES,
    Sign,
    counted_on,
    current,
    hand_on,
    left,
    pause,
    running,
    sign_due,
    spent,
    standing_sign,
    start,
    upcoming,
    with_minutes,
)

T0 = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return T0 + timedelta(seconds=seconds)


def turn(name: str, **fields: Any) -> Turn:
    made = at(-100 + ord(name[0]))
    return Turn(id=name, who=name, made=made, changed=made, **fields)


def after(turns: tuple[Turn, ...], changed: tuple[Turn, ...]) -> tuple[Turn, ...]:
    assert len({one.id for one in changed}) == len(changed)
    new = {one.id: one for one in changed}
    return tuple(new.get(one.id, one) for one in turns)


THREE: tuple[Turn, ...] = (turn("a"), turn("b"), turn("c"))


def test_a_clock_runs_pauses_and_runs_on() -> None:
    turns = after(THREE, start(THREE, "b", at(0)))
    assert [spent(one, at(90)) for one in turns] == [0, 90, 0]
    turns = after(turns, pause(turns, at(90)))
    assert running(turns) is None
    assert current(turns) == turns[1]
    assert left(turns[1], at(5000)) == 30 * 60 - 90
    turns = after(turns, start(turns, "b", at(200)))
    assert left(turns[1], at(200 + 30 * 60)) == -90


def test_starting_another_stops_the_one_that_runs() -> None:
    turns = after(THREE, start(THREE, "a", at(0)))
    turns = after(turns, start(turns, "c", at(60)))
    assert [one.id for one in turns if one.since] == ["c"]
    assert [spent(one, at(61)) for one in turns] == [60, 0, 1]
    assert start(turns, "c", at(70)) == ()
    assert start(turns, "nobody", at(70)) == ()


def test_handing_on_goes_round_and_ends() -> None:
    turns, order = THREE, []
    for number in range(5):
        turns = after(turns, hand_on(turns, turns, at(number * 60)))
        now = running(turns)
        order.append(now.id if now else "")
    assert order == ["a", "b", "c", "", ""]
    assert [(one.seconds, one.ended) for one in turns] == [(60, True)] * 3


def test_who_was_passed_over_comes_at_the_end() -> None:
    turns = after(THREE, start(THREE, "b", at(0)))
    assert upcoming(turns, turns[1]) == turns[2]
    for number in (1, 2):
        turns = after(turns, hand_on(turns, turns, at(number * 60)))
    now = running(turns)
    assert now is not None
    assert now.id == "a"


def test_a_turn_that_had_ended_can_go_on() -> None:
    turns: tuple[Turn, ...] = (turn("a", seconds=100, ended=True),)
    turns = after(turns, start(turns, "a", at(0)))
    assert (turns[0].ended, spent(turns[0], at(5))) == (False, 105)


def test_a_clock_forgotten_at_another_meeting_stops() -> None:
    elsewhere = turn("x", since=at(-60))
    changed = {one.id: one for one in hand_on(THREE, (*THREE, elsewhere), at(0))}
    assert changed["x"].since is None
    assert changed["x"].seconds == 60
    assert changed["a"].since == at(0)


def test_a_clock_set_back_gives_no_time_and_counts_on() -> None:
    running_one = turn("a", seconds=10, since=at(0))
    assert spent(running_one, at(-3600)) == 10
    assert counted_on(running_one, at(50), at(60)) == running_one
    on = counted_on(running_one, at(50), at(-600))
    assert [spent(on, at(seconds)) for seconds in (-600, -590)] == [60, 70]
    again = counted_on(running_one, None, at(-600))
    assert [spent(again, at(seconds)) for seconds in (-600, -590)] == [10, 20]
    still = turn("b", seconds=5)
    assert counted_on(still, at(50), at(-600)) == still


def test_another_zone_is_the_same_moment() -> None:
    zone = timezone(timedelta(hours=2))
    assert spent(turn("a", since=at(0).astimezone(zone)), at(30)) == 30


@pytest.mark.parametrize(
    ("minutes", "seconds", "sign"),
    [
        (30, 0, None),
        (30, 1499, None),
        (30, 1500, Sign.LAST_MINUTES),
        (30, 1799, Sign.LAST_MINUTES),
        (30, 1800, Sign.END),
        (30, 9000, Sign.END),
        (5, 0, None),
        (5, 299, None),
        (5, 300, Sign.END),
        (6, 60, Sign.LAST_MINUTES),
    ],
)
def test_the_sign_a_turn_stands_under(minutes: int, seconds: int, sign: Sign | None) -> None:
    assert standing_sign(turn("a", minutes=minutes, since=T0), at(seconds)) is sign


@given(
    st.integers(1, 40),
    st.lists(st.integers(0, 400), max_size=30),
)
def test_each_sign_is_due_once(minutes: int, steps: list[int]) -> None:
    one, seen, given_signs = turn("a", minutes=minutes, since=T0), 0, []
    for step in steps:
        given_signs.append(sign_due(one, at(seen), at(seen + step)))
        seen += step
    signs = [sign for sign in given_signs if sign]
    assert len(signs) == len(set(signs))
    assert (Sign.END in signs) == (seen >= minutes * 60)
    if signs:
        assert signs[-1] is standing_sign(one, at(seen))


def test_minutes_are_given_to_the_current_turn_else_to_all_to_come() -> None:
    turns: tuple[Turn, ...] = (THREE[0], THREE[1], replace(THREE[2], ended=True))
    assert {one.id: one.minutes for one in with_minutes(turns, -5, T0)} == {"a": 25, "b": 25}
    turns = after(turns, start(turns, "b", at(0)))
    assert {one.id: one.minutes for one in with_minutes(turns, 5, T0)} == {"b": 35}
    assert [one.minutes for one in with_minutes((turn("d", minutes=3),), -5, T0)] == [1]
    assert with_minutes((turn("d", minutes=MOST_MINUTES),), 5, T0) == ()


ACTS = st.sampled_from(["a", "b", "c", "pause", "next", "look"])


@given(st.lists(st.tuples(ACTS, st.floats(0, 5000, allow_nan=False)), max_size=40))
def test_no_second_is_lost_or_invented(acts: list[tuple[str, float]]) -> None:
    """Whatever is pressed: all turns together have the time in which one of them ran, in whole
    seconds of the clock."""
    turns, clock, ran = THREE, 0.25, 0
    for act, wait in acts:
        before, clock = clock, clock + wait
        if running(turns):
            ran += int(clock) - int(before)
        now = at(clock)
        if act == "pause":
            turns = after(turns, pause(turns, now))
        elif act == "next":
            turns = after(turns, hand_on(turns, turns, now))
        elif act != "look":
            turns = after(turns, start(turns, act, now))
        assert sum(spent(one, now) for one in turns) == ran
        assert len([one for one in turns if one.since]) <= 1
        assert not any(one.since and one.ended for one in turns)
        assert all(spent(one, at(-9000)) >= 0 for one in turns)

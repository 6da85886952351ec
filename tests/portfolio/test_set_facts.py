"""What is known about sets, told only where it applies."""

from __future__ import annotations

from datetime import date

import pytest

from ilmcoach.portfolio.set_facts import advisor_facts, length_facts, size_facts

START = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("members", "level"),
    [
        (2, "outside"),
        (3, "outside"),
        (4, "fine"),
        (6, "fine"),
        (7, "stretch"),
        (8, "stretch"),
        (9, "outside"),
        (40, "outside"),
    ],
)
def test_the_size_of_a_set(members: int, level: str) -> None:
    size, _ = size_facts(members)
    assert size.level == level
    assert f"{members} members with you" in size.words
    assert size.reason


def test_who_is_alone_is_told_nothing() -> None:
    assert size_facts(0) == size_facts(1) == ()


def test_outside_the_range_a_set_does_not_count() -> None:
    assert all("does not count" in size_facts(members)[0].reason for members in (3, 9))


@pytest.mark.parametrize(
    ("members", "told"), [(2, "1 hour "), (3, "1½ hours"), (4, "2 hours"), (5, "2½ hours")]
)
def test_half_an_hour_each(members: int, told: str) -> None:
    assert f"about {told}" in size_facts(members)[1].words


@pytest.mark.parametrize(
    ("end", "level", "told"),
    [
        (date(2026, 12, 1), "outside", "Shorter than 6 months"),
        (date(2027, 2, 27), "outside", "Mon 1 Mar 2027"),
        (date(2027, 2, 28), "fine", "Between 6 and 12 months"),
        (date(2027, 9, 1), "fine", "good length"),
        (date(2027, 9, 2), "outside", "Longer than 12 months"),
        (date(2026, 8, 1), "outside", "before the first"),
        (START, "outside", "before the first"),
    ],
)
def test_the_length_of_a_set(end: date, level: str, told: str) -> None:
    (fact,) = length_facts(START, end)
    assert (fact.level, told in fact.words) == (level, True)


def test_a_programme_may_say_another_length() -> None:
    (fact,) = length_facts(START, date(2026, 12, 1), (2, 4))
    assert (fact.level, fact.words) == ("fine", "Between 2 and 4 months: a good length.")


def test_without_an_end_the_days_between_which_it_lies_are_told() -> None:
    (fact,) = length_facts(START, None)
    assert "between Mon 1 Mar 2027 and Wed 1 Sep 2027" in fact.words
    assert "growing takes time" in fact.reason


def test_without_a_start_nothing_is_told() -> None:
    assert length_facts(None, date(2027, 1, 1)) == length_facts(None, None) == ()
    assert length_facts(date(9999, 6, 1), None) == ()


def test_the_advisor_has_a_place_and_three_reasons() -> None:
    assert advisor_facts(False) == ()
    place, reasons = advisor_facts(True)
    assert "outside" in place.words
    assert [word in reasons.words for word in ("no next meeting", "harm", "breaking up")] == [
        *(True, True, True)
    ]

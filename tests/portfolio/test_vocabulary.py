"""The names that packs may use agree with the records, which packs cannot see."""

from __future__ import annotations

from datetime import date
from typing import Any, get_type_hints

import pytest

from ilmcoach.packs import vocabulary
from ilmcoach.packs.model import AnswerKind as Kind
from ilmcoach.portfolio.portfolio import CLOSED
from ilmcoach.portfolio.records import KINDS, Record
from ilmcoach.portfolio.sources import SOURCES

STORED_AS: dict[Any, set[Kind]] = {
    str: {Kind.SHORT_TEXT, Kind.LONG_TEXT, Kind.PEOPLE, Kind.CHOICE, Kind.LINK},
    int | None: {Kind.SCALE, Kind.NUMBER},
    date | None: {Kind.DATE},
    tuple[date, ...]: {Kind.DATES},
    bool: {Kind.LINKS},
}

FILLED = [(kind, field) for kind, fields in vocabulary.FIELDS.items() for field in fields]


@pytest.mark.parametrize(("kind", "field"), FILLED)
def test_a_field_that_a_step_fills_is_there_and_can_hold_its_answers(kind: str, field: str) -> None:
    hints = get_type_hints(KINDS[kind])
    assert field in hints
    assert field not in Record.__struct_fields__
    assert vocabulary.FIELDS[kind][field] <= STORED_AS[hints[field]]


@pytest.mark.parametrize(("kind", "field"), FILLED)
def test_a_field_of_text_is_among_the_records_words(kind: str, field: str) -> None:
    is_text = bool(vocabulary.FIELDS[kind][field] & vocabulary.TEXTS)
    assert (field in KINDS[kind].words_in) is is_text


def test_every_text_that_makes_up_a_record_can_be_filled() -> None:
    for kind in vocabulary.FIELDS:
        assert set(KINDS[kind].words_in) <= set(vocabulary.FIELDS[kind])


def test_sources_are_the_same() -> None:
    assert tuple(SOURCES) == vocabulary.SOURCES


def test_kinds_that_packs_name_exist() -> None:
    assert set(vocabulary.FIELDS) <= set(KINDS)
    assert set(vocabulary.MAKES) | set(vocabulary.MAKES_EACH) <= set(vocabulary.FIELDS)


def test_fixed_choices_belong_to_choice_fields_and_close_actions() -> None:
    for name in vocabulary.FIXED_CHOICES:
        kind, field = name.split(".")
        assert vocabulary.FIELDS[kind][field] == {Kind.CHOICE}
    assert set(CLOSED) < set(vocabulary.FIXED_CHOICES["telling.outcome"])


def test_each_test_of_a_goal_has_one_met_code_and_codes_are_not_shared() -> None:
    assert tuple(vocabulary.TEST_CODES) == vocabulary.TESTS
    codes = [code for codes in vocabulary.TEST_CODES.values() for code in codes]
    assert len(codes) == len(set(codes))
    for test, some in vocabulary.TEST_CODES.items():
        assert some[0] == f"{test}-met"

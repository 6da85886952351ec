"""The coach's questions fit better than lot, shared words or the place alone bring about.

The figures are in tests/benchmarks/FITTING.md.
"""

from __future__ import annotations

import pytest

from tests.benchmarks.fitting import (
    PARTS,
    Scores,
    by_lot,
    by_place,
    by_shared_words,
    cases,
    ours,
    scored,
)


def beats(mine: Scores, other: Scores) -> bool:
    return mine.hit > other.hit and mine.precision > other.precision and mine.rank > other.rank


def test_the_labels_are_whole() -> None:
    every = cases()
    assert len(cases("tuning")) + len(cases("untouched")) >= 60
    assert abs(len(cases("tuning")) - len(cases("untouched"))) <= 1
    assert len({one.label.note for one in every}) == len(every)
    for one in every:
        fitting = one.label.fitting
        assert one.label.part in PARTS
        assert 4 <= len(fitting) == len(set(fitting)) <= 10
        assert {question.id for question in one.open_to_role()} >= set(fitting), one.label.note


@pytest.mark.parametrize("part", PARTS)
def test_ours_beats_lot_shared_words_and_the_place_alone(part: str) -> None:
    some = cases(part)
    mine = scored(some, ours)
    assert beats(mine, by_lot(some))
    assert beats(mine, scored(some, by_shared_words))
    assert beats(mine, scored(some, by_place))
    assert mine.hit > 0.7

"""The labelled cases, and questions of theirs to build other texts from."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ilmcoach.coach.bench import Item, read_corpus
from ilmcoach.coach.guard import judge

CASES = Path(__file__).parents[1] / "data" / "guard"


@cache
def corpus(name: str) -> tuple[Item, ...]:
    """The cases of the corpus `name`."""
    file = CASES / f"{name}.jsonl"
    return read_corpus(file.read_bytes(), file.name)


@cache
def good_ones() -> tuple[Item, ...]:
    """Good questions that the guard admits as they stand: what is done to one of them must be the
    reason if it is refused then."""
    found = tuple(
        one for one in corpus("visible") if one.good and judge(one.text, one.learner_text).admitted
    )
    assert len(found) >= 40
    return found

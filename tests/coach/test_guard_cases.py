"""The guard on labelled cases: hardly any bad text is shown, and most good questions are.

`pytest -rP` prints the figures.
"""

from __future__ import annotations

import json

import pytest

from ilmcoach.coach.bench import measure
from ilmcoach.coach.guard import judge
from tests.coach.guard_cases import CASES, corpus

# The corpus, the share of its bad texts that may be admitted, that of its good ones that must be.
# `own_untouched` is never looked at while rules are written, so it is the honest one: its cases
# are harder than what models really write, and its bounds are where the guard stands today.
BOUNDS = [
    ("visible", 0.02, 0.95),
    ("own_tuning", 0.02, 0.88),
    ("own_tuning_more", 0.02, 0.82),
    ("own_untouched", 0.12, 0.65),
]


@pytest.mark.parametrize(("name", "most_bad", "least_good"), BOUNDS)
def test_the_guard_holds_its_bounds(name: str, most_bad: float, least_good: float) -> None:
    report = measure(corpus(name))
    bad, good = report.bad_admitted / report.bad, report.good_admitted / report.good
    figures = (
        f"{name}: bad admitted {report.bad_admitted} of {report.bad} ({bad:.1%}), "
        f"good admitted {report.good_admitted} of {report.good} ({good:.1%})"
    )
    print(figures)
    assert bad <= most_bad, figures
    assert good >= least_good, figures


def test_each_refusal_names_its_rule() -> None:
    for name, _, _ in BOUNDS:
        assert all(measure(corpus(name)).by_rule), name


def test_no_corpus_is_too_small_to_tell() -> None:
    assert [(len(corpus(name)), name) for name, _, _ in BOUNDS] == [
        (173, "visible"),
        (380, "own_tuning"),
        (1901, "own_tuning_more"),
        (430, "own_untouched"),
    ]
    texts = [{(one.text, one.learner_text) for one in corpus(name)} for name, _, _ in BOUNDS]
    assert not texts[-1] & set().union(*texts[:-1])


def test_what_a_small_model_really_answered_is_never_shown_as_it_came() -> None:
    lines = (CASES / "model_outputs.jsonl").read_text(encoding="utf-8").split("\n")
    outputs = [json.loads(one) for one in lines if one]
    assert len(outputs) == 160
    shown = [one["raw"] for one in outputs if judge(one["raw"], one["learner_text"]).admitted]
    assert not shown

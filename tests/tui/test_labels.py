"""Labels of criteria, with codes and in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from ilmcoach.packs.model import Criterion, Outcome, Pack, Section, Unit
from ilmcoach.tui.labels import shorter_labels
from ilmcoach.tui.screens.desk_words import asks, verbs


@pytest.mark.parametrize(
    ("labels", "shorter"),
    [
        (["M3.37 1.1", "M3.37 1.2", "M3.36 2.1"], ("M3.37 1.1", "1.2", "M3.36 2.1")),
        (["What I learned", "What I changed"], ("What I learned", "What I changed")),
        (["Listening", "Changing"], ("Listening", "Changing")),
    ],
)
def test_only_codes_are_shortened(labels: list[str], shorter: tuple[str, ...]) -> None:
    assert shorter_labels(labels) == shorter


def test_a_criterion_without_a_verb_has_no_stray_colon() -> None:
    one = Criterion("u/heard", "What I heard", "", "what people need")
    unit = Unit("u", "Listening", outcomes=(Outcome("1", "One", (one,)),))
    pack = Pack("p", "P", Path(), units=(unit,))
    section = Section("s", "S", criteria=("u/heard",))

    assert asks(section, pack).plain == "What I heard: what people need"
    assert verbs(section, pack).plain == "What I heard (F2: in full)"

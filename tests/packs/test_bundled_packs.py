"""The packs that come with the app: no problems, and what they promise is there."""

from __future__ import annotations

from itertools import chain

import pytest

from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.packs.model import Pack

LIBRARY = Library.find([bundled_folder()])
CRITERIA = {
    "reflective-review": {
        *("m3-10/1.1", "m3-10/1.2", "m3-10/2.1", "m3-10/2.2"),
        *("m3-36/1.1", "m3-36/1.2", "m3-36/2.1", "m3-36/2.2", "m3-36/2.3"),
    },
    "action-plan-and-log": {
        *("m3-37/1.1", "m3-37/1.2", "m3-37/2.1", "m3-37/2.2", "m3-37/2.3"),
    },
}
FACTS = {
    "reflective-review": ((1000, 2000), [(30, 15), (40, 20), (30, 15)]),
    "action-plan-and-log": ((1000, 2000), [(40, 20), (60, 30)]),
}


@pytest.fixture
def certificate() -> Pack:
    pack = LIBRARY.pack("level-3-certificate")
    assert pack is not None
    return pack


@pytest.mark.parametrize("pack_id", LIBRARY.ids())
def test_a_bundled_pack_has_no_problems(pack_id: str) -> None:
    (entry,) = [one for one in LIBRARY.entries if one.id == pack_id]
    assert [str(problem) for problem in entry.problems] == []
    assert entry.pack is not None
    assert entry.pack.title


def test_there_are_bundled_packs() -> None:
    assert {"level-3-certificate", "leadership-walks"} <= set(LIBRARY.ids())
    assert all(entry.origin == "bundled" for entry in LIBRARY.entries)


def test_there_are_questions_enough(certificate: Pack) -> None:
    questions = [one.id for bank in certificate.banks for one in bank.questions]
    assert len(questions) >= 60
    assert len(set(questions)) == len(questions)


@pytest.mark.parametrize("task_id", sorted(CRITERIA))
def test_the_certificates_assessments_cover_their_criteria(certificate: Pack, task_id: str) -> None:
    task = certificate.assessment(task_id)
    assert task is not None
    named = list(chain.from_iterable(section.criteria for section in task.sections))
    assert set(named) == CRITERIA[task_id]
    assert all(certificate.criterion(name) for name in named)
    words, marks = FACTS[task_id]
    assert task.words == words
    assert task.marks == 100
    assert [(section.marks, section.minimum) for section in task.sections] == marks


def test_the_certificate_knows_every_criterion_its_walks_name(certificate: Pack) -> None:
    known = {one.id for one in certificate.criteria()}
    steps = [step for walk in certificate.walks for stage in walk.stages for step in stage.steps]
    assert {name for step in steps for name in step.criteria} <= known
    assert steps

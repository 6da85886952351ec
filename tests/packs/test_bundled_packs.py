"""The packs that come with the app: no problems, their facts, and questions for everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.packs.model import AnswerKind, Assessment, Pack, Programme, Step
from ilmcoach.packs.vocabulary import ROLES
from ilmcoach.portfolio.records import Finding
from ilmcoach.portfolio.sources import SOURCES
from ilmcoach.questions import check_question
from tests.walks.walker import Desk, bundled

LIBRARY = Library.find([bundled_folder()])
ASSESSMENTS = {
    "level-3-award": ["reflective-review"],
    "level-3-certificate": ["reflective-review", "action-plan-and-log"],
    "action-learning": ["action-learning"],
}
SHARED = [
    "getting-started",
    "strengths-and-limitations",
    "smart-goal",
    "activity",
    "judge-activity",
    "goal-review",
    "ratings-now",
    "end-review",
]
REVIEW = ["review-purpose", "review-style", "review-team"]
IN_A_SET = [
    *("first-meeting", "action-learning", "learning-style"),
    *("quick-meeting", "after-meeting", "before-meeting", "evaluating"),
]
WALKS = {
    "level-3-award": [*SHARED, *REVIEW],
    "level-3-certificate": [*SHARED, *REVIEW, *IN_A_SET],
    "action-learning": [*SHARED, *IN_A_SET],
}
PACKS = sorted(ASSESSMENTS)


def pack_of(pack_id: str) -> Pack:
    pack = LIBRARY.pack(pack_id)
    assert pack is not None
    return pack


def task_of(pack_id: str, task_id: str) -> Assessment:
    task = pack_of(pack_id).assessment(task_id)
    assert task is not None
    return task


def programme_of(pack_id: str) -> Programme:
    programme = pack_of(pack_id).programme
    assert programme is not None
    return programme


def steps_of(pack_id: str) -> list[Step]:
    """Every step that a learner of that programme may meet."""
    return [step for walk in pack_of(pack_id).walks_for_learner() for step in walk.steps()]


def areas_of(pack_id: str) -> set[str]:
    """The areas that findings are made for."""
    return {
        choice.id
        for walk in pack_of(pack_id).walks
        for stage in walk.stages
        if stage.makes == "finding"
        for step in walk.steps()
        if step.id == stage.each
        for choice in step.choices
    }


def texts_in(thing: Any) -> Iterator[str]:
    """Every text of a record, however deep."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from texts_in(one)
    elif isinstance(thing, msgspec.Struct):
        for name in thing.__struct_fields__:
            yield from texts_in(getattr(thing, name))


@pytest.mark.parametrize("pack_id", LIBRARY.ids())
def test_a_bundled_pack_has_no_problems(pack_id: str) -> None:
    (entry,) = [one for one in LIBRARY.entries if one.id == pack_id]
    assert [str(problem) for problem in entry.problems] == []
    assert entry.origin == "bundled"
    assert entry.pack is not None
    assert entry.pack.title


def test_four_programmes_and_five_packs_without_one() -> None:
    with_programme = {one for one in LIBRARY.ids() if pack_of(one).programme}
    assert with_programme == {*PACKS, "retour-d-experience"}
    assert set(LIBRARY.ids()) - with_programme == {
        *("leadership-walks", "set-walks", "ilm-level-3-leadership"),
        *("reflective-practice", "grow-one-to-ones"),
    }


@pytest.mark.parametrize("pack_id", PACKS)
def test_a_programme_has_its_assessments_and_walks_in_order(pack_id: str) -> None:
    pack = pack_of(pack_id)
    assert [one.id for one in pack.assessments] == ASSESSMENTS[pack_id]
    assert list(programme_of(pack_id).assessments) == ASSESSMENTS[pack_id]
    assert [one.id for one in pack.walks_for_learner()] == WALKS[pack_id]


def test_the_facts_of_the_programmes() -> None:
    award, certificate = programme_of("level-3-award"), programme_of("level-3-certificate")
    assert (award.title, award.number, award.has_set, award.set_months) == (
        "ILM Level 3 Award in Leadership",
        "500/3582/4",
        False,
        None,
    )
    assert (certificate.title, certificate.number, certificate.has_set) == (
        "ILM Level 3 Certificate in Leadership",
        "500/3581/2",
        True,
    )
    assert certificate.set_months == (6, 12)
    hours = [
        (one.credits, one.induction_hours, one.tutorial_hours, one.guided_hours, one.years)
        for one in (award, certificate)
    ]
    assert hours == [(4, 1, 3, 20, 3), (14, 2, 6, 60, 3)]
    other = programme_of("action-learning")
    assert (other.title, other.has_set, other.number, other.credits) == (
        "Action learning for leadership development",
        True,
        "",
        None,
    )


def test_the_facts_of_the_units() -> None:
    units = {one.id: one for name in PACKS for one in pack_of(name).units}
    facts = {one.id: (one.code, one.level, one.credits, one.guided_hours) for one in units.values()}
    assert facts == {
        "m3-10": ("M3.10", "3", 2, 6),
        "m3-36": ("M3.36", "3", 2, 10),
        "m3-37": ("M3.37", "3", 10, 36),
        "al": ("", "", None, None),
    }
    assert [one.id for one in pack_of("level-3-award").units] == ["m3-10", "m3-36"]
    assert [one.id for one in pack_of("level-3-certificate").units] == ["m3-10", "m3-36", "m3-37"]


def sections_of(task: Assessment) -> list[tuple[str, int | None, int | None, bool, str]]:
    return [
        (one.title, one.marks, one.minimum, one.log, " ".join(one.criteria))
        for one in task.sections
    ]


@pytest.mark.parametrize("pack_id", ["level-3-award", "level-3-certificate"])
def test_the_facts_of_the_reflective_review(pack_id: str) -> None:
    task = task_of(pack_id, "reflective-review")
    assert sections_of(task) == [
        ("Organisation and team purpose", 30, 15, False, "m3-36/1.1 m3-36/1.2"),
        ("Your leadership style", 40, 20, False, "m3-10/1.1 m3-10/1.2 m3-10/2.1 m3-10/2.2"),
        (
            "Motivating, supporting and developing the team",
            *(30, 15, False, "m3-36/2.1 m3-36/2.2 m3-36/2.3"),
        ),
    ]
    assert (task.words, task.nominal, task.oral_minutes) == ((1000, 2000), 1200, 10)
    assert task.rule


def test_the_facts_of_the_action_plan_and_log() -> None:
    task = task_of("level-3-certificate", "action-plan-and-log")
    assert sections_of(task) == [
        ("Leadership action plan", 40, 20, False, "m3-37/1.1 m3-37/1.2 m3-37/2.1"),
        ("Leadership log", 60, 30, True, "m3-37/2.2 m3-37/2.3"),
    ]
    assert (task.words, task.nominal) == ((1000, 2000), 1200)
    assert task.rule


def test_the_facts_of_action_learning() -> None:
    task = task_of("action-learning", "action-learning")
    assert sections_of(task) == [
        (
            "Be able to use action learning for leadership development",
            *(76, None, True, "al/responsibilities al/group al/taking-part al/weighing"),
        ),
        (
            "Be able to plan and undertake activities to develop own leadership performance",
            *(24, None, False, "al/choosing al/planning al/judging"),
        ),
    ]
    assert (task.words, task.nominal, task.rule) == ((2000, 3000), 2500, "")
    assert task.cover == ("centre number", "registration number", "learner name")
    assert "costs nothing" in task.about


def test_the_marks_of_action_learning_are_told_twice_alike_and_add_up() -> None:
    pack, told = pack_of("action-learning"), re.compile(r"\((\d+) marks\)")
    for section in task_of("action-learning", "action-learning").sections:
        points = [int(mark) for one in section.points for mark in told.findall(one)]
        asked = [
            int(mark)
            for name in section.criteria
            if (criterion := pack.criterion(name))
            for mark in told.findall(criterion.asks)
        ]
        assert points == asked
        assert sum(points) == section.marks


def test_criteria_without_a_code_have_short_names() -> None:
    labels = [one.label for one in pack_of("action-learning").criteria()]
    assert labels[:2] == ["Responsibilities", "Group to growth"]
    assert max(map(len, labels)) <= 20


@pytest.mark.parametrize("pack_id", PACKS)
def test_marks_add_up_and_every_criterion_has_a_heading(pack_id: str) -> None:
    pack = pack_of(pack_id)
    named = [name for task in pack.assessments for one in task.sections for name in one.criteria]
    assert sorted(named) == sorted(one.id for one in pack.criteria())
    for task in pack.assessments:
        assert sum(one.marks or 0 for one in task.sections) == task.marks == 100
        assert task.statement


@pytest.mark.parametrize("pack_id", PACKS)
def test_no_criterion_is_without_a_step_that_counts_towards_it(pack_id: str) -> None:
    counted = {name for step in steps_of(pack_id) for name in step.criteria}
    assert {one.id for one in pack_of(pack_id).criteria()} <= counted


def test_every_criterion_that_is_named_belongs_to_a_programme() -> None:
    known = {one.id for name in PACKS for one in pack_of(name).criteria()}
    for name in LIBRARY.ids():
        pack = pack_of(name)
        known |= {one.id for one in pack.criteria() if pack.programme}
        steps = {one for walk in pack.walks for step in walk.steps() for one in step.criteria}
        assert steps | {one for reading in pack.readings for one in reading.criteria} <= known


def test_the_award_presumes_no_set() -> None:
    pack = pack_of("level-3-award")
    assert [walk.id for walk in pack.walks if "set" in walk.needs or walk.makes == "meeting"] == []
    of_a_set = re.compile(
        r"\b(?:the|your|my|our|a|this|each) set\b(?! of)|\bset (?:meeting|advisor|member)"
        r"|action learning|half an hour each|\bmember",
        re.IGNORECASE,
    )
    assert [text for text in texts_in(pack) if of_a_set.search(text)] == []
    assert [text for text in texts_in(pack_of("set-walks")) if of_a_set.search(text)]


def test_walks_about_a_set_say_that_they_need_one() -> None:
    pack = pack_of("level-3-certificate")
    assert [walk.id for walk in pack.walks if "set" in walk.needs] == IN_A_SET


def test_there_are_two_hundred_questions_and_no_two_alike() -> None:
    for name in ("level-3-award", "level-3-certificate", "action-learning"):
        questions = [one for bank in pack_of(name).banks for one in bank.questions]
        assert len(questions) >= 200
        assert len({one.id for one in questions}) == len(questions)
        texts = [one.text.casefold() for one in questions]
        assert [text for text in texts if texts.count(text) > 1] == []


@pytest.mark.parametrize("pack_id", [one for one in LIBRARY.ids() if pack_of(one).in_english])
def test_every_question_is_a_good_one(pack_id: str) -> None:
    pack = pack_of(pack_id)
    steps = [step for walk in pack.walks for step in walk.steps()]
    asked = [
        *(one.text for bank in pack.banks for one in bank.questions),
        *(one.text for step in steps for one in step.questions),
        *(step.ask for step in steps),
    ]
    faults = {text: [one.name for one in check_question(text)] for text in asked}
    assert {text: found for text, found in faults.items() if found} == {}


@pytest.mark.parametrize("pack_id", PACKS)
def test_every_topic_and_every_area_has_questions(pack_id: str) -> None:
    asked = {topic for bank in pack_of(pack_id).banks for topic in bank.topics}
    assert {topic for step in steps_of(pack_id) for topic in step.topics} <= asked
    assert areas_of(pack_id) <= asked


def test_every_bank_and_reading_comes_up_somewhere() -> None:
    banks, readings = set(), set()
    for name in PACKS:
        banks |= {one.id for one in pack_of(name).banks}
        readings |= {one.id for one in pack_of(name).readings}
    for name in PACKS:
        for step in steps_of(name):
            wanted = {*step.topics, *areas_of(name)}
            banks -= {
                one.id
                for one in pack_of(name).banks
                if wanted & set(one.topics)
                and (not step.role or not one.roles or step.role in one.roles)
            }
            readings -= {one.id for one in pack_of(name).readings if wanted & set(one.topics)}
    assert (banks, readings) == (set(), set())


@pytest.mark.parametrize("role", ROLES)
def test_each_role_has_plenty_of_questions(role: str) -> None:
    banks = [one for one in pack_of("level-3-certificate").banks if role in one.roles]
    assert sum(len(one.questions) for one in banks) >= 40


def test_an_area_is_called_the_same_wherever_it_is_offered() -> None:
    labels: dict[str, set[tuple[str, str]]] = {}
    for step in steps_of("level-3-certificate"):
        if step.id == "areas":
            for choice in step.choices:
                labels.setdefault(choice.id, set()).add((choice.label, choice.about))
    assert set(labels) == areas_of("level-3-certificate")
    assert {area: told for area, told in labels.items() if len(told) > 1} == {}


@pytest.mark.parametrize("walk_id", REVIEW)
def test_the_review_feeds_strengths_and_limitations(walk_id: str) -> None:
    desk = Desk()
    walker = desk.begin(bundled(walk_id))
    walker.answer("areas", ("inclusion",))
    walker.answer("rating@inclusion", "2")
    walker.answer("evidence@inclusion", "I asked the loudest two.")
    walker.answer("sort@inclusion", "limitation")
    finding = desk.one(Finding)
    assert (finding.area, finding.rating, finding.evidence, finding.sort) == (
        *("inclusion", 2, "I asked the loudest two."),
        "limitation",
    )
    assert "m3-37/1.1" in finding.criteria
    assert SOURCES["limitations"](desk.portfolio) == (finding,)


@pytest.mark.parametrize("name", ["all-theory", "one-theory", "model"])
def test_a_theory_is_the_learners_choice_with_reading_beside_it(name: str) -> None:
    (step,) = [one for one in steps_of("level-3-award") if one.id == name]
    assert step.answer is AnswerKind.CHOICE
    assert step.choices[-1].id == "another"
    surnames = {one.split("-")[0] for one in step.reading}
    if name != "model":
        assert {one.id for one in step.choices[:-1]} == surnames


def test_each_responsibility_is_asked_for_its_reason() -> None:
    walker = Desk().begin(bundled("action-learning"))
    walker.answer("which", ("confidence", "no-advice"))
    assert [key for key in walker.keys if key.startswith("reason")] == [
        "reason@confidence",
        "reason@no-advice",
    ]
    walker.answer("reason@confidence", "Nobody would bring anything that matters.")
    assert "al/responsibilities" in walker.run.criteria

"""Good packs: every record as the tutor wrote it, and one pack built on another."""

from __future__ import annotations

from hashlib import sha256

import pytest

from ilmcoach.packs.model import (
    AnswerKind,
    Choice,
    Criterion,
    Outcome,
    Pack,
    Programme,
    Reading,
    Section,
    Stage,
    Step,
    Walk,
)
from ilmcoach.packs.model import TestWords as Words
from tests.packs.pack_cases import GOOD, good_library


@pytest.fixture
def canal() -> Pack:
    pack = good_library().pack("canal-award")
    assert pack is not None
    return pack


def step(pack: Pack, walk_id: str, step_id: str) -> Step:
    walk = pack.walk(walk_id)
    assert walk is not None
    return next(one for stage in walk.stages for one in stage.steps if one.id == step_id)


def test_good_packs_have_no_problems() -> None:
    assert {entry.id: entry.problems for entry in good_library().entries} == {
        "canal-award": (),
        "river-walks": (),
    }


def test_what_is_said_of_a_pack_stays_text() -> None:
    pack = good_library().pack("river-walks")
    assert pack is not None
    assert (pack.version, pack.licence, pack.language) == ("1.10", "no", "en")
    assert pack.about == "Walks and reading for others to build on.\n\n- one\n- two"
    assert pack.folder == GOOD / "river-walks"
    assert pack.programme is None


def test_a_programme(canal: Pack) -> None:
    assert canal.programme == Programme(
        title="Award in Canals",
        number="500/1",
        about="Two units.\n\nHow it runs\n\nOver a year.",
        has_set=True,
        set_months=(6, 12),
        credits=14,
        induction_hours=2,
        tutorial_hours=6,
        guided_hours=60,
        years=3,
        assessments=("lock-review",),
    )


def test_a_unit_with_and_without_codes(canal: Pack) -> None:
    (unit,) = canal.units
    assert (unit.id, unit.code, unit.level, unit.credits) == ("c1", "C.1", "3", 2)
    assert unit.guided_hours == 1006
    assert unit.outcomes == (
        Outcome(
            "1",
            "Know locks",
            (Criterion("c1/1.1", "C.1 1.1", "Identify", "what a lock is", "What is a lock"),),
        ),
        Outcome(
            "2",
            "Keep locks",
            (Criterion("c1/keeps-one", "Show keeping one", "Show", "keeping one"),),
        ),
        Outcome("2a", "More of it", (Criterion("c1/2.1", "C.1 2.1", "", "the gates"),)),
    )


def test_an_assessment(canal: Pack) -> None:
    (task,) = canal.assessments
    assert (task.marks, task.words, task.nominal, task.oral_minutes) == (
        100,
        (1000, 2000),
        1200,
        10,
    )
    assert task.cover == ("centre number", "learner name")
    assert task.about == "Written or spoken."
    assert task.statement == "This is my own work."
    assert task.sections == (
        Section(
            id="as-it-is",
            title="The lock as it is",
            about="What it is.\n\nWhat it does.",
            points=("Where it is", "Whose it is"),
            criteria=("c1/1.1",),
            marks=40,
            minimum=20,
        ),
        Section(
            id="the-log",
            title="The log",
            criteria=("c1/keeps-one", "c1/2.1"),
            marks=60,
            log=True,
        ),
    )


def test_a_walk_and_its_stages(canal: Pack) -> None:
    walk = canal.walk("meeting")
    assert walk is not None
    assert (walk.makes, walk.needs, walk.quick, walk.deeper) == ("meeting", ("set",), True, "areas")
    first, second = walk.stages
    assert (first.id, first.each, first.about) == ("since", "open actions", "What was agreed.")
    assert (second.id, second.each, second.makes) == ("what-happened", "", "")
    areas = canal.walk("areas")
    assert isinstance(areas, Walk)
    each = areas.stages[1]
    assert isinstance(each, Stage)
    assert (each.each, each.makes) == ("areas", "finding")


def test_a_step_with_everything(canal: Pack) -> None:
    found = step(canal, "meeting", "problem")
    assert found.ask == "What did you bring?"
    assert found.hint == "As you put it."
    assert found.answer is AnswerKind.LONG_TEXT
    assert found.fills == ("meeting.problem",)
    assert found.criteria == ("c1/1.1", "c1/2.1")
    assert (found.topics, found.role, found.reading) == (("problem",), "client", ("revans-1980",))
    assert (found.required, found.until_answered) == (True, False)
    words = "What did you leave out?"
    mark = sha256(words.encode()).hexdigest()[:8]
    first, _ = found.questions
    assert (first.id, first.text) == (f"meeting/problem/{mark}", words)


def test_choices_repeats_scales_and_links(canal: Pack) -> None:
    assert step(canal, "meeting", "outcome").choices == (
        Choice("done", "Done"),
        Choice("not-yet", "Not yet", "I still mean to"),
        Choice("dropped", "Dropped", "no longer needed"),
    )
    repeat = step(canal, "meeting", "next")
    assert repeat.fills == ("action.text", "action.due")
    assert repeat.until_answered
    assert [one.id for one in step(canal, "areas", "rating").choices] == ["1", "2", "3"]
    pick = step(canal, "areas", "pick")
    assert (pick.source, pick.fills) == ("limitations", ("finding.chosen",))


def test_a_heading_of_questions_adds_topics_and_sets_its_own_roles(canal: Pack) -> None:
    whole, part = canal.banks
    assert (whole.id, whole.topics, whole.roles) == ("open", ("problem",), ("client", "member"))
    assert part.id == "open-at-the-start"
    assert part.topics == ("problem", "giving-feedback")
    assert part.roles == ("alone",)
    assert [one.text for one in part.questions] == [
        "Where does it begin?",
        "Who knows (https://example.org/who) of it?",
    ]


def test_the_words_of_a_test(canal: Pack) -> None:
    assert canal.test_words[3] == Words(
        "vague-verb", "specific", "'{found}' can mean much.", "What would be seen?"
    )
    assert canal.test_words[0].asks == ""


def test_what_has_the_same_id_replaces_and_the_rest_is_added(canal: Pack) -> None:
    mine, added = canal.readings
    assert mine == Reading(
        id="revans-1980",
        citation="Revans, R. W. (1980) Action Learning, as the canal has it.",
        good_for="",
        topics=("problem",),
        criteria=("c1/2.1",),
    )
    assert added.id == "telford-1838"
    below = good_library().pack("river-walks")
    assert below is not None
    assert below.readings[0].good_for == "Short and plain.\n\nRead the first part."
    assert canal.walks == below.walks

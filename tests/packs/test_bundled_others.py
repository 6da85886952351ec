"""The packs to use beside a programme, and the one in French: questions for each of their steps,
nothing that nobody comes upon, works cited as they should be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ilmcoach.clock import FixedClock
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.packs.merge import beside
from ilmcoach.packs.model import AnswerKind, Pack, Step
from ilmcoach.services.workspace import open_workspace
from ilmcoach.settings import Folders
from tests.packs.test_bundled_packs import texts_in
from tests.walks.walker import START

LIBRARY = Library.find([bundled_folder()])
BESIDE = ("reflective-practice", "grow-one-to-ones")
FRENCH = "retour-d-experience"
NEW = (*BESIDE, FRENCH)
WALKS = {
    "reflective-practice": "what-so-what-now-what gibbs-cycle kolb-cycle schon-in-action",
    "grow-one-to-ones": "grow-prepare grow-talk grow-after",
    FRENCH: "revenir-sur-un-moment",
}
STAGES = {
    "what-so-what-now-what": "What? | So what? | Now what?",
    "gibbs-cycle": "Description | Feelings | Each feeling | Evaluation | Analysis | Each thread"
    " | What the books say | Conclusion | Action plan",
    "kolb-cycle": "Concrete experience | Reflective observation | Abstract conceptualisation"
    " | Active experimentation",
    "schon-in-action": "In the middle of it | Afterwards",
    "grow-talk": "Goal | Reality | Options | Will",
}
PEOPLE = {"somebody-there", "asks-well"}


def pack_of(pack_id: str) -> Pack:
    pack = LIBRARY.pack(pack_id)
    assert pack is not None
    return pack


def steps_of(pack_id: str) -> Iterator[Step]:
    return (step for walk in pack_of(pack_id).walks for step in walk.steps())


@pytest.mark.parametrize("pack_id", NEW)
def test_each_stands_by_itself_and_may_be_handed_on(pack_id: str) -> None:
    pack = pack_of(pack_id)
    assert pack.uses == ()
    assert (pack.version, pack.licence) == ("1.0", "MIT")
    assert all((pack.author, pack.circulation, pack.about))
    assert [one.id for one in pack.walks] == WALKS[pack_id].split()


@pytest.mark.parametrize("walk_id", STAGES)
def test_a_model_has_its_stages_in_order(walk_id: str) -> None:
    walks = (one for name in BESIDE for one in pack_of(name).walks)
    (walk,) = (one for one in walks if one.id == walk_id)
    assert " | ".join(one.title for one in walk.stages) == STAGES[walk_id]


@pytest.mark.parametrize("pack_id", NEW)
def test_every_topic_has_questions_and_every_bank_and_reading_comes_up(pack_id: str) -> None:
    pack = pack_of(pack_id)
    topics = {topic for step in steps_of(pack_id) for topic in step.topics}
    assert topics == {topic for bank in pack.banks for topic in bank.topics}
    named = {name for step in steps_of(pack_id) for name in step.reading}
    assert named <= {one.id for one in pack.readings}
    assert all(one.id in named or topics & set(one.topics) for one in pack.readings)
    assert min(len(bank.questions) for bank in pack.banks) >= 5


def test_each_stage_of_grow_has_plenty_of_questions_to_ask() -> None:
    banks = {bank.id: bank for bank in pack_of("grow-one-to-ones").banks}
    for stage in ("goal", "reality", "options", "will"):
        bank = banks[f"grow-{stage}"]
        assert bank.topics == (f"grow-{stage}",)
        assert len(bank.questions) >= 15
        assert bank.roles == ()


def test_the_walks_ask_for_more_than_text_and_look_at_what_was_picked_one_by_one() -> None:
    kinds = {step.answer for name in BESIDE for step in steps_of(name)}
    assert {AnswerKind.DATE, AnswerKind.PEOPLE, AnswerKind.SCALE, AnswerKind.LINK} < kinds
    looped = [
        (walk.id, stage.each) for name in BESIDE for walk in pack_of(name).walks
        for stage in walk.stages if stage.each
    ]  # fmt: skip
    assert looped == [
        ("gibbs-cycle", "moments"),
        ("gibbs-cycle", "threads"),
        ("grow-prepare", "stages"),
        ("grow-after", "slips"),
    ]


@pytest.mark.parametrize("main", ["level-3-award", "level-3-certificate", "action-learning"])
def test_beside_a_programme_all_of_it_is_there_and_nothing_twice(main: str) -> None:
    alone, extras = pack_of(main), [pack_of(one) for one in BESIDE]
    both = beside(alone, extras)
    assert both.walks == (*alone.walks, *(walk for pack in extras for walk in pack.walks))
    assert both.banks == (*alone.banks, *(bank for pack in extras for bank in pack.banks))
    works = [one.citation for one in both.readings]
    assert len(set(works)) == len(works)
    texts = [one.text.casefold() for bank in both.banks for one in bank.questions]
    assert [one for one in texts if texts.count(one) > 1] == []


@pytest.mark.parametrize("pack_id", NEW)
def test_a_work_is_cited_with_author_year_and_place(pack_id: str) -> None:
    for one in pack_of(pack_id).readings:
        assert len(one.good_for) > 40
        if one.id in PEOPLE:
            assert not re.search(r"\(\d{4}\)", one.citation)
            continue
        author, year, rest = re.split(r"\((\d{4})\) ", one.citation, maxsplit=1)
        assert one.id.endswith(year)
        assert re.match(r"\w[\w -]+, [A-Z]\.", author)
        assert re.search(r"[^:]\u00a0?: [A-ZÉ][^:]+\.$|, \d+\(\d+\), pp\. \d+–\d+\.$", rest)


def test_a_work_that_two_packs_name_is_the_same_work_under_the_same_name() -> None:
    shared = {one.id: one.citation for one in pack_of("level-3-certificate").readings}
    for pack_id in BESIDE:
        for one in pack_of(pack_id).readings:
            assert shared.get(one.id, one.citation) == one.citation
            assert one.citation not in set(shared.values()) or one.id in shared


def test_the_french_pack_is_french_to_its_labels() -> None:
    pack = pack_of(FRENCH)
    (task,) = pack.assessments
    assert (pack.language, pack.in_english) == ("fr", False)
    assert pack.programme is not None
    assert (pack.programme.title, pack.programme.has_set) == ("Animer une petite équipe", False)
    assert [one.title for one in task.sections] == [
        "Mon équipe et ce dont elle a besoin",
        "Un moment vécu",
        "Ce que je ferai autrement",
    ]
    assert task.statement.startswith("Je confirme que ce travail est le mien")
    assert (task.marks, task.words) == (None, (600, 900))
    assert [one.label for one in pack.criteria()] == [
        *("Écouter", "Répondre", "Raconter", "Apprendre", "Essayer"),
    ]
    asked = {name for step in steps_of(FRENCH) for name in step.criteria}
    named = [name for one in task.sections for name in one.criteria]
    assert {one.id for one in pack.criteria()} == asked == set(named)


def test_french_is_set_as_french_is() -> None:
    texts = list(texts_in(pack_of(FRENCH)))
    # Titles and cells are read with plain spaces; a sentence keeps the ones that do not break.
    said = [one for one in texts if one.endswith("?") or ". " in one]
    assert len(said) > 30
    assert [one for one in said if re.search(r"(?<!\u00a0)[?!;:»](?!/)|« |'", one)] == []
    assert [one for one in texts if re.search(r"\b(?:tu|toi|ton|ta|tes)\b", one)] == []


def test_the_french_course_is_offered_after_those_of_the_awarding_body(tmp_path: Path) -> None:
    clock = FixedClock(START)
    space = open_workspace(Folders(tmp_path / "home"), clock=clock, read_only=True)
    assert [one.id for one in space.programmes()] == [
        *("level-3-certificate", "action-learning", "level-3-award"),
        FRENCH,
    ]

"""Questions and reading without a model: by the note first, then by where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ilmcoach.coach.lexicon import ALIKE, COMMON, TOPICS
from ilmcoach.coach.offline import pick
from ilmcoach.coach.situation import Situation
from ilmcoach.packs.model import (
    AnswerKind,
    Bank,
    Pack,
    Question,
    Reading,
    Section,
    Stage,
    Step,
    Walk,
)
from tests.walks.walker import bundled, certificate


def bank(name: str, *texts: str, topics: str = "", roles: str = "") -> Bank:
    questions = tuple(Question(f"{name}/{at}", text) for at, text in enumerate(texts, 1))
    return Bank(name, name, tuple(topics.split()), tuple(roles.split()), questions)


def reading(name: str, good_for: str, topics: str = "", criteria: str = "") -> Reading:
    return Reading(name, name, good_for, tuple(topics.split()), tuple(criteria.split()))


STEP = Step(
    "s", "S", "S?", AnswerKind.LONG_TEXT, topics=("problem",), role="client", reading=("named",)
)
PACK = Pack(
    "p",
    "P",
    Path(),
    walks=(Walk("w", "W", (Stage("a", "A", (STEP,)),)),),
    banks=(
        bank("plain", "Who else?", "Since when?", "Where?", "What else?", topics="problem"),
        bank("quarrels", "Who gains from it?", "What is each side after?", topics="conflict"),
        bank("set", "Who spoke least?", topics="conflict problem", roles="member"),
        bank("own", "Which shed needs paint?", "Which kiln cracked?"),
    ),
    readings=(
        reading("named", "A book."),
        reading("rows", "What to do with two sides.", "conflict"),
        reading("kilns", "All about a kiln that cracked."),
    ),
)
ROW = "They shouted at each other again and both complained to me about the other."


def ids(situation: Situation, pack: Pack = PACK, **most: int) -> list[str]:
    return [one.id for one in pick(situation, pack, **most).questions]


def books(situation: Situation, pack: Pack = PACK, **most: int) -> list[str]:
    return [one.id for one in pick(situation, pack, **most).readings]


def test_the_note_brings_what_shares_no_word_with_it() -> None:
    assert set(ids(Situation(ROW, role="client"), questions=2)) == {"quarrels/1", "quarrels/2"}
    assert books(Situation(ROW)) == ["rows"]


def test_a_tutors_own_words_are_found_without_a_topic() -> None:
    assert ids(Situation("The big kiln cracks each time."))[0] == "own/2"
    assert books(Situation("The big kiln cracks each time."))[0] == "kilns"


def test_the_place_decides_where_nothing_is_written() -> None:
    for note in ("", "   \n", "and then I did it again", "?! … 🙂"):
        assert ids(Situation(note, STEP), questions=2) == ["plain/1", "plain/2"], note
        assert books(Situation(note, STEP)) == ["named"]


def test_a_heading_brings_what_suits_the_steps_of_its_criteria() -> None:
    step = replace(STEP, topics=("conflict",), criteria=("u/1",), reading=())
    pack = replace(PACK, walks=(Walk("w", "W", (Stage("a", "A", (step,)),)),))
    heading = Section("h", "H", criteria=("u/1",))
    assert ids(Situation("", section=heading, role="alone"), pack, questions=1) == ["quarrels/1"]
    assert books(Situation("", section=heading), pack) == ["rows"]


def test_banks_for_another_role_stay_away() -> None:
    assert "set/1" not in ids(Situation(ROW, STEP), questions=99)
    assert "set/1" in ids(Situation(ROW, STEP, role="member"), questions=99)
    assert "set/1" in ids(Situation(ROW), questions=99)


def test_what_is_empty_settles_what_would_be_level() -> None:
    one = bank("one", "Which lorry?", topics="trust")
    other = bank("other", "Which van?", topics="power")
    steps = (
        Step("x", "X", "X?", AnswerKind.LONG_TEXT, topics=("power",), criteria=("u/1",)),
        Step("y", "Y", "Y?", AnswerKind.LONG_TEXT, topics=("trust",), criteria=("u/2",)),
    )
    pack = Pack(
        "p", "P", Path(), walks=(Walk("w", "W", (Stage("a", "A", steps),)),), banks=(one, other)
    )
    note = "A lorry and a van."
    assert ids(Situation(note), pack)[0] == "one/1"
    assert ids(Situation(note, empty=("u/1",)), pack)[0] == "other/1"


def test_reading_that_hardly_fits_beside_another_is_not_offered() -> None:
    step = replace(STEP, topics=("endings",), criteria=("u/1",))
    walks = (Walk("w", "W", (Stage("a", "A", (step,)),)),)
    pack = replace(
        PACK, walks=walks, readings=(*PACK.readings, reading("last", "Ends.", "endings"))
    )
    assert books(Situation("We had tea.", empty=("u/1",)), pack) == ["last"]
    assert books(Situation(ROW, empty=("u/1",)), pack) == ["rows"]


def test_asked_lately_waits_until_there_is_nothing_else_and_the_oldest_comes_first() -> None:
    lately = ("quarrels/2", "plain/1", "quarrels/1")
    found = ids(Situation(ROW, STEP, lately=lately), questions=99)
    assert tuple(found[-3:]) == lately
    assert len(found) == len(set(found)) == 8
    assert ids(Situation(ROW, STEP, lately=tuple(found)), questions=2) == found[:2]


def test_a_kept_question_comes_first_where_it_fits_and_only_there() -> None:
    kept = ("quarrels/2", "own/1")
    found = ids(Situation(ROW, kept=kept, lately=("quarrels/2",)), questions=99)
    assert found[0] == "quarrels/2"
    assert found.index("own/1") > 1
    assert ids(Situation("Paint for the shed", kept=kept))[0] == "own/1"


def test_no_three_in_a_row_are_of_one_bank_while_there_are_others() -> None:
    found = ids(Situation("", STEP), questions=4)
    assert [one.partition("/")[0] for one in found] == ["plain"] * 4
    found = ids(Situation("Where and since when does the side gain?", STEP), questions=4)
    names = [one.partition("/")[0] for one in found]
    assert all(len(set(names[at : at + 3])) > 1 for at in range(2)), names


def test_another_language_works_without_the_english_words() -> None:
    german = replace(
        PACK,
        language="de",
        banks=(
            bank("vertrauen", "Wem vertraust du?", "Wer prüft den Dienstplan?", topics="trust"),
            bank("streit", "Wer gewinnt dabei?", topics="conflict"),
        ),
    )
    assert ids(Situation("Den Dienstplan schreibe ich selbst."), german)[0] == "vertrauen/2"
    assert ids(Situation(ROW), german)[0] == "vertrauen/1", "the lexicon knows English only"
    assert ids(Situation("我不信任他", STEP), german)


def test_the_turn_of_a_stage_says_what_the_answer_is_about() -> None:
    step = next(one for one in bundled("strengths-and-limitations").steps() if one.id == "evidence")
    note = "On Monday I was slow to act."
    for area in ("delegation", "communication", "decisions"):
        found = pick(Situation(note, step, turn=area), certificate()).questions
        assert any(one.id.startswith(f"{area}/") for one in found), area


def test_few_are_given_where_few_are_asked_for() -> None:
    assert ids(Situation(ROW), questions=0) == books(Situation(ROW), readings=0) == []
    assert ids(Situation(ROW), Pack("p", "P", Path())) == []
    assert len(ids(Situation(ROW, STEP))) == 3
    assert len(books(Situation(ROW, bundled("after-meeting").steps()[4]), certificate())) == 2


@given(note=st.text(max_size=200))
@settings(max_examples=40, deadline=None)
def test_whatever_is_written_questions_come(note: str) -> None:
    situation = Situation(note, STEP)
    assert len(ids(situation)) == 3
    assert pick(situation, PACK) == pick(situation, PACK)


@pytest.mark.parametrize(
    "note", ['"; DROP TABLE', "NEAR(a b) AND OR * ^", "\x1b[31m\x00", "\ud800"]
)
def test_nothing_in_a_note_is_a_command(note: str) -> None:
    assert len(ids(Situation(note, STEP))) == 3


def test_a_long_section_is_read_from_its_end() -> None:
    long = "The shed needs paint. " * 400 + ROW * 40
    assert ids(Situation(long), questions=1) == ["quarrels/1"]


def test_the_lexicon_knows_each_topic_of_the_bundled_banks_and_catalogue() -> None:
    pack = certificate()
    topics = {one for bank in pack.banks for one in bank.topics}
    topics |= {one for entry in pack.readings for one in entry.topics}
    assert topics - set(TOPICS) == set()
    assert all(not COMMON & set(words.split()) for words in TOPICS.values())
    assert all(len(group) > 1 for group in ALIKE)

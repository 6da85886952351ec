"""Parts in several languages in one pack: each keeps its own, and rules for English words let
those in another be."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from ilmcoach.export.workbook import workbook
from ilmcoach.packs.languages import judged, language_at, language_of, near_first, without_others
from ilmcoach.packs.library import Library
from ilmcoach.packs.merge import beside
from ilmcoach.packs.model import (
    AnswerKind,
    Assessment,
    Bank,
    Pack,
    Question,
    Reading,
    Section,
    Stage,
    Step,
    Walk,
)
from ilmcoach.packs.model import TestWords as Words
from ilmcoach.walks.beside import questions_for, reading_for


def pack_in(language: str, mark: str) -> Pack:
    """A pack with one of everything; `mark` tells its parts from those of others."""
    step = Step(f"step-{mark}", mark, f"{mark}?", AnswerKind.LONG_TEXT, topics=("team",))
    return Pack(
        mark,
        mark,
        Path(),
        language=language,
        walks=(Walk(f"walk-{mark}", mark, (Stage("s", "S", (step,)),)),),
        banks=(Bank(f"bank-{mark}", mark, ("team",), (), (Question(f"q-{mark}", f"{mark}?"),)),),
        readings=(Reading(f"read-{mark}", mark, mark, topics=("team",)),),
        assessments=(Assessment(f"task-{mark}", mark, (Section(f"part-{mark}", mark),)),),
        test_words=(Words(f"code-{mark}", "specific", mark),),
    )


ENGLISH, FRENCH, SCOTS = pack_in("en", "one"), pack_in("fr", "un"), pack_in("en-SCO", "ane")


def test_what_stands_beside_keeps_its_language_and_the_programmes_own_is_untouched() -> None:
    both = beside(ENGLISH, [FRENCH])
    assert both.language == "en"
    for parts in (both.walks, both.banks, both.readings, both.assessments):
        assert [language_of(one, both) for one in parts] == ["en", "fr"]
    assert both.walks[0] is ENGLISH.walks[0]
    assert [one.code for one in both.test_words] == ["code-one"]


def test_another_english_is_the_same_language() -> None:
    both = beside(ENGLISH, [SCOTS])
    assert both.walks == (*ENGLISH.walks, *SCOTS.walks)
    assert [one.code for one in both.test_words] == ["code-one", "code-ane"]
    assert all(judged(one, both) for one in both.walks)


def test_rules_for_english_judge_english_alone() -> None:
    both, turned = beside(ENGLISH, [FRENCH]), beside(FRENCH, [ENGLISH])
    assert [judged(one, both) for one in both.walks] == [True, False]
    assert [judged(one, both) for one in both.assessments] == [True, False]
    # In a French course the learner may well answer an English question in French.
    assert not any(judged(one, turned) for one in turned.walks)


def test_a_place_is_in_the_language_of_what_holds_it() -> None:
    both = beside(ENGLISH, [FRENCH])
    places: list[Step | Section] = [walk.steps()[0] for walk in both.walks]
    places += [task.sections[0] for task in both.assessments]
    assert [language_at(one, both) for one in places] == ["en", "fr"] * 2
    assert language_at(Step("x", "X", "X?", AnswerKind.DATE), both) == "en"


def test_questions_and_reading_in_the_steps_language_come_first() -> None:
    both = beside(ENGLISH, [FRENCH])
    for walk, wanted in zip(both.walks, (["one?", "un?"], ["un?", "one?"]), strict=True):
        (step,) = walk.steps()
        assert [one.text for one in questions_for(step, both)] == wanted
        assert [f"{one.citation}?" for one in reading_for(step, both)] == wanted


def test_the_order_within_a_language_stays() -> None:
    both = beside(pack_in("en", "a"), [FRENCH, pack_in("cy", "b"), pack_in("en", "c")])
    assert [one.title for one in near_first(both.banks, "en", both)] == ["a", "c", "un", "b"]


def test_a_pack_without_others_has_its_own_questions_only() -> None:
    both = beside(ENGLISH, [FRENCH])
    assert [one.title for one in without_others(both).banks] == ["one"]
    assert [one.id for one in without_others(both).readings] == ["read-one"]
    assert without_others(both).walks == both.walks
    assert without_others(ENGLISH) is ENGLISH


def test_a_workbook_of_a_walk_is_in_its_language() -> None:
    both = beside(ENGLISH, [FRENCH])
    assert [workbook(one, both).language for one in both.walks] == ["en", "fr"]


@pytest.mark.parametrize(("own", "below"), [("fr", "en"), ("en", "fr")])
def test_what_a_pack_builds_on_keeps_its_language_too(tmp_path: Path, own: str, below: str) -> None:
    step = "## S\n\n### T\n\n`id: t` `answer: date`\n\nWhen?\n"
    for name, language, uses in (("base", below, ""), ("top", own, "uses: base\n")):
        folder = tmp_path / name
        folder.mkdir()
        head = f"---\nid: {name}\ntitle: {name}\nlanguage: {language}\n{uses}---\n"
        (folder / "pack.md").write_text(head)
        (folder / "w.md").write_text(f"---\nkind: walk\nid: w-{name}\ntitle: {name}\n---\n\n{step}")
    pack = Library.find([tmp_path]).pack("top")
    assert pack is not None
    assert [(one.id, language_of(one, pack)) for one in pack.walks] == [
        ("w-base", below),
        ("w-top", own),
    ]
    twice = beside(replace(pack, language=below, walks=()), [pack])
    assert [language_of(one, twice) for one in twice.walks] == [below, own]

"""A pack as text: all of it in order, within the width of a terminal, harmless."""

from __future__ import annotations

from pathlib import Path

import pytest

from ilmcoach.kit.showing import WIDTH, own_part, show_pack
from ilmcoach.kit.wrapping import lay, width_of
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.packs.model import (
    AnswerKind,
    Bank,
    Choice,
    Criterion,
    Outcome,
    Pack,
    Question,
    Reading,
    Stage,
    Step,
    Unit,
    Walk,
)

BUNDLED = Library.find([bundled_folder()])
HOSTILE = "[/red] \x1b[31m文字" * 30 + " \u202ex" + "y" * 300


@pytest.mark.parametrize("pack_id", ["action-learning", "level-3-certificate"])
def test_everything_of_a_bundled_pack_is_shown(pack_id: str) -> None:
    pack = BUNDLED.pack(pack_id)
    assert pack is not None
    lines = show_pack(pack)
    assert max(map(width_of, lines)) <= WIDTH
    text = " ".join(" ".join(lines).split())
    asked = [step.ask for walk in pack.walks for step in walk.steps()]
    questions = [one.text for bank in pack.banks for one in bank.questions]
    sections = [one.title for task in pack.assessments for one in task.sections]
    for said in (*asked, *questions, *sections, *(one.asks for one in pack.criteria())):
        assert " ".join(said.split()) in text
    places = [text.index(" ".join(one.split())) for one in asked[:3]]
    assert places == sorted(places)


def test_a_criterion_without_a_verb_is_set_apart_from_its_label() -> None:
    criterion = Criterion("u/heard", "What I heard", "", "what people on your shift need")
    unit = Unit("u", "Listening", outcomes=(Outcome("1", "One", (criterion,)),))
    pack = Pack("p", "P", Path(), units=(unit,))
    assert "  - What I heard: what people on your shift need [u/heard]" in show_pack(pack)


def test_only_its_own_part_and_no_ids_where_they_are_not_wanted() -> None:
    pack = BUNDLED.pack("level-3-certificate")
    assert pack is not None
    own = own_part(pack)
    assert [one.id for one in own.assessments] == ["action-plan-and-log"]
    assert not own.walks
    text = "\n".join(show_pack(own, whole=pack))
    assert "40 marks, at least 20" in text
    assert "[m3-37/1.1]" in text
    assert "Reflective Review [reflective-review]" in text
    assert "[" not in "\n".join(show_pack(own, whole=pack, ids=False))


def test_hostile_words_are_harmless_and_kept_within_the_width() -> None:
    step = Step(
        "s", HOSTILE, HOSTILE, AnswerKind.CHOICE, HOSTILE, choices=(Choice("a", HOSTILE, HOSTILE),)
    )
    pack = Pack(
        "p",
        HOSTILE,
        Path(),
        about=HOSTILE,
        author=HOSTILE,
        walks=(Walk("w", HOSTILE, (Stage("g", HOSTILE, (step,), HOSTILE),), HOSTILE),),
        banks=(Bank("b", HOSTILE, (), (), (Question("q", HOSTILE),)),),
        readings=(Reading("r", HOSTILE, HOSTILE),),
    )
    lines = show_pack(pack)
    assert max(map(width_of, lines)) <= WIDTH
    assert not {"\x1b", "\u202e"} & set("".join(lines))


@pytest.mark.parametrize(
    ("text", "laid"),
    [
        ("one two three", ["- one two", "  three"]),
        ("one\ntwo", ["- one", "  two"]),
        ("one\n\n\ntwo", ["- one", "", "  two"]),
        ("abcdefghijklmno", ["- abcdefghij", "  klmno"]),
        ("文字文字文字文", ["- 文字文字文", "  字文"]),
        (" \n ", []),
    ],
)
def test_text_is_laid_into_lines(text: str, laid: list[str]) -> None:
    assert list(lay(text, 12, "- ")) == laid

"""The real dictionary of the extra `spelling`, and what is said without one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from ilmcoach.spelling.british import BritishDictionary, find_files, places, why_none
from ilmcoach.spelling.dictionary import NoDictionary, Verdict, verdict_on
from ilmcoach.spelling.words import askable, words_in

NOWHERE = Path("/nowhere")


@pytest.fixture(scope="module")
def british() -> BritishDictionary:
    return BritishDictionary(NOWHERE)


def told(line: str, dictionary: BritishDictionary) -> dict[str, Verdict]:
    forms = [form for word in words_in(line) if (form := askable(word))]
    verdicts = {form: verdict_on(form, dictionary) for form in forms}
    return {form: verdict for form, verdict in verdicts.items() if verdict != Verdict.FINE}


def test_british_words_are_fine(british: BritishDictionary) -> None:
    line = (
        "Colour, behaviour, centre, organise, organised, realising, analyse, programme, practise, "
        "licence, fulfil, travelled, learnt, judgement, it’s, don't, team’s, well-being, co-lead, "
        "re-read, non-judgemental, self-aware, one-to-one, rota, stand-up; prize size seized"
    )
    assert told(line, british) == {}


def test_american_words_and_slips_are_told_of(british: BritishDictionary) -> None:
    slips = "color behavior center analyze favor traveled fulfill enrollment recieve teh definately"
    assert set(told(f"the {slips} so", british)) == set(slips.split())
    assert "receive" in british.near("recieve")
    assert british.near("behavior")[0] == "behaviour"
    assert all(" " not in one for one in british.near("alot"))


def test_oxford_spelling_is_told_apart(british: BritishDictionary) -> None:
    words = "organize realized prioritizing organization’s"
    assert set(told(f"the {words} so", british).values()) == {Verdict.IZE}


@pytest.mark.parametrize("word", ["a-" * 15 + "a", "''", "x" * 45, "İıſßﬁ", "o'o'o'o'o'o"])
def test_an_odd_word_harms_nothing(word: str, british: BritishDictionary) -> None:
    verdict_on(word, british)


def test_without_the_extra_it_is_said_how_to_get_it(tmp_path: Path) -> None:
    said = why_none(tmp_path, find=lambda _: None)
    assert "not installed" in said
    assert "pip install 'ilmcoach[spelling]'" in said
    assert why_none(NOWHERE) == ""


def test_the_learner_s_own_dictionary_comes_first(tmp_path: Path) -> None:
    assert find_files([tmp_path]) is None
    (tmp_path / "en_GB.dic").write_text("2\nrota\nspylling\n")
    assert find_files([tmp_path]) is None
    (tmp_path / "en_GB.aff").write_text("SET UTF-8\n")
    assert find_files(places(tmp_path)) == tmp_path / "en_GB"
    own = BritishDictionary(tmp_path)
    assert own.knows("spylling")
    assert not own.knows("colour")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"SFX A Y 1\nSFX A", b"REP x\nSET \n"])
def test_a_dictionary_that_is_none_is_said_to_be(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "en_GB.dic").write_bytes(content)
    (tmp_path / "en_GB.aff").write_bytes(content)
    with suppress(NoDictionary):
        assert not BritishDictionary(tmp_path).knows("colour")

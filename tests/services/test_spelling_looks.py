"""What is looked at in a text, what is left alone, and what is kept of what the learner set."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from ilmcoach.clock import FixedClock
from ilmcoach.portfolio.records import Enrolment, Learner, Person
from ilmcoach.services.spelling import Spelling, pack_words
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import (
    CoachPreferences,
    Folders,
    Preferences,
    SpellingPreferences,
    read_preferences,
    write_preferences,
)
from ilmcoach.spelling.dictionary import NoDictionary
from tests.cli.course import NOW, put
from tests.spelling.fake_dictionary import FakeDictionary

AT: dict[str, Any] = {"made": NOW, "changed": NOW}
TEXT = "We keep the rotaa.\n\nRevans said so. Zofia and Ilmington organize the rotaa."


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    home = tmp_path_factory.mktemp("spelling")
    put(
        home,
        Enrolment(id="e", pack="level-3-certificate", **AT),
        Learner(id="l", name="Ines Ilmington", centre_name="Wherever College", **AT),
        Person(id="p", name="Zofia Nowak, lead cook", **AT),
    )
    space = open_workspace(Folders(home), clock=FixedClock(NOW))
    yield space
    space.close()


@pytest.fixture
def workspace(opened: Workspace) -> Workspace:
    """The portfolio with nothing set yet."""
    opened.disk.remove(opened.folders.preferences)
    return opened


@pytest.fixture
def spelling(workspace: Workspace) -> Spelling:
    found = Spelling(workspace, FakeDictionary)
    found.turn(on=True)
    return found


def words(spelling: Spelling, text: str = TEXT) -> list[str]:
    return [one.text for one in spelling.look(text).found]


def test_it_is_off_until_it_is_turned_on_and_then_remembered(workspace: Workspace) -> None:
    opened: list[Path] = []

    def open_dictionary(folder: Path) -> FakeDictionary:
        opened.append(folder)
        return FakeDictionary()

    spelling = Spelling(workspace, open_dictionary)
    assert not spelling.on
    assert words(spelling) == []
    assert not opened
    spelling.turn(on=True)
    assert words(spelling) == ["rotaa", "organize", "rotaa"]
    assert opened == [workspace.folders.dictionary]
    assert Spelling(workspace, FakeDictionary).on
    spelling.turn(on=False)
    assert words(spelling) == []


def test_a_word_is_found_where_it_stands(spelling: Spelling) -> None:
    look = spelling.look(TEXT)
    rows = TEXT.split("\n")
    for one in look.found:
        assert rows[one.row][one.start : one.end] == one.text
        assert (one.start, one.end) in look.spans[rows[one.row]]
    assert [one.row for one in look.found] == [0, 2, 2]


def test_names_of_people_and_words_of_the_pack_are_left_alone(
    spelling: Spelling, workspace: Workspace
) -> None:
    line = "Zofia’s rota. Nowak. Ilmington. Revans. Somebodyelse. zofia"
    assert words(spelling, line) == ["Somebodyelse", "zofia"]
    workspace.store.save([Person(id="q", name="Somebodyelse", **AT)])
    assert words(spelling, line) == ["zofia"]
    assert workspace.pack is not None
    assert {"Revans", "M3", "Maslow"} & pack_words(workspace.pack) == {"Revans", "Maslow"}


def test_a_word_can_be_left_and_looked_at_again(spelling: Spelling, workspace: Workspace) -> None:
    spelling.leave("rotaa’s")
    assert words(spelling, "rotaa Rotaa's organize") == ["organize"]
    assert Spelling(workspace, FakeDictionary).settings.left == ("rotaa",)
    spelling.leave("rotaa")
    spelling.look_again("rotaa")
    assert spelling.settings.left == ()
    assert words(spelling, "rotaa") == ["rotaa"]


def test_ize_can_be_fine(spelling: Spelling) -> None:
    assert spelling.near("organize") == ("organise",) if words(spelling) else False
    spelling.allow_ize(allowed=True)
    assert words(spelling) == ["rotaa", "rotaa"]


def test_the_dictionary_is_asked_once_for_each_word(workspace: Workspace) -> None:
    dictionary = FakeDictionary()
    spelling = Spelling(workspace, lambda _: dictionary)
    spelling.turn(on=True)
    spelling.look("the rota\nteem")
    asked = len(dictionary.asked)
    spelling.look("the rota\nteem\nrota teem")
    assert len(dictionary.asked) == asked


def test_for_a_pack_in_another_language_it_is_off_and_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "packs" / "kurs"
    folder.mkdir(parents=True)
    (folder / "pack.md").write_text("---\nid: kurs\ntitle: Kurs\nlanguage: de\n---\n")
    put(tmp_path, Enrolment(id="e", pack="kurs", **AT))
    space = open_workspace(Folders(tmp_path), clock=FixedClock(NOW))
    spelling = Spelling(space, FakeDictionary)
    spelling.turn(on=True)
    assert space.pack is not None
    assert "for your programme's language it is off" in spelling.why_not
    assert words(spelling) == []
    space.close()


def test_without_a_dictionary_it_says_why_and_finds_nothing(workspace: Workspace) -> None:
    def none(_: Path) -> FakeDictionary:
        raise NoDictionary("There is none.", "Get one.")

    spelling = Spelling(workspace, none)
    spelling.turn(on=True)
    assert words(spelling) == []
    assert "There is none." in spelling.why_not
    assert not spelling.on
    assert spelling.near("rotaa") == ()


def test_what_was_set_of_other_things_stays(workspace: Workspace) -> None:
    kept = Preferences(theme="ilmcoach-light", coach=CoachPreferences(model="small"))
    write_preferences(workspace.folders, kept, workspace.disk)
    Spelling(workspace, FakeDictionary).turn(on=True)
    now = read_preferences(workspace.folders)
    assert now == replace(kept, spelling=SpellingPreferences(on=True))
    workspace.folders.preferences.write_text('theme = "ilmcoach-light"\n[spelling]\non = "perhaps"')
    assert read_preferences(workspace.folders) == Preferences(theme="ilmcoach-light")

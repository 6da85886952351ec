"""Where things are kept, and the preferences: read forgivingly, written whole."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from ilmcoach.files import RealDisk
from ilmcoach.settings import (
    HOME_VARIABLE,
    KNOWN_THEMES,
    Folders,
    Preferences,
    find_folders,
    read_preferences,
    write_preferences,
)


def test_what_is_given_wins_over_the_environment(tmp_path: Path) -> None:
    given, elsewhere = str(tmp_path / "given"), str(tmp_path / "elsewhere")
    assert find_folders(given, {HOME_VARIABLE: elsewhere}) == Folders(tmp_path / "given")
    assert find_folders(None, {HOME_VARIABLE: elsewhere}) == Folders(tmp_path / "elsewhere")
    assert find_folders("", {HOME_VARIABLE: elsewhere}) == Folders(tmp_path / "elsewhere")


@pytest.mark.parametrize("environment", [{}, {HOME_VARIABLE: ""}])
def test_without_a_word_it_is_the_systems_own_place(environment: dict[str, str]) -> None:
    place = Path(platformdirs.user_data_dir("ilmcoach", appauthor=False))
    assert find_folders(None, environment) == Folders(place)


def test_a_path_is_made_absolute_and_the_home_folder_is_known() -> None:
    assert find_folders("here", {}).data == Path.cwd() / "here"
    assert find_folders("~/journey", {}).data == Path.home() / "journey"


def test_everything_lies_in_the_one_folder(tmp_path: Path) -> None:
    folders = Folders(tmp_path)
    for path in (folders.packs, folders.exports, folders.preferences):
        assert path.parent == tmp_path


@pytest.mark.parametrize("theme", KNOWN_THEMES)
def test_preferences_come_back(tmp_path: Path, theme: str) -> None:
    folders = Folders(tmp_path)
    write_preferences(folders, Preferences(theme=theme), RealDisk())
    assert read_preferences(folders) == Preferences(theme=theme)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"theme = ",
        b"theme = 7",
        b"\xff\xfe",
        b'theme = "one-that-was-taken-out"',
        b"theme = ['ilmcoach-light']",
        b"other = 1",
    ],
)
def test_preferences_that_cannot_be_used_give_the_usual_ones(
    tmp_path: Path, content: bytes
) -> None:
    folders = Folders(tmp_path)
    folders.preferences.write_bytes(content)
    assert read_preferences(folders) == Preferences()


def test_without_a_file_the_usual_ones_hold(tmp_path: Path) -> None:
    assert read_preferences(Folders(tmp_path / "nowhere")) == Preferences()
    assert Preferences().theme in KNOWN_THEMES


def test_a_setting_of_a_newer_version_does_not_spoil_the_others(tmp_path: Path) -> None:
    folders = Folders(tmp_path)
    folders.preferences.write_text('theme = "ilmcoach-light"\nfont = "large"\n')
    assert read_preferences(folders) == Preferences(theme="ilmcoach-light")

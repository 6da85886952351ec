"""What somebody means by a path that they typed, pasted or dragged in, and what is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ilmcoach.errors import IlmcoachError
from ilmcoach.services.chosen_file import find_chosen, read_chosen, readings

UNIX = {
    "/home/zoe/rota.pdf": "/home/zoe/rota.pdf",
    "  /home/zoe/rota.pdf \n": "/home/zoe/rota.pdf",
    "/home/zoe/my rota.pdf": "/home/zoe/my rota.pdf",
    "'/home/zoe/my rota.pdf'": "/home/zoe/my rota.pdf",
    "'/home/zoe/my rota.pdf' ": "/home/zoe/my rota.pdf",
    '"/home/zoe/my rota.pdf"': "/home/zoe/my rota.pdf",
    "“/home/zoe/my rota.pdf”": "/home/zoe/my rota.pdf",
    "/home/zoe/my\\ rota\\ \\(2\\).pdf": "/home/zoe/my rota (2).pdf",
    "'/home/zoe/it'\\''s.pdf'": "/home/zoe/it's.pdf",
    "/home/zoe/it's.pdf": "/home/zoe/it's.pdf",
    "file:///home/zoe/my%20rota.pdf": "/home/zoe/my rota.pdf",
    "FILE://localhost/home/zoe/caf%C3%A9.pdf": "/home/zoe/café.pdf",
    "'file:///home/zoe/a.pdf'": "/home/zoe/a.pdf",
    "file:///home/zoe/50%25%20off#1?.pdf": "/home/zoe/50% off#1?.pdf",
    "~/rota.pdf": "~/rota.pdf",
}
WINDOWS = {
    r"C:\Users\Zoe\my rota.pdf": r"C:\Users\Zoe\my rota.pdf",
    r'"C:\Users\Zoe\my rota.pdf"': r"C:\Users\Zoe\my rota.pdf",
    "file:///C:/Users/Zoe/my%20rota.pdf": "C:/Users/Zoe/my rota.pdf",
}


@pytest.mark.parametrize("typed", UNIX)
def test_it_is_read_as_terminals_hand_it_over(typed: str) -> None:
    assert UNIX[typed] in readings(typed, windows=False)


@pytest.mark.parametrize("typed", WINDOWS)
def test_backslashes_part_folders_on_windows(typed: str) -> None:
    assert WINDOWS[typed] in readings(typed, windows=True)


def test_nothing_and_another_computer_mean_nothing() -> None:
    assert readings("  ") == ()
    assert "/x" not in readings("file://elsewhere/x", windows=False)


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_text_is_a_file_or_refused_in_words(typed: str) -> None:
    said = ""
    try:
        find_chosen(typed)
    except IlmcoachError as error:
        said = error.message
    assert "\x1b" not in said


NAMES = ["rota.pdf", "my rota (2).pdf", "it's.pdf", "two  spaces.pdf", "back\\slash.pdf", "é😀.pdf"]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_found_with_its_size(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(b"12345")
    dragged = "'" + str(file).replace("'", "'\\''") + "'"
    # A line to type in folds double spaces.
    for typed in (str(file), dragged, " ".join(str(file).split()), file.as_uri()):
        chosen = find_chosen(typed)
        assert (chosen.path, chosen.size) == (file, 5)
    assert read_chosen(find_chosen(str(file)), 5) == b"12345"


def test_what_is_no_plain_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "real").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    os.mkfifo(tmp_path / "pipe")
    refused = {
        "none.pdf": "There is no file",
        "": "is a folder",
        "link": "a link to another place",
        "nowhere": "a link to another place",
        "pipe": "not an ordinary file",
        "empty": "is empty",
    }
    for name, words in refused.items():
        with pytest.raises(IlmcoachError, match=words):
            find_chosen(str(tmp_path / name))
    with pytest.raises(IlmcoachError, match="Type or paste"):
        find_chosen("   ")
    with pytest.raises(IlmcoachError, match="no file"):
        find_chosen("a\0b")


def test_two_names_that_read_the_same_are_not_guessed_at(tmp_path: Path) -> None:
    for name in ("a  b", "a   b"):
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(IlmcoachError, match="no file"):
        find_chosen(str(tmp_path / "a b"))


def test_too_large_changed_and_swapped_files_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    file.write_bytes(b"12345")
    chosen = find_chosen(str(file))
    with pytest.raises(IlmcoachError, match="5 bytes; a file to attach may have up to 4 bytes"):
        read_chosen(chosen, 4)
    file.write_bytes(b"123456")
    with pytest.raises(IlmcoachError, match="changed just now"):
        read_chosen(chosen, 100)
    other = tmp_path / "other"
    other.write_bytes(b"54321")
    file.unlink()
    file.symlink_to(other)
    with pytest.raises(IlmcoachError, match="could not be read"):
        read_chosen(chosen, 100)

"""Marks for terminals that can show them, and for those that cannot."""

from __future__ import annotations

import pytest

from ilmcoach.tui.marks import PLAIN, Marks, marks_for


def test_a_modern_terminal_has_the_marks() -> None:
    assert marks_for({"TERM": "xterm-256color"}, "posix") == Marks()
    assert marks_for({"WT_SESSION": "x"}, "nt") == Marks()


@pytest.mark.parametrize(
    ("environment", "system"),
    [
        ({"TERM": "linux"}, "posix"),
        ({"TERM": "dumb"}, "posix"),
        ({}, "nt"),
        ({"ILMCOACH_PLAIN": "1"}, "posix"),
    ],
)
def test_a_bare_console_has_plain_characters(environment: dict[str, str], system: str) -> None:
    marks = marks_for(environment, system)
    assert marks == PLAIN
    assert all(getattr(marks, name).isascii() for name in marks.__struct_fields__)

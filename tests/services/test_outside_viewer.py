"""Opening, showing and printing with the system's own programs: the commands, and what is said
where there is none. Only Linux's can be tried here; the others are read off."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from ilmcoach.errors import IlmcoachError
from ilmcoach.services.outside_viewer import open_outside, printer, run_outside, shower, viewer

DESK = {"DISPLAY": ":0"}
PATH = Path("/home/r/My documents/task.pdf")


def has(*names: str) -> Callable[[str], str | None]:
    return lambda name: f"/usr/bin/{name}" if name in names else None


@pytest.mark.parametrize(
    ("platform", "environment", "there", "command"),
    [
        ("win32", {}, (), ("explorer.exe", f"/select,{PATH}")),
        ("darwin", {}, (), ("open", "-R", str(PATH))),
        ("linux", DESK, ("xdg-open",), ("xdg-open", str(PATH.parent))),
        ("linux", DESK, ("gio",), ("gio", "open", str(PATH.parent))),
        ("linux", {}, ("xdg-open",), ()),
        ("linux", DESK, (), ()),
    ],
)
def test_a_file_is_shown_in_its_folder(
    platform: str, environment: dict[str, str], there: tuple[str, ...], command: tuple[str, ...]
) -> None:
    assert shower(PATH, platform, environment, has(*there)) == command


@pytest.mark.parametrize(
    ("platform", "name", "there", "begins"),
    [
        ("win32", "task.docx", (), (sys.executable, "-c")),
        ("linux", "task.pdf", ("lp", "lpr"), ("lp", "--")),
        ("darwin", "task.md", ("lpr",), ("lpr", "--")),
        ("linux", "task.docx", ("lp",), ()),
        ("linux", "task.html", ("lp",), ()),
        ("linux", "task.pdf", (), ()),
    ],
)
def test_a_file_is_printed_where_the_system_can(
    platform: str, name: str, there: tuple[str, ...], begins: tuple[str, ...]
) -> None:
    path = PATH.with_name(name)
    command = printer(path, platform, has(*there))
    assert command[:2] == begins
    assert not command or command[-1] == str(path)


def test_a_name_that_looks_like_an_option_stays_a_name(tmp_path: Path) -> None:
    assert printer(Path("-o raw.pdf"), "linux", has("lp"))[1] == "--"


def test_it_is_started_and_not_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "task.pdf"
    file.write_bytes(b"x")
    started: list[Sequence[str]] = []
    run_outside(("lp", str(file)), file, "Print it from there.", started.append)
    assert started == [("lp", str(file))]


def test_what_cannot_be_done_is_said_with_the_place_of_the_file(tmp_path: Path) -> None:
    def fails(_: Sequence[str]) -> object:
        raise OSError

    file = tmp_path / "task.pdf"
    with pytest.raises(IlmcoachError, match="not there any more"):
        run_outside(("lp",), file, "Print it from there.")
    file.write_bytes(b"x")
    with pytest.raises(IlmcoachError, match="Print it from there") as said:
        run_outside((), file, "Print it from there.")
    assert str(file) in str(said.value)
    with pytest.raises(IlmcoachError, match="lp could not be started"):
        run_outside(("lp",), file, "Print it from there.", fails)
    with pytest.raises(IlmcoachError, match="not opened from here"):
        open_outside(tmp_path / "page.html", viewer("darwin"))

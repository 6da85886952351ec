"""Opening, showing and printing a file with the programs that this computer has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ilmcoach.errors import IlmcoachError

SAFE_ENDINGS = frozenset(
    "pdf txt md rtf csv doc docx odt xls xlsx ods ppt pptx odp png jpg jpeg gif webp heic tif tiff "
    "bmp mp3 m4a wav ogg flac mp4 mov mkv webm".split()
)
"""Endings of files that are looked at. Anything else may be a program, which must not start by
being looked at: a portfolio that was brought in may come from somebody else."""

Start = Callable[[Sequence[str]], object]
"""Starts a program and does not wait for it; raises OSError."""


def viewer(
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    find: Callable[[str], str | None] = shutil.which,
) -> tuple[str, ...]:
    """The command that opens a file with the program for its kind; empty where there is none,
    as on a computer without a desktop."""
    if platform == "win32":
        return ("explorer.exe",)
    if platform == "darwin":
        return ("open",)
    desktop = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    wanted: tuple[str, ...] = ("wslview",) if environment.get("WSL_DISTRO_NAME") else ()
    wanted += ("xdg-open", "gio") if desktop else ()
    name = next((one for one in wanted if find(one)), "")
    return (name, "open") if name == "gio" else (name,) if name else ()


def open_outside(path: Path, command: Sequence[str], start: Start | None = None) -> None:
    """Opens a file with `command` and comes back at once. Raises IlmcoachError, naming where the
    file lies, if it is of a kind that is not opened from here, or nothing can open it."""
    if path.suffix[1:].casefold() not in SAFE_ENDINGS:
        raise IlmcoachError(
            f"Files of this kind ({path.suffix or 'no ending'}) are not opened from here.",
            f"It lies in {path}.",
        )
    if not command:
        raise IlmcoachError("There is nothing here to open it with.", f"It lies in {path}.")
    try:
        (start or _start)([*command, str(path)])
    except OSError as error:
        raise IlmcoachError(
            f"{command[0]} could not be started.", f"The file lies in {path}."
        ) from error


def shower(
    path: Path,
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    find: Callable[[str], str | None] = shutil.which,
) -> tuple[str, ...]:
    """The command that shows a file in its folder; empty where there is none."""
    if platform == "win32":
        return ("explorer.exe", f"/select,{path}")
    if platform == "darwin":
        return ("open", "-R", str(path))
    command = viewer(platform, environment, find)
    return (*command, str(path.parent)) if command else ()


def printer(
    path: Path,
    platform: str = sys.platform,
    find: Callable[[str], str | None] = shutil.which,
) -> tuple[str, ...]:
    """The command that prints a file as the system does; empty where there is none for its kind.

    Windows has each program print its own files. Elsewhere the print queue takes PDF and plain
    text as they are; it would print another file's inside.
    """
    if platform == "win32":
        script = "import os, sys; os.startfile(sys.argv[1], 'print')"
        return (sys.executable, "-c", script, str(path))
    plain = path.suffix.casefold() in (".pdf", ".md", ".txt")
    name = next((one for one in ("lp", "lpr") if find(one)), "")
    return (name, "--", str(path)) if plain and name else ()


def run_outside(
    command: Sequence[str], path: Path, otherwise: str, start: Start | None = None
) -> None:
    """Starts a command for a document of ours, at `path`, and comes back at once.
    Raises IlmcoachError: `otherwise` where there is no command, and where the file lies."""
    where = f"The file lies in {path}."
    if not path.is_file():
        raise IlmcoachError("The file is not there any more.", where)
    if not command:
        raise IlmcoachError(otherwise, where)
    try:
        (start or _start)(command)
    except OSError as error:
        raise IlmcoachError(f"{command[0]} could not be started.", where) from error


def _start(command: Sequence[str]) -> object:
    given: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
    return subprocess.Popen(command, start_new_session=True, **given)

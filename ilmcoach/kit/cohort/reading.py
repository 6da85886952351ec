"""A folder of summaries read. Each comes from somebody else: nothing in it is trusted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from ilmcoach.portfolio.summary import FORMAT, Summary
from ilmcoach.text import clean_line

MOST_FILES = 500
MOST_BYTES = 256 * 1024
"""A summary of the fullest portfolio takes some 20 KB."""
MOST_ENTRIES = 5_000
"""Names looked at in a folder before it is called no folder of summaries."""


class _Kind(Struct):
    format: int


class Cohort(Struct, frozen=True):
    """The summaries by the name that they show, and what was passed over: a sentence for each."""

    summaries: tuple[Summary, ...]
    passed_over: tuple[str, ...]


def read_cohort(folder: Path) -> Cohort:
    """Every summary among the .json files that lie in `folder`, at most 500 of at most 256 KB
    each. Raises OSError if the folder cannot be looked at."""
    found: list[Summary] = []
    passed_over: list[str] = []
    seen: dict[bytes, str] = {}
    for path in _files(folder, passed_over):
        name = clean_line(path.name)
        if isinstance(data := _bytes_of(path), str):
            passed_over.append(f"{name}: {data}")
        elif data in seen:
            passed_over.append(f"{name}: the same as {seen[data]}, so it counts once.")
        elif isinstance(summary := _summary(data), str):
            passed_over.append(f"{name}: {summary}")
        else:
            seen[data] = name
            found.append(summary)
    found.sort(key=lambda one: (clean_line(one.shown_as).casefold(), one.written))
    return Cohort(tuple(found), tuple(passed_over))


def _files(folder: Path, passed_over: list[str]) -> Iterator[Path]:
    names = []
    for count, one in enumerate(folder.iterdir()):
        if count >= MOST_ENTRIES:
            passed_over.append(
                f"Only the first {MOST_ENTRIES:,} names in the folder were looked at."
            )
            break
        if one.suffix.casefold() == ".json" and not one.name.startswith("."):
            names.append(one)
    if len(names) > MOST_FILES:
        passed_over.append(f"Only the first {MOST_FILES} files were read, by their names.")
    yield from sorted(names)[:MOST_FILES]


def _bytes_of(path: Path) -> bytes | str:
    """What the file holds, or why it is passed over."""
    if path.is_symlink() or not path.is_file():
        return "no plain file."
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        return f"it cannot be read: {error.strerror or 'no reason given'}."
    return "too large to be a summary." if len(data) > MOST_BYTES else data


def _summary(data: bytes) -> Summary | str:
    try:
        version = msgspec.json.decode(data, type=_Kind).format
        if version > FORMAT:
            return "made by a newer ilmcoach. Install the newest one to read it."
        return msgspec.json.decode(data, type=Summary)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return "no summary of ilmcoach, or it was changed. Ask for it again."

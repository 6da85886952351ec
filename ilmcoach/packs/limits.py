"""How much a pack may hold, and its files read within that.

A pack comes from somebody else: nothing outside its folder is read, and nothing without end.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from ilmcoach.text import clean

from . import crowding
from .model import Problem

FILE_BYTES = 64 * 1024
PACK_BYTES = 5 * 1024 * 1024
FILES = 200
ENTRIES = 2000
FOLDER_DEPTH = 6
USES = 20
FRONT_CHARS = 8 * 1024
NESTING = 12
LIST_ITEMS = 500
TABLE_ROWS = 200
HEADING_CHARS = 200
HEADINGS = 400
PACK_FILE = "pack.md"
SAVE_AS_TEXT = "Save it as plain text with the encoding UTF-8."
AROUND = 16
"""Bytes shown on either side of one that is not UTF-8."""
NO_TEXT = {
    b"\xff\xfe": "The file is in UTF-16 (some programs say 'Unicode'), not in UTF-8.",
    b"\xfe\xff": "The file is in UTF-16 (some programs say 'Unicode'), not in UTF-8.",
    b"PK\x03\x04": "This is a document of a word processor or a .zip, no plain text.",
    b"{\\rtf": "This is a document of a word processor, no plain text.",
}
"""First bytes of files that are no plain text in UTF-8, and what to say of each."""
LOOKS_LIKE_A_PAGE = (".md.txt", ".markdown", ".docx", ".doc", ".odt", ".rtf")
"""Endings of files that a tutor may think are pages of the pack."""
ONE_LINE = str.maketrans(
    {"\r": "\n", "\v": " ", "\f": " ", "\x85": " ", "\u2028": " ", "\u2029": " "}
)
"""Characters that some programs take for a line end: an editor's line numbers do not count them."""


class Source(Struct, frozen=True):
    """The text of one file: decoded, cleaned, its lines ended by a line feed."""

    file: str
    text: str


def read_folder(folder: Path) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Every Markdown file of a pack, `pack.md` first, and what kept others from being read.

    README.md, hidden files and anything that is not Markdown are passed over. Never raises for
    what a folder holds or lacks.
    """
    problems: list[Problem] = []
    sources: list[Source] = []
    size = crowd = 0
    for count, path in enumerate(_markdown(folder, problems)):
        name = path.relative_to(folder).as_posix()
        if count >= FILES:
            problems.append(
                Problem(name, 1, f"A pack may hold {FILES} files.", "Put some together.")
            )
            break
        source = read_file(folder, path, problems)
        if source is None:
            continue
        size += len(source.text)
        crowd += crowding.signs(source.text)
        if crowd > crowding.ALL:
            what = "The pack holds more signs and lines than can be read in good time."
            problems.append(Problem(name, 1, what, "Share it out over two packs."))
            break
        if size > PACK_BYTES:
            problems.append(
                Problem(name, 1, "The pack is larger than 5 MB.", "Share it out over two packs.")
            )
            break
        sources.append(source)
    return tuple(sources), tuple(problems)


def read_file(folder: Path, path: Path, problems: list[Problem]) -> Source | None:
    """The text of one file of the pack in `folder`; None, with a problem added, if it can't be
    read: a link, too long, too full of signs, not UTF-8, or refused by the system."""
    name = path.relative_to(folder).as_posix()
    if path.is_symlink() or not path.is_file():
        problems.append(
            Problem(name, 1, "This is a link or no plain file.", "Put the file itself there.")
        )
        return None
    try:
        with path.open("rb") as file:
            data = file.read(FILE_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        problems.append(
            Problem(name, 1, f"The file can't be read: {reason}.", "See who may read it.")
        )
        return None
    if len(data) > FILE_BYTES:
        problems.append(
            Problem(name, 1, "The file is longer than 64 KB.", "Share it out over two files.")
        )
        return None
    return _decoded(name, data, problems)


def _decoded(name: str, data: bytes, problems: list[Problem]) -> Source | None:
    if what := _not_text(data):
        problems.append(Problem(name, 1, what, SAVE_AS_TEXT))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        what = f"The file is not in UTF-8{_near(data, error.start)}."
        problems.append(Problem(name, line, what, SAVE_AS_TEXT))
        return None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        what = "There is a NUL character: no plain text."
        problems.append(Problem(name, line, what, SAVE_AS_TEXT))
        return None
    return _in_measure(
        Source(name, clean(text.replace("\r\n", "\n").translate(ONE_LINE))), problems
    )


def _in_measure(source: Source, problems: list[Problem]) -> Source | None:
    if (line := crowding.crowded_line(source.text)) is not None:
        what = "The page holds more of the signs [ * _ < than words need."
        problems.append(Problem(source.file, line, what, "Write it as plain text."))
        return None
    if (line := crowding.overfull_line(source.text)) is not None:
        what = "The page holds more signs and lines than can be read in good time."
        problems.append(Problem(source.file, line, what, "Share it out over two files."))
        return None
    return source


def _not_text(data: bytes) -> str:
    """What a file is that is no plain text in UTF-8 by its first bytes; empty if they may be."""
    for start, what in NO_TEXT.items():
        if data.startswith(start):
            return what
    return ""


def _near(data: bytes, at: int) -> str:
    """The words around a byte that is not UTF-8, as Windows would read them."""
    start = data.rfind(b"\n", 0, at) + 1
    end = data.find(b"\n", at)
    line = data[max(start, at - AROUND) : min(end if end >= 0 else len(data), at + AROUND)]
    words = " ".join(clean(line.decode("cp1252", "ignore")).split())
    return f" (near '{words}')" if words else ""


def _markdown(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    first = folder / PACK_FILE
    if not first.exists() and not first.is_symlink():
        there = "this folder" if folder.is_dir() else "the folder: it does not exist"
        problems.append(
            Problem(
                PACK_FILE,
                1,
                f"There is no {PACK_FILE} in {there}.",
                "Write one with `id:` and `title:` between two lines of ---.",
            )
        )
    else:
        yield first
    seen = 0
    for parent, folders, files in os.walk(folder, followlinks=False):
        here = Path(parent)
        seen += len(folders) + len(files)
        if seen > ENTRIES or len(here.relative_to(folder).parts) > FOLDER_DEPTH:
            name = (here.relative_to(folder) / PACK_FILE).as_posix()
            problems.append(
                Problem(
                    name, 1, "The folder holds too much.", "Keep a pack in a folder of its own."
                )
            )
            return
        for one in folders:
            if (here / one).is_symlink():
                name = (here / one).relative_to(folder).as_posix()
                problems.append(
                    Problem(name, 1, "This folder is a link.", "Put the files themselves there.")
                )
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for one in sorted(files):
            path = here / one
            if _is_page(one) and path != first:
                yield path
            elif one.lower().endswith(LOOKS_LIKE_A_PAGE):
                name = path.relative_to(folder).as_posix()
                mend = "Save it as plain text with a name that ends in .md."
                problems.append(Problem(name, 1, "This file was not read.", mend, advice=True))


def _is_page(name: str) -> bool:
    lower = name.lower()
    return lower.endswith(".md") and lower != "readme.md" and not lower.startswith(".")

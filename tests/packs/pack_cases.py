"""Cases in Markdown files: a title, the text of one file of a pack, and what is said of it.

The three are set apart by lines with a single dot. What is expected is one problem a line,
`line: what, and how to mend it`, with `advice ` in front where it is no error.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from ilmcoach.packs.library import Library
from ilmcoach.packs.loaded import LoadedPack
from ilmcoach.packs.loader import load_pack
from ilmcoach.packs.model import Problem

DATA = Path(__file__).parent.parent / "data" / "packs"
GOOD = DATA / "good"


class Case(Struct, frozen=True):
    """One case: what it shows, the file's text and the lines expected."""

    title: str
    text: str
    expected: tuple[str, ...]


def read_cases(path: Path) -> list[Case]:
    """All cases of a file."""
    found: list[Case] = []
    parts: list[list[str]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line != ".":
            parts[-1].append(line)
            continue
        parts.append([])
        if len(parts) == 4:
            title, text, expected, _ = parts
            found.append(Case("\n".join(title).strip(), "\n".join(text) + "\n", tuple(expected)))
            parts = [[]]
    return found


def good_library() -> Library:
    """The packs without mistakes."""
    return Library.find([GOOD])


def load_file(
    folder: Path, text: str | bytes, uses: str = "canal-award", name: str = "case.md"
) -> LoadedPack:
    """A pack in `folder` with `text` as its one file besides `pack.md`, loaded."""
    pack = folder / "case"
    path = pack / name
    path.parent.mkdir(parents=True, exist_ok=True)
    line = f"uses: {uses}\n" if uses else ""
    (pack / "pack.md").write_text(f"---\nid: case\ntitle: Case\n{line}---\n", encoding="utf-8")
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return load_pack(pack, good_library())


def told(problems: tuple[Problem, ...]) -> tuple[str, ...]:
    """Problems as the cases write them."""
    return tuple(
        ("advice " if one.advice else "")
        + (f"{one.file}:" if one.file != "case.md" else "")
        + f"{one.line}: {one.what} {one.mend}".rstrip()
        for one in problems
    )

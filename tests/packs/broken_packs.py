"""Broken packs in `tests/data/broken_packs`, each with what a tutor is told of it.

`expected.txt` holds it line by line. After a message was changed on purpose,
`python -m tests.packs.broken_packs` writes them anew; look at the difference before you keep it.
"""

from __future__ import annotations

from pathlib import Path

from ilmcoach.packs.library import Library, check
from tests.packs.pack_cases import DATA, GOOD

BROKEN = DATA.parent / "broken_packs"
FOLDERS = tuple(sorted(one for one in BROKEN.iterdir() if one.is_dir()))
EXPECTED = "expected.txt"


def shelf() -> Library:
    """Broken packs and good ones, for those that build on others."""
    return Library.find([BROKEN, GOOD])


def told_of(folder: Path, library: Library) -> str:
    """What is told of the pack in `folder`, a problem a line."""
    return "".join(f"{'advice: ' if one.advice else ''}{one}\n" for one in check(folder, library))


def renew() -> None:
    """Writes what is told now as what is expected."""
    library = shelf()
    for folder in FOLDERS:
        (folder / EXPECTED).write_text(told_of(folder, library), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    renew()

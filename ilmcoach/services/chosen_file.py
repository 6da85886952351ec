"""A file that the learner points at: typed, pasted, or dragged into the terminal."""

from __future__ import annotations

import os
import shlex
import stat
import unicodedata
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.wording import say_size
from ilmcoach.text import clean_line

_QUOTES = (("'", "'"), ('"', '"'), ("\u2018", "\u2019"), ("\u201c", "\u201d"))


class ChosenFile(Struct, frozen=True):
    """A plain file: where it is, its own name, its size in bytes."""

    path: Path
    name: str
    size: int


def readings(typed: str, *, windows: bool = os.name == "nt") -> tuple[str, ...]:
    """What somebody may mean by `typed`, the likeliest first: as it stands; a `file:` address;
    without the quotes that terminals and desktops put round a name that is dragged in; without
    backslashes before its spaces. Empty for nothing."""
    text = typed.strip()
    if not text:
        return ()
    found = [text]
    if text[:5].casefold() == "file:":
        found.insert(0, _of_address(text, windows=windows))
    for first, last in _QUOTES:
        if len(text) > 2 and text.startswith(first) and text.endswith(last):
            found.append(text[1:-1])
    if not windows:
        # On Windows a backslash parts folders, so nothing is hidden behind it there.
        try:
            words = shlex.split(text)
        except ValueError:
            words = []
        found += [_of_address(word, windows=windows) for word in words if len(words) == 1]
    return tuple(dict.fromkeys(one for one in found if one))


def find_place(typed: str) -> Path:
    """The file or folder that is meant by `typed`. Raises IlmcoachError, in plain words, if there
    is none."""
    meant = [_path(one) for one in readings(typed)]
    if not meant:
        raise IlmcoachError("Type or paste where the file is, or drag it in.")
    there = next((one for one in meant if os.path.lexists(one)), None)
    path = there or next(filter(None, map(_nearly, meant)), None)
    if path is None:
        raise IlmcoachError(
            f"There is no file {clean_line(str(meant[-1]))}.",
            "Drag the file into this window, or look at how its name is written.",
        )
    return path


def find_chosen(typed: str) -> ChosenFile:
    """The file that is meant by `typed`. Raises IlmcoachError, in plain words, if there is none,
    or what is there is a link, a folder, no ordinary file, empty, or cannot be looked at."""
    path = find_place(typed)
    return ChosenFile(path, clean_line(path.name), _size(path))


def read_chosen(chosen: ChosenFile, most: int) -> bytes:
    """The bytes of a chosen file, which is never changed. Raises IlmcoachError if it is larger
    than `most` bytes, has become something else meanwhile, or cannot be read."""
    refuse_large(chosen, most)
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC"):
        flags |= getattr(os, name, 0)
    try:
        with os.fdopen(os.open(chosen.path, flags), "rb") as file:
            plain = stat.S_ISREG(os.fstat(file.fileno()).st_mode)
            data = file.read(most + 1) if plain else b""
    except OSError as error:
        raise _unreadable(chosen.path, error) from error
    if len(data) != chosen.size:
        raise IlmcoachError(
            f"{chosen.name} was changed just now.", "Wait until it is written, then try again."
        )
    return data


def refuse_large(chosen: ChosenFile, most: int) -> None:
    """Raises IlmcoachError if a file is larger than `most` bytes."""
    if chosen.size > most:
        raise IlmcoachError(
            f"{chosen.name} is {say_size(chosen.size)}; a file to attach may have up to "
            f"{say_size(most)}.",
            "Attach a smaller copy, or only the page that shows it.",
        )


def _of_address(text: str, *, windows: bool) -> str:
    """The path in a `file:` address; other text as it is."""
    if text[:5].casefold() != "file:":
        return text
    try:
        address = urlsplit(text)
    except ValueError:
        return ""
    if address.netloc not in ("", "localhost"):
        return ""
    # What looks like a query or a fragment is part of a name that was not written with care.
    rest = f"?{address.query}" if address.query else ""
    rest += f"#{address.fragment}" if address.fragment else ""
    path = unquote(address.path + rest)
    return path.lstrip("/") if windows else path


def _path(text: str) -> Path:
    path = Path(text)
    if path.parts[:1] and path.parts[0].startswith("~"):
        try:
            path = path.expanduser()
        except RuntimeError:
            return path.absolute()
    return path.absolute()


def _nearly(path: Path) -> Path | None:
    """The one file of that folder whose name reads the same: a line to type in keeps no double
    spaces and no signs that cannot be seen, and some systems write accents in two parts."""
    wanted = _reads(path.name)
    try:
        alike = [one for one in path.parent.iterdir() if _reads(one.name) == wanted]
    except (OSError, ValueError):
        return None
    return alike[0] if len(alike) == 1 else None


def _reads(name: str) -> str:
    return clean_line(unicodedata.normalize("NFC", name))


def _size(path: Path) -> int:
    """The size of a plain file in bytes. Raises IlmcoachError for anything else."""
    name = clean_line(path.name) or clean_line(str(path))
    try:
        facts = path.lstat()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if stat.S_ISLNK(facts.st_mode):
        raise IlmcoachError(f"{name} is a link to another place.", "Give the file itself.")
    if stat.S_ISDIR(facts.st_mode):
        raise IlmcoachError(f"{name} is a folder.", "Give one file that is in it.")
    if not stat.S_ISREG(facts.st_mode):
        raise IlmcoachError(f"{name} is not an ordinary file.", "Choose another one.")
    if not facts.st_size:
        raise IlmcoachError(f"{name} is empty.", "There is nothing in it to attach.")
    return facts.st_size


def _unreadable(path: Path, error: Exception) -> IlmcoachError:
    why = error.strerror if isinstance(error, OSError) and error.strerror else "it has an odd name"
    return IlmcoachError(
        f"{clean_line(str(path))} could not be read: {why.lower()}.",
        "Look whether you may open it.",
    )

"""The state that files are in, told without opening one: it changes whenever one of them does."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from ilmcoach import __version__

from .limits import ENTRIES, FOLDER_DEPTH

READERS = Path(__file__).resolve().parent
"""The code that reads packs: a pack read by other code may come out otherwise."""

Facts = tuple[object, ...]


class _TooMuch(Exception):  # noqa: N818
    """More than a pack may hold."""


def state(packs: Sequence[Path], readers: Path = READERS, version: str = __version__) -> bytes:
    """A digest of every file in the folders of these packs, of the code in the folder `readers`
    and of its version; empty where that cannot be told.

    A file counts with its path, size and times, the time of its last change of any kind (which
    no program can set back) among them.
    """
    try:
        facts = [version, *_code(readers), *(_pack(folder) for folder in packs)]
    except (OSError, _TooMuch):
        return b""
    return blake2b(repr(facts).encode("utf-8", "surrogatepass"), digest_size=32).digest()


def _code(folder: Path) -> Iterable[Facts]:
    return sorted(
        facts for facts in _files(folder, ("__pycache__",)) if str(facts[0]).endswith(".py")
    )


def _pack(folder: Path) -> Facts:
    return (str(folder), *sorted(_files(folder, ())))


def _files(folder: Path, without: Sequence[str]) -> Iterator[Facts]:
    """The facts of each file, of folders within folders too, hidden ones left out."""
    seen = 0
    waiting = [(os.fspath(folder), 0)]
    while waiting:
        place, depth = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                seen += 1
                if seen > ENTRIES or depth > FOLDER_DEPTH:
                    raise _TooMuch
                if not entry.is_dir(follow_symlinks=False):
                    yield _facts(entry)
                elif not entry.name.startswith(".") and entry.name not in without:
                    waiting.append((entry.path, depth + 1))


def _facts(entry: os.DirEntry[str]) -> Facts:
    it = entry.stat(follow_symlinks=False)
    # Where a link leads decides whether it counts as a folder.
    return (entry.path, entry.is_dir(), it.st_ino, it.st_size, it.st_mtime_ns, it.st_ctime_ns)

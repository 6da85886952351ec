"""The files that make up a pack, taken from its folder: nothing else of it is given to others."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from ilmcoach.files import Disk
from ilmcoach.packs.limits import FILE_BYTES, read_folder
from ilmcoach.packs.model import Problem

README = "README.md"

Pages = Mapping[str, bytes]
"""The bytes of each file by its path inside the pack, with forward slashes."""


def pages_of(folder: Path) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The pages that a pack is read from, and its README.md, byte for byte; and what kept others
    from being read. Links are not followed. Never raises for what a folder holds."""
    sources, problems = read_folder(folder)
    found: dict[str, bytes] = {}
    more: list[Problem] = []
    for name in [source.file for source in sources]:
        data = _read(folder / name)
        if data is None:
            more.append(Problem(name, 1, "The file changed just now.", "Try again."))
        else:
            found[name] = data
    readme = _read(folder / README)
    if readme is not None:
        found[README] = readme
    return found, (*problems, *more)


def write_pages(pages: Pages, folder: Path, disk: Disk) -> None:
    """Puts the files into `folder`, which is made. Their paths have to be safe ones. Raises
    DiskProblem."""
    disk.make_folder(folder)
    for name, data in pages.items():
        path = folder.joinpath(*name.split("/"))
        disk.make_folder(path.parent)
        disk.write_atomically(path, data)


def _read(path: Path) -> bytes | None:
    """The bytes of a plain file of a fitting size; None for anything else."""
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC"):
        flags |= getattr(os, name, 0)
    try:
        if path.is_symlink() or not path.is_file():
            return None
        with os.fdopen(os.open(path, flags), "rb") as file:
            data = file.read(FILE_BYTES + 1)
    except OSError:
        return None
    return data if len(data) <= FILE_BYTES else None

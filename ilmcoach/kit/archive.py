"""A pack built into one file to send: a zip that is the same for the same pack, byte for byte."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from ilmcoach.packs.library import Library
from ilmcoach.packs.limits import PACK_FILE
from ilmcoach.packs.loader import load_pack
from ilmcoach.packs.model import Pack, Problem

from . import manifest as manifests
from .entry_names import is_reserved, wrong_names
from .pages import README, Pages, pages_of

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The first that a zip can tell: when a pack was built is no part of it."""

_MODE = 0o100644
_UNIX = 3
_VERSION_CHARS = 40


class Built(Struct, frozen=True):
    """A pack as one file: the name it should have, its bytes (empty where a problem is more than
    advice), the SHA-256 of those in hexadecimal, how many files of the pack are in it, what was
    found in checking it, and whether a README.md goes along."""

    pack: Pack | None
    name: str
    data: bytes
    sha256: str
    files: int
    problems: tuple[Problem, ...]
    readme: bool = False


def build(folder: Path, library: Library) -> Built:
    """The pack in `folder` as one file; `library` has the packs that it may build on.

    Only what a pack is read from goes in, and a README.md. Nothing is written, and nothing is
    raised for what the folder holds.
    """
    pages, unread = pages_of(folder)
    loaded = load_pack(folder, library, advise=True)
    names = (f"{loaded.id}/{name}" for name in pages)
    problems = (*loaded.problems, *unread, *reserved(loaded.id), *wrong_names(list(names)))
    problems = tuple(dict.fromkeys(problems))
    if loaded.pack is None or not all(one.advice for one in problems):
        return Built(loaded.pack, "", b"", "", len(pages), problems)
    data = zipped(loaded.pack, pages)
    sha256 = manifests.sum_of(data).sha256
    readme = README in pages
    return Built(loaded.pack, file_name(loaded.pack), data, sha256, len(pages), problems, readme)


def zipped(pack: Pack, pages: Pages) -> bytes:
    """The zip of a pack: its list first, then `pack.md`, then its other files by name; nothing is
    made smaller, for that comes out differently from one computer to another."""
    out = io.BytesIO()
    listed = manifests.written(manifests.manifest_of(pack, pages))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        _put(archive, manifests.NAME, listed)
        for name in sorted(pages, key=lambda one: (one != PACK_FILE, one)):
            _put(archive, f"{pack.id}/{name}", pages[name])
    return out.getvalue()


def file_name(pack: Pack) -> str:
    """What the file is called unless the tutor says otherwise: `<id>-<version>.zip`."""
    version = re.sub(r"[^A-Za-z0-9.]+", "-", pack.version)[:_VERSION_CHARS].strip("-.")
    return f"{pack.id}-{version}.zip" if version else f"{pack.id}.zip"


def reserved(pack_id: str) -> Iterator[Problem]:
    """A problem if a pack's id can be no folder's name on Windows, where it would be put."""
    if is_reserved(pack_id):
        what = f"Windows keeps the name '{pack_id}' for itself, so no folder can have it."
        yield Problem(PACK_FILE, 1, what, f"Perhaps `id: {pack_id}-pack`.")


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.create_system = _UNIX
    entry.external_attr = _MODE << 16
    archive.writestr(entry, data)

"""The list that `pack build` puts in front of a pack: what it is, and each file's checksum.

It shows that a pack arrived as it was built. It is no signature: it does not show by whom.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256

import msgspec
from msgspec import Struct

from ilmcoach.packs.model import Pack, Problem

from .entry_names import told

NAME = "ilmcoach-pack.json"
FORMAT = 1
MOST_BYTES = 64 * 1024
"""Far more than 200 files need."""

MOST_TOLD = 20


class Sum(Struct, frozen=True):
    """A file's size in bytes and its SHA-256 in hexadecimal."""

    bytes: int
    sha256: str


class Manifest(Struct, frozen=True, rename={"made_by": "format"}):
    """The list. `files` are paths inside the pack's folder, with forward slashes."""

    made_by: int
    id: str
    files: dict[str, Sum]
    title: str = ""
    version: str = ""
    author: str = ""
    licence: str = ""
    circulation: str = ""
    language: str = ""


def sum_of(data: bytes) -> Sum:
    """Size and checksum of a file's bytes."""
    return Sum(len(data), sha256(data).hexdigest())


def manifest_of(pack: Pack, pages: Mapping[str, bytes]) -> Manifest:
    """The list for a pack with these files."""
    return Manifest(
        FORMAT,
        pack.id,
        {name: sum_of(pages[name]) for name in sorted(pages)},
        pack.title,
        pack.version,
        pack.author,
        pack.licence,
        pack.circulation,
        pack.language,
    )


def written(manifest: Manifest) -> bytes:
    """The list as JSON that reads well; the same for the same list."""
    facts = msgspec.to_builtins(manifest)
    facts = {"format": facts.pop("format"), "id": facts.pop("id"), **facts}
    facts["files"] = facts.pop("files")
    return (json.dumps(facts, ensure_ascii=False, indent=2) + "\n").encode()


def read(data: bytes) -> Manifest | Problem:
    """The list in `data`, or why there is none."""
    broken = "Ask for the pack again, or have it built again with `ilmcoach pack build`."
    if len(data) > MOST_BYTES:
        return Problem(NAME, 1, "The list of the pack's files is too long.", broken)
    try:
        found = msgspec.json.decode(data, type=Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return Problem(NAME, 1, "The list of the pack's files cannot be read.", broken)
    if found.made_by > FORMAT:
        what = "The pack was built with a newer ilmcoach."
        return Problem(NAME, 1, what, "Get the newest ilmcoach, then add it.")
    return found


def disagreements(manifest: Manifest, pages: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Where files are not as they were when the list was made; empty if all agree."""
    again = "It was changed or damaged on its way: ask whoever sent it for a fresh one."
    found: list[Problem] = []
    for name in sorted({*manifest.files, *pages}):
        if name not in pages:
            found.append(Problem(told(name), 1, "This file of the pack is missing.", again))
        elif name not in manifest.files:
            found.append(Problem(told(name), 1, "This file was added after the build.", again))
        elif manifest.files[name] != sum_of(pages[name]):
            found.append(Problem(told(name), 1, "This file is not as it was built.", again))
    return tuple(found[:MOST_TOLD])

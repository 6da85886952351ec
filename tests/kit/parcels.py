"""Packs as bytes, zips made of them in every odd way, and a library to build on."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from ilmcoach.kit.archive import zipped
from ilmcoach.packs.library import Library
from ilmcoach.packs.model import Pack

PACK = b"---\nid: friday\ntitle: Friday questions\nversion: 1.0\nauthor: R. Tutor\n---\n"
WALK = b"""---
kind: walk
id: looking-back
title: Looking back
---

## The week

### One moment

`id: moment` `answer: long text`

Which moment do you remember best?

### How it felt

`id: felt` `answer: short text`

How did it feel?
"""
QUESTIONS = b"""---
kind: questions
id: night
title: Nights
---

- What does the next shift need?
- Who hears the news last?
"""
FRIDAY: Mapping[str, bytes] = {
    "pack.md": PACK,
    "walks/looking-back.md": WALK,
    "questions.md": QUESTIONS,
    "README.md": b"For my group.\n",
}

Entry = tuple[str | zipfile.ZipInfo, bytes]


def zip_of(entries: Iterable[Entry], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these entries, in this order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return out.getvalue()


def plain_zip(pages: Mapping[str, bytes] = FRIDAY, top: str = "friday/") -> bytes:
    """A zip as a desktop makes it."""
    return zip_of((f"{top}{name}", data) for name, data in pages.items())


def built_zip(pages: Mapping[str, bytes] = FRIDAY) -> bytes:
    """A zip as `pack build` makes it."""
    return zipped(Pack("friday", "Friday questions", Path("friday"), version="1.0"), pages)


def with_entry(
    name: str, data: bytes = b"x", change: Callable[[zipfile.ZipInfo], None] | None = None
) -> bytes:
    """The plain zip with one more entry, changed as asked for."""
    entry = zipfile.ZipInfo("x")
    # The name is set afterwards: the library would mend it.
    entry.filename = name
    if change:
        change(entry)
    return zip_of([*((f"friday/{one}", page) for one, page in FRIDAY.items()), (entry, data)])


def folder_of(pages: Mapping[str, bytes], folder: Path) -> Path:
    """The pages as files in a folder."""
    for name, data in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def no_library() -> Library:
    """No packs at all."""
    return Library.find([])

"""What looking at a pack gives, and what reading the whole of it gives."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from .model import Pack, Problem


class Glance(Struct, frozen=True):
    """A pack's folder, its id (empty if it has none that can be used) and the ids it uses."""

    folder: Path
    id: str
    uses: tuple[str, ...]


class LoadedPack(Struct, frozen=True):
    """`pack` is None where a problem is more than advice. `id` is what `pack.md` says, known
    for a broken pack too; problems are in the order of their files and lines."""

    id: str
    pack: Pack | None
    problems: tuple[Problem, ...]

"""What the learner chooses for a document that they hand in."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

EXTRAS = ("log", "goals", "activities", "feedback", "ratings", "journey", "references")
"""What may stand after the work, outside the word count."""

NAMES = ("", "roles", "initials")
"""How names of people are written: as they are, as roles (`a member of my set`), as initials."""


class Choices(Struct, frozen=True):
    """`extras` are of `EXTRAS`, in the order of the document; `names` is one of `NAMES`;
    `cover` is the centre's own cover page, a file to stand in front, None for none;
    `standardisation` is the learner's own answer, None while not given, to whether the centre
    may use the work, without a name, to compare marking."""

    extras: tuple[str, ...] = ()
    names: str = ""
    cover: Path | None = None
    standardisation: bool | None = None

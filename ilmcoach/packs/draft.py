"""A pack while it is being read: what was found, where it stands, and what it refers to."""

from __future__ import annotations

from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct

from .model import (
    Assessment,
    Bank,
    Criterion,
    Problem,
    Programme,
    Question,
    Reading,
    Section,
    Step,
    TestWords,
    Unit,
    Walk,
)

T = TypeVar("T")


class Placed(Struct, Generic[T], frozen=True):
    """A thing with the file and line that it begins on."""

    item: T
    file: str
    line: int

    def advice(self, what: str, mend: str) -> Problem:
        """Something about it that is allowed and probably not meant."""
        return Problem(self.file, self.line, what, mend, advice=True)


class Reference(Struct, frozen=True):
    """The mention of a thing that may stand in any file. `sort` is `criterion`, `assessment`,
    `unit`, `walk`, `reading` or `topic`."""

    sort: str
    name: str
    file: str
    line: int


class Label(Struct, frozen=True):
    """What `pack.md` says of the pack as a whole; `uses` are ids, `uses_line` and
    `language_line` are where they stand."""

    id: str
    title: str
    version: str = ""
    language: str = "en"
    author: str = ""
    licence: str = ""
    circulation: str = ""
    about: str = ""
    uses: tuple[str, ...] = ()
    uses_line: int = 1
    language_line: int = 1


class Draft:
    """Everything read from one folder, before it is merged and checked.

    `named` holds every id seen by sort, of things too broken to keep as well, so that one
    slip does not make all that refers to it look wrong. `lost` are the sorts of which one is
    there whose id can't be told, `unsure_units` the units of which a criterion can't. `unread`
    says that a file could not be read at all, so that nothing can be called missing.

    `asks` are the steps and `sections` and `criteria` those of units and assessments, for their
    lines: a step is placed at the words of its question. `misspelt` are mentions that can't be an
    id at all.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.label = Label("", "")
        self.programme: Placed[Programme] | None = None
        self.units: list[Placed[Unit]] = []
        self.assessments: list[Placed[Assessment]] = []
        self.walks: list[Placed[Walk]] = []
        self.banks: list[Placed[Bank]] = []
        self.readings: list[Placed[Reading]] = []
        self.test_words: list[Placed[TestWords]] = []
        self.questions: list[Placed[Question]] = []
        self.asks: list[Placed[Step]] = []
        self.sections: list[Placed[Section]] = []
        self.criteria: list[Placed[Criterion]] = []
        self.references: list[Reference] = []
        self.misspelt: list[Reference] = []
        self.named: dict[str, dict[str, str]] = {}
        self.lost: set[str] = set()
        self.unsure_units: set[str] = set()
        self.problems: list[Problem] = []
        self.unread = False

    def refer(self, sort: str, names: tuple[str, ...], file: str, line: int) -> None:
        """Take down that `names` are mentioned at a place."""
        self.references.extend(Reference(sort, name, file, line) for name in names)

    def misspell(self, sort: str, name: str, file: str, line: int) -> None:
        """Take down a mention that can't be the id of a thing of that sort."""
        self.misspelt.append(Reference(sort, name, file, line))

    def name(self, sort: str, name: str, file: str, line: int) -> str:
        """Take down that `name` is given at a place; where it was given before, or empty."""
        given = self.named.setdefault(sort, {})
        before = given.get(name, "")
        given.setdefault(name, f"{file}:{line}")
        return before

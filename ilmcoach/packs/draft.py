"""A pack while it is being read: what was found, where it stands, and what it refers to."""

from __future__ import annotations

from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct

from .model import Assessment, Bank, Problem, Programme, Question, Reading, TestWords, Unit, Walk

T = TypeVar("T")


class Placed(Struct, Generic[T], frozen=True):
    """A thing with the file and line that it begins on."""

    item: T
    file: str
    line: int


class Reference(Struct, frozen=True):
    """The mention of a thing that may stand in any file. `sort` is `criterion`, `assessment`,
    `unit`, `walk`, `reading` or `topic`."""

    sort: str
    name: str
    file: str
    line: int


class Label(Struct, frozen=True):
    """What `pack.md` says of the pack as a whole; `uses` are ids, `uses_line` where they stand."""

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


class Draft:
    """Everything read from one folder, before it is merged and checked.

    `named` holds every id seen by sort, of things too broken to keep as well, so that one
    slip does not make all that refers to it look wrong. `unread` says that a file could not
    be read at all, so that nothing can be called missing.
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
        self.references: list[Reference] = []
        self.named: dict[str, dict[str, str]] = {}
        self.problems: list[Problem] = []
        self.unread = False

    def refer(self, sort: str, names: tuple[str, ...], file: str, line: int) -> None:
        """Take down that `names` are mentioned at a place."""
        self.references.extend(Reference(sort, name, file, line) for name in names)

    def name(self, sort: str, name: str, file: str, line: int) -> str:
        """Take down that `name` is given at a place; where it was given before, or empty."""
        given = self.named.setdefault(sort, {})
        before = given.get(name, "")
        given.setdefault(name, f"{file}:{line}")
        return before

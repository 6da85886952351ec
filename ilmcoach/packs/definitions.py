"""What a definition of a pack's keys is made of.

The readers take from definitions what a file may say, messages their examples, and the tutor's
reference its rows, so that none of them can drift from the others.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Value(StrEnum):
    """What stands after a key's colon, in the words of the reference."""

    WORDS = "words"
    ID = "an id"
    IDS = "ids"
    NUMBER = "a whole number"
    RANGE = "two numbers"
    FLAG = "yes or no"
    ONE = "one name"
    SOME = "names"


class Key(Struct, frozen=True):
    """A key, or a column of a table.

    `example` is a value that can be read. `absent` says what holds without the key; a `needed`
    one has to be there. `values` are the names it may take, `called` what a message calls one
    of them, `sort` what its ids are ids of.
    """

    name: str
    value: Value
    meaning: str
    example: str
    absent: str = ""
    needed: bool = False
    values: tuple[str, ...] = ()
    called: str = ""
    sort: str = ""


class Level(Struct, frozen=True):
    """The keys of one place: between the --- lines, or under a heading that begins with `marks`
    and is `about` something. `owner` is what a message calls the thing."""

    owner: str
    keys: tuple[Key, ...]
    marks: str = ""
    about: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its keys, in order."""
        return tuple(one.name for one in self.keys)

    def key(self, name: str) -> Key:
        """The key of that name. Raises KeyError for one that is not defined, which no reader
        may ask for."""
        found = next((one for one in self.keys if one.name == name), None)
        if found is None:
            raise KeyError(name)
        return found


class Kind(Struct, frozen=True):
    """A kind of file: its keys, what its text is, its headings and the columns of its tables."""

    name: str
    meaning: str
    front: Level
    body: str
    headings: tuple[Level, ...] = ()
    columns: tuple[Key, ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of its tables' columns, in order; empty where it has no table."""
        return tuple(one.name for one in self.columns)

    @property
    def needed_columns(self) -> tuple[str, ...]:
        """The names of the columns that have to be there."""
        return tuple(one.name for one in self.columns if one.needed)

"""Outlines written down shortly, and the pack that is made of one."""

from __future__ import annotations

from pathlib import Path

from ilmcoach.export.outline import Grid, Outline, Words
from ilmcoach.kit.from_outline import Made, pack_of
from ilmcoach.kit.new_pack import Named, write_pack
from ilmcoach.packs.library import Library, check
from ilmcoach.packs.model import Pack, Problem

NAME = Named("made", "Made")

Row = tuple[str, ...]


class Writing:
    """Takes down a document: lines beginning with `# ` are headings, `- ` list items, `= ` the
    title, `! ` bold; a list is a table, whose cells part their lines at a newline."""

    def __init__(self) -> None:
        self.blocks: list[Words | Grid] = []
        self._number = 0

    def add(self, *lines: str | list[Row]) -> Writing:
        """Adds lines and tables."""
        for line in lines:
            if isinstance(line, list):
                place = f"table {len(self.blocks)}"
                rows = tuple(tuple(self._cell(cell, place) for cell in row) for row in line)
                self.blocks.append(Grid(place, rows))
            else:
                self.blocks.append(self._line(line))
        return self

    def outline(self) -> Outline:
        """The document so far."""
        return Outline(tuple(self.blocks), language="en-GB")

    def _cell(self, text: str, place: str) -> tuple[Words, ...]:
        return tuple(self._words(line, place) for line in text.split("\n") if line)

    def _line(self, line: str) -> Words:
        mark, _, text = line.partition(" ")
        if mark and set(mark) == {"#"}:
            return self._words(text, heading=len(mark))
        match mark:
            case "=":
                return self._words(text, heading=0)
            case "-":
                return self._words(text, level=0, label="•")
            case "!":
                return self._words(text, bold=True)
            case _:
                return self._words(line)

    def _words(
        self,
        text: str,
        place: str = "",
        *,
        heading: int | None = None,
        level: int | None = None,
        label: str = "",
        bold: bool = False,
    ) -> Words:
        self._number += 1
        at = place or f"paragraph {self._number}"
        return Words(self._number, at, text, heading, level, label, bold)


def written(*lines: str | list[Row]) -> Made:
    """The pack made of a document of these lines and tables."""
    return pack_of(Writing().add(*lines).outline(), NAME, "brief.docx")


def kept(made: Made, folder: Path) -> tuple[Pack | None, tuple[Problem, ...]]:
    """The pack as it is read back from a folder, and every problem that it has."""
    place = folder / NAME.id
    write_pack(made.files, place)
    return Library.find([place]).pack(NAME.id), check(place, Library.find([]))


def read(folder: Path, *lines: str | list[Row]) -> Pack:
    """The pack made of a document, which is one without any error."""
    pack, problems = kept(written(*lines), folder)
    assert [str(one) for one in problems if not one.advice] == []
    assert pack is not None
    return pack

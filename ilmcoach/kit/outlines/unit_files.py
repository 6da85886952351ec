"""A unit while it is put together out of a document, and its file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from ilmcoach.export.outline import Words
from ilmcoach.kit.page_writing import front, heading, page, paragraph, table
from ilmcoach.packs.limits import TABLE_ROWS
from ilmcoach.packs.names import slug

from .ledger import Ledger, counted
from .signs import verbed


class Criterion(Struct):
    """A criterion: its code, empty if it has none, its id in the unit, and what it says."""

    code: str
    id: str
    text: str


class Outcome(Struct):
    """An outcome: its number as written, its title, the piece it was made of."""

    number: str
    title: str
    words: Words | None = None
    criteria: list[Criterion] = field(default_factory=list)


class Unit(Struct):
    """A unit while it is put together; `facts` are the keys of its file, `pieces`
    what it was made of, `used` the bytes of its file so far."""

    id: str = ""
    title: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    about: list[str] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    pieces: list[Words] = field(default_factory=list)
    used: int = 0

    def codes(self) -> dict[str, str]:
        """The full id of each criterion by its code as written."""
        return {
            one.code: f"{self.id}/{one.id}"
            for outcome in self.outcomes
            for one in outcome.criteria
            if one.code
        }

    def criteria(self) -> int:
        return sum(len(one.criteria) for one in self.outcomes)


def unit_files(units: Iterable[Unit], ledger: Ledger) -> dict[str, str]:
    """A file for each unit."""
    files = {}
    for one in units:
        keys = {"kind": "unit", "id": one.id, "title": one.title, **one.facts}
        parts = [front(keys), *map(paragraph, one.about)]
        for number, outcome in enumerate(one.outcomes, 1):
            shown = outcome.number if outcome.number.isdecimal() else str(number)
            parts += (heading(2, outcome.title, outcome=shown), *_tables(outcome.criteria))
        files[f"units/{one.id}.md"] = page(*parts)
        outcomes = counted(len(one.outcomes), "outcome")
        ledger.made.append(f"a unit, “{one.title}”: {outcomes}, criteria: {one.criteria()}")
    return files


def _tables(criteria: Sequence[Criterion]) -> Iterable[str]:
    """The criteria as tables, each no longer than a table may be; a column for what there is."""
    coded = any(one.code for one in criteria)
    named = any(not one.code for one in criteria)
    head = [*(["Code"] if coded else []), *(["Id", "Label"] if named else []), "Verb", "Asks"]
    for start in range(0, len(criteria), TABLE_ROWS):
        rows = []
        for one in criteria[start : start + TABLE_ROWS]:
            said = verbed(one.text)
            label = "" if one.code else " ".join(one.text.split()[:5])[:60]
            own = ["" if one.code else one.id, label] if named else []
            rows.append([*([one.code] if coded else []), *own, said.verb, said.asks])
        yield table(head, rows)


def criterion_id(code: str, text: str, taken: set[str]) -> str:
    """The last part of a criterion's id: its code, else its first words, none of `taken`."""
    if code:
        return code.casefold()
    name = slug(" ".join(text.split()[:4]), "criterion")[:28].strip("-") or "criterion"
    found, count = name, 1
    while found in taken:
        count += 1
        found = f"{name}-{count}"
    return found

"""Units out of a document: criteria from tables, from coded lines, from lists under a heading."""

from __future__ import annotations

from collections.abc import Sequence

from ilmcoach.export.outline import Cell, Grid, Words

from .columns import Columns, columns_of
from .files import ROOM, size
from .ledger import LONGEST_TEXT, Ledger, words_of
from .signs import (
    BARE_CODE,
    CODED,
    CODES_INSIDE,
    FACT,
    FACT_NAME,
    LEAD_IN,
    NUMBERED,
    OUTCOME,
    UNIT,
    UNIT_TITLE,
    kind_of,
    verbed,
)
from .tree import Part
from .unit_files import Criterion, Outcome, Unit, criterion_id

_MOST_UNITS = 40
_MOST_ROWS = 300
_MOST_ASKS = 900
FULL = "the unit is full"


class UnitMaker:
    """Gathers units out of the parts of a document, in order."""

    def __init__(self, ledger: Ledger, title: str) -> None:
        self._ledger = ledger
        self._title = title
        self._units = [Unit()]
        self._coded = False

    def add(self, part: Part) -> None:
        """Takes in a part that announces a unit, with what is below it."""
        first = part.head
        for below in part.all():
            self._head(below, is_first=below.head is first)
            pieces = [one for one in below.blocks if isinstance(one, Words)]
            self._coded = any(CODED.match(_coded_text(one)) for one in pieces)
            for one in below.blocks:
                if isinstance(one, Grid):
                    self.add_grid(one)
                elif self._ledger.is_free(one):
                    self._line(one)

    def add_grid(self, grid: Grid) -> None:
        """Takes in a table, as far as it is one of criteria or of facts about a unit."""
        columns = columns_of(grid)
        for row in grid.rows[: max(columns.head, 0)]:
            self._row(row, Columns())
        if columns.head >= 0:
            self._take(*(one for cell in grid.rows[columns.head] for one in cell))
        if columns.known and self._repeats(grid, columns):
            self._begin()
        for row in grid.rows[columns.head + 1 :]:
            self._row(row, columns)

    def add_fact(self, words: Words) -> bool:
        """Takes a line such as `Level: 3` that stands anywhere; False if it is none."""
        found = FACT.match(words.text)
        return found is not None and self._fact(found[1], found[2], words)

    def found(self) -> bool:
        """True if there is a criterion by now."""
        return any(one.criteria() for one in self._units)

    def finished(self) -> tuple[Unit, ...]:
        """The units with a criterion in them, each with its id and title."""
        ready = [one for one in self._units if one.criteria()]
        for one in self._units:
            if not one.criteria():
                self._ledger.give_back(one.pieces, "no criterion was found with it")
        for number, one in enumerate(ready, 1):
            one.title = one.title or (self._title if number == 1 else f"Unit {number}")
            code = one.facts.get("code", "")
            one.id = self._ledger.id("unit", code or one.title, f"unit-{number}")
            empty = [outcome.words for outcome in one.outcomes if not outcome.criteria]
            lost = [words for words in empty if words is not None]
            self._ledger.give_back(lost, "no criterion was found under it")
            one.outcomes = [outcome for outcome in one.outcomes if outcome.criteria]
        return tuple(ready)

    def _take(self, *pieces: Words) -> None:
        """Uses pieces for the unit that is being put together."""
        self._ledger.take(*pieces)
        self._unit.pieces += pieces

    def _titled(self, words: Words, text: str) -> str:
        self._unit.pieces.append(words)
        return self._ledger.title(words, text)

    def _text(self, words: Words) -> str:
        self._unit.pieces.append(words)
        return self._ledger.text(words)

    @property
    def _unit(self) -> Unit:
        return self._units[-1]

    def _begin(self) -> None:
        if len(self._units) < _MOST_UNITS:
            self._units.append(Unit())

    def _head(self, part: Part, *, is_first: bool) -> None:
        head = part.head
        if head is None:
            return
        outcome = OUTCOME.match(head.text)
        if outcome:
            self._outcome(outcome[1], outcome[2], head)
        elif is_first and kind_of(head.text) == UNIT and head.text.casefold().startswith("unit"):
            if self._unit.criteria():
                self._begin()
            self._named(head)
        elif LEAD_IN.match(head.text) or kind_of(head.text) == UNIT or part.parts:
            self._take(head)
        elif any(CODED.match(_coded_text(one)) for one in words_of(part.blocks)):
            found = NUMBERED.match(head.text)
            self._outcome(found[1] if found else "", found[2] if found else head.text, head)
        else:
            self._ledger.why(head, "no criterion was found under this heading")

    def _line(self, words: Words) -> None:
        text = _coded_text(words)
        coded, outcome = CODED.match(text), OUTCOME.match(text)
        listed = NUMBERED.match(text)
        if coded and len(coded[2]) > 1:
            self._coded_line(text, words)
        elif outcome:
            self._outcome(outcome[1], outcome[2], words)
        elif self.add_fact(words):
            pass
        elif kind_of(words.text) == UNIT and len(words.text) < 90 and not self._unit.title:
            self._announced(words)
        elif LEAD_IN.match(words.text):
            self._take(words)
        elif listed and self._coded:
            self._outcome(listed[1], listed[2], words)
        elif words.level is not None and not self._coded and verbed(words.text).verb:
            self._criterion("", words.text, words)
        elif not self._unit.outcomes:
            self._about(words)
        else:
            self._ledger.why(words, "it stands among criteria and has no code")

    def _announced(self, words: Words) -> None:
        """A line such as `Unit 12: Leading`, or one that only says what follows."""
        if words.text.casefold().startswith("unit"):
            self._named(words)
        else:
            self._take(words)

    def _named(self, words: Words) -> None:
        """A title such as `Unit 12: Leading`, with the unit's code in it or without."""
        found = UNIT_TITLE.match(words.text)
        if found:
            self._unit.facts.setdefault("code", found[1])
        self._unit.title = self._titled(words, found[2] if found else words.text)

    def _row(self, row: Sequence[Sequence[Words]], columns: Columns) -> None:
        cells = [tuple(self._ledger.free(cell)) for cell in row]
        filled = [cell for cell in cells if cell]
        if not filled or self._fact_row(filled):
            return
        if len(filled) == 1 and len(filled[0]) == 1 and not columns.cell(cells, columns.asks):
            self._line(filled[0][0])
        elif columns.known:
            self._outcome_cell(columns.cell(cells, columns.outcome))
            self._criteria_row(cells, columns)

    def _fact_row(self, filled: Sequence[Cell]) -> bool:
        """Takes in a row with a fact's name in its first cell; True if it is such a row."""
        found = FACT_NAME.match(" ".join(one.text for one in filled[0]))
        if found is None or len(filled) < 2:
            return False
        pieces = [one for cell in filled[1:] for one in cell]
        if self._fact(found[1], " ".join(one.text for one in pieces), filled[0][0]):
            self._take(*filled[0], *pieces)
        return True

    def _criteria_row(self, cells: Sequence[Cell], columns: Columns) -> None:
        marks = columns.cell(cells, columns.code)
        asks = columns.cell(cells, columns.asks)
        verb = " ".join(one.text for one in columns.cell(cells, columns.verb))
        codes = [one.text for one in marks if BARE_CODE.match(one.text)]
        if codes and len(codes) == len(asks):
            for given, one in zip(codes, asks, strict=True):
                if self._criterion(_code(given), f"{verb} {one.text}".strip(), one):
                    self._take(*(mark for mark in marks if mark.text == given))
        elif codes and asks:
            text = " ".join([verb, *(one.text for one in asks)]).strip()
            if self._criterion(_code(codes[0]), text, asks[0]):
                self._take(*asks, *marks)
        else:
            self._asks(asks, verb)
        if asks and not self._ledger.is_free(asks[0]):
            self._take(*columns.cell(cells, columns.verb))

    def _outcome_cell(self, cell: Sequence[Words]) -> None:
        if not cell:
            return
        text = " ".join(_coded_text(one) for one in cell)
        found = OUTCOME.match(text) or NUMBERED.match(text)
        self._outcome(found[1] if found else "", found[2] if found else text, cell[0])
        self._take(*cell)

    def _asks(self, asks: Sequence[Words], verb: str) -> None:
        """A cell of criteria: a code begins each where there are codes, else each is a line."""
        coded = any(CODED.match(_coded_text(one)) for one in asks)
        for one in asks:
            text = _coded_text(one)
            if CODED.match(text):
                self._coded_line(text, one)
            elif LEAD_IN.match(one.text):
                self._take(one)
            elif coded and self._unit.outcomes and self._unit.outcomes[-1].criteria:
                self._goes_on(self._unit.outcomes[-1].criteria[-1], one)
            else:
                self._criterion("", f"{verb} {one.text}".strip(), one)

    def _goes_on(self, last: Criterion, words: Words) -> None:
        """A line without a code in a cell with codes goes on with the criterion before it."""
        if len(last.text) + len(words.text) > _MOST_ASKS:
            self._ledger.why(words, "the criterion before it is long already")
            return
        last.text = f"{last.text} {self._text(words)}"
        self._unit.used += 2 * len(words.text)

    def _coded_line(self, text: str, words: Words) -> None:
        """A line with a code in front, and perhaps other codes further on in it."""
        for piece in CODES_INSIDE.split(text):
            if found := CODED.match(piece):
                self._criterion(_code(found[1]), found[2], words)

    def _criterion(self, code: str, text: str, words: Words) -> bool:
        unit = self._unit
        if code and code in {one.code for outcome in unit.outcomes for one in outcome.criteria}:
            self._ledger.why(words, f"there is a criterion {code} already")
            return False
        if unit.criteria() >= _MOST_ROWS or unit.used + 4 * len(text) > ROOM:
            self._ledger.why(words, FULL)
            return False
        self._take(words)
        if len(text) > _MOST_ASKS:
            text = f"{text[: _MOST_ASKS - 1]}…"
            self._ledger.cut.append(f"{words.at}: a criterion is cut after {_MOST_ASKS} characters")
        if not unit.outcomes:
            unit.outcomes.append(Outcome("1", "What is assessed"))
        taken = {one.id for outcome in unit.outcomes for one in outcome.criteria}
        unit.outcomes[-1].criteria.append(Criterion(code, criterion_id(code, text, taken), text))
        unit.used += size(text) + 120
        return True

    def _outcome(self, number: str, title: str, words: Words) -> None:
        unit = self._unit
        if len(unit.outcomes) >= 100 or unit.used + 4 * len(title) > ROOM:
            self._ledger.why(words, FULL)
            return
        again = {one.number for one in unit.outcomes if one.criteria}
        if number == "1" and "1" in again:
            self._begin()
            unit = self._unit
        number = number or str(len(unit.outcomes) + 1)
        title = self._titled(words, title.strip(" :.") or f"Outcome {number}")
        unit.outcomes.append(Outcome(number, title, words))
        unit.used += size(title) + 60

    def _repeats(self, grid: Grid, columns: Columns) -> bool:
        """True if a table begins with a criterion that the unit has already."""
        have = self._unit.codes()
        for row in grid.rows[columns.head + 1 :]:
            for one in (one for cell in row for one in cell):
                found = CODED.match(_coded_text(one)) or BARE_CODE.match(one.text)
                if found:
                    return _code(found[1]) in have
        return False

    def _fact(self, name: str, value: str, words: Words) -> bool:
        name, value = name.casefold(), value.strip()
        digits = "".join(one for one in value.split()[0] if one.isdigit()) if value.split() else ""
        if name == "title":
            if self._unit.criteria():
                self._begin()
            self._unit.title = self._titled(words, value)
            return True
        if name.startswith(("purpose", "aim", "summary", "introduction", "overview")):
            if self._unit.used + 2 * len(value) > ROOM // 2 or len(value) > LONGEST_TEXT:
                return False
            self._take(words)
            self._unit.about.append(value)
            self._unit.used += 2 * size(value)
            return True
        key, found = "", value
        if name in ("level", "lefel", "niveau"):
            key = "level"
        elif name.startswith("cred"):
            key, found = "credits", digits[:4]
        elif name in ("guided learning hours", "guided hours", "glh"):
            key, found = "guided hours", digits[:4]
        elif name.startswith(("number", "code", "ref")):
            key = "code"
        if not key or not found or key in self._unit.facts or len(found) > 40:
            return False
        self._unit.facts[key] = found
        self._take(words)
        return True

    def _about(self, words: Words) -> None:
        if self._unit.used + 2 * len(words.text) > ROOM // 2:
            self._ledger.why(words, FULL)
            return
        text = self._text(words)
        self._unit.about.append(text)
        self._unit.used += size(text)


def _coded_text(words: Words) -> str:
    """A line with the number that is shown in front of it."""
    numbered = words.label and words.label != "•"
    return f"{words.label} {words.text}" if numbered else words.text


def _code(written: str) -> str:
    return written.replace(" ", "")

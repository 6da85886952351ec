"""Assessments: headings with what they ask, marks, the range of words, the criteria they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from ilmcoach.export.outline import Grid, Words
from ilmcoach.kit.page_writing import front, heading, items, page, paragraph
from ilmcoach.packs.limits import LIST_ITEMS

from .columns import is_marked
from .files import ROOM, size
from .ledger import Ledger, counted, words_of
from .signs import (
    CRITERIA_NAMED,
    LEAST,
    MARKS,
    NOMINAL,
    STATEMENT,
    in_range,
    whole_number,
    without_brackets,
)
from .tree import Part

_MOST_TASKS = 40
_MOST_SECTIONS = 100
_SHORT = 70
_BEGINS = re.compile(
    r"\A(?:task|part|section|question|tâche|partie|rhan)\s*[\dA-D]\b", re.IGNORECASE
)
_ONLY = re.compile(
    r"(?:your |the |my |yr |eich |votre )?(?:(?:written |unit )?"
    r"(?:task|assignment|assessment|brief|coursework)(?: (?:task|brief))?"
    r"|tasg|aseiniad|asesu|tâche|évaluation)",
    re.IGNORECASE,
)
_CODES_ONLY = re.compile(
    r"(?:acs?|criteri(?:a|on)|assessment|and|learning|outcomes?|los?|\W|\d)*", re.IGNORECASE
)
_CODE = re.compile(r"\d{1,2}\.\d{1,2}")
FULL = "the assessment is full"


class _Section(Struct):
    title: str
    about: list[str] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    marks: int | None = None
    least: int | None = None
    criteria: dict[str, None] = field(default_factory=dict)


class Task(Struct):
    """An assessment while it is put together; `used` counts the bytes of its file."""

    id: str
    title: str
    about: list[str] = field(default_factory=list)
    sections: list[_Section] = field(default_factory=list)
    units: dict[str, None] = field(default_factory=dict)
    marks: int | None = None
    words: tuple[int, int] | None = None
    nominal: int | None = None
    statement: str = ""
    used: int = 0


class TaskMaker:
    """Makes assessments of the parts of a document that announce one. `codes` are the full ids of
    criteria by their codes; a code of two units names none. `called` is the document's title: it
    tells apart what is only called 'Your assignment'."""

    def __init__(
        self, ledger: Ledger, codes: Mapping[str, str], units: Sequence[str], called: str
    ) -> None:
        self._ledger = ledger
        self._called = called
        self._codes = codes
        self._units = units
        self.tasks: list[Task] = []

    def add(self, part: Part) -> None:
        """Takes in a part with what is below it."""
        if part.head is None or len(self.tasks) >= _MOST_TASKS:
            for one in words_of(part.blocks):
                self._ledger.why(one, "there are more assessments than a pack holds")
            return
        pieces = [one for below in part.all() for one in words_of(below.blocks)]
        if not self._ledger.free(pieces) and not part.parts:
            self._ledger.why(part.head, "nothing stands under this heading")
            return
        title = self._ledger.title(part.head, without_brackets(part.head.text))
        task = Task(self._ledger.id("task", title, "task"), title)
        if _ONLY.fullmatch(title) and self._called:
            task.title = self._ledger.title(part.head, f"{title}: {self._called}")
        self._count(task, part.head.text)
        self._blocks(task, part)
        for below in part.parts:
            self._section_of(task, below)
        if task.marks is None and all(one.marks is not None for one in task.sections):
            task.marks = sum(one.marks or 0 for one in task.sections) or None
        if not task.sections:
            task.sections.append(_Section(title, about=task.about, marks=task.marks))
            task.about = []
        if not task.units and len(self._units) == 1:
            task.units[self._units[0]] = None
        self.tasks.append(task)

    def _section_of(self, task: Task, part: Part) -> None:
        """A section made of a heading; headings further down are points of it."""
        if part.head is None:
            return
        section = self._begin(task, part.head, without_brackets(part.head.text), part.head.text)
        for below in part.all():
            if below is not part and below.head is not None:
                self._put(task, section, below.head, listed=True)
            for one in below.blocks:
                if isinstance(one, Grid) and is_marked(one):
                    self._grid(task, one)
                elif isinstance(one, Grid):
                    for words in words_of([one]):
                        self._put(task, section, words, listed=True)
                else:
                    self._put(task, section, one, listed=one.level is not None)

    def _blocks(self, task: Task, part: Part) -> None:
        """What stands right under the task's heading: about it, or sections by their marks."""
        section: _Section | None = None
        for one in part.blocks:
            if isinstance(one, Grid):
                if is_marked(one):
                    self._grid(task, one)
                    continue
                for words in words_of([one]):
                    self._put(task, section, words, listed=True)
            elif not self._ledger.is_free(one):
                continue
            elif not part.parts and self._is_section(one):
                section = self._begin(task, one, without_brackets(one.text), one.text)
            else:
                self._put(task, section, one, listed=one.level is not None)

    def _is_section(self, one: Words) -> bool:
        """True for a short line with marks and more than marks in it, or one such as `Task 1`."""
        rest = re.sub(r"[\W\d_]+", "", LEAST.sub("", MARKS.sub("", one.text)))
        counted = MARKS.search(one.text) is not None and len(rest) > 8
        total = one.text.casefold().startswith("total")
        return len(one.text) < 200 and not total and (counted or bool(_BEGINS.match(one.text)))

    def _grid(self, task: Task, grid: Grid) -> None:
        """A table with marks: a section for each row."""
        for one in (words for cell in grid.rows[0] for words in cell):
            self._ledger.take(one)
        for row in grid.rows[1:]:
            pieces = [one for cell in row for one in self._ledger.free(cell)]
            if not pieces:
                continue
            text = " ".join(one.text for one in pieces)
            if text.casefold().startswith("total"):
                self._ledger.take(*pieces)
                found = re.search(r"\d{1,3}", text)
                task.marks = int(found[0]) if found else task.marks
                continue
            section = self._begin(task, pieces[0], without_brackets(pieces[0].text), text)
            for one in pieces[1:]:
                if re.fullmatch(r"\d{1,3}", one.text) and section and section.marks is None:
                    self._ledger.take(one)
                    section.marks = int(one.text)
                else:
                    self._put(task, section, one, listed=True)

    def _begin(self, task: Task, head: Words, title: str, counted: str) -> _Section | None:
        if len(task.sections) >= _MOST_SECTIONS or not self._fits(task, head):
            self._ledger.why(head, FULL)
            return None
        section = _Section(self._ledger.title(head, title))
        task.sections.append(section)
        self._marks(section, counted, head)
        self._named(task, section, counted)
        return section

    def _put(self, task: Task, section: _Section | None, one: Words, *, listed: bool) -> None:
        """A line of a section, or about the task as a whole."""
        if not self._ledger.is_free(one):
            return
        text = one.text
        counts = bool(MARKS.search(text) or LEAST.search(text) or NOMINAL.search(text))
        if STATEMENT.match(text) and not task.statement:
            task.statement = self._ledger.text(one, most=1_000)
            return
        self._count(task, text, marks=section is None)
        if section is not None:
            self._marks(section, text, one)
            self._named(task, section, text)
        names = section is not None and all(self._codes.get(one) for one in _CODE.findall(text))
        coded = names and _CODE.search(text) is not None and _CODES_ONLY.fullmatch(text) is not None
        if coded or (counts and len(text) < _SHORT):
            self._ledger.take(one)
            return
        into = task.about if section is None else section.points if listed else section.about
        if len(into) >= LIST_ITEMS // 2 or not self._fits(task, one):
            self._ledger.why(one, FULL)
        else:
            into.append(self._ledger.text(one))

    def _fits(self, task: Task, one: Words) -> bool:
        length = 2 * size(one.text) + 100
        if task.used + length > ROOM:
            return False
        task.used += length
        return True

    def _count(self, task: Task, text: str, *, marks: bool = True) -> None:
        """The words, and the marks in all, as far as a line names them."""
        if task.words is None and (found := in_range(text)):
            task.words = found
        elif task.nominal is None and (one := NOMINAL.search(text)) and not in_range(text):
            task.nominal = whole_number(one[1])
        if marks and task.marks is None and (all_of := MARKS.search(text)):
            task.marks = int(all_of[1])

    def _marks(self, section: _Section, text: str, words: Words) -> None:
        if section.marks is None and (found := MARKS.search(text)):
            section.marks = int(found[1])
        if section.least is None and (least := LEAST.search(text)):
            section.least = int(least[1])
        marks, most = section.least, section.marks
        if marks is not None and most is not None and marks > most:
            self._ledger.cut.append(f"{words.at}: at least {marks} of {most} marks cannot be")
            section.least = None

    def _named(self, task: Task, section: _Section, text: str) -> None:
        for found in CRITERIA_NAMED.finditer(text):
            for code in _CODE.findall(found[1]):
                if full := self._codes.get(code):
                    section.criteria[full] = None
                    task.units[full.partition("/")[0]] = None


def task_files(tasks: Iterable[Task], ledger: Ledger) -> dict[str, str]:
    """A file for each assessment."""
    files = {}
    for one in tasks:
        low, high = one.words or (0, 0)
        keys = {
            "kind": "assessment",
            "id": one.id,
            "title": one.title,
            "units": ", ".join(one.units),
            "marks": "" if one.marks is None else str(one.marks),
            "words": f"{low}-{high}" if one.words else "",
            "nominal": "" if one.nominal is None else str(one.nominal),
            "statement": one.statement,
        }
        parts = [front(keys), *map(paragraph, one.about)]
        for section in one.sections:
            least = section.least if section.marks is not None else None
            head = heading(
                2,
                section.title,
                id=ledger.id(f"section of {one.id}", section.title, "section"),
                marks="" if section.marks is None else str(section.marks),
                minimum="" if least is None else str(least),
                criteria=", ".join(section.criteria),
            )
            parts += (head, *map(paragraph, section.about), items(section.points))
        files[f"assessments/{one.id}.md"] = page(*parts)
        marks = sum(section.marks or 0 for section in one.sections)
        ledger.made.append(
            f"an assessment, “{one.title}”: {counted(len(one.sections), 'heading')}"
            + (f", {counted(marks, 'mark')}" if marks else "")
            + (f", {low:,} to {high:,} words" if one.words else "")
        )
    return files

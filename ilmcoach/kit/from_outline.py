"""A pack made of somebody's document, with a report of what was understood and what was not.

The rules, in the order in which they are tried:

- The title is the pack's. Headings are Word's own, else short lines in bold.
- A table with a column of criteria, or of codes (`1.1`), is a unit; so are lines with codes, and
  lists under a heading such as 'Assessment criteria'. Facts beside them (`Level: 3`) are its own.
- A heading with 'task', 'assignment' or 'assessment' in it, or with marks, is an assessment; the
  headings below it, or lines with marks, are its sections.
- Lines that end in a question mark under a heading with 'questions' in it are open questions.
- What stands under 'Reading', 'References' or the like is reading, and any line that cites a work.
- Any other heading under which something is asked is a stage of guided questions; boxes to tick
  and `1 2 3 4 5` beside a question are its choices or its scale.
- What stands before the first heading says what the pack is.

Whatever fits none of these is named in the report; nothing is left out without a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.errors import IlmcoachError, WrongUse
from ilmcoach.export.escaping import escape
from ilmcoach.export.outline import Grid, Outline, Words
from ilmcoach.text import clean_line

from .new_pack import GUIDE_FILE, Named
from .outlines.columns import is_criteria, is_marked
from .outlines.ledger import Ledger, short, words_of
from .outlines.lists import question_files, reading_files
from .outlines.signs import (
    BULLET,
    CAPTION,
    CITED,
    CODED,
    MARK_OF_QUESTION,
    QUESTIONS,
    READING,
    TASK,
    UNIT,
    WALK,
    is_form_line,
    is_question,
    without_room,
)
from .outlines.tasks import TaskMaker, task_files
from .outlines.tree import Part, tree_of
from .outlines.unit_files import Unit, unit_files
from .outlines.units import UnitMaker
from .outlines.walks import walk_files
from .page_writing import front, page, paragraph
from .wrapping import lay

MOST_FILE = 20_000_000
"""Bytes that a Word file may have."""

_MOST_ABOUT = 6_000
_MOST_LISTED = 400
_WIDTH = 80
CIRCULATION = "Our own centre only"
_WARNING = (
    "The wording of a specification belongs to the awarding body. If this document holds any, the "
    "pack may go no further than your centre may pass that wording on: `circulation` in pack.md "
    f"says '{CIRCULATION}' for now."
)


class Made(Struct, frozen=True):
    """The files of a pack by their paths, and the report as lines to print."""

    files: Mapping[str, str]
    told: tuple[str, ...]


def read_bounded(path: Path) -> bytes:
    """What is in a Word file. Raises WrongUse if there is none, and IlmcoachError if it cannot be
    read or is far larger than a text is."""
    if not path.is_file():
        raise WrongUse(f"There is no file {path}.", "See how its name is spelled.")
    try:
        with path.open("rb") as file:
            data = file.read(MOST_FILE + 1)
    except OSError as error:
        raise IlmcoachError(f"{path} cannot be read: {error.strerror or error}.") from error
    if len(data) > MOST_FILE:
        raise IlmcoachError(f"{path} is larger than 20 MB.", "Leave its pictures out.")
    return data


def pack_of(outline: Outline, name: Named, source: str) -> Made:
    """A pack made of `outline`, called `name`, and the report; `source` is what the document is
    called. The pack is always one that can be used, however little was understood."""
    outline = _tidied(outline)
    ledger = Ledger(outline)
    tree = tree_of(outline, ledger)
    title = ledger.title(tree.title, tree.title.text) if tree.title else name.title
    parts = list(_sorted(tree.root))
    units = UnitMaker(ledger, title)
    _gather_units(tree.root, parts, units)
    made = units.finished()
    called = title if tree.title else ""
    tasks = TaskMaker(ledger, _codes(made), [one.id for one in made], called)
    for part in (one for one in parts if one.kind == TASK):
        tasks.add(part)
    loose = [one for one in tree.root.blocks if isinstance(one, Words) and is_question(one.text)]
    files = {**unit_files(made, ledger), **task_files(tasks.tasks, ledger)}
    asked = question_files(_flat(parts, QUESTIONS), loose, name.id, ledger)
    reading = reading_files(_flat(parts, READING), _cited(tree.root), name.id, ledger)
    topic = name.id if asked or reading else ""
    for part in tree.root.all():
        if part.head and part.blocks and not ledger.free(words_of(part.blocks)):
            ledger.take(part.head)
    walks = walk_files([one for one in parts if one.kind == WALK], title, topic, ledger)
    files = {**files, **walks, **asked, **reading}
    if tasks.tasks:
        keys = {"kind": "programme", "title": title, "set": "no"}
        keys["assessments"] = ", ".join(one.id for one in tasks.tasks)
        files["programme.md"] = front(keys)
        ledger.made.append("a programme around the assessment, so that learners can choose it")
    language = _language(outline)
    if language != "en":
        ledger.made.append(f"the language, {language}")
    files["pack.md"] = _label(name, title, language, _about(tree.root, ledger))
    report = _Report(outline, ledger, source, title, files.values())
    files[GUIDE_FILE] = report.page()
    return Made(dict(sorted(files.items())), report.told())


def _label(name: Named, title: str, language: str, about: Sequence[str]) -> str:
    keys = {
        "kind": "pack",
        "id": name.id,
        "title": title,
        "version": "1",
        "language": language,
        "circulation": CIRCULATION,
    }
    return page(front(keys), *map(paragraph, about))


def _cited(root: Part) -> list[Words]:
    """Lines that cite a work, wherever nothing else is announced."""
    return [
        one
        for part in root.all()
        if part.kind == WALK
        for one in words_of(part.blocks)
        if CITED.match(one.text)
    ]


def _language(outline: Outline) -> str:
    """The document's language as a pack names it: `fr` for `fr-FR`, English where it is unsaid."""
    found = outline.language.casefold().partition("-")[0]
    return found if found.isalpha() and found.isascii() else "en"


def _about(root: Part, ledger: Ledger) -> list[str]:
    """What stands before the first heading, as far as nothing else was made of it."""
    about: list[str] = []
    for one in root.blocks:
        if isinstance(one, Words) and ledger.is_free(one):
            if CAPTION.match(one.text):
                ledger.why(one, "it belongs to a picture")
            elif sum(map(len, about)) + len(one.text) > _MOST_ABOUT:
                ledger.why(one, "there is much text before the first heading")
            else:
                about.append(ledger.text(one))
                if any(mark in one.text for mark in MARK_OF_QUESTION):
                    ledger.look.append(
                        f"{one.at}: “{short(one.text)}” holds a question, and stands in pack.md as "
                        "part of what the pack is about"
                    )
    if about:
        ledger.made.append("what the pack is about: the text before the first heading")
    return about


def _gather_units(root: Part, parts: Sequence[Part], units: UnitMaker) -> None:
    """Criteria from wherever they stand; facts from the lines before the first heading."""
    for grid in _criteria_tables(root.blocks):
        units.add_grid(grid)
    for part in parts:
        if part.kind == UNIT:
            units.add(part)
        elif part.kind != READING:
            for below in part.all():
                for grid in _criteria_tables(below.blocks):
                    units.add_grid(grid)
    if units.found():
        for one in root.blocks:
            if isinstance(one, Words):
                units.add_fact(one)


def _criteria_tables(blocks: Sequence[Words | Grid]) -> Iterator[Grid]:
    for one in blocks:
        if isinstance(one, Grid) and is_criteria(one) and not is_marked(one):
            yield one


def _codes(units: Sequence[Unit]) -> dict[str, str]:
    """The full id of each criterion by its code, without codes that two units have."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for unit in units:
        for code, full in unit.codes().items():
            twice.update([code] if code in found else [])
            found[code] = full
    return {code: full for code, full in found.items() if code not in twice}


def _sorted(root: Part) -> Iterator[Part]:
    """The parts below the root, each without those below it that announce something else; those
    stand by themselves. A part that announces nothing and holds criteria is a unit."""
    for part in root.parts:
        apart: list[Part] = []
        kept = _without_others(part, part.kind, apart)
        coded = [one for below in kept.all() for one in below.blocks if _coded(one)]
        if kept.kind == WALK and len(coded) > 1:
            kept = _as_kind(kept, UNIT)
        yield kept
        yield from _sorted(Part(parts=apart))


def _coded(one: Words | Grid) -> bool:
    if isinstance(one, Grid) or is_question(one.text):
        return False
    label = one.label if one.label != "•" else ""
    return CODED.match(f"{label} {one.text}".strip()) is not None


def _without_others(part: Part, kind: str, apart: list[Part]) -> Part:
    kept = []
    for below in part.parts:
        if below.kind == kind:
            kept.append(_without_others(below, kind, apart))
        else:
            apart.append(below)
    return Part(part.head, part.level, kind, part.blocks, kept)


def _as_kind(part: Part, kind: str) -> Part:
    return Part(part.head, part.level, kind, part.blocks, [_as_kind(p, kind) for p in part.parts])


def _flat(parts: Sequence[Part], kind: str) -> list[Part]:
    """Parts of a kind with all those below them, one after the other."""
    return [below for part in parts if part.kind == kind for below in part.all()]


def _tidied(outline: Outline) -> Outline:
    """The outline with every text cleaned, on one line, and without those that are empty. A dot
    that was typed in front is a list's, and dots at the end are room to write."""

    def words(one: Words) -> tuple[Words, ...]:
        text, label, level = clean_line(one.text), clean_line(one.label), one.level
        if level is None and (typed := BULLET.match(text)) and one.heading is None:
            text, label, level = text[typed.end() :], "•", 0
        if one.heading is None and not is_form_line(text):
            text = without_room(text)
        return (replace(one, text=text, label=label, level=level),) if text else ()

    blocks: list[Words | Grid] = []
    for one in outline.blocks:
        if isinstance(one, Words):
            blocks += words(one)
            continue
        rows = (
            tuple(tuple(kept for each in cell for kept in words(each)) for cell in row)
            for row in one.rows
        )
        blocks.append(Grid(one.at, tuple(row for row in rows if any(row))))
    return replace(outline, blocks=tuple(blocks))


class _Report:
    """What was understood and what was not, to print and to keep as a page of the pack's folder."""

    def __init__(
        self, outline: Outline, ledger: Ledger, source: str, title: str, texts: Iterable[str]
    ) -> None:
        lost = [
            f"{one.at}: {one.what}" + (f", “{short(one.words)}”" if one.words else "")
            for one in outline.lost
        ]
        if outline.tracked:
            lost.append("changes were tracked: the text is read as if all were accepted")
        self._source = clean_line(source)
        self._parts = (
            ("Understood", [f"the title, “{title}”; pack.md has it", *ledger.made]),
            ("Not understood, and not in the pack", ledger.left()),
            ("Left out or shortened", [*lost, *ledger.cut]),
            ("In the pack, and better looked at", ledger.look),
            ("Taken over in another form: codes, marks, heads of tables", ledger.implied(texts)),
        )

    def told(self) -> tuple[str, ...]:
        """The report as plain lines."""
        lines = [f"Made of {self._source}:"]
        for title, found in self._parts:
            if found:
                laid = (part for one in _first(found) for part in lay(one, _WIDTH, "  - "))
                lines += ("", f"{title}:", *laid)
        return (*lines, "", *lay(_WARNING, _WIDTH), "")

    def page(self) -> str:
        """The report as a page of Markdown, which no pack reads."""
        parts = [f"# What was made of {escape(self._source)}\n"]
        for title, found in self._parts:
            if found:
                lines = "".join(f"- {escape(one)}\n" for one in _first(found))
                parts += (f"## {title}\n", lines)
        steps = (
            "Read every file of this folder in a text editor: each reads as a page.",
            "Put in by hand what was not understood; the guide to prompt packs shows how.",
            "Write into pack.md who made it, and how far it may go.",
            "Run `ilmcoach pack check` on the folder after each change.",
            "Take this page out of the folder before you give the pack away, or it goes with it.",
        )
        parts += ("## What to do next\n", "".join(f"- {one}\n" for one in steps), _WARNING + "\n")
        return "\n".join(parts)


def _first(found: Sequence[str]) -> list[str]:
    more = len(found) - _MOST_LISTED
    rest = [f"and {more:,} more; share the document out over several"] if more > 0 else []
    return [*found[:_MOST_LISTED], *rest]

"""A folder read into a draft: each file by the reader for its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from markdown_it import MarkdownIt

from .blocks import Page
from .draft import Draft
from .keyline import QUOTES
from .limits import PACK_FILE, Source, read_folder
from .model import Problem
from .names import nearest, plain_name, shown, suggest
from .page import page_parser, read_page
from .readers.assessment import read_assessment
from .readers.common import Desk
from .readers.pack import read_pack, read_programme
from .readers.questions import read_questions
from .readers.reading import read_reading
from .readers.tests import read_tests
from .readers.unit import read_unit
from .readers.walk import read_walk
from .report import Report

READERS: Mapping[str, Callable[[Desk], None]] = {
    "pack": read_pack,
    "programme": read_programme,
    "unit": read_unit,
    "assessment": read_assessment,
    "walk": read_walk,
    "questions": read_questions,
    "reading": read_reading,
    "tests": read_tests,
}
MOST = 1000
"""Problems of a whole pack after which no more files are read."""
OTHERS = tuple(kind for kind in READERS if kind != "pack")


def read_draft(folder: Path) -> Draft:
    """Everything in a pack's folder, with the problems of each file by itself.

    What refers from one file to another is not looked at yet.
    """
    draft = Draft(folder)
    sources, problems = read_folder(folder)
    draft.problems.extend(problems)
    draft.unread = not all(one.advice for one in problems)
    parser = page_parser()
    for source in sources:
        read_source(parser, source, draft)
        if len(draft.problems) > MOST:
            what = "There is much amiss: the files after this one were not looked at."
            draft.problems.append(Problem(source.file, 1, what, "Mend the rest first."))
            draft.unread = True
            break
    return draft


def read_source(parser: MarkdownIt, source: Source, draft: Draft) -> None:
    """What one file holds, and its problems, into `draft`; `parser` is a `page_parser`."""
    report = Report(source.file)
    page = read_page(parser, source.text, report)
    kind = _kind(source, page, report)
    if kind:
        READERS[kind](Desk(page, report, draft))
    else:
        draft.unread = True
    draft.problems.extend(report.problems)


def _kind(source: Source, page: Page, report: Report) -> str:
    pair = next((one for one in page.front if plain_name(one.key) == "kind"), None)
    is_pack_file = source.file == PACK_FILE
    if pair is None:
        if is_pack_file and (page.front or not source.text.strip()):
            return "pack"
        if not page.front and not report.problems and source.text.startswith("---\n"):
            what = "The keys at the top of the file do not end."
            report.error(1, what, "Put a line of --- after the last key.")
        elif not page.front and not report.problems:
            what = "The file does not begin with a line --- and the keys after it."
            mend = "Begin it with ---, a line such as `kind: walk`, and --- again."
            report.error(1, what, mend)
        elif page.front:
            report.error(1, "The file does not say of what kind it is.", _kinds())
        return "pack" if is_pack_file else ""
    written = plain_name((pair.value or "").strip(QUOTES))
    if written in READERS and (written == "pack") == is_pack_file:
        return written
    if is_pack_file:
        what, mend = f"{PACK_FILE} is of the kind 'pack'.", "Write `kind: pack`, or leave it out."
    elif written == "pack":
        what, mend = f"Only {PACK_FILE} is of the kind 'pack'.", _kinds()
    else:
        what, mend = f"There is no kind of file '{shown(written)}'.", suggest(written, OTHERS)
    report.error(pair.line, what, mend)
    return "pack" if is_pack_file else nearest(written, OTHERS)


def _kinds() -> str:
    return f"Add `kind: ` and one of: {', '.join(OTHERS)}."

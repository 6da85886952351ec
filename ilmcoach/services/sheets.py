"""Sheets on which other people answer: written as files, to print or to mail."""

from __future__ import annotations

from pathlib import Path

from ilmcoach.errors import IlmcoachError, WrongUse
from ilmcoach.export.sheet import Sheet, sheet_html, sheet_of, sheet_text
from ilmcoach.portfolio.records import FeedbackRequest

from .outside import FileThere, write_outside
from .workspace import Workspace

PAGE, TEXT = ".html", ".txt"


def usual_sheet(workspace: Workspace) -> Path:
    """The file that a sheet written today goes to unless the learner says otherwise: one that is
    not there yet. No name stands in it, for others see what files are called."""
    stem = f"feedback-{workspace.today.isoformat()}"
    folder, number = workspace.folders.exports, 1
    while any(_named(folder, stem, number, end).exists() for end in (PAGE, TEXT)):
        number += 1
    return _named(folder, stem, number, PAGE)


def make_sheet(workspace: Workspace, request: FeedbackRequest) -> Sheet:
    """The sheet of a request, with the learner's name as it stands on the cover.

    Raises WrongUse while there is no question to put on it.
    """
    learner = workspace.portfolio.learner
    asker = learner.name if learner else ""
    sheet = sheet_of(request.who, asker, request.about, request.questions, request.by)
    if not sheet.questions:
        raise WrongUse("There is no question to put on it yet.", "Edit writes one a line.")
    return sheet


def write_sheet(
    workspace: Workspace, request: FeedbackRequest, out: Path, *, force: bool = False
) -> tuple[Path, Path]:
    """Writes the sheet of a request as a page (`.html`) and as text (`.txt`), under the name that
    `out` has but for its ending; their absolute paths.

    Writes nothing and raises FileThere if either is there already and `force` is not given, and
    IlmcoachError where they cannot be written (see `write_outside`) or nothing is asked yet.
    """
    sheet = make_sheet(workspace, request)
    page, text = _beside(out, PAGE), _beside(out, TEXT)
    there = [one for one in (page, text) if one.expanduser().is_file()]
    if there and not force:
        raise FileThere(
            f"{there[0]} is there already, and was left as it is.", "Choose another name."
        )
    written = write_outside(workspace, page, sheet_html(sheet).encode(), force=force)
    try:
        return written, write_outside(workspace, text, sheet_text(sheet).encode(), force=force)
    except IlmcoachError as problem:
        raise IlmcoachError(f"Only {written} was written.", str(problem)) from problem


def _named(folder: Path, stem: str, number: int, end: str) -> Path:
    return folder / (f"{stem}{end}" if number == 1 else f"{stem}-{number}{end}")


def _beside(out: Path, end: str) -> Path:
    known = out.suffix.casefold() in (PAGE, TEXT, ".htm")
    return out.with_suffix(end) if known else out.with_name(f"{out.name}{end}")

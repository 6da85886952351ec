"""Documents for the learner: an assessment to hand in and what goes with it, and all that is kept
as one file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path

from ilmcoach.errors import IlmcoachError, WrongUse
from ilmcoach.export.choices import Choices
from ilmcoach.export.document import Document
from ilmcoach.packs.model import Assessment, Pack, Walk
from ilmcoach.portfolio.records import DocumentMade

from .formats import FORMATS, read_cover, refuse_odd_format, write_as
from .outside import write_outside
from .takeaway import everything
from .workspace import Workspace, new_id

__all__ = [
    "FORMATS",
    "cue_cards_of",
    "document_of",
    "export_assessment",
    "export_data",
    "export_document",
    "extras_of",
    "manager_sheet_of",
    "mark_sheet_of",
    "workbook_of",
]

NOTHING_CHOSEN = Choices()


def document_of(
    workspace: Workspace, assessment_id: str, choices: Choices = NOTHING_CHOSEN
) -> Document:
    """The assessment of that id as the learner has written it so far, with what they chose, and
    people's names hidden if they chose that.

    Raises WrongUse for an id that is not there, and IlmcoachError before any set-up.
    """
    from ilmcoach.export.assignment import build_assignment

    pack, assessment = _task(workspace, assessment_id)
    portfolio = workspace.portfolio
    document = build_assignment(assessment, pack, portfolio, workspace.today, choices)
    if not choices.names:
        return document
    from ilmcoach.export.hiding import hide_names
    from ilmcoach.portfolio.hiding import plan_for

    return hide_names(document, plan_for(portfolio, choices.names))


def extras_of(workspace: Workspace) -> tuple[str, ...]:
    """The extras of `export.choices.EXTRAS` for which the learner has something written down.
    Raises IlmcoachError before any set-up."""
    from ilmcoach.export.parts.appendices import offers

    return offers(_pack(workspace), workspace.portfolio, workspace.today)


def mark_sheet_of(workspace: Workspace, assessment_id: str) -> Document:
    """The blank mark sheet of an assessment; raises as `document_of` does."""
    from ilmcoach.export.mark_sheet import mark_sheet

    pack, assessment = _task(workspace, assessment_id)
    return mark_sheet(assessment, pack, workspace.portfolio, workspace.today)


def cue_cards_of(workspace: Workspace, assessment_id: str) -> Document:
    """The cue cards for an assessment; raises as `document_of` does."""
    from ilmcoach.export.cue_cards import cue_cards

    pack, assessment = _task(workspace, assessment_id)
    return cue_cards(assessment, pack, workspace.portfolio, workspace.today)


def manager_sheet_of(workspace: Workspace) -> Document:
    """The page for the line manager. Raises IlmcoachError before any set-up."""
    from ilmcoach.export.manager_sheet import manager_sheet

    return manager_sheet(_pack(workspace), workspace.portfolio, workspace.today)


def workbook_of(workspace: Workspace, walk_id: str) -> Document:
    """The walk of that id to print and fill in by hand. Raises WrongUse for an id that is not
    there, and IlmcoachError if there is no pack to take it from."""
    from ilmcoach.export.workbook import workbook

    pack = workspace.working_pack
    if walk := pack.walk(walk_id):
        return workbook(walk, pack)
    raise _not_there(f"There are no guided questions called {walk_id}.", walk_id, pack.walks)


def export_assessment(
    workspace: Workspace,
    assessment_id: str,
    form: str,
    out: Path,
    *,
    force: bool = False,
    choices: Choices = NOTHING_CHOSEN,
) -> Path:
    """Writes the assessment of that id, with what the learner chose, to the file `out` in the
    format `form` (a key of `FORMATS`); the file's absolute path.

    Raises as `document_of` and `export_document` do; nothing is written then.
    """
    refuse_odd_format(form, choices.cover)
    document = document_of(workspace, assessment_id, choices)
    return export_document(
        workspace,
        document,
        form,
        out,
        what=assessment_id,
        force=force,
        names=choices.names,
        cover=choices.cover,
    )


def export_document(
    workspace: Workspace,
    document: Document,
    form: str,
    out: Path,
    *,
    what: str,
    force: bool = False,
    names: str = "",
    cover: Path | None = None,
    warn: Callable[[str], None] = lambda _: None,
) -> Path:
    """Writes any document to the file `out`; the file's absolute path. That it was made is kept
    in the portfolio, unless this window may only read: `what` it is of, and how `names` are
    hidden in it. The learner is told as its author only if their name stands in it. `warn` is
    told of characters that could not be drawn.

    Raises WrongUse for a format that is not there or a cover page that cannot stand in front,
    and IlmcoachError where the file cannot be written (see `write_outside`), or was written and
    that could not be kept.
    """
    refuse_odd_format(form, cover)
    made = workspace.clock.now()
    front = read_cover(cover) if cover else None
    data = write_as(
        document, form, made=made, author=_author(workspace, document), cover=front, warn=warn
    )
    target = write_outside(workspace, out, data, force=force)
    if not workspace.store.read_only:
        kept = DocumentMade(
            id=new_id(),
            made=made,
            changed=made,
            what=what,
            format=form,
            path=str(target),
            names=names,
        )
        try:
            workspace.store.save([kept])
        except IlmcoachError as error:
            raise IlmcoachError(
                f"{target} was written, but your portfolio could not note that: {error.message}",
                error.hint,
            ) from error
    return target


def export_data(workspace: Workspace, out: Path, *, force: bool = False) -> Path:
    """Writes everything the learner put in to the file `out`, as JSON; its absolute path.

    See `takeaway.everything` for what is in it. Raises IlmcoachError if it cannot be written
    (see `write_outside`).
    """
    text = json.dumps(everything(workspace), ensure_ascii=False, indent=2)
    return write_outside(workspace, out, f"{text}\n".encode(), force=force)


def _pack(workspace: Workspace) -> Pack:
    enrolment = workspace.portfolio.enrolment
    if enrolment is None or not enrolment.pack:
        raise IlmcoachError(
            "No programme is set up yet, so there is no assessment to write out.",
            "Run `ilmcoach` and choose your programme. `ilmcoach data export FILE` gives you "
            "what you have written so far.",
        )
    pack = workspace.pack
    if pack is None:
        raise IlmcoachError(
            f"The prompt pack of your programme, {enrolment.pack}, cannot be used now.",
            "`ilmcoach pack list` says why. What you have written is kept.",
        )
    return pack


def _author(workspace: Workspace, document: Document) -> str:
    learner = workspace.portfolio.learner
    name = learner.name.strip() if learner else ""
    return name if name and any(name in text for text in document.theirs()) else ""


def _task(workspace: Workspace, assessment_id: str) -> tuple[Pack, Assessment]:
    pack = _pack(workspace)
    if found := pack.assessment(assessment_id):
        return pack, found
    what = f"Your programme has no assessment called {assessment_id}."
    raise _not_there(what, assessment_id, pack.assessments)


def _not_there(what: str, asked: str, known: Iterable[Assessment | Walk]) -> WrongUse:
    """The error for an id that is not there, with those nearest to it."""
    ids = [one.id for one in known]
    near = get_close_matches(asked, ids, n=3, cutoff=0.4)
    names = f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(ids)}."
    return WrongUse(what, names if ids else "Its prompt pack holds none.")

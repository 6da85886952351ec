"""Documents for the learner: an assessment to hand in, and all that is kept as one file."""

from __future__ import annotations

import json
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path

from ilmcoach.errors import IlmcoachError, WrongUse
from ilmcoach.export.assignment import build_assignment
from ilmcoach.export.document import Document
from ilmcoach.export.markdown import to_markdown
from ilmcoach.packs.model import Assessment, Pack

from .outside import write_outside
from .takeaway import everything
from .workspace import Workspace

FORMATS: dict[str, Callable[[Document], str]] = {"md": to_markdown}
"""What a document can be written as: each format's exporter."""


def export_assessment(
    workspace: Workspace, assessment_id: str, form: str, out: Path, *, force: bool = False
) -> Path:
    """Writes the assessment of that id, as the learner has written it so far, to the file `out`
    in the format `form` (a key of `FORMATS`); the file's absolute path.

    Raises WrongUse for a format or an id that is not there, and IlmcoachError before any
    set-up, or where the file cannot be written (see `write_outside`).
    """
    exporter = FORMATS.get(form)
    if exporter is None:
        raise WrongUse(f"Not yet: this version writes {', '.join(FORMATS)}, not {form}.")
    pack = _pack(workspace)
    assessment = _assessment(pack, assessment_id)
    document = build_assignment(assessment, pack, workspace.portfolio, workspace.today)
    return write_outside(workspace, out, exporter(document).encode(), force=force)


def export_data(workspace: Workspace, out: Path, *, force: bool = False) -> Path:
    """Writes everything the learner put in to the file `out`, as JSON; its absolute path.

    See `takeaway.everything` for what is in it. Raises IlmcoachError if it cannot be written
    (see `write_outside`).
    """
    text = json.dumps(everything(workspace), ensure_ascii=False, indent=2)
    return write_outside(workspace, out, f"{text}\n".encode(), force=force)


def _pack(workspace: Workspace) -> Pack:
    enrolment = workspace.portfolio.enrolment
    if enrolment is None:
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


def _assessment(pack: Pack, assessment_id: str) -> Assessment:
    if found := pack.assessment(assessment_id):
        return found
    ids = [one.id for one in pack.assessments]
    near = get_close_matches(assessment_id, ids, n=3, cutoff=0.4)
    names = f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(ids)}."
    raise WrongUse(
        f"Your programme has no assessment called {assessment_id}.",
        names if ids else "Its prompt pack holds none.",
    )

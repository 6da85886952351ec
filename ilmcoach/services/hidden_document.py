"""A document in which names are hidden as the learner agreed: written, then searched for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ilmcoach.export.document import Document
from ilmcoach.export.hiding import hide_names
from ilmcoach.portfolio.hiding import Plan

from .documents import export_document
from .searched_file import search_written
from .workspace import Workspace


def export_hidden(
    workspace: Workspace,
    document: Document,
    plan: Plan,
    form: str,
    out: Path,
    *,
    what: str,
    warn: Callable[[str], None],
    force: bool = False,
    cover: Path | None = None,
) -> tuple[Path, str]:
    """Writes a document with the names of a `plan` hidden; the file's absolute path, and what a
    search of the written file for those names found, in words. Raises as `export_document`."""
    hidden = hide_names(document, plan)
    written = export_document(
        workspace,
        hidden,
        form,
        out,
        what=what,
        force=force,
        names=plan.way,
        cover=cover,
        warn=warn,
    )
    return written, search_written(written, form, hidden, plan)

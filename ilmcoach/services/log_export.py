"""The whole log as one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ilmcoach.export.log_markdown import Entry, log_markdown
from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    Allowance,
    Enrolment,
    Exchange,
    HistoryGone,
    Learner,
    Record,
    Statement,
)

from .outside import write_outside
from .workspace import Workspace

Tell = Callable[[Record, Portfolio, Pack | None], Entry]
"""Says how a record reads in the log."""

_NO_ENTRIES = (Learner, Enrolment, Statement, Exchange, Allowance, HistoryGone)


def export_log(workspace: Workspace, out: Path, tell: Tell, *, force: bool = False) -> Path:
    """Writes every live record that is not empty, oldest first, to the file `out` as Markdown;
    the file's absolute path. `tell` is `tui.showing.telling.log_entry`, handed in because this
    room does not know the one above it.

    Raises IlmcoachError where the file cannot be written (see `write_outside`).
    """
    text = log_markdown(log_entries(workspace, tell), _language(workspace))
    return write_outside(workspace, out, text.encode(), force=force)


def log_entries(workspace: Workspace, tell: Tell) -> tuple[Entry, ...]:
    """The entries of the log, oldest first."""
    records = sorted(
        (one for one in workspace.portfolio if _is_entry(one)), key=lambda one: (one.made, one.id)
    )
    return tuple(tell(one, workspace.portfolio, workspace.pack) for one in records)


def _is_entry(record: Record) -> bool:
    return record.trashed is None and not isinstance(record, _NO_ENTRIES) and not record.blank


def _language(workspace: Workspace) -> str:
    return workspace.pack.language if workspace.pack else "en"

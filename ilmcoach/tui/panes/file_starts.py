"""The buttons beside a record that have to do with attached files."""

from __future__ import annotations

from msgspec.structs import replace

from ilmcoach.portfolio.records import Attachment, Record
from ilmcoach.services.workspace import Workspace

from .messages import ShowScreen
from .records import Plan, RecordPane, Start

SHOW_NOTHING = ("person", "set", "turn", "question", "kept", "run")
"""Kinds of record that a file is no evidence for."""


def with_files(plan: Plan, workspace: Workspace) -> Plan:
    """A tab's plan with these buttons added."""
    return replace(plan, starts=(*plan.starts, *file_starts(workspace)))


def file_starts(workspace: Workspace) -> tuple[Start, ...]:
    """'Attach a file' beside a record that may have one and has none; 'Files' beside one that has
    some, and beside an attached file itself."""

    def has_files(record: Record | None) -> bool:
        return record is not None and (
            isinstance(record, Attachment)
            or bool(workspace.portfolio.linked(Attachment, record.id))
        )

    def may_have(record: Record | None) -> bool:
        if record is None or record.trashed is not None or record.kind in SHOW_NOTHING:
            return False
        return not has_files(record)

    def shown(record: Record | None) -> bool:
        return record is not None and record.trashed is None and has_files(record)

    return (
        Start("attach", "Attach a file", _attach, beside=True, main=False, fits=may_have),
        Start("files", "Files", _files, beside=True, main=False, fits=shown),
    )


def _attach(pane: RecordPane) -> None:
    from ilmcoach.tui.screens.attach import AttachScreen

    if record := pane.record:
        pane.post_message(ShowScreen(lambda keeper: AttachScreen(keeper, record)))


def _files(pane: RecordPane) -> None:
    from ilmcoach.tui.screens.files import FilesScreen

    if record := pane.record:
        pane.post_message(ShowScreen(lambda keeper: FilesScreen(keeper, record), writes=False))

"""What the log shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ilmcoach.portfolio.records import Record
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.showing.shown import KIND_NAMES

from .messages import ForGoodAsked, ToggleTrash
from .records import Group, Plan, RecordPane, Start
from .starts import post_new


def log_plan(show_trash: Callable[[], bool]) -> Plan:
    """Everything written, newest first; or what was deleted."""

    def groups(space: Workspace) -> Sequence[Group]:
        records = [one for one in space.portfolio if one.kind in KIND_NAMES and _says(one)]
        if show_trash():
            gone = [one for one in records if one.trashed]
            return (Group("Deleted, newest first", sorted(gone, key=_changed, reverse=True)),)
        live = [one for one in records if one.trashed is None]
        return (Group("", sorted(live, key=_changed, reverse=True)),)

    def toggle(pane: RecordPane) -> None:
        pane.post_message(ToggleTrash())

    def one_for_good(pane: RecordPane) -> None:
        pane.post_message(ForGoodAsked(pane.record))

    def all_for_good(pane: RecordPane) -> None:
        pane.post_message(ForGoodAsked(None))

    return Plan(
        groups,
        "Nothing here. Ctrl+T takes down a thought from anywhere.",
        (
            Start("new-note", "New note", post_new("note")),
            Start("trash", "Show what was deleted", toggle),
            Start("empty-trash", "Empty the deleted list…", all_for_good, fits=_is_deleted),
            Start(
                "for-good",
                "Delete for good…",
                one_for_good,
                beside=True,
                main=False,
                fits=_is_deleted,
            ),
        ),
        names_kinds=True,
    )


def _is_deleted(record: Record | None) -> bool:
    return record is not None and record.trashed is not None


def _says(record: Record) -> bool:
    # Asking for words first is quicker, and there may be ten thousand records.
    return bool(record.words()) or not record.blank


def _changed(record: Record) -> float:
    return record.changed.timestamp()

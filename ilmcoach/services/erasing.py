"""Deleting for good what lies in the trash."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Record, Run, SectionText
from ilmcoach.portfolio.trash import for_good
from ilmcoach.store.drafts import Draft
from ilmcoach.store.erasing import Erased, Erasure, is_rows
from ilmcoach.walks.sitting import split_fill

from .backing_up import back_up_now
from .workspace import Workspace


def in_trash(portfolio: Portfolio) -> tuple[Record, ...]:
    """Every deleted record."""
    return tuple(one for one in portfolio if one.trashed is not None)


def erase_for_good(workspace: Workspace, records: Iterable[Record]) -> Erased:
    """Deletes records that lie in the trash for good, with the guided questions about them:
    from the portfolio, its backups, drafts, versions and copies. More than one is a risky
    act, so that a backup is made first, which is cleaned with the others. Records not in the
    trash stay.

    Documents that were exported stay as they are. Raises IlmcoachError; either nothing has gone
    then, or the message says that the rest will go.
    """
    given = [one for one in records if one.trashed is not None]
    going = for_good(given, workspace.portfolio)
    if not going:
        return Erased()
    if len(given) > 1:
        back_up_now(workspace)
    ids = *(one.id for one in going), *_left_over(workspace, going)
    return workspace.store.erase(Erasure(ids, _drafts_of(workspace, going)))


def remove_doubtful(workspace: Workspace, paths: Sequence[Path]) -> None:
    """Removes the damaged files that an erasure named. Raises IlmcoachError."""
    for path in paths:
        workspace.disk.remove(path)


def exported(workspace: Workspace) -> tuple[Path, ...]:
    """The documents that lie in the folder for them; those elsewhere are not known. Raises
    IlmcoachError."""
    return workspace.disk.list(workspace.folders.exports)


def _left_over(workspace: Workspace, going: Sequence[Record]) -> tuple[str, ...]:
    """Ids under which versions of a text were kept that no record has any more, say since an
    import; once nothing else is written under the heading, they go with it."""
    portfolio, ids = workspace.portfolio, {one.id for one in going}
    staying = {
        (one.assessment, one.section)
        for one in portfolio
        if isinstance(one, SectionText) and one.id not in ids
    }
    places = {(one.assessment, one.section) for one in going if isinstance(one, SectionText)}
    return tuple(
        {
            version.record
            for place in places - staying
            for version in workspace.store.versions.of(*place)
            if portfolio.get(version.record) is None
        }
    )


def _drafts_of(workspace: Workspace, going: Sequence[Record]) -> tuple[str, ...]:
    """The keys of drafts that belong to these records though no id says so.

    What was typed at the same place after the record was deleted is not the record's.
    """
    return tuple(
        draft.key
        for draft in workspace.drafts.all()
        for record in going
        if record.trashed and draft.at <= record.trashed and _is_for(draft, record, workspace)
    )


def _is_for(draft: Draft, record: Record, workspace: Workspace) -> bool:
    if isinstance(record, SectionText):
        return draft.key == f"section/{record.assessment}/{record.section}"
    if not record.run or is_rows(draft.text):
        return False
    start = f"walk/{record.run}/"
    step_id, _, item = draft.key.removeprefix(start).partition("@")
    return (
        draft.key.startswith(start)
        and item == record.item
        and record.kind in _kinds_filled(workspace, record.run, step_id)
    )


def _kinds_filled(workspace: Workspace, run_id: str, step_id: str) -> set[str]:
    """The kinds of record that a step of a run's walk fills."""
    run = workspace.portfolio.get(run_id)
    walk = workspace.working_pack.walk(run.walk) if isinstance(run, Run) else None
    steps = walk.steps() if walk else ()
    return {split_fill(fill)[0] for step in steps if step.id == step_id for fill in step.fills}

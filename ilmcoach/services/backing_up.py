"""A verified backup, made when the learner asks for one."""

from __future__ import annotations

from pathlib import Path

from ilmcoach.errors import IlmcoachError
from ilmcoach.store.backups import Backups
from ilmcoach.store.envelope import decode

from .outside import write_outside
from .workspace import Workspace


def back_up_now(workspace: Workspace) -> Path:
    """Makes a backup among the others, or finds the one that holds the portfolio as it is now;
    its path. Raises IlmcoachError if there is nothing to back up or it cannot be kept."""
    data = _saved(workspace)
    return Backups(workspace.folders.data, workspace.disk, workspace.clock).make(data).path


def copy_to(workspace: Workspace, out: Path, *, force: bool = False) -> Path:
    """Writes a copy of the portfolio to the file `out`, verified by reading it again; its
    absolute path. `restore` and `data import` take it.

    Raises IlmcoachError if there is nothing to copy or it cannot be written (see
    `write_outside`).
    """
    data = _saved(workspace)
    written = write_outside(workspace, out, data, force=force)
    if workspace.disk.read(written) != data:
        raise IlmcoachError(
            f"{written} was written but reads back differently.",
            "That disk may be failing: choose another one.",
        )
    return written


def _saved(workspace: Workspace) -> bytes:
    data = workspace.disk.read(workspace.store.path)
    if data is None:
        raise IlmcoachError("Nothing was saved yet, so there is nothing to back up.")
    decode(data)
    return data

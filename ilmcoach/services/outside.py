"""Writing a file that the learner asked for, wherever they want it."""

from __future__ import annotations

from pathlib import Path

from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk
from ilmcoach.settings import Folders
from ilmcoach.store import layout

from .workspace import Workspace

_OWN_FOLDERS = (layout.BACKUPS, layout.DRAFTS, layout.INBOX, layout.ATTACHMENTS)


class FileThere(IlmcoachError):  # noqa: N818 - it is a question to the learner, no error
    """A file stands there already, which may be replaced if the learner says so."""


def write_outside(workspace: Workspace, out: Path, data: bytes, *, force: bool = False) -> Path:
    """Writes `data` to the file `out`, whole or not at all, readable by its owner only.

    Returns the absolute path. Writes nothing and raises FileThere if a file is there already
    and `force` is not given, and IlmcoachError in any case where `out` is a link, a folder or a
    device, lies in no folder, or is one of the portfolio's own files.
    """
    return write_file(workspace.folders, workspace.disk, out, data, force=force)


def write_file(
    folders: Folders, disk: Disk, out: Path, data: bytes, *, force: bool = False
) -> Path:
    """`write_outside` where no portfolio is open: `folders` are those to leave alone."""
    target = (out.expanduser() if out.parts[:1] == ("~",) else out).absolute()
    if target.parent == folders.exports:
        disk.make_folder(target.parent)
    try:
        _refuse_odd_places(target)
        _refuse_own_files(target, folders.data)
        taken = target.exists()
    except OSError as error:
        # A name that is too long, or a folder that may not be looked into.
        raise IlmcoachError(
            f"{target} cannot be written there: {error.strerror or error}.",
            "Choose a shorter name, or another folder.",
        ) from error
    if taken and not force:
        raise FileThere(
            f"{target} is there already, and was left as it is.",
            "Choose another name, or say --force to replace it.",
        )
    disk.write_atomically(target, data)
    return target


def _refuse_odd_places(target: Path) -> None:
    if target.is_symlink():
        raise IlmcoachError(
            f"{target} is a link to another place, so nothing was written.",
            "Give the file's own name.",
        )
    if target.is_dir():
        raise IlmcoachError(f"{target} is a folder.", "Add the name that the file should have.")
    if target.exists() and not target.is_file():
        raise IlmcoachError(f"{target} is not an ordinary file.", "Choose another name.")
    if not target.parent.is_dir():
        raise IlmcoachError(f"There is no folder {target.parent}.", "Make it first.")


def _refuse_own_files(target: Path, data: Path) -> None:
    """Guards the portfolio against an export over it, by whatever path and case it is named."""
    place = target.parent.resolve() / target.name
    home = data.resolve()
    if home not in place.parents:
        return
    first = place.relative_to(home).parts[0].casefold()
    if first in _OWN_FOLDERS or first.startswith("portfolio."):
        raise IlmcoachError(
            f"{target} is where ilmcoach keeps your portfolio, so nothing was written there.",
            "Choose another folder.",
        )

"""Deleting everything that the learner put in, and saying what went and what stays."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from msgspec import Struct

from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.records import DocumentMade
from ilmcoach.store import layout

from .counts import counts_in_words, many
from .workspace import Workspace

_FOLDERS = (
    (layout.VERSIONS, "earlier version of a text", "earlier versions of texts"),
    (layout.ATTACHMENTS, "attached file", "attached files"),
    (layout.DRAFTS, "text not saved yet", "texts not saved yet"),
    (layout.INBOX, "waiting note", "waiting notes"),
    (layout.BACKUPS, "backup", "backups"),
)
_OURS = "portfolio."


class Everything(Struct, frozen=True):
    """All that would go: records by kind (those in the trash and the AI record too) in words, and
    the files. `stays` are documents that were made from it, which are files of the learner's own:
    those in the folder for them, and those elsewhere as far as they were noted."""

    records: str
    files: tuple[Path, ...]
    kinds: tuple[str, ...]
    stays: tuple[Path, ...]


def everything_kept(workspace: Workspace) -> Everything:
    """What deleting everything would take away. Raises IlmcoachError."""
    counts = Counter(one.kind for one in workspace.portfolio)
    files: list[Path] = []
    kinds: list[str] = []
    home = workspace.folders.data
    for name, one, more in _FOLDERS:
        found = workspace.disk.list(home / name)
        files += found
        kinds += [many(len(found), one, more)] if found else []
    aside = [one for one in workspace.disk.list(home) if _is_copy(one)]
    kinds += [many(len(aside), "damaged or other copy", "damaged or other copies")] if aside else []
    own = [workspace.folders.pack_cache, workspace.folders.preferences, workspace.store.path]
    there = [one for one in own if workspace.disk.read(one) is not None]
    return Everything(
        records=counts_in_words(counts) or "nothing yet",
        files=(*files, *aside, *there),
        kinds=tuple(kinds),
        stays=_documents(workspace),
    )


def delete_everything(workspace: Workspace) -> Everything:
    """Deletes it all for good; what went. The portfolio itself goes last: where something cannot
    be deleted, the rest is as it was, can be opened, and the deleting can be done again.

    Prompt packs, documents and a key in the computer's keyring stay. The workspace is of no use
    afterwards, but to be closed. Raises IlmcoachError; what went until then is gone.
    """
    if workspace.store.why_read_only:
        raise IlmcoachError(f"Nothing was deleted. {workspace.store.why_read_only}")
    going = everything_kept(workspace)
    # A stopped write may have left a half-written copy.
    for folder in (workspace.folders.data, *(workspace.folders.data / one for one, *_ in _FOLDERS)):
        workspace.disk.tidy(folder)
    for path in going.files:
        workspace.disk.remove(path)
    workspace.store.let_go()
    return going


def _is_copy(path: Path) -> bool:
    """A file beside the portfolio that may hold some of it: damaged, foreign, to be erased."""
    own = (layout.PORTFOLIO, layout.LOCK)
    return path.name.startswith(_OURS) and path.name not in own


def _documents(workspace: Workspace) -> tuple[Path, ...]:
    made = (Path(one.path) for one in workspace.portfolio if isinstance(one, DocumentMade))
    there = (one for one in made if one.is_absolute() and one.is_file())
    return tuple(dict.fromkeys((*workspace.disk.list(workspace.folders.exports), *there)))

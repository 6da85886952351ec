"""Notes dropped in while the portfolio is open in another window."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from uuid import uuid4

from ilmcoach.files import Disk
from ilmcoach.portfolio.records import Note

from .layout import INBOX
from .slips import Slip, Slips
from .store import PortfolioStore

Waiting = Slip
"""A note that waits: `key` is the id that its record will have."""


class Inbox:
    """The inbox of one data folder. Any program may put in; only the one that has the
    portfolio open for writing takes out."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._slips = Slips(folder / INBOX, disk)

    def put(self, text: str, at: datetime) -> str:
        """Leave a note written at the aware moment `at`; its id. When it returns, the note is on
        the disk. Raises `DiskProblem`."""
        note_id = uuid4().hex
        self._slips.keep(note_id, text, at)
        return note_id

    def waiting(self) -> tuple[Waiting, ...]:
        """Every note not taken yet, oldest first. Never raises."""
        return self._slips.all()

    def taken(self, note_id: str) -> None:
        """Remove a note whose record is durably saved. Raises `DiskProblem`."""
        self._slips.drop(note_id)

    def damaged(self) -> tuple[Path, ...]:
        """Files of notes that could not be read; they are kept aside. Never raises."""
        return self._slips.damaged()


def take_in(inbox: Inbox, store: PortfolioStore) -> tuple[Note, ...]:
    """Save every waiting note as a record, then empty the inbox; the notes that are new.

    A note has the same id here and there, so one that was saved before a crash is not saved
    again, and what was done to it since stays. Nothing happens where the store is read only.
    Raises `IlmcoachError`; no note is lost then and none comes twice.
    """
    if store.read_only:
        return ()
    waiting = inbox.waiting()
    notes = tuple(
        Note(id=one.key, made=one.at, changed=one.at, text=one.text)
        for one in waiting
        if store.portfolio.get(one.key) is None
    )
    store.save(notes)
    for one in waiting:
        inbox.taken(one.key)
    return notes

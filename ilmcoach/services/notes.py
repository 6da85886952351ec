"""Keeping a quick note, whether or not the portfolio can be written at this moment.

It stands apart from the workspace so that a note needs no packs and is kept fast.
"""

from __future__ import annotations

import uuid

from msgspec import Struct

from ilmcoach.clock import Clock, SystemClock
from ilmcoach.errors import WrongUse
from ilmcoach.files import Disk, RealDisk
from ilmcoach.portfolio.records import Note
from ilmcoach.settings import Folders
from ilmcoach.store.inbox import Inbox
from ilmcoach.store.recovery import NeedsRecovery
from ilmcoach.store.store import PortfolioStore
from ilmcoach.text import clean


class Kept(Struct, frozen=True):
    """Where a note went: into the portfolio, or it `waits` in the inbox for the reason `why`."""

    waits: bool = False
    why: str = ""


def keep_note(
    folders: Folders, text: str, *, clock: Clock | None = None, disk: Disk | None = None
) -> Kept:
    """Keeps `text`, cleaned, as a note; when this returns it is safely on the disk.

    It waits in the inbox while another window has the portfolio open, or while a damaged
    portfolio has to be mended first. Raises WrongUse if nothing is left of the text, and another
    IlmcoachError if it could not be kept.
    """
    clock = clock or SystemClock()
    disk = disk or RealDisk()
    words = clean(text).strip()
    if not words:
        raise WrongUse("Nothing was noted: there are no words in it.", "Try: ilmcoach note TEXT")
    try:
        store = PortfolioStore.open(folders.data, disk=disk, clock=clock)
    except NeedsRecovery:
        Inbox(folders.data, disk).put(words, clock.now())
        return Kept(True, "Your portfolio needs mending first: run `ilmcoach` to do that.")
    try:
        if store.read_only:
            Inbox(folders.data, disk).put(words, clock.now())
            return Kept(True, "Another window has your portfolio open and will take it in.")
        now = clock.now()
        store.save([Note(id=uuid.uuid4().hex, made=now, changed=now, text=words)])
    finally:
        store.close()
    return Kept()

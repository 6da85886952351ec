"""Facts about a data folder, for a learner who asks whether all is well."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from ilmcoach.clock import Clock
from ilmcoach.dates import say_day, say_distance
from ilmcoach.files import Disk
from ilmcoach.portfolio.records import Attachment

from .attachments import Attachments, State
from .backups import Backups
from .codec import to_records
from .drafts import Drafts
from .envelope import Contents, Damaged, NewerVersion, decode, read_header
from .inbox import Inbox
from .layout import (
    ATTACHMENTS,
    BACKUPS,
    DRAFTS,
    ERASING,
    FOREIGN,
    INBOX,
    LOCK,
    PORTFOLIO,
    VERSIONS,
    kept_aside,
)
from .lock import NOT_WRITABLE, take_lock, why_locked
from .versioning import keep_texts, not_kept
from .versions import SAVED, Versions

_OLD = timedelta(days=14)
"""A portfolio that was saved so much later than its newest backup is not backed up."""


_PRIVATE = (BACKUPS, DRAFTS, INBOX, ATTACHMENTS, VERSIONS, PORTFOLIO)


class Fact(Struct, frozen=True):
    """One thing looked at: whether it is well, what was seen, and how to mend it if not."""

    ok: bool
    what: str
    mend: str = ""


def checkup(folder: Path, disk: Disk, clock: Clock) -> list[Fact]:
    """Everything there is to say about the portfolio in `folder`. Damaged drafts and versions
    are put aside, and texts that are no version yet are kept as one; nothing else is changed.
    Raises `DiskProblem` if the folder cannot be looked at."""
    return [
        *_privacy(folder, disk),
        *_portfolio(folder, disk, clock),
        *_files(folder, disk),
        *_versions(folder, disk, clock),
        *_aside(folder, disk),
        *_slips(folder, disk),
        *_erasing(folder, disk),
        _lock(folder),
    ]


def _privacy(folder: Path, disk: Disk) -> Iterator[Fact]:
    places = [folder, *(folder / name for name in _PRIVATE)]
    open_ones = [one for one in places if not disk.is_private(one)]
    for one in open_ones:
        mend = f"Run: chmod {'600' if one.name == PORTFOLIO else '700'} '{one}'"
        yield Fact(False, f"Others on this computer can look into {one}.", mend)
    if not open_ones:
        yield Fact(True, f"Only you can look into {folder}.")


def _portfolio(folder: Path, disk: Disk, clock: Clock) -> Iterator[Fact]:
    backups = Backups(folder, disk, clock)
    every, good = backups.all(), backups.good()
    data = disk.read(folder / PORTFOLIO)
    if data is None:
        lost = bool(every) or bool(kept_aside(folder, disk))
        mend = "Open ilmcoach, and choose a backup." if lost else ""
        yield Fact(not lost, "The portfolio is gone." if lost else "Nothing was saved yet.", mend)
    else:
        yield from _file(data, max((one.save for one in good), default=0))
    newest = max((one.taken for one in good), default=None)
    when = f", the newest of {_moment(newest, clock)}" if newest else ""
    yield Fact(True, f"{_many(len(good), 'backup')} in order{when}.")
    if data is not None and newest is not None:
        yield from _age(data, newest)
    for one in every:
        if one.path not in {each.path for each in good}:
            yield Fact(False, f"The backup {one.path} is damaged.", "It can be removed.")


def _age(data: bytes, newest: datetime) -> Iterator[Fact]:
    try:
        saved = read_header(data).saved
    except (Damaged, NewerVersion):
        return
    if saved - newest > _OLD:
        mend = "Run `ilmcoach backup`. One is made each time you open ilmcoach after a change."
        yield Fact(False, f"The newest backup is {(saved - newest).days} days behind.", mend)


def _file(data: bytes, newest_save: int) -> Iterator[Fact]:
    try:
        contents = decode(data)
    except Damaged as error:
        mend = "Open ilmcoach, and choose a backup."
        yield Fact(False, f"The portfolio is damaged. {error.message}", mend)
    except NewerVersion as error:
        yield Fact(False, error.message, error.hint)
    else:
        yield from _contents(contents, newest_save)


def _contents(contents: Contents, newest_save: int) -> Iterator[Fact]:
    records, unreadable = to_records(contents.tables)
    at = contents.header.saved.astimezone()
    saved = f"{say_day(at.date())}, {at:%H:%M}"
    yield Fact(True, f"The portfolio is in order: {_many(len(records), 'record')}, saved {saved}.")
    for one in unreadable:
        yield Fact(
            False,
            f"The {one.table} {one.id} cannot be read: {one.why}.",
            "It is kept in the file as it is. Was it changed by hand?",
        )
    if contents.header.save < newest_save:
        yield Fact(
            False,
            "A backup is newer than the portfolio: an old file was put in its place.",
            "If that was not your doing, go back to the newest backup.",
        )


def _files(folder: Path, disk: Disk) -> Iterator[Fact]:
    """The copies of attached files, held against the records that tell of them."""
    copies = Attachments(folder, disk)
    there = copies.all()
    try:
        records, _ = to_records(decode(disk.read(folder / PORTFOLIO) or b"").tables)
    except (Damaged, NewerVersion):
        if there:
            yield Fact(True, f"{_many(len(there), 'attached file')} kept.")
        return
    told = [one for one in records.values() if isinstance(one, Attachment)]
    states = [(one, copies.state(one)) for one in told]
    if good := sum(state is State.GOOD for _, state in states):
        yield Fact(True, f"{_many(good, 'attached file')} in order. Backups do not hold them.")
    for one, state in states:
        if state is State.CHANGED:
            mend = f"Attach it again if you still have it. The copy is {copies.path(one)}."
            yield Fact(False, f"The attached file {one.name} was changed.", mend)
        elif state is State.MISSING:
            mend = f"Attach it again if you still have it. It should be {copies.path(one)}."
            yield Fact(False, f"The attached file {one.name} is missing.", mend)
    known = {copies.path(one) for one in told}
    if loose := len([one for one in there if one not in known]):
        what = f"{_many(loose, 'attached file')} that only an earlier portfolio tells of."
        yield Fact(True, f"{what} It is kept in {folder / ATTACHMENTS} for a backup.")


def _versions(folder: Path, disk: Disk, clock: Clock) -> Iterator[Fact]:
    """The earlier texts under headings; those that are missing are made up for."""
    versions = Versions(folder, disk)
    damaged = versions.damaged()
    yield from _made_up(folder, disk, clock)
    if count := len(versions.all()):
        what = f"{_many(count, 'version')} of your texts in order. Backups do not hold them."
        yield Fact(True, what)
    for one in damaged:
        mend = (
            "Your text is not touched by that. Open the file in a text editor to see what is left."
        )
        yield Fact(False, f"{one}, an earlier version of a text, is damaged.", mend)


def _made_up(folder: Path, disk: Disk, clock: Clock) -> Iterator[Fact]:
    try:
        tables = decode(disk.read(folder / PORTFOLIO) or b"").tables
    except (Damaged, NewerVersion):
        return
    lacking = len(not_kept(folder, tables, disk))
    lock = take_lock(folder)[0] if lacking else None
    if lock is None:
        # Whoever has it open keeps them with the next save.
        return
    try:
        problem = keep_texts(folder, tables, SAVED, disk, clock)
    finally:
        lock.release()
    if problem:
        mend = f"{problem} Then run `ilmcoach doctor` again."
        yield Fact(False, f"{_many(lacking, 'text')} not kept as a version yet.", mend)
    else:
        yield Fact(True, f"{_many(lacking, 'text')} now kept as a first or a new version.")


def _aside(folder: Path, disk: Disk) -> Iterator[Fact]:
    for one in kept_aside(folder, disk):
        yield Fact(True, f"A damaged portfolio is kept as {one}.")
    for one in kept_aside(folder, disk, FOREIGN):
        yield Fact(
            False,
            f"Another program changed the portfolio while it was open; its copy is {one}.",
            "Keep the folder out of synchronising while ilmcoach is open.",
        )


def _slips(folder: Path, disk: Disk) -> Iterator[Fact]:
    drafts, inbox = Drafts(folder, disk), Inbox(folder, disk)
    if count := len(drafts.all()):
        yield Fact(True, f"{_many(count, 'draft')} not saved yet.")
    if count := len(inbox.waiting()):
        yield Fact(True, f"{_many(count, 'note')} waiting to be taken in.")
    for one in (*drafts.damaged(), *inbox.damaged()):
        yield Fact(False, f"{one} is damaged.", "Open it in a text editor to see what is left.")


def _erasing(folder: Path, disk: Disk) -> Iterator[Fact]:
    if disk.read(folder / ERASING) is not None:
        mend = "Open ilmcoach: it finishes this by itself."
        yield Fact(False, "Deleting for good was stopped before everything was cleaned.", mend)


def _lock(folder: Path) -> Fact:
    why = why_locked(folder)
    if why == NOT_WRITABLE:
        mend = f"Close ilmcoach everywhere, then remove {folder / LOCK} if it is still there."
        return Fact(False, "The portfolio can only be read here: its lock cannot be taken.", mend)
    if why:
        return Fact(True, "The portfolio is open in a window.")
    left = " A lock left by an earlier run does no harm." if (folder / LOCK).exists() else ""
    return Fact(True, f"It is not open anywhere.{left}")


def _moment(moment: datetime, clock: Clock) -> str:
    now = clock.now()
    return f"{say_day(moment.date())} ({say_distance(moment.date(), now.date())})"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"

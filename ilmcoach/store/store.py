"""The learner's portfolio, opened: read it as one snapshot, save records into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from filelock import BaseFileLock
from tinydb import TinyDB
from tinydb.table import Document

from ilmcoach.clock import Clock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Record, SectionText

from .codec import RecordTable, to_document, to_records
from .envelope import decode, encode
from .erasing import Erased, Erasure, call_off, sweep, without, write_down
from .layout import PORTFOLIO
from .lock import take_lock
from .migrations import STEPS, Step
from .opening import back_up, bring_up_to_date, find, finish_erasing, tidy
from .recovery import look
from .storage import SafeStorage
from .versioning import Versioning
from .versions import SAVED, Version, Versions

ASKED_READ_ONLY = "The portfolio was opened for reading only."
SALVAGE_READ_ONLY = "These are the parts of a damaged portfolio that can be read. Nothing is saved."
CLOSED = "The portfolio was closed."


class PortfolioStore:
    """One opened portfolio. `portfolio` is a snapshot that never changes; `save` puts a new one
    in its place. May be used from several threads.

    `unreadable` are documents kept as they are that could not be read as records;
    `backup_problem` says why the backup at opening could not be made, or an erasure that was
    stopped not be finished; it is empty if all went well.
    """

    def __init__(
        self,
        storage: SafeStorage,
        *,
        disk: Disk,
        clock: Clock,
        lock: BaseFileLock | None,
        why_read_only: str,
        backup_problem: str = "",
    ) -> None:
        self._storage = storage
        self._disk = disk
        self._clock = clock
        self._database = TinyDB(storage=lambda: storage)
        self._database.table_class = RecordTable
        self._file_lock = lock
        self._saving = Lock()
        self._why_read_only = why_read_only
        records, self.unreadable = to_records(storage.tables)
        self._portfolio = Portfolio(records)
        self.backup_problem = backup_problem
        self._versioning = Versioning(storage.path.parent, disk, clock)

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        disk: Disk,
        clock: Clock,
        read_only: bool = False,
        steps: Mapping[int, Step] = STEPS,
    ) -> Self:
        """Open the portfolio in a data folder; without one there, a new and empty one, whose
        file the first save makes.

        If another window has it open, or the folder cannot be written to, it opens for reading
        only; with `read_only` it does so anyway and nothing at all is written. `steps` bring
        files of older versions up to date. Raises `NewerVersion`, `NeedsRecovery` (the learner
        has to choose) and `DiskProblem`; the portfolio's file is then as it was.
        """
        lock: BaseFileLock | None = None
        why = ASKED_READ_ONLY
        if not read_only:
            disk.make_folder(folder)
            lock, why = take_lock(folder)
        try:
            found = find(folder, steps, disk, clock)
            problem = ""
            if lock is not None:
                tidy(folder, disk)
                done, problem = finish_erasing(folder, disk, clock)
                found = find(folder, steps, disk, clock) if done else found
            contents = found.contents if found is not None else None
            if lock is not None and found is not None:
                problem = back_up(folder, found, disk, clock) or problem
                if found.outdated:
                    contents = bring_up_to_date(folder, found, disk, clock)
            storage = SafeStorage(folder / PORTFOLIO, disk, clock, contents)
            return cls(
                storage,
                disk=disk,
                clock=clock,
                lock=lock,
                why_read_only=why,
                backup_problem=problem,
            )
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    @classmethod
    def look(cls, folder: Path, *, disk: Disk, clock: Clock) -> Self:
        """Open, for reading only, what can still be read of a damaged portfolio. Changes
        nothing. Raises `DiskProblem`."""
        salvage = look(folder, disk)
        data = encode(salvage.tables, save=0, saved=clock.now())
        storage = SafeStorage(folder / PORTFOLIO, disk, clock, decode(data))
        return cls(storage, disk=disk, clock=clock, lock=None, why_read_only=SALVAGE_READ_ONLY)

    @property
    def path(self) -> Path:
        """The portfolio's file, which may not be there yet."""
        return self._storage.path

    @property
    def portfolio(self) -> Portfolio:
        """All records as they were last durably saved."""
        return self._portfolio

    @property
    def read_only(self) -> bool:
        """True if nothing can be saved here."""
        return bool(self._why_read_only)

    @property
    def why_read_only(self) -> str:
        """The reason in plain words; empty if the portfolio can be saved."""
        return self._why_read_only

    @property
    def saved_at(self) -> datetime | None:
        """When the last save was, in this window or before; None if there was none."""
        return self._storage.saved_at

    @property
    def versions(self) -> Versions:
        """The earlier texts under the headings."""
        return self._versioning.versions

    @property
    def version_problem(self) -> str:
        """Why a text that is saved could not be kept as a version yet; empty if each is."""
        return self._versioning.problem

    def save(self, records: Iterable[Record], *, source: str = SAVED) -> Portfolio:
        """Save all `records` in one durable write, each under its id; the new snapshot.

        When it returns they are on the disk. Raises `IlmcoachError` if that cannot be done;
        then none of them is, and the snapshot is as it was.

        Each new text under a heading is kept as a version too, one that came as `source` says. If
        only that fails, the save is good and `version_problem` tells.
        """
        with self._saving:
            if self.read_only:
                raise IlmcoachError(f"Nothing was saved. {self._why_read_only}")
            new = {record.id: record for record in records}
            if not new:
                return self._portfolio
            documents: dict[str, list[Document]] = {}
            for record in new.values():
                self._refuse_other_kind(record)
                documents.setdefault(record.kind, []).append(to_document(record))
            texts = [one for one in new.values() if isinstance(one, SectionText)]
            if texts:
                self._versioning.keep(self._texts_before(texts))
            with self._storage.transaction():
                for kind, some in documents.items():
                    self._table(kind).put(some)
            self._portfolio = self._portfolio.with_records(new.values())
            if texts:
                self._versioning.keep(texts, source)
            return self._portfolio

    def keep_version(self, version: Version) -> None:
        """Keep a text that is not to stand under its heading as a version beside the others.
        Raises `IlmcoachError`; then it is not kept."""
        with self._saving:
            if self.read_only:
                raise IlmcoachError(f"Nothing was kept. {self._why_read_only}")
            self._versioning.keep_beside(version)

    def erase(self, erasure: Erasure) -> Erased:
        """Delete records for good: from the portfolio, then from backups, drafts, waiting notes,
        versions and copies kept aside; what was cleaned. A program that is stopped meanwhile
        finishes it when the portfolio is next opened for writing.

        Raises `IlmcoachError`: either nothing has gone then, or the message says that the rest
        will go.
        """
        folder = self.path.parent
        with self._saving:
            if self.read_only:
                raise IlmcoachError(f"Nothing was deleted. {self._why_read_only}")
            tables, went = without(self._storage.tables, erasure.ids)
            write_down(folder, erasure, self._disk)
            try:
                self._storage.replace(tables)
            except IlmcoachError:
                call_off(folder, self._disk)
                raise
            records, self.unreadable = to_records(tables)
            self._portfolio = Portfolio(records)
            self._versioning.forget(erasure.ids)
            try:
                return sweep(folder, erasure, went, self._disk, self._clock)
            except IlmcoachError as error:
                raise IlmcoachError(
                    f"It is gone from your portfolio, but not yet from every copy. {error.message}",
                    "ilmcoach finishes this when it is next opened.",
                ) from error

    def let_go(self) -> None:
        """Know nothing any more, as every file was deleted: nothing is saved from here on, and
        closing keeps nothing that still waited for it."""
        with self._saving:
            self._why_read_only = CLOSED
            self._portfolio = Portfolio({})

    def close(self) -> None:
        """Let another window write. Closing twice does no harm."""
        with self._saving:
            if not self.read_only:
                self._versioning.keep()
            self._why_read_only = self._why_read_only or CLOSED
            if self._file_lock is not None:
                self._file_lock.release()
                self._file_lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _table(self, kind: str) -> RecordTable:
        # No cache of queries: it would outlive a transaction that was given up.
        table = self._database.table(kind, cache_size=0)
        assert isinstance(table, RecordTable)
        return table

    def _texts_before(self, texts: Iterable[SectionText]) -> list[SectionText]:
        """The texts in whose places others come."""
        before = ((self._portfolio.get(one.id), one.text) for one in texts)
        return [one for one, text in before if isinstance(one, SectionText) and one.text != text]

    def _refuse_other_kind(self, record: Record) -> None:
        before = self._portfolio.get(record.id)
        if before is not None and before.kind != record.kind:
            raise IlmcoachError(
                f"A {record.kind} could not be saved: a {before.kind} has the same id."
            )

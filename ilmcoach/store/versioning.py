"""Which texts become versions, and when.

The portfolio is saved first, then the version of what was saved. A program that is killed in
between loses nothing: the text is in the portfolio, and before anything takes its place there it
is held against the newest version, and kept if it is another. So a portfolio from before there
were versions gets its first ones without a step of its own, and what a full disk refused is made
up for.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from ilmcoach.clock import Clock
from ilmcoach.files import Disk, DiskProblem
from ilmcoach.portfolio.records import SectionText
from ilmcoach.text import count_words

from .codec import to_records
from .envelope import Tables
from .versions import SAVED, Version, Versions

_TICK = timedelta(microseconds=1)


class Versioning:
    """Keeps versions for one opened portfolio. `problem` says why the last could not be kept;
    empty if all are. What could not be kept is tried again each time."""

    def __init__(self, folder: Path, disk: Disk, clock: Clock) -> None:
        self.versions = Versions(folder, disk)
        self.problem = ""
        self._clock = clock
        self._newest: dict[tuple[str, str], Version | None] = {}
        self._owed: list[tuple[SectionText, str]] = []

    def keep(self, texts: Iterable[SectionText] = (), source: str = SAVED) -> None:
        """Keep each live text that is not its heading's newest version already. Never raises:
        a save must not fail for want of its version."""
        waiting = [*self._owed, *((one, source) for one in texts if one.trashed is None)]
        self._owed, self.problem = [], ""
        for number, (text, how) in enumerate(waiting):
            try:
                self._keep(text, how)
            except DiskProblem as problem:
                self._owed, self.problem = waiting[number:], _said(problem)
                return

    def keep_beside(self, version: Version) -> None:
        """Keep a text that did not stand under its heading. Raises `DiskProblem`."""
        self.versions.keep(version)

    def forget(self, records: Iterable[str]) -> None:
        """Know no more of texts that go for good, nor keep any that still waited for that."""
        gone = frozenset(records)
        self._owed = [(text, how) for text, how in self._owed if text.id not in gone]
        self._newest = {}

    def _keep(self, text: SectionText, source: str) -> None:
        place = text.assessment, text.section
        if place not in self._newest:
            self._newest[place] = self.versions.newest(*place)
        version = due(text, self._newest[place], self._clock.now(), source)
        if version is not None:
            self.versions.keep(version)
            self._newest[place] = version


def due(text: SectionText, newest: Version | None, now: datetime, source: str) -> Version | None:
    """The version to keep of a text beside the `newest` of its heading; None if it is that one,
    or has no words and would be the first.

    Its moment is when the text was changed; a text that came again, or changed without saying
    so, gets the present one. Each is later than the one before, also where a computer's clock
    was set back.
    """
    if text.text == newest.text if newest else not text.text.strip():
        return None
    at = min(text.changed, now)
    if newest and at <= newest.at:
        at = max(now, newest.at + _TICK)
    return Version(
        assessment=text.assessment,
        section=text.section,
        record=text.id,
        at=at,
        text=text.text,
        words=count_words(text.text),
        source=source,
    )


def keep_texts(folder: Path, tables: Tables, source: str, disk: Disk, clock: Clock) -> str:
    """Keep the texts of a whole portfolio as versions where they are none yet; why that could
    not be done, or empty. Only for the holder of the lock. Never raises."""
    versioning = Versioning(folder, disk, clock)
    versioning.keep(texts_of(tables), source)
    return versioning.problem


def texts_of(tables: Tables) -> tuple[SectionText, ...]:
    """The live texts under headings in a portfolio's tables."""
    records, _ = to_records({SectionText.kind: tables.get(SectionText.kind, {})})
    return tuple(
        one for one in records.values() if isinstance(one, SectionText) and one.trashed is None
    )


def not_kept(folder: Path, tables: Tables, disk: Disk) -> tuple[SectionText, ...]:
    """The live texts that are not the newest version of their heading. Raises `DiskProblem`."""
    versions = Versions(folder, disk)
    found = []
    for text in texts_of(tables):
        newest = versions.newest(text.assessment, text.section)
        if due(text, newest, text.changed, SAVED) is not None:
            found.append(text)
    return tuple(found)


def _said(problem: DiskProblem) -> str:
    return (
        "Your text is saved. It could not also be kept as an earlier version to come back to: "
        f"{problem} It is tried again with the next save."
    )

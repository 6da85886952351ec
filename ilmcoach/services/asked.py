"""Which questions were put to the learner lately, so that others come first.

Ids and days only, in a small file beside the portfolio and never part of it: losing it costs
nothing but seeing a question again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import msgspec
from msgspec import Struct

from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk

ASKED = "asked.json"
FORMAT = "ilmcoach asked"

DAYS = 14
"""How long a question counts as asked lately, in days."""
MOST = 500
"""Ids that are kept at most; the newest stay."""
LONGEST = 160
"""Characters of an id; the ids of questions are shorter."""
_BYTES = 200_000


class _File(Struct):
    format: str
    asked: dict[str, date]


class Asked:
    """The questions asked lately in one data folder."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._path = folder / ASKED
        self._disk = disk

    def lately(self, today: date) -> dict[str, date]:
        """The id of each question asked in the last 14 days, and the day that it was last
        asked. Never raises: a file that is missing, damaged or not ours holds nothing."""
        try:
            data = self._disk.read(self._path)
        except IlmcoachError:
            return {}
        if not data or len(data) > _BYTES:
            return {}
        try:
            found = msgspec.json.decode(data, type=_File)
        except msgspec.DecodeError:
            return {}
        if found.format != FORMAT:
            return {}
        first = today - timedelta(days=DAYS - 1)
        return {
            name: day
            for name, day in found.asked.items()
            if first <= day <= today and 0 < len(name) <= LONGEST
        }

    def note(self, ids: Iterable[str], today: date) -> None:
        """Notes that these questions were asked today; nothing is written if that is known.

        Not for the screen's own thread. Raises `DiskProblem`.
        """
        before = self.lately(today)
        now = {**before, **{name: today for name in ids if 0 < len(name) <= LONGEST}}
        if now == before:
            return
        newest = sorted(now.items(), key=lambda pair: pair[1])[-MOST:]
        text = msgspec.json.encode(_File(FORMAT, dict(newest)))
        self._disk.write_atomically(self._path, text + b"\n")

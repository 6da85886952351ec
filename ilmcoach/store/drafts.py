"""What is being typed, kept until it is saved."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from ilmcoach.files import Disk

from .layout import DRAFTS
from .slips import Slip, Slips

Draft = Slip
"""An unsaved text: `key` (the place it is for), `text`, and `at`, when it was kept."""


class Drafts:
    """The drafts of one data folder, one durable file each."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._slips = Slips(folder / DRAFTS, disk)

    def keep(self, key: str, text: str, at: datetime) -> None:
        """Keep what was typed so far for one place (such as `run-id/step@item`); when it
        returns, it is on the disk. `at` is an aware moment.

        Raises `DiskProblem`; then the draft kept before is there still.
        """
        self._slips.keep(key, text, at)

    def get(self, key: str) -> Draft | None:
        """The draft for one place; None if there is none or it is damaged. Never raises."""
        return self._slips.get(key)

    def drop(self, key: str) -> None:
        """Forget the draft of one place, because it was saved or given up.
        Raises `DiskProblem`."""
        self._slips.drop(key)

    def forget(self, ids: Collection[str], keys: Collection[str] = ()) -> int:
        """Drop the drafts of records that are deleted for good, damaged ones too: those whose key
        has one of `ids` in it as a part, or is one of `keys`. How many. Raises `DiskProblem`."""
        return self._slips.forget(ids, keys)

    def all(self) -> tuple[Draft, ...]:
        """Every draft, oldest first, damaged ones left out. Never raises."""
        return self._slips.all()

    def damaged(self) -> tuple[Path, ...]:
        """Files of drafts that could not be read; they are kept aside. Never raises."""
        return self._slips.damaged()

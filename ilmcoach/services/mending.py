"""Ways back to a portfolio that opens."""

from __future__ import annotations

from pathlib import Path

from ilmcoach.clock import SystemClock
from ilmcoach.files import RealDisk
from ilmcoach.settings import Folders
from ilmcoach.store.recovery import restore_backup, salvage


def go_back_to(folders: Folders, backup: Path) -> None:
    """Puts a backup in the portfolio's place; what was there is kept aside.

    Raises IlmcoachError; nothing is changed then.
    """
    restore_backup(folders.data, backup, RealDisk(), SystemClock())


def save_readable(folders: Folders) -> None:
    """Makes a portfolio of what can be read in the damaged file, which is kept aside.

    Raises IlmcoachError; nothing is changed then.
    """
    salvage(folders.data, RealDisk(), SystemClock())

"""The program on a disk that breaks in a way nobody thought of, once a certain file is there.

Called with the data folder, the file that lets it break, and a part of the paths it breaks at.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ilmcoach.cli.main import guarded
from ilmcoach.files import RealDisk
from ilmcoach.settings import Folders
from ilmcoach.tui.app import run_app


class BreakingDisk(RealDisk):
    """A disk with a mistake in it."""

    def __init__(self, sign: Path, part: str) -> None:
        super().__init__()
        self._sign = sign
        self._part = part

    def write_atomically(self, path: Path, data: bytes) -> None:
        if self._sign.exists() and self._part in str(path):
            what_it_worked_on = data.decode(errors="replace")
            raise RuntimeError(what_it_worked_on)
        super().write_atomically(path, data)


if __name__ == "__main__":
    home, sign, part = sys.argv[1:]
    disk = BreakingDisk(Path(sign), part)
    sys.exit(guarded(lambda: run_app(Folders(Path(home)), disk=disk)))

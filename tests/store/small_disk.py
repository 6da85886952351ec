"""A small disk of its own, mounted where that is allowed, to be really full."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SIZE = 256 * 1024


class SmallDisk:
    """A mounted disk of 256 KB, which can be filled and given room."""

    def __init__(self, root: Path) -> None:
        self.data = root / "data"
        self._filler = root / "filler"

    def fill(self) -> None:
        """Leaves not one byte."""
        with self._filler.open("ab", buffering=0) as file:
            for size in (4096, 1):
                try:
                    while file.write(b"x" * size):
                        pass
                except OSError:
                    continue

    def make_room(self) -> None:
        self._filler.unlink()


@contextmanager
def small_disk(root: Path) -> Iterator[SmallDisk]:
    """Mounts the disk at `root`, which is not there yet; skips the test where it cannot."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root on Linux can mount a small disk")
    root.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=700", "none", str(root)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        yield SmallDisk(root)
    finally:
        subprocess.run(["umount", "-l", str(root)], check=True)

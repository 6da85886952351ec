"""Reading a file that the learner named."""

from __future__ import annotations

from pathlib import Path

from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk

MOST_BYTES = 200_000_000
"""Far more than anybody writes; a larger file is another program's."""


def find_given(file: Path) -> Path:
    """The absolute path of a file to be read. Raises IlmcoachError if there is none, it is no
    ordinary file, or it is larger than `MOST_BYTES`."""
    path = (file.expanduser() if file.parts[:1] == ("~",) else file).absolute()
    try:
        size = path.stat().st_size
    except (OSError, ValueError) as error:
        raise IlmcoachError(
            f"There is no file {path} that can be read.", "Look at how its name is written."
        ) from error
    if not path.is_file():
        raise IlmcoachError(f"{path} is not an ordinary file.", "Give the file's own name.")
    if size > MOST_BYTES:
        raise IlmcoachError(
            f"{path} is too large ({size:,} bytes) to be a file of ilmcoach's.",
            "Look whether it is the right one.",
        )
    return path


def read_given(file: Path, disk: Disk) -> bytes:
    """The bytes of a file that the learner named. Raises IlmcoachError as `find_given` does, and
    where it cannot be read."""
    return disk.read(find_given(file)) or b""

"""Writing in an editor of the learner's own: the words go out into a private file and back."""

from __future__ import annotations

import hashlib
import os
import shlex
from collections.abc import Mapping
from pathlib import Path

from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk
from ilmcoach.settings import Folders
from ilmcoach.text import clean


def own_editor(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The command of the editor that `VISUAL` or `EDITOR` names; empty if none does."""
    named = environment.get("VISUAL") or environment.get("EDITOR") or ""
    try:
        return tuple(shlex.split(named, posix=os.name != "nt"))
    except ValueError:
        return ()


class OutsideText:
    """One text on its way through another editor. The file is private, and stays if anything
    goes wrong on the way: it holds the learner's words."""

    def __init__(self, folders: Folders, disk: Disk, key: str) -> None:
        name = hashlib.sha256(key.encode()).hexdigest()[:16]
        self.path: Path = folders.data / "outside" / f"{name}.txt"
        self._disk = disk

    def put_out(self, text: str) -> None:
        """Writes the words where the other editor finds them. Raises IlmcoachError."""
        self._disk.make_folder(self.path.parent)
        self._disk.write_atomically(self.path, text.encode())

    def take_back(self) -> str:
        """The words as the other editor left them, cleaned. Raises IlmcoachError if they cannot
        be read; the file stays then."""
        data = self._disk.read(self.path)
        if data is None:
            raise IlmcoachError(
                f"The other editor left nothing in {self.path}.", "Your text here is as it was."
            )
        try:
            return clean(data.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise IlmcoachError(
                f"What the other editor wrote cannot be read: {self.path} is not UTF-8 text.",
                "Your text here is as it was, and the file is kept. Save it as UTF-8 and copy "
                "from it.",
            ) from error

    def forget(self) -> None:
        """Removes the file once its words are safe elsewhere. Raises IlmcoachError."""
        self._disk.remove(self.path)

"""Where ilmcoach keeps things on this computer, and the few preferences a learner can set."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from .files import Disk

HOME_VARIABLE = "ILMCOACH_HOME"


class Folders(Struct, frozen=True):
    """The folders in use: everything of the learner's lies under `data`."""

    data: Path

    @property
    def packs(self) -> Path:
        """Where a learner or tutor puts packs of their own."""
        return self.data / "packs"

    @property
    def pack_cache(self) -> Path:
        """Packs as they were read last, to open sooner; it may be deleted at any time."""
        return self.data / "cache" / "packs.msgpack"

    @property
    def exports(self) -> Path:
        """Where documents are written unless the learner says otherwise."""
        return self.data / "documents"

    @property
    def preferences(self) -> Path:
        """The preferences file."""
        return self.data / "preferences.toml"


def find_folders(given: str | None, environment: Mapping[str, str] = os.environ) -> Folders:
    """The folders for this run: `given` (`--data-dir`), else the variable `ILMCOACH_HOME`, else
    the system's own place for a user's data."""
    chosen = given or environment.get(HOME_VARIABLE, "")
    if chosen:
        return Folders(Path(chosen).expanduser().absolute())
    import platformdirs

    return Folders(Path(platformdirs.user_data_dir("ilmcoach", appauthor=False)))


KNOWN_THEMES = ("ilmcoach-dark", "ilmcoach-light")


class Preferences(Struct, frozen=True):
    """What a learner set: the name of the colour theme."""

    theme: str = "ilmcoach-dark"


def read_preferences(folders: Folders) -> Preferences:
    """The preferences kept; a missing or unreadable file gives the usual ones, for nothing a
    learner wrote is in it."""
    if not folders.preferences.exists():
        return Preferences()
    import tomllib

    try:
        raw = tomllib.loads(folders.preferences.read_text(encoding="utf-8"))
        found = msgspec.convert(raw, Preferences)
    except (OSError, ValueError):
        return Preferences()
    return found if found.theme in KNOWN_THEMES else Preferences()


def write_preferences(folders: Folders, preferences: Preferences, disk: Disk) -> None:
    """Keeps the preferences. Raises IlmcoachError when the disk does not take them."""
    import tomli_w

    text = tomli_w.dumps(msgspec.structs.asdict(preferences))
    disk.write_atomically(folders.preferences, text.encode())

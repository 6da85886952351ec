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
    def dictionary(self) -> Path:
        """Where a learner can put a British dictionary of their own."""
        return self.data / "dictionary"

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
COACH_WAYS = ("off", "pick", "pose")


class CoachPreferences(Struct, frozen=True):
    """What a learner set about a coach that is a model. Without a word from them it is off.

    `way` is one of `COACH_WAYS`; `address` and `model` say whom to ask, `open_line` that an
    address with http:// will do; `key_variable` names the environment variable that holds the
    key, empty for none (the key itself is never here). `agreed` are the hosts that the learner
    agreed to send to, `private` the words that they want hidden there.
    """

    way: str = "off"
    address: str = ""
    model: str = ""
    open_line: bool = False
    key_variable: str = ""
    agreed: tuple[str, ...] = ()
    private: tuple[str, ...] = ()


class SpellingPreferences(Struct, frozen=True):
    """What a learner set about spelling. Without a word from them it is off.

    `ize` says that words in -ize are not to be told of, `left` are the words that they want left
    alone, oldest first.
    """

    on: bool = False
    ize: bool = False
    left: tuple[str, ...] = ()


class Preferences(Struct, frozen=True):
    """What a learner set: the name of the colour theme, all about the coach, and spelling."""

    theme: str = "ilmcoach-dark"
    coach: CoachPreferences = CoachPreferences()
    spelling: SpellingPreferences = SpellingPreferences()


def read_preferences(folders: Folders) -> Preferences:
    """The preferences kept; what is missing or unreadable has its usual value, for nothing a
    learner wrote is in it. A coach of which something cannot be read is off."""
    if not folders.preferences.exists():
        return Preferences()
    import tomllib

    try:
        raw = tomllib.loads(folders.preferences.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    theme = raw.get("theme")
    try:
        coach = msgspec.convert(raw.get("coach", {}), CoachPreferences)
    except msgspec.ValidationError:
        coach = CoachPreferences()
    if coach.way not in COACH_WAYS:
        coach = msgspec.structs.replace(coach, way="off")
    try:
        spelling = msgspec.convert(raw.get("spelling", {}), SpellingPreferences)
    except msgspec.ValidationError:
        spelling = SpellingPreferences()
    usual = Preferences(coach=coach, spelling=spelling)
    return msgspec.structs.replace(usual, theme=theme) if theme in KNOWN_THEMES else usual


def write_preferences(folders: Folders, preferences: Preferences, disk: Disk) -> None:
    """Keeps the preferences. Raises IlmcoachError when the disk does not take them."""
    import tomli_w

    text = tomli_w.dumps(msgspec.to_builtins(preferences))
    disk.write_atomically(folders.preferences, text.encode())

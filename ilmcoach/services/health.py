"""What `doctor` tells: where things are kept, and what needs a look."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from ilmcoach.clock import Clock, SystemClock
from ilmcoach.files import Disk, RealDisk
from ilmcoach.settings import Folders
from ilmcoach.store import layout
from ilmcoach.store.checkup import Fact, checkup

from .workspace import find_library


class PackHealth(Struct, frozen=True):
    """A prompt pack's name, the folder it lies in, and its problems, advice left out."""

    name: str
    folder: Path
    problems: tuple[str, ...]


class Health(Struct, frozen=True):
    """Places by what is kept there; facts about the portfolio; the prompt packs."""

    places: tuple[tuple[str, Path], ...]
    facts: tuple[Fact, ...]
    packs: tuple[PackHealth, ...]

    @property
    def concerns(self) -> int:
        """How many things need a look; a pack counts once."""
        return sum(not one.ok for one in self.facts) + sum(bool(one.problems) for one in self.packs)


def examine(folders: Folders, *, clock: Clock | None = None, disk: Disk | None = None) -> Health:
    """Looks everything over without opening the portfolio, so that it works on a damaged one
    too. Raises IlmcoachError if the data folder cannot be looked at."""
    facts = checkup(folders.data, disk or RealDisk(), clock or SystemClock())
    packs = tuple(
        PackHealth(
            entry.pack.id if entry.pack else entry.folder.name,
            entry.folder,
            tuple(str(problem) for problem in entry.problems if not problem.advice),
        )
        for entry in find_library(folders).entries
    )
    return Health(_places(folders), tuple(facts), packs)


def _places(folders: Folders) -> tuple[tuple[str, Path], ...]:
    return (
        ("Your writing", folders.data / layout.PORTFOLIO),
        ("Backups", folders.data / layout.BACKUPS),
        ("Files you attached", folders.data / layout.ATTACHMENTS),
        ("Earlier versions of your texts", folders.data / layout.VERSIONS),
        ("What you have not saved yet", folders.data / layout.DRAFTS),
        ("Notes waiting to be taken in", folders.data / layout.INBOX),
        ("Documents", folders.exports),
        ("Prompt packs of your own", folders.packs),
    )

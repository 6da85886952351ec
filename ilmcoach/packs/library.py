"""All packs that a learner has, their own before the bundled ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from .bundled import bundled_folder
from .limits import PACK_FILE
from .loader import LoadedPack, load_pack
from .model import Pack, Problem
from .peek import Glance, glance

OWN = "own"
BUNDLED = "bundled"


class Entry(Struct, frozen=True):
    """A pack as a list shows it. `pack` is None for a broken one; `problems` say why. `origin`
    is `own` or `bundled`."""

    id: str
    folder: Path
    origin: str
    pack: Pack | None
    problems: tuple[Problem, ...]


class Library:
    """The packs of some folders. A pack is read when it is first asked for, then kept."""

    def __init__(self, glances: Sequence[Glance]) -> None:
        self._glances = tuple(glances)
        self._loaded: dict[Path, LoadedPack] = {}

    @classmethod
    def find(cls, folders: Sequence[Path]) -> Library:
        """The packs in the sub-folders of each search folder, the first folder's first.

        A search folder that does not exist is passed over. One that is a pack itself counts
        as that pack.
        """
        return cls([glance(one) for folder in folders for one in _pack_folders(folder)])

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every pack found, broken ones and those hidden by another of the same id as well."""
        return tuple(self._entry(one) for one in self._glances)

    def ids(self) -> tuple[str, ...]:
        """The ids of all packs, each once."""
        return tuple(dict.fromkeys(one.id for one in self._glances if one.id))

    def pack(self, pack_id: str) -> Pack | None:
        """The first usable pack of that id; None if there is none."""
        for one in self._glances:
            if one.id == pack_id and (found := self._load(one).pack) is not None:
                return found
        return None

    def leads_to(self, pack_id: str, target: str) -> bool:
        """True if the pack is the one called `target`, or builds on it in however many steps."""
        seen: set[str] = set()
        waiting = [pack_id]
        while waiting:
            name = waiting.pop()
            if name == target:
                return True
            if name not in seen:
                seen.add(name)
                waiting.extend(use for one in self._glances if one.id == name for use in one.uses)
        return False

    def _load(self, one: Glance) -> LoadedPack:
        if one.folder not in self._loaded:
            self._loaded[one.folder] = load_pack(one.folder, self)
        return self._loaded[one.folder]

    def _entry(self, one: Glance) -> Entry:
        loaded = self._load(one)
        problems = loaded.problems
        first = next(other for other in self._glances if other.id == one.id)
        if one.id and first is not one:
            what = f"Another pack with the id '{one.id}' comes before this one."
            mend = f"It is in {first.folder}; give one of them another id to use both."
            problems = (*problems, Problem(PACK_FILE, 1, what, mend, advice=True))
        bundled = one.folder.resolve().is_relative_to(bundled_folder().resolve())
        return Entry(one.id, one.folder, BUNDLED if bundled else OWN, loaded.pack, problems)


def check(folder: Path, library: Library | None = None) -> tuple[Problem, ...]:
    """Every problem of the pack in `folder`, and advice on its questions, in the order of its
    files and lines.

    It may build on the packs of `library`, by default the bundled ones.
    """
    shelf = library if library is not None else Library.find([bundled_folder()])
    return load_pack(folder, shelf, advise=True).problems


def _pack_folders(folder: Path) -> tuple[Path, ...]:
    if (folder / PACK_FILE).is_file():
        return (folder,)
    try:
        inside = sorted(one for one in folder.iterdir() if one.is_dir())
    except OSError:
        return ()
    return tuple(one for one in inside if not one.name.startswith((".", "_")) and _has_pages(one))


def _has_pages(folder: Path) -> bool:
    try:
        return any(one.suffix.lower() == ".md" for one in folder.iterdir())
    except OSError:
        return False

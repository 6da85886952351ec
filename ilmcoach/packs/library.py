"""All packs that a learner has, their own before the bundled ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from .building import Building
from .bundled import bundled_folder
from .cache import PackCache
from .limits import PACK_FILE
from .loaded import Glance, LoadedPack
from .model import Pack, Problem

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
    """The packs of some folders. Nothing is looked at before it is first asked for, and a pack
    that was read is kept."""

    def __init__(self, folders: Sequence[Path], cache: PackCache | None = None) -> None:
        self._folders = tuple(folders)
        self._cache = cache
        self._loaded: dict[Path, LoadedPack] = {}

    @classmethod
    def find(cls, folders: Sequence[Path], cache: PackCache | None = None) -> Library:
        """The packs in the sub-folders of each search folder, the first folder's first.

        A search folder that does not exist is passed over. One that is a pack itself counts
        as that pack. With a `cache`, packs that did not change since it was kept are taken
        from there.
        """
        return cls(folders, cache)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every pack found, broken ones and those hidden by another of the same id as well."""
        return tuple(self._entry(one) for one in self._glances)

    def ids(self) -> tuple[str, ...]:
        """The ids of all packs, each once."""
        return self._ids

    def pack(self, pack_id: str) -> Pack | None:
        """The first usable pack of that id; None if there is none."""
        for one in self._glances:
            if one.id == pack_id and (found := self._load(one).pack) is not None:
                return found
        return None

    def leads_to(self, pack_id: str, target: str) -> bool:
        """True if the pack is the one called `target`, or builds on it in however many steps."""
        return self._building.leads_to(pack_id, target)

    def level(self, pack_id: str) -> int | None:
        """Over how many others in a row a pack stands; None if it rests on packs that build on
        each other."""
        return self._building.level(pack_id)

    def keep(self) -> None:
        """Lets the cache write down the packs that were read, if there is one. Never raises."""
        if self._cache:
            self._cache.keep()

    @cached_property
    def _glances(self) -> tuple[Glance, ...]:
        places = [one for folder in self._folders for one in _pack_folders(folder)]
        known = self._cache.open(places) if self._cache else None
        if known is not None:
            return known
        from .peek import glance

        return tuple(glance(one) for one in places)

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.id for one in self._glances if one.id))

    @cached_property
    def _building(self) -> Building:
        uses: dict[str, list[str]] = {one: [] for one in self._ids}
        for one in self._glances:
            if one.id:
                uses[one.id].extend(one.uses)
        return Building(uses)

    def _load(self, one: Glance) -> LoadedPack:
        if one.folder not in self._loaded:
            kept = self._cache.pack(one.folder) if self._cache else None
            self._loaded[one.folder] = kept or self._read(one.folder)
        return self._loaded[one.folder]

    def _read(self, folder: Path) -> LoadedPack:
        # A pack from the cache needs none of what reads Markdown, which is slow to import.
        from .loader import load_pack

        loaded = load_pack(folder, self)
        if self._cache:
            self._cache.put(self._glances, folder, loaded)
        return loaded

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


def look_over(folder: Path, library: Library | None = None) -> LoadedPack:
    """The pack in `folder` with every problem and all advice, in the order of its files, errors
    before advice in each.

    It may build on the packs of `library`, by default the bundled ones. Never raises for what
    the folder holds.
    """
    from .loader import load_pack

    shelf = library if library is not None else Library.find([bundled_folder()])
    loaded = load_pack(folder, shelf, advise=True)
    # Sorting keeps the order of lines.
    ordered = sorted(loaded.problems, key=lambda one: (one.file != PACK_FILE, one.file, one.advice))
    return LoadedPack(loaded.id, loaded.pack, tuple(ordered))


def check(folder: Path, library: Library | None = None) -> tuple[Problem, ...]:
    """The problems and advice of `look_over`."""
    return look_over(folder, library).problems


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

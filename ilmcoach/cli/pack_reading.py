"""The pack that somebody names on the command line: a folder, a .zip, or the id of one there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ilmcoach.errors import IlmcoachError, WrongUse

from .streams import line

if TYPE_CHECKING:
    from pathlib import Path

    from ilmcoach.packs.library import Library
    from ilmcoach.packs.model import Pack, Problem
    from ilmcoach.settings import Folders


@contextmanager
def opened(given: str, folders: Folders) -> Iterator[Pack]:
    """The pack in that folder or file, else the one of that id; one out of a .zip has its files
    in a temporary folder until the end. Raises WrongUse if there is none, and IlmcoachError with
    its first problem if it cannot be used."""
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from ilmcoach.packs.limits import PACK_FILE

    place = Path(given)
    if place.is_file() and place.name != PACK_FILE:
        from ilmcoach.kit.receiving import look_at

        with TemporaryDirectory() as work:
            parcel = look_at(place, Path(work), library_of(folders))
            yield _usable(parcel.pack, parcel.problems, given)
        return
    yield _standing(place.parent if place.name == PACK_FILE else place, given, folders)


def library_of(folders: Folders, *first: Path) -> Library:
    """The packs in `first`, those of the learner's own, and the bundled ones."""
    from ilmcoach.packs.bundled import bundled_folder
    from ilmcoach.packs.library import Library

    return Library.find([*first, folders.packs, bundled_folder()])


def _standing(place: Path, given: str, folders: Folders) -> Pack:
    """The pack in the folder `place`, else the one whose id is `given`."""
    from ilmcoach.packs.limits import PACK_FILE
    from ilmcoach.packs.loader import load_pack
    from ilmcoach.packs.names import suggest

    library = library_of(folders)
    if (place / PACK_FILE).is_file():
        loaded = load_pack(place, library_of(folders, place))
        return _usable(loaded.pack, loaded.problems, given)
    if given in library.ids():
        problems = next(one.problems for one in library.entries if one.id == given)
        return _usable(library.pack(given), problems, given)
    raise WrongUse(
        f"There is no pack {given}.", suggest(given, library.ids()) or "See `pack list`."
    )


def _usable(pack: Pack | None, problems: Sequence[Problem], given: str) -> Pack:
    if pack is None:
        first = next((line(str(one)) for one in problems if not one.advice), "there is no pack.md")
        raise IlmcoachError(
            f"The pack {given} cannot be used yet: {first}",
            "`ilmcoach pack check` names everything that is amiss.",
        )
    return pack

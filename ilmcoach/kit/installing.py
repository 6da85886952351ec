"""Packs put into the learner's folder for packs, and taken out of it again.

A folder cannot be exchanged for another in one step on every system, so each step leaves a whole
pack that is found: the new one stands complete beside the old before that goes, under a name that
comes after it. What is replaced or removed is kept once, in `.earlier`.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk, DiskProblem
from ilmcoach.packs.limits import PACK_FILE
from ilmcoach.packs.names import is_id
from ilmcoach.packs.peek import glance

from .pages import pages_of, write_pages
from .receiving import Parcel

EARLIER = ".earlier"
"""The folder, beside the packs, for the one before of each; hidden ones are never read."""

_COMING, _NEXT, _GOING = ".coming-", ".being-added", ".going-"


class Installed(Struct, frozen=True):
    """Where a pack lies now, and where the one before it lies, None if there was none."""

    folder: Path
    earlier: Path | None


def install(parcel: Parcel, packs: Path, disk: Disk) -> Installed:
    """Puts the checked copy of a pack into the folder `packs`, in the place of one with its id.

    Raises IlmcoachError if it has a problem, if its place is taken by something else, or if the
    disk does not take it; what was there before is in use then as it was. The same holds if the
    program or the computer stops at any moment: the old or the new one is there, whole.
    """
    if not parcel.usable or not is_id(parcel.id):
        raise IlmcoachError(
            "The pack has problems, so it was not added.", "Have them mended, then add it."
        )
    pages, _ = pages_of(parcel.folder)
    if set(pages) != set(parcel.files):
        raise IlmcoachError("The pack was changed while you looked at it.", "Add it again.")
    disk.make_folder(packs)
    tidy(packs, disk)
    target = packs / parcel.id
    _refuse_strangers(target, parcel.id)
    before = folders_of(parcel.id, packs)
    coming = packs / f"{_COMING}{parcel.id}"
    nearly = packs / f"{before[0].name}{_NEXT}" if before else target
    try:
        write_pages(pages, coming, disk)
        disk.move_folder(coming, nearly)
    except DiskProblem:
        _clear((coming, nearly), disk)
        raise
    if not before:
        return Installed(target, None)
    try:
        _put_aside(parcel.id, before, packs, disk)
    except DiskProblem:
        if folders_of(parcel.id, packs) != (nearly,):
            _clear((nearly,), disk)
            raise
    # From here on it is in use, by whatever name its folder goes.
    with suppress(DiskProblem):
        disk.move_folder(nearly, target)
    return Installed(target if target.is_dir() else nearly, packs / EARLIER / parcel.id)


def remove(pack_id: str, packs: Path, disk: Disk) -> Path | None:
    """Takes the learner's own pack of that id out of use and keeps it in `.earlier`; where.

    None if there is no such pack in `packs`. Raises IlmcoachError if the disk does not do it.
    """
    tidy(packs, disk)
    before = folders_of(pack_id, packs)
    return _put_aside(pack_id, before, packs, disk) if before else None


def folders_of(pack_id: str, packs: Path) -> tuple[Path, ...]:
    """The folders in `packs` that hold a pack of that id, the one in use first."""
    return tuple(one for one in _visible(packs) if glance(one).id == pack_id)


def tidy(packs: Path, disk: Disk) -> None:
    """Ends what an installing that was stopped had begun. Raises DiskProblem."""
    for one in _folders(packs):
        if one.name.startswith(_COMING):
            disk.remove_folder(one)
    for one in _visible(packs):
        if not one.name.endswith(_NEXT):
            continue
        pack_id = glance(one).id
        others = [other for other in folders_of(pack_id, packs) if other != one]
        if others or not pack_id:
            disk.remove_folder(one)
        elif not os.path.lexists(packs / pack_id):
            disk.move_folder(one, packs / pack_id)
    for one in _folders(packs / EARLIER):
        if not one.name.startswith(_GOING):
            continue
        kept = one.with_name(one.name.removeprefix(_GOING))
        if os.path.lexists(kept):
            disk.remove_folder(one)
        else:
            disk.move_folder(one, kept)


def _put_aside(pack_id: str, before: tuple[Path, ...], packs: Path, disk: Disk) -> Path:
    """Moves the pack in use into `.earlier`, and others with its id, which would come into its
    place otherwise. The last of them is the one in use: until it goes, nothing changes."""
    disk.make_folder(packs / EARLIER)
    place = packs / EARLIER / pack_id
    for number, folder in reversed(list(enumerate(before, 1))):
        target = place if number == 1 else place.with_name(f"{pack_id}.{number}")
        going = place.with_name(f"{_GOING}{target.name}")
        if os.path.lexists(target):
            disk.move_folder(target, going)
        disk.move_folder(folder, target)
        with suppress(DiskProblem):
            disk.remove_folder(going)
    return place


def _clear(folders: tuple[Path, ...], disk: Disk) -> None:
    for one in folders:
        with suppress(DiskProblem):
            disk.remove_folder(one)


def _refuse_strangers(target: Path, pack_id: str) -> None:
    """Raises IlmcoachError if something else than a pack of that id has the place."""
    if not os.path.lexists(target):
        return
    inside = glance(target).id if target.is_dir() else ""
    if inside == pack_id:
        return
    holds = f"the pack '{inside}'" if inside else "something else"
    raise IlmcoachError(
        f"The folder {target} holds {holds}, so '{pack_id}' was not added.",
        "Give that folder another name, or move it away, then add the pack.",
    )


def _visible(packs: Path) -> list[Path]:
    return [
        one
        for one in _folders(packs)
        if not one.name.startswith((".", "_")) and (one / PACK_FILE).is_file()
    ]


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(one for one in folder.iterdir() if one.is_dir())
    except OSError:
        return []

"""A pack that somebody sent, looked at before anything of it is put in place."""

from __future__ import annotations

import stat
from pathlib import Path

from msgspec import Struct

from ilmcoach.errors import IlmcoachError
from ilmcoach.files import PRIVATE_FOLDER, RealDisk
from ilmcoach.packs.library import Library
from ilmcoach.packs.limits import FILE_BYTES, PACK_FILE
from ilmcoach.packs.loader import load_pack
from ilmcoach.packs.model import Pack, Problem
from ilmcoach.packs.names import slug
from ilmcoach.packs.peek import glance
from ilmcoach.text import clean_line

from . import manifest as manifests
from . import unpacking
from .archive import reserved
from .changes import Change, Counts, own_counts, replaced
from .manifest import Manifest
from .pages import Pages, pages_of

_WORD = (".docx", ".doc", ".odt", ".rtf")


class Parcel(Struct, frozen=True):
    """A pack that was received, as it can be shown to a learner.

    `folder` is the checked copy, in a temporary place; `pack` is None where a problem is more
    than advice. `sealed` says that it brought a list of its files and all agree with it.
    `counts` and `replaces` tell what it holds of its own, beyond the packs that it `uses`.
    """

    id: str
    title: str
    version: str
    author: str
    licence: str
    circulation: str
    language: str
    uses: tuple[str, ...]
    counts: Counts
    replaces: tuple[Change, ...]
    files: tuple[str, ...]
    passed_over: tuple[str, ...]
    problems: tuple[Problem, ...]
    folder: Path
    sealed: bool
    pack: Pack | None

    @property
    def usable(self) -> bool:
        """True if it can be installed."""
        return self.pack is not None


class _Found(Struct, frozen=True):
    """What was at the place named: its files, and all that is known from there. `called` is what
    its folder is called while it has no id, fit to be a folder's name."""

    pages: Pages
    called: str
    problems: tuple[Problem, ...] = ()
    manifest: Manifest | None = None
    passed_over: tuple[str, ...] = ()


def look_at(path: Path, work: Path, library: Library) -> Parcel:
    """The pack at `path`: a zip, a folder, or one `pack.md`. A copy of it is put into the folder
    `work`; `library` has the packs that it may build on.

    What is wrong with the pack is told in the parcel's problems. Raises IlmcoachError, in plain
    words, for a path that is nothing of the kind or can't be read.
    """
    found = _found(path)
    problems = list(found.problems)
    landing = work / f".{found.called}"
    if not found.pages:
        return _parcel(Pack("", "", landing), found, problems, None, library)
    folder = _lay_out(found.pages, landing)
    pack_id = folder.name if folder != landing else ""
    loaded = load_pack(folder, library)
    problems += [*reserved(pack_id), *_strange_list(found.manifest, pack_id), *loaded.problems]
    usable = loaded.pack if all(one.advice for one in problems) else None
    shown = loaded.pack or Pack(pack_id, "", folder)
    return _parcel(shown, found, problems, usable, library)


def _lay_out(pages: Pages, landing: Path) -> Path:
    """Writes the files into a folder that is called by the pack's id, if it has one."""
    disk = RealDisk()
    try:
        disk.remove_folder(landing)
        for name, data in pages.items():
            path = landing.joinpath(*name.split("/"))
            path.parent.mkdir(PRIVATE_FOLDER, parents=True, exist_ok=True)
            path.write_bytes(data)
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise IlmcoachError(f"The pack could not be unpacked: {why}.", "Make some room.") from error
    pack_id = glance(landing).id
    if not pack_id:
        return landing
    folder = landing.with_name(pack_id)
    disk.remove_folder(folder)
    disk.move_folder(landing, folder)
    return folder


def _parcel(
    shown: Pack,
    found: _Found,
    problems: list[Problem],
    usable: Pack | None,
    library: Library,
) -> Parcel:
    bases = [base for name in shown.uses if (base := library.pack(name))]
    return Parcel(
        id=shown.id,
        title=shown.title,
        version=shown.version,
        author=shown.author,
        licence=shown.licence,
        circulation=shown.circulation,
        language=shown.language,
        uses=shown.uses,
        counts=own_counts(shown, bases),
        replaces=replaced(shown, bases),
        files=tuple(found.pages),
        passed_over=found.passed_over,
        problems=tuple(dict.fromkeys(problems)),
        folder=shown.folder,
        sealed=found.manifest is not None and usable is not None,
        pack=usable,
    )


def _found(path: Path) -> _Found:
    called = clean_line(path.name) or clean_line(str(path))
    try:
        kind = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise IlmcoachError(
            f"There is no file or folder {clean_line(str(path))} that can be read.",
            "Look at how its name is written.",
        ) from error
    if stat.S_ISDIR(kind):
        return _of_folder(path)
    if not stat.S_ISREG(kind):
        raise IlmcoachError(f"{called} is not an ordinary file.", "Choose another one.")
    lower = called.lower()
    if lower.endswith(_WORD):
        raise IlmcoachError(
            f"{called} is a word processor's document, and no pack yet.",
            "A tutor makes a pack of a .docx with `ilmcoach pack new NAME --from FILE.docx`.",
        )
    if lower.endswith(".md"):
        name = slug(path.absolute().parent.name, "pack")
        return _Found({PACK_FILE: _read(path, called, FILE_BYTES)}, name)
    return _of_zip(_read(path, called, unpacking.MOST_BYTES), called)


def _of_zip(data: bytes, called: str) -> _Found:
    unpacked = unpacking.unpack(data, called)
    problems = unpacked.problems
    if unpacked.manifest is not None:
        problems = (*problems, *manifests.disagreements(unpacked.manifest, unpacked.pages))
    name = slug(called.rpartition(".")[0], "pack")
    return _Found(unpacked.pages, name, problems, unpacked.manifest, unpacked.passed_over)


def _of_folder(folder: Path) -> _Found:
    """The pack in a folder, or in the one folder within it that holds a pack: so some programs
    unpack a zip."""
    if not (folder / PACK_FILE).exists():
        inside = _packs_inside(folder)
        if len(inside) > 1:
            both = " and ".join(clean_line(one.name) for one in inside[:2])
            raise IlmcoachError(
                f"{clean_line(str(folder))} holds several packs: {both}, for instance.",
                "Give the folder of one of them.",
            )
        folder = inside[0] if inside else folder
    pages, problems = pages_of(folder)
    found = pages if PACK_FILE in pages else {}
    return _Found(found, slug(folder.absolute().name, "pack"), problems)


def _packs_inside(folder: Path) -> list[Path]:
    try:
        found = sorted(one.parent for one in folder.glob(f"*/{PACK_FILE}"))
    except OSError:
        return []
    return [one for one in found if not one.name.startswith((".", "_"))]


def _read(path: Path, called: str, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise IlmcoachError(f"{called} could not be read: {why}.") from error
    if len(data) > most:
        raise IlmcoachError(
            f"{called} is too large for a pack, which holds 5 MB of text at most.",
            "Look whether it is the right file.",
        )
    return data


def _strange_list(manifest: Manifest | None, pack_id: str) -> list[Problem]:
    if manifest is None or manifest.id == pack_id:
        return []
    what = "The list of the pack's files is that of another pack."
    mend = "Ask for the pack again, built with `ilmcoach pack build`."
    return [Problem(manifests.NAME, 1, what, mend)]

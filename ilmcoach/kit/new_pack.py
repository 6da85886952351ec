"""A new pack to change: a small one that works as it stands, or a copy of another."""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from ilmcoach.errors import IlmcoachError, WrongUse
from ilmcoach.packs.limits import PACK_FILE, read_folder
from ilmcoach.packs.model import Pack
from ilmcoach.packs.names import slug
from ilmcoach.packs.page import page_parser, plain_dashes, read_page
from ilmcoach.packs.report import Report
from ilmcoach.text import clean_line

from .page_writing import front, value_of

GUIDE_FILE = "README.md"
_PLAIN = Path(__file__).resolve().parent / "plain"
_TAKEN = frozenset(
    ("con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10)))
)
"""Names that Windows keeps for itself: no folder can be called so there."""

_KEY = re.compile(r"[\"']?([A-Za-z][A-Za-z _-]*)[\"']?\s*[:：∶﹕]")
_OURS = ("id", "title")
_LONGEST_TITLE = 120


class Named(Struct, frozen=True):
    """What a pack is called: its id, which its folder has too, and its title."""

    id: str
    title: str


def name_pack(given: str) -> Named:
    """The id and the title for what somebody calls a pack: `Night shift` is `night-shift`, and
    an id is its own title with spaces.

    Raises WrongUse for a path, and where no id can be made of it.
    """
    title = clean_line(given)[:_LONGEST_TITLE]
    if "/" in title or "\\" in title:
        raise WrongUse(
            f"'{title}' is a place, not a name.", "Give the name alone; --into DIR says where."
        )
    made = slug(title)
    if not made or made in _TAKEN:
        raise WrongUse(
            f"No pack's id can be made of '{title}'.",
            "Give a name with a few of the letters a to z in it; the title inside may be in any "
            "script.",
        )
    if title == made:
        title = made.replace("-", " ")
        title = f"{title[:1].upper()}{title[1:]}"
    return Named(made, title)


def plain_pack(name: Named) -> dict[str, str]:
    """The files of a small pack that works, by their paths in it: some questions to answer, a few
    to think about, somebody to ask, and a page for the tutor on what to change next."""
    return {
        path.relative_to(_PLAIN).as_posix(): path.read_text(encoding="utf-8")
        .replace("TITLE-OF-PACK", value_of(name.title))
        .replace("ID-OF-PACK", name.id)
        for path in sorted(_PLAIN.rglob("*.md"))
    }


def copied_pack(pack: Pack, name: Named) -> dict[str, str]:
    """The files of `pack` itself, without those that it uses, under another id and title; all
    else it says of itself stays, author and licence too. Raises IlmcoachError if a file of it
    cannot be read."""
    sources, problems = read_folder(pack.folder)
    if wrong := next((one for one in problems if not one.advice), None):
        raise IlmcoachError(f"{pack.folder} cannot be copied. {wrong}")
    files = {one.file: one.text for one in sources}
    files[PACK_FILE] = _renamed(files[PACK_FILE], name)
    return files


def write_pack(files: Mapping[str, str], folder: Path) -> None:
    """Writes the files of a pack as the new folder `folder`, all of them or none.

    Raises IlmcoachError, and changes nothing, where something of that name is there already or
    the system does not let it.
    """
    if folder.exists() or folder.is_symlink():
        raise IlmcoachError(
            f"{folder} is there already, and was left as it is.",
            "Choose another name, or another place with --into.",
        )
    if not folder.parent.is_dir():
        raise IlmcoachError(f"There is no folder {folder.parent}.", "Make it first.")
    beside = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}")
    try:
        beside.mkdir()
        for path, text in files.items():
            file = beside / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        beside.rename(folder)
    except OSError as error:
        shutil.rmtree(beside, ignore_errors=True)
        raise IlmcoachError(
            f"{folder} could not be written: {error.strerror or error}.", "Choose another place."
        ) from error


def _renamed(text: str, name: Named) -> str:
    """`pack.md` with another id and title: their lines in its front matter, with what belongs to
    them, are written anew, and everything else is left. Front matter that is written in another
    way than a key a line is written anew as a whole."""
    text = plain_dashes(text)
    lines = text.split("\n")
    end = next((n for n, one in enumerate(lines[1:], 1) if one.rstrip() == "---"), 0)
    kept: list[str] = []
    ours = False
    for line in lines[1:end]:
        if found := _KEY.match(line):
            ours = found[1].strip().casefold() in _OURS
        if not ours or line.startswith("#"):
            kept.append(line)
    kind = 1 if kept and kept[0].startswith("kind") else 0
    kept[kind:kind] = [f"id: {name.id}", f"title: {value_of(name.title)}"]
    made = "\n".join((lines[0], *kept, *lines[end:]))
    before = {one: value for one, value in _facts(text).items() if one not in _OURS}
    wanted = {**before, "id": name.id, "title": name.title}
    if _facts(made) == wanted:
        return made
    return front(wanted) + "\n".join(lines[end + 1 :])


def _facts(text: str) -> dict[str, str]:
    """The keys of a file's front matter with their values."""
    found = read_page(page_parser(), text, Report(PACK_FILE)).front
    return {one.key.casefold(): one.value or "" for one in found}

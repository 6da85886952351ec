"""A pack's zip from anybody, read within bounds: nothing in it is believed, nothing is run.

Its pages are taken into memory, counted as they come out; what would not be safe on some system
is refused with its name. Nothing is written here.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from msgspec import Struct

from ilmcoach.packs.limits import ENTRIES, FILE_BYTES, FILES, PACK_BYTES, PACK_FILE
from ilmcoach.packs.model import Problem

from . import manifest as manifests
from .entry_names import is_junk, told, wrong_names
from .manifest import Manifest
from .pages import README

MOST_BYTES = 8 * 1024 * 1024
"""A zip of a whole pack of 5 MB that is not made smaller, and what stands around it."""

MOST_TOLD = 20
_END = struct.Struct("<4s4H2LH")
_HEAD = struct.Struct("<4s5H3L2H")
_END_MARK, _HEAD_MARK, _FIRST_MARKS = b"PK\5\6", b"PK\3\4", (b"PK\3\4", b"PK\5\6")
_NAME_ROOM = 400
"""Bytes that an entry of the zip's directory may take on average."""

_BAD_ZIP = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    LookupError,
    OverflowError,
    struct.error,
    zlib.error,
    OSError,
)
"""All that the standard library answers to a zip that is not in order."""

_AGAIN = "Ask whoever sent it for a fresh one."


class Unpacked(Struct, frozen=True):
    """What a zip holds of a pack: its files by their path inside the pack, its list if it has
    one, the names of what was passed over, and what is wrong."""

    pages: dict[str, bytes]
    manifest: Manifest | None
    passed_over: tuple[str, ...]
    problems: tuple[Problem, ...]


def unpack(data: bytes, called: str) -> Unpacked:
    """The pack in a zip, `called` so in messages about the zip as a whole. Never raises for what
    the bytes are; with a problem there are no pages."""
    checked = _directory(data, called)
    if isinstance(checked, Problem):
        return _refused([checked])
    archive, entries = checked
    with archive:
        problems = [*wrong_names([_name(one) for one in entries]), *_wrong_entries(entries, data)]
        if problems:
            return _refused(problems)
        root = _root([one.filename for one in entries], called)
        if isinstance(root, Problem):
            return _refused([root])
        return _taken(archive, entries, root)


def _directory(data: bytes, called: str) -> tuple[zipfile.ZipFile, list[zipfile.ZipInfo]] | Problem:
    """The zip opened and its entries, or why it cannot be."""
    if not data.startswith(_FIRST_MARKS):
        return Problem(called, 1, "This is no zip file.", "Give the file that your tutor sent.")
    end = _end(data)
    if end is None:
        return Problem(called, 1, "The zip is not whole: its end is missing.", _AGAIN)
    directory = _END.unpack_from(data, end)[5]
    if data[max(end - 20, 0) : end].startswith(b"PK\6\7"):
        what = "The zip is of the kind made for very large files."
        return Problem(called, 1, what, "Have it made with `ilmcoach pack build`.")
    if directory > ENTRIES * _NAME_ROOM:
        return _too_many(called)
    # Without its comment, so that what was looked at here is what is read below.
    plain = data[: end + _END.size - 2] + b"\0\0"
    try:
        archive = zipfile.ZipFile(io.BytesIO(plain))
    except _BAD_ZIP:
        return Problem(called, 1, "The zip cannot be read: it is damaged.", _AGAIN)
    entries = archive.infolist()
    return _too_many(called) if len(entries) > ENTRIES else (archive, entries)


def _end(data: bytes) -> int | None:
    """Where the record at a zip's end begins."""
    tail = max(len(data) - _END.size - 0xFFFF, 0)
    found = data.rfind(_END_MARK, tail)
    return found if 0 <= found <= len(data) - _END.size else None


def _too_many(called: str) -> Problem:
    mend = "Send a pack in a zip of its own."
    return Problem(called, 1, f"The zip holds more than {ENTRIES:,} files.", mend)


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as it is written there: what the library hands out ends at a NUL."""
    return entry.orig_filename


def _wrong_entries(entries: Sequence[zipfile.ZipInfo], data: bytes) -> Iterator[Problem]:
    for one in entries:
        name = told(_name(one))
        kind = stat.S_IFMT(one.external_attr >> 16)
        if kind == stat.S_IFLNK:
            yield Problem(name, 1, "This is a link.", "Put the file itself into the pack.")
        elif kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            yield Problem(name, 1, "This is no plain file.", "Leave it out of the pack.")
        elif one.flag_bits & 0x2041:
            yield Problem(name, 1, "It is locked with a password.", "Ask for one that is not.")
        elif one.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            mend = "Have it made with `ilmcoach pack build`, or as an ordinary zip."
            yield Problem(name, 1, "It is packed in a way that is not read.", mend)
    yield from _overlapping(entries, data)


def _overlapping(entries: Sequence[zipfile.ZipInfo], data: bytes) -> Iterator[Problem]:
    """Entries that share bytes: so a small file can stand for a very large one."""
    reached = 0
    for one in sorted(entries, key=lambda entry: entry.header_offset):
        start = one.header_offset
        head = data[start : start + _HEAD.size]
        if start < reached or len(head) < _HEAD.size or not head.startswith(_HEAD_MARK):
            yield Problem(told(_name(one)), 1, "It does not lie where the zip says.", _AGAIN)
            return
        *_, name, extra = _HEAD.unpack(head)
        reached = start + _HEAD.size + name + extra + one.compress_size
        if reached > len(data):
            yield Problem(told(_name(one)), 1, "The end of it is missing.", _AGAIN)
            return


def _root(names: Sequence[str], called: str) -> str | Problem:
    """The folder inside the zip that the pack lies in, ending in a slash; empty for the top."""
    found = [
        one.removesuffix(PACK_FILE)
        for one in names
        if not is_junk(one) and one.rpartition("/")[2] == PACK_FILE
    ]
    if not found:
        inner = next((one for one in names if one.lower().endswith(".zip")), "")
        if inner:
            return Problem(called, 1, f"There is another zip in it, {told(inner)}.", "Give that.")
        what = f"There is no {PACK_FILE} in the zip, so it holds no pack."
        return Problem(called, 1, what, "Ask for the file that `ilmcoach pack build` makes.")
    highest = min(one.count("/") for one in found)
    top = sorted(one for one in found if one.count("/") == highest)
    if len(top) > 1:
        both = " and ".join(told(one.rstrip("/")) for one in top[:2])
        more = "" if len(top) == 2 else f" and {len(top) - 2} more"
        return Problem(called, 1, f"It holds several packs: {both}{more}.", "Give one at a time.")
    return top[0]


def _taken(archive: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo], root: str) -> Unpacked:
    pages: dict[str, bytes] = {}
    over: list[str] = []
    problems: list[Problem] = []
    listed: bytes | None = None
    size = 0
    for one in entries:
        inside = one.filename.removeprefix(root) if one.filename.startswith(root) else ""
        is_list = one.filename == manifests.NAME
        if one.is_dir() or is_junk(one.filename):
            continue
        if not is_list and not is_page(inside):
            over.append(told(one.filename))
            continue
        data = _read(archive, one)
        if isinstance(data, Problem):
            problems.append(data)
        elif is_list:
            listed = data
        else:
            pages[inside] = data
            size += len(data)
        if size > PACK_BYTES or len(pages) > FILES + 1:
            most = "5 MB" if size > PACK_BYTES else f"{FILES} files"
            what = f"The pack is too large: it may hold {most}."
            return _refused([*problems, Problem(told(one.filename), 1, what, "Share it out.")])
    found = manifests.read(listed) if listed is not None else None
    if isinstance(found, Problem):
        problems.append(found)
    if problems:
        return _refused(problems)
    return Unpacked(pages, None if isinstance(found, Problem) else found, tuple(over), ())


def is_page(inside: str) -> bool:
    """True for a path inside the pack whose file is a part of it: its Markdown, and the
    README.md at its top."""
    name = inside.rpartition("/")[2].lower()
    return name.endswith(".md") and (name != README.lower() or inside == README)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | Problem:
    """What really comes out of an entry, as far as a page may go."""
    name = told(entry.filename)
    try:
        with archive.open(entry) as file:
            data = file.read(FILE_BYTES + 1)
    except _BAD_ZIP:
        return Problem(name, 1, "It is damaged and cannot be unpacked.", _AGAIN)
    if len(data) > FILE_BYTES:
        return Problem(name, 1, "The file is longer than 64 KB.", "Share it out over two files.")
    if len(data) != entry.file_size:
        return Problem(name, 1, "It is not as long as the zip says.", _AGAIN)
    return data


def _refused(problems: Sequence[Problem]) -> Unpacked:
    kept = list(dict.fromkeys(problems))
    if len(kept) > MOST_TOLD:
        kept = kept[:MOST_TOLD]
        kept.append(Problem(kept[-1].file, 1, "There is more amiss.", "Mend the rest first."))
    return Unpacked({}, None, (), tuple(kept))

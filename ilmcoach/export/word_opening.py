"""Opening a Word file that somebody else made: within bounds, and whatever is in it."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile

import docx
from docx.document import Document as WordFile
from docx.opc.exceptions import OpcError

from ilmcoach.errors import IlmcoachError

MOST_BYTES = 64 * 1024 * 1024
"""What unpacks to more is not opened."""

_MOST_PARTS = 2_000
_CHUNK = 1024 * 1024
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HINT = "Open it in Word, save it as a Word document (.docx), and choose it again."
TROUBLE = (
    OpcError,
    BadZipFile,
    LargeZipFile,
    zlib.error,
    SyntaxError,  # what the XML reader raises
    KeyError,
    IndexError,
    AttributeError,
    TypeError,
    ValueError,
    RuntimeError,
    NotImplementedError,
    OSError,
    EOFError,
)
"""What a file that is damaged, or made to do harm, may raise while it is opened."""


def open_word(data: bytes, *, name: str, smaller: str) -> WordFile:
    """The Word document in `data`, the bytes of a .docx. `name` is what to call it at the
    beginning of a sentence, `smaller` how to get one that is not too big.

    Raises IlmcoachError if it has a password, is no .docx, is damaged, or unpacks to more than
    `MOST_BYTES`.
    """
    if data.startswith(_OLD):
        if _ENCRYPTED in data:
            raise _locked(name)
        raise IlmcoachError(f"{name} is in Word's old format (.doc).", _HINT)
    try:
        return docx.Document(_unpacked(data, name, smaller))
    except TROUBLE as error:
        raise unreadable(name) from error


def unreadable(name: str) -> IlmcoachError:
    """The error for what is no Word document, or a damaged one."""
    return IlmcoachError(f"{name} is no Word document that can be read.", _HINT)


def _locked(name: str) -> IlmcoachError:
    return IlmcoachError(
        f"{name} is locked with a password, so it cannot be read.",
        "Open it in Word, take the password off (File, Info, Protect), save it, and choose it "
        "again.",
    )


def _unpacked(data: bytes, name: str, smaller: str) -> BytesIO:
    """The same file with its parts as they are, packed no more: what a file says about the size
    of its parts cannot be believed, so each is read piece by piece."""
    out, left = BytesIO(), MOST_BYTES
    with ZipFile(BytesIO(data)) as packed, ZipFile(out, "w", ZIP_STORED) as plain:
        parts = {one.filename: one for one in packed.infolist()}
        if any(one.flag_bits & 1 for one in parts.values()):
            raise _locked(name)
        if any(one.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for one in parts.values()):
            raise unreadable(name)
        total = sum(one.file_size for one in packed.infolist())
        if len(packed.infolist()) > _MOST_PARTS or total > MOST_BYTES:
            raise _too_big(name, smaller)
        for title, part in parts.items():
            with packed.open(part) as source, plain.open(title, "w") as target:
                while piece := source.read(_CHUNK):
                    left -= len(piece)
                    if left < 0:
                        raise _too_big(name, smaller)
                    target.write(piece)
    out.seek(0)
    return out


def _too_big(name: str, smaller: str) -> IlmcoachError:
    return IlmcoachError(f"{name} is far too big: unpacked, it is more than 64 MB.", smaller)

"""What a PDF still wants once it is set: pages of somebody else's in front, a title that shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
)

from ilmcoach.errors import IlmcoachError

from .pdf_cover import FrontPage, drawing, notes, unreadable
from .pdf_reading import TROUBLE

_NUMBER = re.compile(rb"/MCID (\d+)")
_CLAIM = re.compile(rb"<pdfuaid:part>\d</pdfuaid:part>")
_MARKS = (b"BDC", b"BMC", b"EMC", b"DP", b"MP")
_MARKED = re.compile(rb"\b(?:BDC|BMC|DP|MP)\b")
_OTHERS = ("/Parent", "/StructParent", "/StructParents", "/OC", "/Metadata", "/PieceInfo")
"""What leads out of a page, into the file that it comes from."""

Matrix = tuple[float, float, float, float, float, float]


def finish(pdf: bytes, front: Sequence[FrontPage]) -> bytes:
    """`pdf`, of which viewers show the title, and each of whose first pages, which holds one
    figure and nothing else, shows the page of `front` that is at its place: as a picture, without
    the actions, links and tags of the file that it comes from. The same in gives the same out.

    It does not call itself PDF/UA-1, as nobody knows the fonts and colours of other people's
    pages; its own tags, outline and language stay as they are.

    Raises IlmcoachError if a page cannot be read.
    """
    try:
        return _finished(pdf, front)
    except TROUBLE as error:
        raise unreadable() from error


def _finished(pdf: bytes, front: Sequence[FrontPage]) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(pdf))
    for place, one in zip(writer.pages, front, strict=False):
        _show(writer, place, _picture(writer, one))
    root: Any = writer.root_object
    about = root["/Metadata"]
    about.set_data(_CLAIM.sub(b"", about.get_data()))
    shown = root.setdefault(NameObject("/ViewerPreferences"), DictionaryObject()).get_object()
    shown[NameObject("/DisplayDocTitle")] = BooleanObject(True)
    writer.pdf_header = pdf[:8].decode()
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _show(writer: PdfWriter, place: PageObject, picture: Any) -> None:
    found = _NUMBER.search(drawing(place))
    if found is None:
        raise IlmcoachError("The cover page could not be put in front.", "Make the PDF without it.")
    content = DecodedStreamObject()
    content.set_data(b"/Figure <</MCID %s>> BDC\nq /Cover Do Q\nEMC" % found[1])
    place[NameObject("/Contents")] = _kept(writer, content)
    pictures = DictionaryObject({NameObject("/Cover"): picture})
    place[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): pictures})


def _picture(writer: PdfWriter, front: FrontPage) -> Any:
    """The page as one thing to draw, what lies on it included, its corner at the origin."""
    page = front.page
    resources = page.get("/Resources", DictionaryObject()).get_object()
    kept: Any = resources.clone(writer, True, _OTHERS)
    _without_marks(kept, set())
    parts = kept.setdefault(NameObject("/XObject"), DictionaryObject()).get_object()
    data = [_unmarked(drawing(page), page)]
    for number, note in enumerate(notes(page)):
        if drawn := _appearance(note):
            look, matrix = drawn
            name = f"/Note{number}"
            while name in parts:
                name += "x"
            parts[NameObject(name)] = look.clone(writer, True, _OTHERS).indirect_reference
            data.append(b"q %s cm %s Do Q" % (_numbers(matrix), name.encode()))
    picture = DecodedStreamObject()
    # What a page leaves undone is ended, so that what lies on it stands where it belongs.
    picture.set_data(b"q\n%s\nQ\n%s" % (data[0], b"\n".join(data[1:])))
    picture.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): _array([float(one) for one in page.cropbox]),
            NameObject("/Matrix"): _array(_upright(page)),
            NameObject("/Resources"): kept,
        }
    )
    return _kept(writer, picture.flate_encode())


def _upright(page: PageObject) -> Matrix:
    """What brings a page's corner to the origin, turned as it is shown and in points."""
    unit = float(page.get("/UserUnit", 1))
    left, low, right, high = (float(one) for one in page.cropbox)
    turned: dict[int, Matrix] = {
        0: (1, 0, 0, 1, -left, -low),
        90: (0, -1, 1, 0, -low, right),
        180: (-1, 0, 0, -1, right, high),
        270: (0, 1, -1, 0, high, -left),
    }
    a, b, c, d, e, f = turned[page.rotation % 360]
    return a * unit, b * unit, c * unit, d * unit, e * unit, f * unit


def _appearance(note: Any) -> tuple[Any, Matrix] | None:
    """How something on a page looks, and what brings that to its place (ISO 32000-1, 12.5.5)."""
    look = note.get("/AP", {}).get_object().get("/N")
    look = None if look is None else look.get_object()
    if look is not None and not hasattr(look, "get_data"):
        state = look.get(note.get("/AS", "/Off"))
        look = None if state is None else state.get_object()
    if look is None or "/BBox" not in look:
        return None
    a, b, c, d, e, f = (float(one) for one in look.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    x0, y0, x1, y1 = (float(one) for one in look["/BBox"])
    corners = [(x, y) for x in (x0, x1) for y in (y0, y1)]
    across = [a * x + c * y + e for x, y in corners]
    up = [b * x + d * y + f for x, y in corners]
    left, right, low, high = min(across), max(across), min(up), max(up)
    if right == left or high == low:
        return None
    sides = [float(one) for one in note["/Rect"]]
    at_left, at_low = min(sides[0], sides[2]), min(sides[1], sides[3])
    wide = abs(sides[2] - sides[0]) / (right - left)
    tall = abs(sides[3] - sides[1]) / (high - low)
    return look, (wide, 0, 0, tall, at_left - left * wide, at_low - low * tall)


def _without_marks(resources: Any, seen: set[int]) -> None:
    """Takes the tags out of every part that is drawn with these resources."""
    for one in (resources.get("/XObject") or {}).values():
        part = one.get_object()
        if id(part) in seen or part.get("/Subtype") != "/Form":
            continue
        seen.add(id(part))
        data = part.get_data()
        if _MARKED.search(data):
            part.set_data(_unmarked(data, part))
        if inner := part.get("/Resources"):
            _without_marks(inner.get_object(), seen)


def _unmarked(data: bytes, holder: Any) -> bytes:
    """A drawing without the marks that tie its parts to tags, which would mean other parts here.
    One without any stays as it is, to the byte."""
    if not _MARKED.search(data):
        return data
    stream = DecodedStreamObject()
    stream.set_data(data)
    content = ContentStream(stream, getattr(holder, "pdf", None))
    content.operations = [one for one in content.operations if one[1] not in _MARKS]
    return bytes(content.get_data())


def _kept(writer: PdfWriter, thing: Any) -> Any:
    # There is no other way to give a file a part of its own; pypdf's guide does it like this.
    return writer._add_object(thing)  # noqa: SLF001


def _array(numbers: Sequence[float]) -> ArrayObject:
    return ArrayObject(FloatObject(one) for one in numbers)


def _numbers(matrix: Matrix) -> bytes:
    return " ".join(f"{one:.5f}" for one in matrix).encode()

"""Cover pages as centres may give them, and as nobody should."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    RectangleObject,
    TextStringObject,
)

from ilmcoach.export.document import Document, Heading, PageBreak, Paragraph
from ilmcoach.export.pdf import to_pdf
from tests.export.rich import MADE


def plain_cover(pages: int = 1) -> bytes:
    """A tagged cover of A4 pages, as a word processor makes it."""
    more = (node for _ in range(pages - 1) for node in (PageBreak(), Paragraph("Form 7")))
    nodes = (Heading(1, "Wenford College"), *more)
    return to_pdf(Document("Cover", "en", nodes), made=MADE)


def changed(change: Callable[[PdfWriter, PageObject], None]) -> bytes:
    """The plain cover, with its page changed."""
    writer = PdfWriter(clone_from=BytesIO(plain_cover()))
    change(writer, writer.pages[0])
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def turned(_: PdfWriter, page: PageObject) -> None:
    """A landscape page of which a part is shown."""
    page.cropbox = RectangleObject((50, 100, 550, 800))
    page.rotate(90)


def filled_in(writer: PdfWriter, page: PageObject) -> None:
    """A form with a field in which a name was typed, and something that runs when it opens."""
    look = part(b"BT /F1 10 Tf 2 3 Td (Siobhan) Tj ET")
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    fonts = DictionaryObject({NameObject("/F1"): names(font)})
    look[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    field = typed()
    field[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer._add_object(look)})
    page[NameObject("/Annots")] = ArrayObject([writer._add_object(field)])
    runs = names({"/S": "/JavaScript"})
    runs[NameObject("/JS")] = TextStringObject("app.alert('hello')")
    writer.root_object[NameObject("/OpenAction")] = runs


def drawn_by_a_viewer(writer: PdfWriter, page: PageObject) -> None:
    """The same field, of which the file holds no picture."""
    page[NameObject("/Annots")] = ArrayObject([writer._add_object(typed())])


def in_itself(writer: PdfWriter, page: PageObject) -> None:
    """A part that draws itself, twice."""
    look = part(b"/X Do /X Do")
    held = DictionaryObject({NameObject("/X"): writer._add_object(look)})
    look[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): held})
    page[NameObject("/Resources")] = look["/Resources"]
    page[NameObject("/Contents")] = writer._add_object(part(b"/X Do"))


def swollen(writer: PdfWriter, page: PageObject) -> None:
    """A page that draws a million rectangles."""
    big = part(b"0 0 1 1 re f\n" * 400_000).flate_encode()
    page[NameObject("/Contents")] = writer._add_object(big)


def without_end(_: PdfWriter, page: PageObject) -> None:
    """A page of many metres."""
    page.mediabox = page.cropbox = RectangleObject((0, 0, 90_000, 800))


def locked(writer: PdfWriter, _: PageObject) -> None:
    """One that opens for everybody, and says that nothing may be done with it."""
    writer.encrypt("", "owner", algorithm="RC4-128")


def part(data: bytes) -> DecodedStreamObject:
    """Something to be drawn."""
    made = DecodedStreamObject()
    made.set_data(data)
    made.update(names({"/Type": "/XObject", "/Subtype": "/Form"}))
    made[NameObject("/BBox")] = ArrayObject(map(FloatObject, (0, 0, 100, 15)))
    return made


def typed() -> DictionaryObject:
    """A field in which a name was typed."""
    field = names({"/Type": "/Annot", "/Subtype": "/Widget", "/FT": "/Tx"})
    field[NameObject("/V")] = TextStringObject("Siobhan")
    field[NameObject("/Rect")] = ArrayObject(map(FloatObject, (110, 400, 310, 430)))
    field[NameObject("/F")] = NumberObject(4)
    return field


def names(known: dict[str, str]) -> DictionaryObject:
    """A dictionary of names."""
    return DictionaryObject({NameObject(key): NameObject(value) for key, value in known.items()})


def blank(pages: int) -> bytes:
    """So many empty pages."""
    writer, out = PdfWriter(), BytesIO()
    for _ in range(pages):
        writer.add_blank_page(300, 300)
    writer.write(out)
    return out.getvalue()

"""The table of contents of a Word document: a real one, filled in already."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.ns import qn

from .blocks import Span
from .word_pages import pages_of_headings
from .word_paper import Entry, Paper, begin_page
from .word_xml import Element, element, field, place, properties, run

_MOST = 40
"""With more entries than these, only those of the first level are named."""


def add_contents(paper: Paper, after: Element, *, first_page: int) -> None:
    """Puts a table of contents behind the element `after`, if our part has more than two pages
    and more than two headings; what comes next begins on a new page.

    Word shows it as it stands and works it out again when it is printed or its reader asks. The
    numbers of pages come from `pages_of_headings`. `first_page` is the number of our first page.
    """
    start = _first_of_ours(paper, after)
    _, pages = pages_of_headings(start)
    deepest = 2 if len(paper.entries) <= _MOST else 1
    entries = [one for one in paper.entries if one.level <= deepest]
    if pages <= 2 or len(entries) <= 2:
        return
    following = after.getnext()
    lines = [_line(paper, entry) for entry in entries]
    _frame(paper, lines, after, deepest)
    _break_before(paper, following)
    found, _ = pages_of_headings(start)
    for entry, line in zip(entries, lines, strict=True):
        shown = line.findall(f".//{qn('w:t')}")[-1]
        shown.text = str(found.get(entry.mark, 1) + first_page - 1)


def _first_of_ours(paper: Paper, after: Element) -> Element:
    """The first element of our part: behind the cover page's section, if there is one."""
    first = after
    while (before := first.getprevious()) is not None:
        if before.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            break
        first = before
    return first


def _line(paper: Paper, entry: Entry) -> Element:
    line = paper.loose(f"toc {entry.level}")
    made = paper.loose(f"toc {entry.level}", (Span(entry.text),))
    runs = [one for one in made if one.tag == qn("w:r")]
    number = [run("\t"), *field(f"PAGEREF {entry.mark} \\h", "1")]
    line.append(element("hyperlink", *runs, *number, anchor=entry.mark, history=1))
    if made.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None:
        place(properties(line), element("bidi"))
    return line


def _frame(paper: Paper, lines: Sequence[Element], after: Element, deepest: int) -> None:
    """Puts the lines into the field, and all into the frame in which Word offers 'Update'."""
    title = paper.loose("TOC Heading", (Span("Contents"),))
    opening = field(f'TOC \\o "1-{deepest}" \\h \\z \\u', "")
    lines[0][1:1] = opening[:3]
    last = paper.loose("After Table")
    last.append(opening[3])
    gallery = element("docPartObj", element("docPartGallery", val="Table of Contents"))
    gallery.append(element("docPartUnique"))
    content = element("sdtContent", title, *lines, last)
    after.addnext(element("sdt", element("sdtPr", gallery), content))


def _break_before(paper: Paper, following: Element | None) -> None:
    if following is None or following.tag == qn("w:sectPr"):
        return
    if following.tag != qn("w:p"):
        gap = paper.loose("After Table")
        following.addprevious(gap)
        following = gap
    begin_page(following)

"""A tagged PDF as a screen reader gets it: the tree of tags, and what on a page has which."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

_PAINTS = {b"Tj", b"TJ", b"'", b'"', b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}
_PAINTS |= {b"sh", b"Do", b"INLINE IMAGE"}


class Tagged:
    """`tags` are all elements in the order of reading; `trouble` is what is painted on a page
    and neither tagged nor marked as decoration, or both, and tags without anything."""

    def __init__(self, data: bytes) -> None:
        self.reader = PdfReader(BytesIO(data))
        trailer: Any = self.reader.trailer
        self.root = trailer["/Root"]
        self.tags: list[Any] = []
        self._told: set[tuple[int, int]] = set()
        tree: Any = self.root["/StructTreeRoot"]
        self._walk(tree, None)
        self.trouble = list(self._odd())

    def kinds(self) -> list[str]:
        """The names of all tags, in the order of reading."""
        return [str(one["/S"]) for one in self.tags]

    def of(self, kind: str) -> list[Any]:
        """The tags of that name, in the order of reading."""
        return [one for one in self.tags if one["/S"] == kind]

    def below(self, tag: Any) -> list[Any]:
        """The tags right below one."""
        kids = tag.get("/K", [])
        some = kids if isinstance(kids, list) else [kids]
        found = [one.get_object() for one in some]
        return [one for one in found if isinstance(one, dict) and "/S" in one]

    def xmp(self) -> str:
        """What the file says about itself."""
        text: str = self.root["/Metadata"].get_data().decode()
        return text

    def _walk(self, node: Any, page: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for one in node:
                self._walk(one, page)
        elif isinstance(node, DictionaryObject):
            page = node.raw_get("/Pg").idnum if "/Pg" in node else page
            if "/S" in node:
                self.tags.append(node)
            known: Any = node
            if known.get("/Type") == "/MCR":
                self._told.add((page, int(known["/MCID"])))
            elif "/K" in node:
                self._walk(node["/K"], page)
        elif isinstance(node, int):
            self._told.add((page, node))

    def _odd(self) -> Iterator[str]:
        painted: set[tuple[int, int]] = set()
        for page in self.reader.pages:
            assert page.indirect_reference
            number = page.indirect_reference.idnum
            for marks, name in self._paintings(page):
                ids = [one for one in marks if one is not None]
                if len(marks) != 1:
                    yield f"{name!r} on {number} stands in {marks}"
                painted.update((number, one) for one in ids)
        for one in self._told ^ painted:
            yield f"{one} is a tag or a picture alone"

    def _paintings(self, page: Any) -> Iterator[tuple[list[int | None], bytes]]:
        """Everything that is painted: the marks that it stands in (a number, None for
        decoration), and the sign for it."""
        marks: list[list[int | None]] = []
        for operands, sign in ContentStream(page.get_contents(), self.reader).operations:
            if sign in (b"BDC", b"BMC"):
                about: Any = operands[1] if len(operands) > 1 else {}
                if operands[0] == "/Artifact":
                    marks.append([None])
                else:
                    marks.append([int(about["/MCID"])] if "/MCID" in about else [])
            elif sign == b"EMC":
                marks.pop()
            elif sign in _PAINTS:
                yield [one for each in marks for one in each], sign

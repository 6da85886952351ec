"""An HTML page as a browser would see it: tags with what they carry, and text."""

from __future__ import annotations

from html.parser import HTMLParser

_INLINE = {"a", "b", "br", "cite", "code", "em", "span", "strong"}


class Page(HTMLParser):
    """`tags` in order, each with its attributes; `text` of the body, parts of it on lines of
    their own, without what stands in `nav`."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._skipping = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("head", "nav"):
            self._skipping = tag
        if tag not in _INLINE or tag == "br":
            self.text += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag == self._skipping:
            self._skipping = ""
        if tag not in _INLINE:
            self.text += "\n"

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.text += data

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of each tag of that name."""
        return [attributes for name, attributes in self.tags if name == tag]

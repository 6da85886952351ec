"""A text as it was, or what changed in it, to be read and gone through."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from ilmcoach.portfolio.word_diff import Change, Kind
from ilmcoach.tui.marks import PLAIN, marks_for

from .plain import OwnWords, Plain, plain

STYLES = {Kind.SAME: "", Kind.GONE: "strike $warning", Kind.NEW: "underline $accent"}
BRACKETS = {Kind.SAME: ("", ""), Kind.GONE: ("[-", "-]"), Kind.NEW: ("{+", "+}")}
"""For terminals that can show hardly more than letters."""


def legend() -> Content:
    """How to tell what is gone from what is new."""
    return Content.assemble(
        _piece(Change(Kind.GONE, "gone")), plain(", "), _piece(Change(Kind.NEW, "new"))
    )


class Compared(VerticalScroll, can_focus=True):
    """Shows a text, which can be selected and copied, or its changes, which cannot: they are a
    mixture that nobody wrote."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, classes="detail panel")
        self._starts: tuple[int, ...] = ()
        self._shown = Content("")
        self._at = -1

    def compose(self) -> ComposeResult:
        yield OwnWords("", id="as-it-was")
        yield Plain("", id="changes")

    def show_text(self, text: str) -> None:
        """One text by itself."""
        self._starts, self._at = (), -1
        self._only("#as-it-was", plain(text))

    def show_changes(self, changes: Sequence[Change]) -> None:
        """What became of every word, with the places that changed to go through."""
        seen = [one for one in changes if one.kind is not Kind.GONE or one.text.strip()]
        pieces = [_piece(one) for one in seen]
        ends = list(accumulate(len(piece) for piece in pieces))
        self._starts = tuple(
            start
            for start, (before, one) in zip(
                (0, *ends), zip((None, *seen), seen, strict=False), strict=False
            )
            if is_change(one) and not (before and is_change(before))
        )
        self._at = -1
        self._shown = Content.assemble(*pieces)
        self._only("#changes", self._shown)

    def next_change(self, by: int) -> int:
        """Brings the next place that changed, or the one before, into sight; its number from 1,
        0 if there is none."""
        if not self._starts:
            return 0
        self._at = (self._at + by) % len(self._starts) if self._at >= 0 or by > 0 else -1
        self._at %= len(self._starts)
        changes = self.query_one("#changes", Plain)
        before = self._shown[: self._starts[self._at]]
        lines = before.get_height({}, changes.content_size.width) if len(before) else 1
        self.scroll_to(y=max(lines - 3, 0), animate=False)
        return self._at + 1

    def _only(self, wanted: str, content: Content) -> None:
        for part in self.query(Plain):
            part.display = f"#{part.id}" == wanted
            part.say(content if part.display else "")
        self.scroll_home(animate=False)


def is_change(one: Change) -> bool:
    """True of words that are gone or new; white space alone is none to speak of."""
    return one.kind is not Kind.SAME and bool(one.text.strip())


def _piece(change: Change) -> Content:
    if change.kind is Kind.SAME:
        return plain(change.text)
    words = change.text.rstrip()
    space = change.text[len(words) :]
    before, after = BRACKETS[change.kind] if marks_for() == PLAIN and words else ("", "")
    return Content.assemble(plain(f"{before}{words}{after}", STYLES[change.kind]), plain(space))

"""The line under the text that tells of quotes in it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container, Horizontal

from ilmcoach.tui.labels import number_of

from .plain import Act, Plain


class QuotesLine(Container):
    """How many quotes stand as they were, a way to each, and to accept one. The words stand over
    the buttons, and beside them where the screen's styles say so."""

    def compose(self) -> ComposeResult:
        yield Plain("", id="quotes-words")
        with Horizontal(id="quote-acts"):
            yield Act("Next quote", id="quote-next")
            yield Act("Accept", id="quote-accept")
            yield Act("Take back", id="quote-undo")

    def on_mount(self) -> None:
        """Waits until there is something to tell."""
        self._told = (0, False)
        self.display = False

    def tell(self, standing: int, *, accepted: bool) -> bool:
        """So many stand as they were; `accepted` if one just was, which can be taken back. False
        if that is what it says already."""
        if (standing, accepted) == self._told:
            return False
        self._told = (standing, accepted)
        words = "Accepted as it is." if accepted else ""
        if standing:
            was = "it was" if standing == 1 else "they were"
            left = f"{number_of(standing, 'quote')} as {was}: rework or accept"
            words = f"Accepted. {left}" if accepted else left
        self.query_one("#quotes-words", Plain).say(words)
        self.query_one("#quote-next").display = bool(standing)
        self.query_one("#quote-accept").display = bool(standing)
        self.query_one("#quote-undo").display = accepted
        self.display = bool(words)
        return True

"""Above an answer: where one is, what is asked, and anything there is to say."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from ilmcoach.walks.spots import Spot

from .plain import Plain

LONGEST = 300
"""Characters shown of what was written earlier: four lines of a narrow window."""


class WalkHead(Vertical):
    """The stage, the question, its hint, what was written before, and a notice."""

    def compose(self) -> ComposeResult:
        yield Plain("", id="stage")
        yield Plain("", id="ask")
        yield Plain("", id="hint")
        yield Plain("", id="recall")
        yield Plain("", id="notice")

    def ask(self, spot: Spot, number: int, of: int, before: str = "") -> None:
        """Puts the question of a place, `number` of `of`, from 1; `before` is what the learner
        wrote earlier, to hold the answer against."""
        where = " · ".join(part for part in (spot.stage.title, spot.item_label) if part)
        self._show(f"{where}   {number} of {of}", spot.step.ask, spot.step.hint or spot.stage.about)
        line = " ".join(before.split())
        short = line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
        self._recall(f"You wrote before: {short}" if short else "")

    def end(self) -> None:
        """Says that there are no more questions."""
        self._recall("")
        self._show(
            "The end",
            "That was the last question.",
            "Everything is saved. You can go back to any step, now or later.",
        )

    def _recall(self, text: str) -> None:
        recall = self.query_one("#recall", Plain)
        recall.say(text)
        recall.display = bool(text)

    def _show(self, stage: str, ask: str, hint: str) -> None:
        self.query_one("#stage", Plain).say(stage)
        self.query_one("#ask", Plain).say(ask)
        self.query_one("#hint", Plain).say(hint)

    def notice(self, text: str, *, trouble: bool = False) -> None:
        """Says something about the answer below; an empty text takes it back."""
        notice = self.query_one("#notice", Plain)
        notice.say(text)
        notice.set_class(trouble, "-trouble")

    @property
    def in_trouble(self) -> bool:
        """True while the notice tells of something to be mended."""
        return self.query_one("#notice").has_class("-trouble")

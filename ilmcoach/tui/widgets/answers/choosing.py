"""Answers that are chosen: from the pack's choices, from a scale, from one's own records."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from ilmcoach.packs.model import AnswerKind
from ilmcoach.tui.widgets.choices import ChoiceList
from ilmcoach.tui.widgets.plain import Plain
from ilmcoach.walks.answers import Answer

from .base import AnswerBox

SEVERAL = (AnswerKind.CHOICES, AnswerKind.LINKS)
LINKS = (AnswerKind.LINK, AnswerKind.LINKS)


class Choosing(AnswerBox):
    """One or several of what is offered."""

    def compose(self) -> ComposeResult:
        offered = self._offered()
        if not offered:
            yield Plain("There is nothing to choose from yet. Go on; you can come back.")
        yield ChoiceList(offered, self._first(), several=self._several)

    def on_mount(self) -> None:
        """Leaves no empty list to fall into."""
        self.query_one(ChoiceList).display = bool(self._offered())

    @property
    def _several(self) -> bool:
        return self.step.answer in SEVERAL

    def _offered(self) -> tuple[tuple[str, str, str], ...]:
        if self.step.answer in LINKS:
            return tuple((record, words, "") for record, words in self.around.offered)
        return tuple((one.id, one.label, one.about) for one in self.step.choices)

    def _first(self) -> tuple[str, ...]:
        first = self.first_value
        if isinstance(first, tuple):
            return tuple(one for one in first if isinstance(one, str))
        return (first,) if isinstance(first, str) and first else self._none_chosen

    @property
    def _none_chosen(self) -> tuple[str, ...]:
        """A choice whose id is empty is what an empty answer means."""
        return ("",) if any(not one.id for one in self.step.choices) else ()

    @property
    def value(self) -> Answer:
        chosen = self.query_one(ChoiceList).chosen
        if self._several:
            return chosen
        return chosen[0] if chosen else ""

    @property
    def draft(self) -> str:
        return "\n".join(self.query_one(ChoiceList).chosen)

    def restore(self, draft: str) -> None:
        self.query_one(ChoiceList).choose(draft.split() or self._none_chosen)

    def focus_first(self) -> None:
        self.screen.set_focus(self.query_one(ChoiceList))

    @on(ChoiceList.Changed)
    def _edited(self, event: ChoiceList.Changed) -> None:
        event.stop()
        self.changed()

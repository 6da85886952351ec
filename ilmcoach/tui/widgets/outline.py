"""The steps of a walk as a list: done, here, to come."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from ilmcoach.tui.marks import Marks
from ilmcoach.walks.spots import Spot

from .plain import choice_line, plain


class Outline(OptionList):
    """Stages and their steps; choosing a step goes there."""

    class Typed(Message):
        """A letter was typed over the list; its `character`."""

        def __init__(self, character: str) -> None:
            super().__init__()
            self.character = character

    def __init__(self, marks: Marks) -> None:
        super().__init__(id="outline", compact=True)
        self._marks = marks

    def fill(self, places: Sequence[Spot], answered: Sequence[bool], here: Spot | None) -> None:
        """Shows the places of a walk; `answered` is one flag a place."""
        self.clear_options()
        stage = None
        current = None
        for place, done in zip(places, answered, strict=True):
            turn = (place.stage.id, place.item)
            if turn != stage:
                stage = turn
                head = place.item_label or place.stage.title
                self.add_option(choice_line(plain(_short(head), "bold $quiet"), disabled=True))
            is_here = here is not None and place.key == here.key
            mark = self._marks.here if is_here else self._marks.open
            if done and not is_here:
                mark = self._marks.answered
            style = "bold" if is_here else ("" if done else "$quiet")
            line = Content.assemble(
                plain(mark, "$accent" if is_here or done else "$quiet"),
                " ",
                plain(place.step.title, style),
            )
            self.add_option(choice_line(line, id=place.key))
            if is_here:
                current = self.option_count - 1
        self.highlighted = current
        if current is not None:
            self.scroll_to_highlight()

    def on_key(self, event: events.Key) -> None:
        """Letters are for the answer. They are handed on from here, where each was typed: of
        some typed quickly, the later ones come up after the focus has moved."""
        if event.is_printable and event.character:
            event.stop()
            self.post_message(self.Typed(event.character))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"

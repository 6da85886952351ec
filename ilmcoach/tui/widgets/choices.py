"""A list to choose from, one or several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from .plain import choice_line, plain

MOVES = {
    "up": "cursor_up",
    "down": "cursor_down",
    "home": "first",
    "end": "last",
    "pageup": "page_up",
    "pagedown": "page_down",
    "space": "select",
    "enter": "select",
}
"""What keys do in a list of choices."""


class ChoiceList(OptionList):
    """Choices with a mark in front. Enter, Space, a click or the choice's number chooses.

    `offered` holds id, label and a line about each; a label that is styled content stays as it
    is. In plain terminals the marks read well too:
    `( )` and `(•)` for one, `[ ]` and `[x]` for several.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", show=False)]

    class Changed(Message):
        """Something else is chosen now."""

    def __init__(
        self,
        offered: Sequence[tuple[str, str | Content, str]],
        chosen: Iterable[str] = (),
        *,
        several: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id, compact=True)
        self._offered = tuple(offered)
        self._several = several
        self.chosen = tuple(chosen)

    def on_mount(self) -> None:
        """Fills the list and stands on what is chosen."""
        for number, (choice_id, _, _) in enumerate(self._offered):
            self.add_option(choice_line(self._line(number), id=choice_id))
        ids = [choice_id for choice_id, _, _ in self._offered]
        if ids:
            first = next((one for one in self.chosen if one in ids), ids[0])
            self.highlighted = ids.index(first)

    def offer(self, offered: Sequence[tuple[str, str | Content, str]]) -> None:
        """Offers other choices; what is chosen and stood on stays, as far as it is among them."""
        stood_on = self.highlighted_option.id if self.highlighted_option else ""
        self._offered = tuple(offered)
        ids = [choice_id for choice_id, _, _ in offered]
        self.chosen = tuple(one for one in self.chosen if one in ids)
        self.clear_options()
        self.add_options(
            choice_line(self._line(number), id=choice_id) for number, choice_id in enumerate(ids)
        )
        if ids:
            self.highlighted = ids.index(stood_on) if stood_on in ids else 0

    def choose(self, chosen: Iterable[str]) -> None:
        """Chooses these and no others."""
        self.chosen = tuple(chosen)
        for number in range(len(self._offered)):
            self.replace_option_prompt_at_index(number, self._line(number))

    def _line(self, number: int) -> Content:
        choice_id, label, about = self._offered[number]
        on_, off = ("[x]", "[ ]") if self._several else ("(•)", "( )")
        chosen = choice_id in self.chosen
        mark = plain(on_ if chosen else off, "bold $accent" if chosen else "$quiet")
        words = plain(label, "bold" if chosen else "") if isinstance(label, str) else label
        line = Content.assemble(mark, " ", words)
        return Content.assemble(line, "\n    ", plain(about, "$quiet")) if about else line

    def action_select(self) -> None:
        """Chooses the line stood on, at once: the next key may already lead on from here."""
        if option := self.highlighted_option:
            self._toggle(option.id or "")

    def _toggle(self, picked: str) -> None:
        if not self._several:
            self.choose((picked,))
        elif picked in self.chosen:
            self.choose(one for one in self.chosen if one != picked)
        else:
            ids = [choice_id for choice_id, _, _ in self._offered]
            self.choose(one for one in ids if one in self.chosen or one == picked)
        self.post_message(self.Changed())

    def on_key(self, event: events.Key) -> None:
        """A number chooses its line. Keys that move and choose are heard here, not by the app's
        bindings, which would hear them after a key that leads on from here."""
        if event.key in MOVES:
            event.stop()
            event.prevent_default()
            getattr(self, f"action_{MOVES[event.key]}")()
        elif event.character and event.character.isdecimal():
            number = int(event.character) - 1
            if 0 <= number < len(self._offered):
                event.stop()
                self.highlighted = number
                self.action_select()

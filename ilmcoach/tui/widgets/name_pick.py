"""One name out of a few, on one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from ilmcoach.text import clean_line

from .plain import Plain, plain

LONGEST = 18
"""Characters of a name that are shown."""


class NamePick(Plain, can_focus=True):
    """Arrow keys, Space and a click go to the next name, a letter to one that begins with it;
    Backspace leaves it open. `value` is the name, empty while nobody is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,down", "turn(1)", "Next name", show=False),
        Binding("left,up", "turn(-1)", "Name before", show=False),
        Binding("backspace,delete", "leave_open", "Leave it open", show=False),
    ]

    def __init__(self, label: str, nobody: str, *, id: str) -> None:
        super().__init__(id=id, classes="pick")
        self._label = label
        self._nobody = nobody
        self._names: tuple[str, ...] = ("",)
        self.value = ""

    def on_mount(self) -> None:
        """Shows itself."""
        self._show()

    def offer(self, names: Sequence[str]) -> None:
        """Offers these names; one that was chosen and is gone leaves it open."""
        self._names = ("", *names)
        self.pick(self.value)

    def pick(self, name: str) -> None:
        """Chooses a name; one that is not offered leaves it open."""
        self.value = name if name in self._names else ""
        self._show()

    def _show(self) -> None:
        words = clean_line(self.value) or self._nobody
        shown = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
        name = plain(shown, "bold" if self.value else "$quiet")
        self.say(Content.assemble(plain(f"{self._label} ", "$quiet"), "< ", name, " >"))

    def action_turn(self, by: int) -> None:
        """The name before or after."""
        at = self._names.index(self.value) + by
        self.pick(self._names[at % len(self._names)])

    def action_leave_open(self) -> None:
        """Nobody is chosen."""
        self.pick("")

    def on_click(self) -> None:
        """A click: the next name."""
        self.action_turn(1)

    def on_key(self, event: events.Key) -> None:
        """A letter goes to the next name that begins with it."""
        letter = event.character
        if letter is None or not letter.isalnum():
            return
        at = self._names.index(self.value)
        others = (*self._names[at + 1 :], *self._names[: at + 1])
        found = [one for one in others if one.casefold().startswith(letter.casefold())]
        if found:
            event.stop()
            self.pick(found[0])

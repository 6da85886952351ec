"""The line of keys at the foot of a screen."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Footer

Key = tuple[Binding, str, bool, str]
"""A key, how it is written, whether it can be pressed now, what is said of it under the mouse."""


class KeysLine(Footer):
    """The keys of the screen, built anew only when they are others than those it shows. Textual's
    own line does so each time the focus moves, which was half the work of a key in a form."""

    def __init__(self) -> None:
        super().__init__(compact=True, show_command_palette=False)
        self._built: tuple[Key, ...] | None = None

    def compose(self) -> ComposeResult:
        """The keys as they are now."""
        if self._bindings_ready:
            self._built = self._keys()
        yield from super().compose()

    async def recompose(self) -> None:
        """Builds the keys anew, unless they are here already."""
        if self.is_attached and (self._built is None or self._keys() != self._built):
            await super().recompose()

    def _keys(self) -> tuple[Key, ...]:
        return tuple(
            (key, self.app.get_key_display(key), enabled, tooltip)
            for _, key, enabled, tooltip in self.screen.active_bindings.values()
            if key.show
        )

"""A line for a secret: dots as it is typed, and never given back."""

from __future__ import annotations

from .line import Line


class HiddenLine(Line):
    """Takes a key. Nothing of it can be copied or cut, and nothing drafts it."""

    def __init__(self, *, hint: str = "", id: str | None = None) -> None:
        super().__init__(hint=hint, id=id)
        self.password = True

    def action_copy(self) -> None:
        """A key leaves by no clipboard."""

    def action_cut(self) -> None:
        """A key leaves by no clipboard."""

    def take(self) -> str:
        """What was typed; the line is empty afterwards."""
        typed, self.value = self.value.strip(), ""
        return typed

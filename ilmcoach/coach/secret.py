"""A text that must not be shown by accident: a key."""

from __future__ import annotations


class Secret:
    """Keeps `text` out of what is printed, logged or told of an object that holds it."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return "Secret(...)"

    def told(self) -> str:
        """The text itself, for the one place that sends it."""
        return self._text

"""The computer's own clipboard, where there is one; Textual's own is the fallback."""

from __future__ import annotations

from typing import Protocol


class Clipboard(Protocol):
    """Takes text and gives it back."""

    def read(self) -> str | None:
        """What was last copied anywhere on this computer; None if that cannot be known."""
        ...

    def write(self, text: str) -> bool:
        """Puts text there; False if there is no such place."""
        ...


class SystemClipboard:
    """The clipboard of Windows, macOS or the Linux desktop."""

    def read(self) -> str | None:
        import pyperclip

        try:
            text = pyperclip.paste()
        except (pyperclip.PyperclipException, OSError, UnicodeError):
            return None
        return text if isinstance(text, str) else None

    def write(self, text: str) -> bool:
        import pyperclip

        try:
            pyperclip.copy(text)
        except (pyperclip.PyperclipException, OSError, UnicodeError):
            return False
        return True


class NoClipboard:
    """A computer without one: the terminal's own and Textual's serve."""

    def read(self) -> str | None:
        return None

    def write(self, text: str) -> bool:
        return False

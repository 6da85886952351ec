"""What a screen offers in the command palette."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

Command = tuple[str, str, Callable[[], Awaitable[Any] | Any]]
"""The command's name, a line about it, and what it does."""

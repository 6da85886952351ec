"""The screens that the command palette leads to from the tabs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.screen import Screen

from ilmcoach.services.keeper import Keeper

from .commands import Command
from .going import Going

Make = Callable[[Keeper], Screen[Any]]
"""Makes a screen; it imports the screen only then, so that starting stays quick."""

WAYS: tuple[tuple[str, str, Make], ...] = ()
"""The command's name, a line about it, and what makes its screen."""


def screen_commands(going: Going) -> tuple[Command, ...]:
    """The palette's commands for these screens."""
    return tuple((name, about, partial(going.show, make)) for name, about, make in WAYS)

"""What the command palette offers during a walk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ilmcoach.tui.commands import Command

if TYPE_CHECKING:
    from .walk import WalkScreen


def walk_commands(screen: WalkScreen) -> tuple[Command, ...]:
    """The keys of a walk by their names."""
    return (
        ("Next question", "Ctrl+N", screen.action_next),
        ("Question before", "Ctrl+B", screen.action_back),
        ("Questions", "On what I wrote here so far, F2 or Ctrl+G", screen.action_questions),
        ("Reading", "What to read about it", screen.action_reading),
        ("Steps", "The list of steps", screen.action_steps),
        ("Find", "Words in this text, Ctrl+F", screen.action_find),
        ("Save", "Ctrl+S", screen.action_save),
        ("Leave", "Carry on here another time", screen.action_leave),
    )

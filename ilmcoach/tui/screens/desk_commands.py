"""What the command palette offers at the writing desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ilmcoach.tui.commands import Command

if TYPE_CHECKING:
    from .desk import DeskScreen


def desk_commands(screen: DeskScreen) -> tuple[Command, ...]:
    """The keys of the desk by their names, and only those that do something now."""
    offered: list[Command] = [
        ("Next heading", "Ctrl+N", lambda: screen.action_turn(1)),
        ("Heading before", "Ctrl+B", lambda: screen.action_turn(-1)),
        ("Questions", "On what I wrote here so far, F2 or Ctrl+G", screen.action_questions),
        ("Reading", "What to read for this heading, F3", screen.action_reading),
        ("Mine, for this heading", "Your own records; one can be quoted, F4", screen.action_mine),
        ("Versions", "What stood here before; compare, restore, F5", screen.action_versions),
        ("What's written where", "Heading by heading, what is missing, F8", screen.action_where),
    ]
    if screen.has_log:
        offered.append(("Meetings in the log", "Choose them, F6", screen.action_log))
    if screen.has_quotes:
        offered += [
            ("Next quote", "One that stands as it was, F9", screen.action_next_quote),
            ("Accept this quote", "It may stay as it is, F7", screen.action_accept_quote),
        ]
    return (
        *offered,
        ("Hand in", "Make the document, Ctrl+O", screen.action_hand_in),
        ("Find", "Words in this text, Ctrl+F", screen.action_find),
        ("UK spelling", "Words to look at; on and off, Ctrl+L", screen.action_spelling),
        ("Save", "Ctrl+S", screen.action_save),
        ("Leave", "Back to the tabs", screen.action_leave),
    )

"""Screens that keep typing of their own, by the first part of the draft's key."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from ilmcoach.portfolio.records import CueCard, Rehearsal
from ilmcoach.services.keeper import Keeper

DRAFTED = {
    "in-meeting": "Lines from a meeting",
    "my-questions": "A question to ask",
    "hours": "A line of hours",
    "card": "A cue card",
    "rehearsal": "A rehearsal",
    "attach": "A file to attach",
}
"""What is typed there, in words that go on with 'you had not saved'."""


def screen_of(key: str, keeper: Keeper) -> Screen[Any] | None:
    """The screen that takes this draft up again; None where the form or the walk that it was
    typed in does."""
    kind, _, rest = key.partition("/")
    if kind == "in-meeting":
        from .screens.in_meeting import InMeetingScreen

        return InMeetingScreen(keeper)
    if kind == "my-questions":
        from .screens.my_questions import MyQuestionsScreen

        return MyQuestionsScreen(keeper)
    if kind in ("card", "rehearsal"):
        from .ways import cards_screen

        kept = keeper.workspace.portfolio.get(rest)
        if isinstance(kept, CueCard | Rehearsal):
            return cards_screen(keeper, kept.assessment)
        return cards_screen(keeper, rest.partition("/")[0])
    if kind == "attach":
        from .screens.attach import AttachScreen

        return AttachScreen(keeper, keeper.workspace.portfolio.get(rest))
    if kind == "hours":
        from .screens.hours import HoursScreen

        return HoursScreen(keeper)
    return None

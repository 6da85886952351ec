"""Screens that keep typing of their own, by the first part of the draft's key."""

from __future__ import annotations

from collections.abc import Callable
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
    "ai-tools": "AI tools you named",
    "heading-note": "A note on a heading",
    "handed-in": "A line about handing in",
    "remark": "A remark of your tutor's",
    "sent-back": "A line about work sent back",
}
"""What is typed there, in words that go on with 'you had not saved'."""


def screen_of(key: str, keeper: Keeper) -> Screen[Any] | None:
    """The screen that takes this draft up again; None where the form or the walk that it was
    typed in does."""
    kind, _, rest = key.partition("/")
    make = _MAKERS.get(kind)
    return make(keeper, rest) if make else None


def _in_meeting(keeper: Keeper, rest: str) -> Screen[Any]:
    from .screens.in_meeting import InMeetingScreen

    return InMeetingScreen(keeper)


def _my_questions(keeper: Keeper, rest: str) -> Screen[Any]:
    from .screens.my_questions import MyQuestionsScreen

    return MyQuestionsScreen(keeper)


def _hours(keeper: Keeper, rest: str) -> Screen[Any]:
    from .screens.hours import HoursScreen

    return HoursScreen(keeper)


def _cards(keeper: Keeper, rest: str) -> Screen[Any] | None:
    from .ways import cards_screen

    kept = keeper.workspace.portfolio.get(rest)
    if isinstance(kept, CueCard):
        return cards_screen(keeper, kept.assessment, kept.criterion)
    if isinstance(kept, Rehearsal):
        return cards_screen(keeper, kept.assessment)
    assessment, _, place = rest.partition("/")
    return cards_screen(keeper, assessment, place)


def _attach(keeper: Keeper, rest: str) -> Screen[Any]:
    from .screens.attach import AttachScreen

    return AttachScreen(keeper, keeper.workspace.portfolio.get(rest))


def _ai_tools(keeper: Keeper, rest: str) -> Screen[Any]:
    from .screens.ai_statement import AIStatementScreen

    return AIStatementScreen(keeper, rest)


def _left_form(kind: str) -> Callable[[Keeper, str], Screen[Any] | None]:
    def make(keeper: Keeper, rest: str) -> Screen[Any] | None:
        from .handing_forms import left_form

        return left_form(keeper, f"{kind}/{rest}")

    return make


def _left_words(kind: str) -> Callable[[Keeper, str], Screen[Any] | None]:
    def make(keeper: Keeper, rest: str) -> Screen[Any] | None:
        from .screens.packs_left import LeftWordsScreen

        return LeftWordsScreen(keeper, f"{kind}/{rest}")

    return make


_MAKERS: dict[str, Callable[[Keeper, str], Screen[Any] | None]] = {
    "in-meeting": _in_meeting,
    "my-questions": _my_questions,
    "hours": _hours,
    "card": _cards,
    "rehearsal": _cards,
    "attach": _attach,
    "ai-tools": _ai_tools,
    # Asked for only where their own place is gone.
    **{kind: _left_words(kind) for kind in ("walk", "section")},
    **{kind: _left_form(kind) for kind in ("heading-note", "handed-in", "remark", "sent-back")},
}

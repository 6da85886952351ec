"""Nine months of a certificate, lived in the app by keyboard from the first start to the last
week; then the disk and everything that leaves the app are read back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ilmcoach.portfolio.records import (
    Action,
    Feedback,
    FeedbackRequest,
    Finding,
    Goal,
    LearningSet,
    Meeting,
    Person,
    Run,
    SetQuestion,
    Telling,
    Turn,
    WeekLook,
)
from ilmcoach.settings import Folders
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.in_meeting import InMeetingScreen
from ilmcoach.tui.screens.my_set import MySetScreen
from ilmcoach.tui.screens.walk import WalkScreen
from ilmcoach.tui.screens.week import WeekScreen
from tests.tui.conftest import WIDE
from tests.tui.year_of import Learner, Rows, sitting

DELEGATING, FEEDBACK = "Delegating and trusting", "Giving feedback"
PLACE = "The rota was mine again, and I let it be."

AGREED: dict[int, Rows] = {
    1: [
        ("Ask Dee what the rota costs her", "24 sep"),
        ("Leave the rota alone for a week", "1 oct"),
        ("Write down each time I step in", "8 oct"),
    ],
    2: [
        ("Let Dee chair the handover", "22 oct"),
        ("Tell my manager why", "29 oct"),
        ("Count my own words in a meeting", "5 nov"),
    ],
    3: [
        ("Thank Sam in front of the others", "19 nov"),
        ("Give the till count to Ari", "26 nov"),
        ("Ask the night shift what they miss", "3 dec"),
    ],
    4: [
        ("Plan the holiday rota with Dee", "17 dec"),
        ("Say nothing for ten minutes", "22 dec"),
        ("Read about trust", "7 jan"),
    ],
    5: [
        ("Let Ari train the newcomer", "21 jan"),
        ("Write to the area manager", "28 jan"),
        ("Walk the floor on Mondays", "4 feb"),
    ],
    6: [
        ("Hand over the order list", "18 feb"),
        ("Ask three people for feedback", "25 feb"),
        ("Stay away on a Friday", "11 mar"),
    ],
    7: [("Tell the team what I learned", "25 mar"), ("Keep the Friday free", "15 apr")],
}
"""What was agreed at each meeting, and by when."""


async def starting(me: Learner) -> None:
    """1 September: the programme, a look at strengths, somebody asked for feedback."""
    assert "Just had a meeting? Write it down." in me.shown
    await me.press("down", "enter")
    assert "Set up my programme" in me.shown
    await me.press("enter", "tab")
    await me.fill("today", "31 may", "Zoë Ward", "ILM12345", "Harbour College", "C100")
    await me.press("ctrl+s")
    assert "month 1 of 9" in me.shown
    await me.press("2")
    await me.push("#start-strengths-and-limitations")
    await me.go_through(
        {
            "areas": ("4", "6"),
            f"rating@{DELEGATING}": ("2",),
            f"evidence@{DELEGATING}": "I rewrote the rota that Dee had made.",
            f"told-by@{DELEGATING}": "Dee",
            f"they-said@{DELEGATING}": "You never let go.",
            f"sort@{DELEGATING}": ("2",),
            "rating": ("4",),
            "evidence": "I told Sam about the delivery note at once.",
            "sort": ("1",),
            "chosen": ("enter",),
            "reason": "It costs me three evenings a week.",
        }
    )
    assert DELEGATING in me.shown
    await me.push("#new-request")
    await me.fill("Priya", "How I hand things over", "What helped?\nWhat did not?", "1 oct")
    await me.press("ctrl+s")
    assert "Feedback asked for" in me.shown


async def the_set_is_formed(me: Learner) -> None:
    """10 September: who is in it, and the first of the questions about it."""
    await me.press("4")
    await me.push("#my-set")
    assert isinstance(me.app.screen, MySetScreen)
    await me.fill("Kath\nPaul\nJo\nRavi", "Maureen", "To think aloud where it is safe.")
    await me.fill("Half an hour each; Jo keeps the time.", "today", "31 may")
    await me.press("ctrl+s")
    assert "Kath, Paul, Jo" in me.shown
    await me.press("3", "4")
    await me.push("#more")
    await me.stand_on("#ways", _line_of(me, "Your set and its first meeting"))
    await me.press("enter")
    await me.answer(
        {"advisor": "To run it ourselves.", "agreed": ("1", "5"), "why": "Or nobody speaks."},
        until_step="rules",
    )
    assert "Half an hour each; Jo keeps the time." in me.shown
    await me.press("escape")
    assert me.is_home()


def _line_of(me: Learner, title: str) -> int:
    """Which line of the list of ways begins with these words."""
    options = me.app.screen.query_one("#ways").options  # type: ignore[attr-defined]
    return next(n for n, one in enumerate(options) if str(one.prompt).startswith(title))


async def quick_meeting(me: Learner, number: int, struck: str, meets_next: str) -> None:
    """A set meeting in three short questions, from the tab of the set."""
    await me.press("4")
    await me.push("#more")
    await me.stand_on("#ways", _line_of(me, "Just the short one"))
    await me.press("enter")
    await me.answer({"struck": struck, "agreed": AGREED[number], "next": meets_next})
    assert "Enough for tonight" in me.shown
    await me.press("enter")
    assert me.is_home()
    assert [one.text for one in me.saved.open_actions()][-len(AGREED[number]) :] == [
        text for text, _ in AGREED[number]
    ]


async def set_a_goal(me: Learner, what: str, by: str, *reviews: str) -> None:
    """A goal from the first limitation on the list."""
    await me.press("3")
    await me.push("#start-smart-goal")
    await me.answer(
        {
            "limitation": ("enter",),
            "what": what,
            "measure": "I touch it in no more than one week of four",
            "means": "My manager has agreed two hours a week",
            "why": "So that the team can run a week without me",
            "by": by,
            "support": "My manager, every second Friday",
            "if": "I catch myself opening it",
            "then": "I close it and ask Dee",
        },
        until_step="reviews",
    )
    await me.fill(*reviews, key="enter")
    await me.press("ctrl+n", "enter")
    assert what in me.shown


async def test_nine_months_in_the_app(folders: Folders, tmp_path: Path) -> None:
    async with sitting(folders, "2026-09-01", WIDE) as me:
        await starting(me)
    async with sitting(folders, "2026-09-10") as me:
        await the_set_is_formed(me)
    async with sitting(folders, "2026-09-17") as me:
        await quick_meeting(me, 1, "Kath asked what would happen if I was ill.", "15 oct")
        await set_a_goal(me, "Hand the weekly rota to Dee", "26 feb", "12 nov", "14 jan")

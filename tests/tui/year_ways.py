"""What comes round again and again in the nine months: meetings, goals, activities, weeks."""

from __future__ import annotations

from ilmcoach.portfolio.records import Activity
from ilmcoach.tui.screens.confirm import ConfirmScreen
from ilmcoach.tui.screens.walk import WalkScreen
from ilmcoach.tui.screens.week import WeekScreen
from tests.tui.year_of import Given, Learner, Rows

DELEGATING, FEEDBACK = "Delegating and trusting", "Giving feedback"


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


def line_of(me: Learner, title: str) -> int:
    """Which line of the list of ways begins with these words."""
    options = me.app.screen.query_one("#ways").options  # type: ignore[attr-defined]
    return next(n for n, one in enumerate(options) if str(one.prompt).startswith(title))


async def quick_meeting(me: Learner, number: int, struck: str, meets_next: str) -> None:
    """A set meeting in three short questions, from the tab of the set."""
    await press_more(me, "Just the short one")
    answers: dict[str, Given] = {"struck": struck, "agreed": AGREED[number]}
    await me.answer(answers | ({"next": meets_next} if meets_next else {}))
    await me.sees("Enough for tonight")
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
            "by": by,
            "if": "I catch myself opening it",
            "then": "I close it and ask Dee",
        },
        until_step="reviews",
    )
    await me.fill(*reviews, key="enter")
    await me.press("ctrl+n", "enter")
    await me.sees(what[:22])


TEXT = "I began certain that a good supervisor knows every job best."


FILE = b"%PDF what she drew\x00\xff"


OUTCOMES = {
    "Leave the rota alone for a week": "2",
    "Write down each time I step in": "3",
    "Read about trust": "4",
    "Write to the area manager": "4",
}
"""What is told of an action the first time, where that is not 'done'."""


def told(me: Learner, *, again: bool = False) -> dict[str, Given]:
    """Answers for every open action, when an outcome is asked for."""
    # What was agreed in this very meeting is not asked about yet.
    open_now = [one.text for one in me.saved.open_actions() if one.made.date() < me.today]
    outcomes = {} if again else OUTCOMES
    return {
        **{f"outcome@{text}": (outcomes.get(text, "1"),) for text in open_now},
        **{f"how-it-went@{text}": f"What came of it: {text.lower()}." for text in open_now},
    }


async def look_at_the_week(me: Learner, line: str, week: str) -> None:
    """The first thing that waits is done; a line about it, and one about the week."""
    await me.way("A look at the week")
    assert isinstance(me.app.screen, WeekScreen)
    await me.press("d", "e")
    await me.paste(line)
    await me.press("enter")
    await me.sees("done  ")
    await me.go_to("#week-text")
    await me.paste(week)
    await me.press("enter")
    assert me.is_home()


async def plan_an_activity(me: Learner, kind: str, what: str, by: str) -> None:
    """An activity that grows out of the first goal on the list; `kind` is the key of its kind."""
    await me.press("3")
    await me.push("#start-activity")
    await me.go_through(
        {
            "source": ("enter",),
            "sort": (kind,),
            "what": what,
            "why": "Telling comes easier to me than letting be.",
            "agreed": "Two hours, on Thursdays.",
            "by": by,
            "before": "I step in before anybody can.",
        }
    )
    await me.sees(what[:22])


async def judge_an_activity(me: Learner, what: str, status: str, worth: str) -> None:
    """Looks back on an activity; `status` is the key of how far it is."""
    await me.press("3")
    activity = next(one for one in me.saved.live(Activity) if one.what == what)
    await me.stand_on("#goals OptionList", activity.id)
    await me.push("#judge-judge-activity")
    await me.go_through(
        {
            "status": (status,),
            "did": "I went, and said nothing.",
            "after": "I wait a little longer.",
            "worth": worth,
        }
    )


async def prepare(me: Learner, problem: str) -> None:
    """Ten minutes before a set meeting, from the one next thing; its day is known already."""
    await me.sees("The set meets tomorrow")
    await me.press("ctrl+n")
    assert isinstance(me.app.screen, WalkScreen)
    answers: dict[str, Given] = {
        **told(me),
        "problem": problem,
        "matters": "It keeps me from what only I can do.",
        "wants": "Questions, and no advice.",
    }
    await me.go_through(answers)


async def hours(me: Learner, sort: str, long: str, word: str) -> None:
    """Puts down time spent; `sort` is the key of what it was."""
    await me.way("Hours")
    await me.press(sort, "tab")
    await me.fill("today", long, word, key="enter")
    await me.press("escape")
    assert me.is_home()


async def look_back(me: Learner, number: int, meets_next: str, meaning: str) -> None:
    """The long questions after a meeting; `number` is whose agreed actions are new, 0 for none."""
    assert isinstance(me.app.screen, WalkScreen), me.shown
    answers: dict[str, Given] = {
        **told(me, again=not number),
        "asked": "What are you afraid would happen?",
        "struck": "I laughed, and had no answer.",
        "meaning": meaning,
        "hypothesis": "If I stay away they will find a way of their own.",
        "effect": "I wait for three breaths before I speak.",
        "gave": "I asked Ravi who else could.",
        "others": "Ravi has asked for help at last.",
        "group": "Jo was silent; nobody asked her.",
        "member-try": "I will ask Jo first.",
    }
    if number:
        answers |= {"agreed": AGREED[number], "next": meets_next}
    await me.go_through(answers)


async def press_more(me: Learner, title: str) -> None:
    """What is behind 'More…' on the tab of the set."""
    await me.press("4")
    await me.push("#more")
    await me.stand_on("#ways", line_of(me, title))
    await me.press("enter")


async def write_calendar(me: Learner) -> None:
    """The days as a file, in the usual place; replaced if it is there."""
    await me.way("Calendar file")
    await me.press("ctrl+s")
    if isinstance(me.app.screen, ConfirmScreen):
        await me.go_to("#yes")
        await me.press("enter")
    await me.sees("Written:")
    await me.press("escape")


def pick(me: Learner, words: str, selector: str = "#picks") -> int:
    options = me.app.screen.query_one(selector).options  # type: ignore[attr-defined]
    return next(n for n, one in enumerate(options) if words in str(one.prompt))


async def rehearse(me: Learner) -> None:
    """Two cue cards and a rehearsal of eleven minutes."""
    await me.way("Cue cards, for speaking")
    await me.paste("Why we have a purpose")
    await me.press("ctrl+n")
    await me.paste("How I told them")
    await me.press("ctrl+s", "ctrl+o", "space")
    me.later(11)
    await me.press("space", "escape")
    await me.sees("11 minutes")
    await me.paste("Slower at the end")
    await me.press("ctrl+s", "escape")
    assert me.is_home()

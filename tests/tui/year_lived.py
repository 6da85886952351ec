"""What the learner of the nine months does, sitting after sitting, each on its own evening."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from ilmcoach.portfolio.records import Activity, Enquiry, FeedbackRequest, Note, SetQuestion
from ilmcoach.tui.screens.in_meeting import InMeetingScreen
from ilmcoach.tui.screens.my_set import MySetScreen
from tests.tui.driving import NARROW, WIDE
from tests.tui.year_of import Learner
from tests.tui.year_ways import (
    AGREED,
    DELEGATING,
    FILE,
    TEXT,
    hours,
    judge_an_activity,
    line_of,
    look_at_the_week,
    look_back,
    pick,
    plan_an_activity,
    prepare,
    press_more,
    quick_meeting,
    rehearse,
    set_a_goal,
    write_calendar,
)


async def starting(me: Learner) -> None:
    """1 September: the programme, a look at strengths, somebody asked for feedback."""
    await me.sees("Just had a meeting? Write it down.")
    await me.press("down", "enter")
    await me.sees("Set up my programme")
    await me.press("enter", "tab", "tab")
    await me.fill("today", "31 may", "Zoë Ward", "ILM12345", "Harbour College", "C100")
    await me.press("ctrl+s")
    await me.sees("month 1 of 9")
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
    await me.sees(DELEGATING)
    await me.push("#new-request")
    await me.fill("Priya", "How I hand things over", "What helped?\nWhat did not?", "1 oct")
    await me.press("ctrl+s")
    await me.sees("Feedback asked for")


async def the_set_is_formed(me: Learner) -> None:
    """10 September: who is in it, and the first of the questions about it."""
    await me.press("4")
    await me.push("#my-set")
    assert isinstance(me.app.screen, MySetScreen)
    await me.fill("Kath\nPaul\nJo\nRavi", "Maureen", "To think aloud where it is safe.")
    await me.fill("Half an hour each; Jo keeps the time.", "today", "31 may")
    await me.press("ctrl+s")
    await me.sees("Kath, Paul, Jo")
    await me.press("3", "4")
    await me.push("#more")
    await me.stand_on("#ways", line_of(me, "Your set and its first meeting"))
    await me.press("enter")
    await me.answer(
        {"advisor": "To run it ourselves.", "agreed": ("1", "5"), "why": "Or nobody speaks."},
        until_step="rules",
    )
    await me.sees("Half an hour each; Jo keeps the time.")
    await me.press("escape")
    assert me.is_home()


async def the_first_meeting(me: Learner) -> None:
    """17 September: the questions about the set carried on, a quick meeting, a first goal."""
    await me.sees("You stopped at question")
    await me.press("ctrl+n")
    await me.sees("Half an hour each; Jo keeps the time.")
    await me.go_through({})
    await quick_meeting(me, 1, "Kath asked what would happen if I was ill.", "15 oct")
    await set_a_goal(me, "Hand the weekly rota to Dee", "26 feb", "12 nov", "14 jan")
    await me.press("1")
    await me.sees("month 1 of 9 · set meets Thu 15 Oct")
    await me.sees("Before Thu 15 Oct")


async def a_week_and_a_sheet(me: Learner) -> None:
    """24 September: the first look at the week, a thought, Priya is asked on paper."""
    await look_at_the_week(me, "Dee said: two evenings, every time.", "A quieter week.")
    await me.press("ctrl+t")
    await me.paste("The rota was mine again, and nobody had asked me.")
    await me.press("ctrl+s")
    await me.press("2")
    request = me.saved.live(FeedbackRequest)[0]
    await me.stand_on("#strengths OptionList", request.id)
    await me.sees("not asked yet")
    await me.push("#sheet")
    await me.press("ctrl+s")
    await me.push("#asked")
    await me.sees("asked Thu 24 Sep 2026")


async def feedback_and_reading(me: Learner) -> None:
    """8 October: Priya's answer is late and comes; a second goal; the first activity; reading."""
    await me.sees("! Feedback from Priya  7 days ago")
    await me.press("2")
    await me.stand_on("#strengths OptionList", me.saved.live(FeedbackRequest)[0].id)
    await me.push("#came-back")
    await me.fill("", "You told us why, for once.", "today")
    await me.press("ctrl+s")
    await me.sees("Asked for, and it came back")
    await set_a_goal(me, "Let others speak first", "31 mar", "18 feb")
    await plan_an_activity(me, "1", "Shadow Priya for two mornings", "20 nov")
    await me.press("7")
    await me.stand_on("ReadingPane OptionList", "entry:revans-1980")
    await me.press("s", "s", "enter")
    await me.paste("Being asked did more than being told.")
    await me.press("ctrl+s")
    assert "Reading now" in me.shown_folded or "with notes" in me.shown_folded


async def prepare_the_second(me: Learner) -> None:
    """14 October: what to bring, and a question for Jo."""
    await prepare(me, "I keep the rota though others could do it.")
    await me.way("Questions I mean to ask")
    await me.paste("What would Jo do with a free evening?")
    await me.press("enter", "escape")
    assert me.is_home()
    assert [one.meant for one in me.saved.live(SetQuestion)] == [True]
    await hours(me, "1", "1:00", "Induction")


async def in_the_second_meeting(me: Learner) -> None:
    """15 October: the clock runs, a question is caught, two things agreed; then at length."""
    await me.press("4")
    await me.stand_on("#set OptionList", me.saved.meetings()[-1].id)
    await me.push("#in-meeting")
    assert isinstance(me.app.screen, InMeetingScreen)
    await me.press("f3")
    await me.push("#everybody")
    await me.press("ctrl+g", "f2")
    me.later(24)
    await me.paste("kath>me: What are you afraid would happen?")
    await me.press("enter", "f4")
    for text, day in AGREED[2]:
        await me.go_to("#action")
        await me.fill(text, day, key="enter")
    await me.go_to("#next-on Line")
    await me.fill("12 nov", key="enter")
    await me.sees("Next meeting: Thu 12 Nov 2026")
    me.later(7.5)
    await me.press("ctrl+n")
    await me.push("#after")
    await look_back(me, 0, "", "The risk I see is mostly mine.")


async def third_meeting(me: Learner) -> None:
    """12 November: the meeting at length from the one next thing; a goal's day has come."""
    await me.sees("After the set meeting")
    await me.press("ctrl+n")
    await look_back(me, 3, "10 dec", "I help most by doing less.")
    await me.press("1")
    await me.sees("Look at a goal again: Hand the weekly rota")
    await me.press("ctrl+n")
    await me.go_through(
        {
            "status@Hand the weekly rota to Dee": ("3",),
            "how-far@Hand the weekly rota to Dee": "Two weeks of four without me.",
            "evidence@Hand the weekly rota to Dee": "The rota has her hand in it.",
        }
    )


async def a_third_goal(me: Learner) -> None:
    """19 November: a look at the week, a question for the tutor, two more activities."""
    await look_at_the_week(me, "He went red, and smiled.", "Three people spoke before me.")
    await set_a_goal(me, "Say it to their face within a day", "30 apr", "25 mar")
    await plan_an_activity(me, "5", "A day on hard conversations", "29 jan")
    await press_more(me, "Ask my tutor")
    await me.fill("Which model fits a rota?", "Bethan", "today")
    await me.press("ctrl+s")
    assert [one.who for one in me.saved.live(Enquiry)] == ["Bethan"]
    await me.press("7")
    await me.sees("no answer yet")


async def judged_with_a_file(me: Learner) -> None:
    """9 December: an activity judged, a file that shows it, the tutor's answer, preparing."""
    await prepare(me, "Nobody speaks when I am there.")
    await judge_an_activity(me, "Shadow Priya for two mornings", "3", "Worth two mornings.")
    await me.sees("Done with")
    file = me.folders.data.parent / "what Priya drew.pdf"
    file.write_bytes(FILE)
    await me.stand_on("#goals OptionList", me.saved.live(Activity)[0].id)
    await me.push("#goals #attach")
    await me.paste(str(file))
    await me.press("enter")
    await me.paste("Her way through a morning")
    await me.press("ctrl+s")
    await me.sees("what Priya drew.pdf")
    await me.press("7")
    await me.stand_on("ReadingPane OptionList", f"asked:{me.saved.live(Enquiry)[0].id}")
    await me.push("#open-reading")
    await me.fill("", "", "", "Any that you can doubt.", "today", "I read Revans again.")
    await me.press("ctrl+s")
    assert "no answer yet" not in me.shown


async def fourth_meeting(me: Learner) -> None:
    """10 December: three short questions about the meeting that was prepared."""
    await quick_meeting(me, 4, "Nobody laughed when I said it aloud.", "14 jan")
    assert "Nobody speaks when I am there." in {one.problem for one in me.saved.meetings()}
    assert len(me.saved.meetings()) == 4


async def fifth_meeting(me: Learner) -> None:
    """14 January: a quick one; the goal's second day; two activities; a calendar."""
    await quick_meeting(me, 5, "They knew it all along.", "11 feb")
    await me.press("1")
    await me.sees("Look at a goal again: Hand the weekly rota")
    await me.press("ctrl+n")
    await me.go_through({"status@Hand the weekly rota to Dee": ("2",)})
    await plan_an_activity(me, "9", "See how the Leith shop does it", "26 mar")
    await plan_an_activity(me, "11", "Lead the spring briefing", "16 apr")
    await hours(me, "2", "1:30", "With Bethan")
    await write_calendar(me)


async def prepare_the_sixth(me: Learner) -> None:
    """10 February: preparing, with all that is late told; an activity judged."""
    await prepare(me, "My manager asks me and not Dee.")
    await judge_an_activity(me, "A day on hard conversations", "3", "One sentence stayed.")


async def sixth_meeting(me: Learner) -> None:
    """11 February: the meeting that was prepared; a day is moved, and a second calendar."""
    await me.sees("After the set meeting")
    await quick_meeting(me, 6, "I was the one who made him ask me.", "18 mar")
    await me.way("A look at the week")
    await me.press("m")
    await me.paste("20 feb")
    await me.press("enter")
    await me.sees("moved to Sat 20 Feb  Hand over the order list")
    await me.press("escape")
    await write_calendar(me)


async def seventh_meeting(me: Learner) -> None:
    """18 March: late things told, a quick meeting, the ratings again."""
    await me.sees("! Hand over the order list")
    await me.way("A look at the week")
    # The goal's day of February comes first.
    await me.press("n", "down", "d", "down", "p")
    await me.go_to("#week-text")
    await me.fill("Lighter than I thought.", key="enter")
    await quick_meeting(me, 7, "They asked what I would do without them.", "")
    await me.way("Strengths and limitations, then and now")
    await me.go_through(
        {
            f"rating@{DELEGATING}": ("4",),
            f"shows@{DELEGATING}": "Dee closed the shop alone, and told me on Monday.",
        }
    )
    await judge_an_activity(me, "See how the Leith shop does it", "3", "A lunch well spent.")


async def looking_things_up(me: Learner) -> None:
    """17 April: a search, a record linked by one key, a name changed, cards for a talk."""
    await me.press("ctrl+f")
    await me.paste("evenings every")
    await me.sees("1 found")
    await me.press("escape")
    await me.press("5", "k")
    await me.stand_on("#picks", pick(me, "Note"))
    await me.press("enter", "home", "c", "space", "escape")
    assert [bool(one.criteria) for one in me.saved.live(Note)] == [True]
    await me.way("Rename somebody")
    await me.stand_on("#names", pick(me, "Kath", "#names"))
    await me.press("enter")
    await me.paste("Kay")
    await me.press("ctrl+s")
    await me.sees("Kath is Kay now")
    await me.press("escape", "escape")
    if not me.is_home():
        await me.press("escape")
    await judge_an_activity(me, "Lead the spring briefing", "3", "They stayed to ask.")
    await me.press("4")
    kept = next(one for one in me.saved.open_actions() if one.text == "Keep the Friday free")
    await me.stand_on("#set OptionList", kept.id)
    await me.push("#tell")
    await me.press("2", "tab")
    await me.paste("Two Fridays of three.")
    await me.press("ctrl+s")
    await rehearse(me)


async def the_end_in_sight(me: Learner) -> None:
    """20 May: every goal once more, and the text to hand in."""
    await me.sees("month 9 of 9")
    await me.sees("3 goals have come to a day")
    await me.push("#next-other")
    await me.stand_on("#ways", line_of(me, "Where you have got to"))
    await me.press("enter")
    await me.go_through(
        {
            "status@Hand the weekly rota to Dee": ("1",),
            "how-far": "Further than I thought in September.",
            "status@Let others speak first": ("2",),
            "status@Say it to their face within a day": ("6",),
            "better": "I ask, and then I wait.",
            "next": "The budget, with Ari.",
        }
    )
    await me.press("3")
    await me.sees("Done with")
    await me.press("6")
    headings = "AssignmentPane OptionList"
    await me.stand_on(headings, "action-plan-and-log/action-plan")
    await me.press("enter")
    await me.paste(TEXT)
    await me.press("ctrl+s", "escape")
    assert me.is_home()


Sitting = tuple[str, tuple[int, int], Callable[[Learner], Awaitable[None]]]


SITTINGS: tuple[Sitting, ...] = (
    ("2026-09-01", WIDE, starting),
    ("2026-09-10", NARROW, the_set_is_formed),
    ("2026-09-17", NARROW, the_first_meeting),
    ("2026-09-24", NARROW, a_week_and_a_sheet),
    ("2026-10-08", NARROW, feedback_and_reading),
    ("2026-10-14", NARROW, prepare_the_second),
    ("2026-10-15", NARROW, in_the_second_meeting),
    ("2026-11-12", NARROW, third_meeting),
    ("2026-11-19", NARROW, a_third_goal),
    ("2026-12-09", NARROW, judged_with_a_file),
    ("2026-12-10", NARROW, fourth_meeting),
    ("2027-01-14", NARROW, fifth_meeting),
    ("2027-02-10", NARROW, prepare_the_sixth),
    ("2027-02-11", NARROW, sixth_meeting),
    ("2027-03-18", NARROW, seventh_meeting),
    ("2027-04-17", NARROW, looking_things_up),
    ("2027-05-20", WIDE, the_end_in_sight),
)
"""Day, size of the window, and what is done in it."""

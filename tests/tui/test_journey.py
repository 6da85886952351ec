"""A learner does the whole of the main job from an empty folder, by keyboard; then the disk and
the document are read back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, TabbedContent

from ilmcoach.clock import SystemClock
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    Action,
    Enrolment,
    Feedback,
    Finding,
    Goal,
    Learner,
    Meeting,
    Run,
    SectionText,
    Statement,
    Telling,
)
from ilmcoach.settings import Folders
from ilmcoach.store.store import PortfolioStore
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.desk import DeskScreen
from ilmcoach.tui.screens.first import WelcomeScreen
from ilmcoach.tui.screens.handin import HandInScreen
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.walk import WalkScreen
from tests.tui.driving import Opened, paste, press, screen_text, type_in


def on_disk(folders: Folders) -> Portfolio:
    """The portfolio as the file has it, read by a store of its own."""
    store = PortfolioStore.open(folders.data, disk=RealDisk(), clock=SystemClock(), read_only=True)
    return store.portfolio


async def answer_walk(pilot: Pilot[None], *texts: str) -> None:
    """Pastes each answer and goes on; an empty text leaves a question open."""
    for text in texts:
        if text:
            await paste(pilot, text)
        await press(pilot, "ctrl+n")


async def first_meeting(app: IlmcoachApp, pilot: Pilot[None], folders: Folders) -> None:
    assert isinstance(app.screen, WelcomeScreen)
    assert "Just had a meeting? Write it down." in screen_text(app)
    await press(pilot, "enter")
    assert isinstance(app.screen, WalkScreen)
    await type_in(pilot, "Kath asked what the team would do if I was ill.")
    await press(pilot, "ctrl+n")
    await type_in(pilot, "Let the deputy chair")
    await press(pilot, "enter")
    await type_in(pilot, "next thursday")
    assert "Thu 26 Nov 2026, in 5 days" in screen_text(app)
    await press(pilot, "ctrl+n")
    await type_in(pilot, "3/12")
    await press(pilot, "ctrl+n")
    assert "Enough for tonight" in screen_text(app)
    await press(pilot, "enter")
    assert isinstance(app.screen, HomeScreen)
    assert "set meets Thu 3 Dec, in 12 days" in screen_text(app)
    (meeting,) = on_disk(folders).live(Meeting)
    assert meeting.struck == "Kath asked what the team would do if I was ill."
    assert meeting.next_on == date(2026, 12, 3)
    (action,) = on_disk(folders).linked(Action, meeting.id)
    assert (action.text, action.due) == ("Let the deputy chair", date(2026, 11, 26))


async def set_up(app: IlmcoachApp, pilot: Pilot[None], folders: Folders) -> None:
    assert "Set up your programme" in screen_text(app)
    await press(pilot, "enter")
    await press(pilot, "enter", "tab", "tab")
    for typed in ("1 sept", "31 may", "Zoë Ward", "ILM12345", "Harbour College", "C100"):
        await paste(pilot, typed)
        await press(pilot, "tab")
    await press(pilot, "ctrl+s")
    assert isinstance(app.screen, HomeScreen)
    assert "month 3 of 9" in screen_text(app)
    (enrolment,) = on_disk(folders).live(Enrolment)
    assert enrolment.pack == "level-3-certificate"
    assert (enrolment.start, enrolment.end) == (date(2026, 9, 1), date(2027, 5, 31))
    (learner,) = on_disk(folders).live(Learner)
    assert (learner.name, learner.centre_number) == ("Zoë Ward", "C100")


async def strengths(app: IlmcoachApp, pilot: Pilot[None], folders: Folders) -> None:
    await press(pilot, "2")
    assert "Nothing here yet" in screen_text(app)
    await press(pilot, "enter", "4", "6", "ctrl+n")
    assert "Delegating and trusting" in screen_text(app)
    await press(pilot, "2", "ctrl+n")
    await answer_walk(pilot, "I rewrote the rota Dee had made.", "Dee", "You never let go.")
    await press(pilot, "down", "enter", "ctrl+n")
    await press(pilot, "4", "ctrl+n")
    await paste(pilot, "I told Sam about the delivery note at once.")
    # Left in the middle, and carried on in the very place, from another start of the program.
    await press(pilot, "escape")
    assert isinstance(app.screen, HomeScreen)


async def strengths_resumed(app: IlmcoachApp, pilot: Pilot[None], folders: Folders) -> None:
    assert "You stopped at question 8 of 13" in screen_text(app)
    await press(pilot, "ctrl+n")
    assert isinstance(app.screen, WalkScreen)
    assert "I told Sam about the delivery note at once." in screen_text(app)
    await press(pilot, "ctrl+b")
    assert "(•) It mostly goes well" in screen_text(app)
    await press(pilot, "ctrl+n", "ctrl+n")
    await answer_walk(pilot, "Sam", "Thanks for saying it to my face.")
    await press(pilot, "enter", "ctrl+n")
    assert "[ ] Delegating and trusting" in screen_text(app)
    await press(pilot, "enter", "ctrl+n")
    await answer_walk(pilot, "It costs me three evenings a week.")
    await press(pilot, "enter")
    found = {one.area: one for one in on_disk(folders).live(Finding)}
    assert set(found) == {"delegation", "feedback"}
    assert found["delegation"].rating == 2
    assert found["delegation"].sort == "limitation"
    assert found["delegation"].chosen
    assert found["delegation"].evidence == "I rewrote the rota Dee had made."
    assert found["feedback"].sort == "strength"
    assert not found["feedback"].chosen
    said = on_disk(folders).linked(Feedback, found["delegation"].id)
    assert [(one.who, one.said) for one in said] == [("Dee", "You never let go.")]
    (run,) = (one for one in on_disk(folders).live(Run) if one.walk == "strengths-and-limitations")
    assert run.finished is not None
    assert "It costs me three evenings a week." in run.answers.values()


async def goal(app: IlmcoachApp, pilot: Pilot[None], folders: Folders) -> None:
    await press(pilot, "3")
    assert "No goals yet" in screen_text(app)
    await press(pilot, "enter")
    assert "Five tests" in screen_text(app)
    await press(pilot, "enter", "ctrl+n")
    await answer_walk(
        pilot,
        "Hand the weekly rota to my deputy",
        "I touch it in no more than one week of four",
        "My manager has agreed two hours a week",
        "So that the team can run a week without me",
    )
    await paste(pilot, "26/2")
    assert "Fri 26 Feb 2027" in screen_text(app)
    await press(pilot, "ctrl+n")
    await answer_walk(
        pilot,
        "My manager, every second Friday",
        "I get nervous on Mondays",
        "I catch myself opening the rota",
        "I close it and ask Dee",
    )
    await paste(pilot, "18/12")
    await press(pilot, "enter")
    await paste(pilot, "29/1")
    await press(pilot, "ctrl+n")
    assert "That was the last question." in screen_text(app)
    await press(pilot, "enter")
    portfolio = on_disk(folders)
    (made,) = portfolio.live(Goal)
    (limitation,) = (one for one in portfolio.live(Finding) if one.area == "delegation")
    assert made.finding == limitation.id
    assert made.what == "Hand the weekly rota to my deputy"
    assert made.by == date(2027, 2, 26)
    assert (made.if_, made.then) == ("I catch myself opening the rota", "I close it and ask Dee")
    assert made.reviews == (date(2026, 12, 18), date(2027, 1, 29))
    assert "m3-37/1.2" in made.criteria
    shown = screen_text(app)
    for test in ("Specific", "Measurable", "Achievable", "Relevant", "Time-bound"):
        assert test in shown
    assert "?" not in "".join(line for line in shown.splitlines() if "Time-bound" in line)


async def after_meeting(app: IlmcoachApp, pilot: Pilot[None], folders: Folders) -> None:
    await press(pilot, "4")
    pilot.app.screen.query_one("#start-after-meeting").focus()
    await press(pilot, "enter")
    assert isinstance(app.screen, WalkScreen)
    # The action agreed at the meeting before comes up to be told.
    assert "Let the deputy chair" in screen_text(app)
    await press(pilot, "2", "ctrl+n")
    await answer_walk(pilot, "She chaired; I sat at the back and spoke twice.")
    await paste(pilot, "yesterday")
    assert "Fri 20 Nov 2026" in screen_text(app)
    await press(pilot, "ctrl+n")
    await answer_walk(
        pilot,
        "I keep work that others could do.",
        "What are you afraid would happen?",
        "I laughed, and had no answer.",
    )
    while (spot := app.screen.spot) is not None:
        if spot.step.id == "agreed":
            await paste(pilot, "Leave the rota alone for a week")
            await press(pilot, "enter")
            await paste(pilot, "in 2 weeks")
        elif spot.step.id == "effect":
            await paste(pilot, "I waited, and they found a better way than mine.")
        elif spot.step.id == "meaning":
            await paste(pilot, "The risk I see is mostly mine.")
        await press(pilot, "ctrl+n")
    await press(pilot, "enter")
    portfolio = on_disk(folders)
    (newest,) = (one for one in portfolio.live(Meeting) if one.held)
    assert newest.held == date(2026, 11, 20)
    assert newest.problem == "I keep work that others could do."
    (telling,) = portfolio.live(Telling)
    assert (telling.outcome, telling.text) == (
        "partly",
        "She chaired; I sat at the back and spoke twice.",
    )
    (agreed,) = portfolio.linked(Action, newest.id)
    assert (agreed.text, agreed.due) == ("Leave the rota alone for a week", date(2026, 12, 5))
    assert {one.text for one in portfolio.open_actions()} == {
        "Let the deputy chair",
        "Leave the rota alone for a week",
    }


async def write_and_hand_in(app: IlmcoachApp, pilot: Pilot[None], folders: Folders) -> Path:
    await press(pilot, "6")
    assert app.screen.query_one(TabbedContent).active == "tab-assignment"
    headings = app.screen.query_one("#tab-assignment OptionList", OptionList)
    while headings.highlighted != headings.get_option_index("action-plan-and-log/action-plan"):
        await press(pilot, "down")
    await press(pilot, "enter")
    assert isinstance(app.screen, DeskScreen)
    await press(pilot, "ctrl+n", "ctrl+b")
    await paste(pilot, "I began certain that a good supervisor knows every job best.")
    await press(pilot, "ctrl+s")
    assert "Delegating and trusting" in screen_text(app)
    await press(pilot, "ctrl+n")
    await paste(pilot, "Three meetings changed that.")
    await press(pilot, "f6")
    await press(pilot, "enter", "escape")
    await press(pilot, "ctrl+o")
    assert isinstance(app.screen, HandInScreen)
    assert "Own-work statement: open until you confirm it." in screen_text(app)
    app.screen.query_one("#format").focus()
    await press(pilot, "4", "ctrl+s")
    written = folders.exports / "action-plan-and-log-2026-11-21.md"
    assert "Not yet confirmed" in written.read_text(encoding="utf-8")
    app.screen.query_one("#confirm").focus()
    await press(pilot, "enter")
    app.screen.query_one("#confirm").focus()
    await press(pilot, "enter")
    assert "confirmed by Zoë Ward, Sat 21 Nov 2026" in screen_text(app)
    return written


@pytest.mark.long
async def test_the_main_job_from_an_empty_folder(opened: Opened, folders: Folders) -> None:
    async with opened() as (app, pilot):
        await first_meeting(app, pilot, folders)
        await set_up(app, pilot, folders)
        await strengths(app, pilot, folders)
    async with opened() as (app, pilot):
        await strengths_resumed(app, pilot, folders)
        await goal(app, pilot, folders)
        await after_meeting(app, pilot, folders)
        written = await write_and_hand_in(app, pilot, folders)
        app.screen.query_one("#write").focus()
        await press(pilot, "enter")
        app.screen.query_one("#yes").focus()
        await press(pilot, "enter")
    text = written.read_text(encoding="utf-8")
    for words in (
        "Zoë Ward",
        "## Leadership action plan",
        "I began certain that a good supervisor knows every job best.",
        "## Leadership log",
        "Three meetings changed that.",
    ):
        assert words in text
    assert "Not yet confirmed" not in text
    (statement,) = on_disk(folders).live(Statement)
    assert statement.name == "Zoë Ward"
    texts = {one.section: one.text for one in on_disk(folders).live(SectionText)}
    assert texts["log"] == "Three meetings changed that."
    assert texts["action-plan"].startswith("I began certain")

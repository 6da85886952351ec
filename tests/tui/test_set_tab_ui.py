"""The tab of the set: what it lists, what can be begun there, one record for one meeting."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from textual.widgets import Button, OptionList

from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    Action,
    Enquiry,
    Enrolment,
    LearningSet,
    Meeting,
    Person,
    Record,
    Run,
    SetQuestion,
)
from ilmcoach.settings import Folders
from ilmcoach.tui.panes.set_plan import set_groups
from ilmcoach.tui.present import show
from ilmcoach.tui.screens.form import FormScreen
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.my_set import MySetScreen
from ilmcoach.tui.screens.walk import WalkScreen
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    Opened,
    on_disk,
    opened_on,
    paste,
    press,
    screen_text,
    seed,
    settle,
    the,
)

AT: dict[str, Any] = {"made": BEFORE, "changed": BEFORE}
AWARD = Enrolment(id="award", pack="level-3-award", **AT)
THE_SET = LearningSet(id="s" * 32, rules="Half an hour each.", **AT)
COMING = Meeting(id="c" * 32, planned=date(2026, 12, 3), problem="The rota.", **AT)
COME = Meeting(id="d" * 32, planned=date(2026, 11, 20), problem="The rota.", **AT)
SOME: list[Record] = [
    THE_SET,
    COMING,
    Meeting(id="m" * 32, held=date(2026, 10, 1), struck="A silence.", **AT),
    Meeting(id="n" * 32, **AT),
    Meeting(id="e" * 32, **AT),
    Action(id="a" * 32, text="Ask", links=("n" * 32,), **AT),
    SetQuestion(id="q" * 32, text="Who decides?", meant=True, **AT),
    SetQuestion(id="r" * 32, text="What else?", links=("m" * 32,), **AT),
    Enquiry(id="f" * 32, text="Which theory?", **AT),
    Person(id="p" * 32, name="Kath", role="member", **AT),
]


async def test_everything_of_the_set_is_listed_in_its_place(
    opened: Opened, folders: Folders
) -> None:
    seed(folders.data, CERTIFICATE, *SOME)
    async with opened() as (app, _):
        groups = set_groups(app.workspace)
    assert {group.title: [one.id[0] for one in group.records] for group in groups} == {
        "": ["s"],
        "To come": ["c"],
        "Agreed, still open": ["a"],
        "Set meetings": ["n", "m"],
        "Done or dropped": [],
        "Questions to ask": ["q"],
        "Asked my tutor": ["f"],
        "People": ["p"],
    }


@pytest.mark.parametrize("known", [True, False])
async def test_no_button_is_cut_off_in_a_narrow_window(folders: Folders, known: bool) -> None:
    seed(folders.data, CERTIFICATE, COMING, *([THE_SET] if known else []))
    async with opened_on(folders, size=NARROW) as (app, pilot):
        await press(pilot, "4")
        row = list(app.screen.query("#set > .buttons Button").results(Button))
        shown = [str(one.label) for one in row if one.display]
        assert shown == [
            "After a set meeting",
            "Prepare the next one" if known else "My set",
            "Add an action",
            "More…",
        ]
        assert all(
            one.region.right <= NARROW[0] and one.region.height for one in row if one.display
        )
        await press(pilot, "end", "home", *["down"] * known)
        assert "In the meeting" in screen_text(app), "beside a meeting that is to come"
        app.screen.query_one("#more", Button).press()
        await settle(pilot)
        listed = [str(one.prompt) for one in the(app, OptionList, "#ways").options]
        assert any(one.startswith("Prepare the next one") for one in listed) is not known
        titles = [one.split("\n")[0] for one in listed]
        assert {"Just the short one", "In the meeting", "My set", "Ask my tutor"} <= set(titles)
        the(app, OptionList, "#ways").highlighted = titles.index("Ask my tutor")
        await press(pilot, "enter")
        assert isinstance(app.screen, FormScreen)
        assert "Asked a tutor" in screen_text(app)


async def test_a_programme_without_a_set_begins_actions_only(folders: Folders) -> None:
    seed(folders.data, AWARD)
    async with opened_on(folders) as (app, pilot):
        await press(pilot, "4")
        row = app.screen.query("#set > .buttons Button").results(Button)
        assert [str(one.label) for one in row] == ["Add an action"]
        assert "Nothing here yet" in screen_text(app)
        home = app.screen
        assert isinstance(home, HomeScreen)
        assert "My set" not in [name for name, *_ in home.commands()]


async def test_looking_back_goes_on_in_the_meeting_that_was_prepared(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, THE_SET, COME)
    async with opened_on(folders) as (app, pilot):
        for _ in range(2):
            await press(pilot, "4")
            app.screen.query_one("#start-after-meeting", Button).press()
            await settle(pilot)
            assert isinstance(app.screen, WalkScreen)
            if app.screen.spot and app.screen.spot.step.id == "held":
                await paste(pilot, "yesterday")
                await press(pilot, "ctrl+n")
            assert "The rota." in screen_text(app)
            await press(pilot, "escape")
    found = on_disk(folders.data)
    (meeting,) = found.live(Meeting)
    assert (meeting.id, meeting.held) == (COME.id, date(2026, 11, 20))
    assert len(found.live(Run)) == 1


async def test_the_short_one_and_the_deeper_one_share_the_prepared_meeting(
    folders: Folders,
) -> None:
    seed(folders.data, CERTIFICATE, THE_SET, COME)
    async with opened_on(folders) as (app, pilot):
        home = app.screen
        assert isinstance(home, HomeScreen)
        await home._going.walk("quick-meeting")
        await settle(pilot)
        await paste(pilot, "A silence.")
        await press(pilot, "ctrl+n", "ctrl+n", "ctrl+n")
        app.screen.query_one("#deeper", Button).press()
        await settle(pilot)
        await press(pilot, "ctrl+n")
        assert "The rota." in screen_text(app)
        await press(pilot, "escape")
    (meeting,) = on_disk(folders.data).live(Meeting)
    assert (meeting.id, meeting.struck) == (COME.id, "A silence.")


async def test_records_of_the_set_open_where_they_can_be_changed(folders: Folders) -> None:
    told = Meeting(id="m" * 32, held=date(2026, 10, 1), struck="A silence.", **AT)
    seed(folders.data, CERTIFICATE, THE_SET, COMING, COME, told)
    places = []
    async with opened_on(folders) as (app, pilot):
        home = app.screen
        assert isinstance(home, HomeScreen)
        for meeting in (COMING, COME, told):
            await home._going.edit(meeting)
            await settle(pilot)
            assert isinstance(app.screen, WalkScreen)
            assert app.screen.spot is not None
            places.append((app.screen.run.walk, app.screen.spot.key, app.screen.run.subject))
            await press(pilot, "escape")
        await home._going.edit(THE_SET)
        await settle(pilot)
        assert isinstance(app.screen, MySetScreen)
    assert places == [
        ("before-meeting", "problem", COMING.id),
        ("after-meeting", "held", COME.id),
        ("after-meeting", "held", told.id),
    ]


def test_a_set_outside_what_works_says_so_where_it_is_read() -> None:
    kath = Person(id="p", name="Kath", role="member", **AT)
    alone = show(THE_SET, Portfolio({one.id: one for one in (THE_SET, kath)}), None)
    told = {part.label: part.text for part in alone.parts if not part.own}
    assert "2 members with you: too few" in told["Worth a word with your tutor"]
    others = [Person(id=name, name=name, role="member", **AT) for name in "ABC"]
    whole = show(THE_SET, Portfolio({one.id: one for one in (THE_SET, *others)}), None)
    assert [part.label for part in whole.parts] == [
        *("Members beside me", "What we hold each other to"),
    ]

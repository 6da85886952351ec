"""The log shows only what is picked, and any record is linked to criteria by one key."""

from __future__ import annotations

from datetime import timedelta

from textual.widgets import OptionList

from ilmcoach.portfolio.filtering import Wanted
from ilmcoach.portfolio.records import Action, Goal, Meeting, Note, Telling, Turn
from ilmcoach.settings import Folders
from ilmcoach.tui.panes.log import LogPane
from ilmcoach.tui.panes.records import MOST
from ilmcoach.tui.screens.criteria import CriteriaScreen
from ilmcoach.tui.screens.pick import PickScreen
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    on_disk,
    opened_on,
    press,
    screen_text,
    seed,
    settle,
    the,
)

AT = {"made": BEFORE, "changed": BEFORE}


def write_something(folders: Folders) -> None:
    seed(
        folders.data,
        CERTIFICATE,
        Meeting(id="m", problem="The rota", made=BEFORE, changed=BEFORE),
        Action(id="a", text="Ask Anna about it", links=("m",), made=BEFORE, changed=BEFORE),
        Telling(id="t", text="She knew.", links=("a",), made=BEFORE, changed=BEFORE),
        Goal(id="g", what="Hand over", made=BEFORE, changed=BEFORE),
        Note(
            id="n",
            text="Elsewhere",
            criteria=("m3-37/1.1", "other/1"),
            made=BEFORE,
            changed=BEFORE + timedelta(minutes=1),
        ),
    )


def listed(app: object) -> set[str]:
    options = the(app, OptionList, "#log OptionList")  # type: ignore[arg-type]
    return {option.id for option in options.options if option.id}


async def test_choices_are_combined_and_taken_back_by_one_key(folders: Folders) -> None:
    write_something(folders)
    async with opened_on(folders, size=NARROW) as (app, pilot):
        await press(pilot, "5")
        assert listed(app) == {"m", "a", "t", "g", "n"}
        await press(pilot, "m")
        assert isinstance(app.screen, PickScreen)
        await press(pilot, "down", "enter")
        assert listed(app) == {"m", "a", "t"}
        assert "3 of 5" in screen_text(app)
        await press(pilot, "k")
        assert "Action (1)" in screen_text(app)
        await press(pilot, "end", "enter")
        assert listed(app) == set()
        assert "Nothing fits all of these" in screen_text(app)
        await press(pilot, "enter")
        assert listed(app) == {"m", "a", "t", "g", "n"}
        await pilot.click("#log-criterion")
        await settle(pilot)
        assert isinstance(app.screen, PickScreen)
        picks = the(app, OptionList, "#picks")
        wanted = [str(one.prompt) for one in picks.options]
        picks.highlighted = next(n for n, words in enumerate(wanted) if "M3.37 1.1" in words)
        await press(pilot, "enter")
        assert listed(app) == {"n"}
        await press(pilot, "x")
        assert listed(app) == {"m", "a", "t", "g", "n"}


async def test_a_long_log_shows_the_newest_and_says_how_many_more(folders: Folders) -> None:
    late = [
        Note(id=f"{n}", text=f"Thought {n}", made=BEFORE, changed=BEFORE + timedelta(minutes=n))
        for n in range(1, MOST + 41)
    ]
    seed(folders.data, CERTIFICATE, *late, Goal(id="g", what="Hand over", **AT))  # type: ignore[arg-type]
    async with opened_on(folders) as (app, pilot):
        await press(pilot, "5")
        assert len(listed(app)) == MOST
        assert f"{MOST + 40}" in listed(app)
        assert "g" not in listed(app)
        last = the(app, OptionList, "#log OptionList").options[-1]
        assert "and 41 more" in str(last.prompt)
        await press(pilot, "k", "down", "enter")
        assert listed(app) == {"g"}


async def test_one_key_links_a_record_to_criteria_and_undo_takes_it_back(folders: Folders) -> None:
    write_something(folders)
    async with opened_on(folders, size=NARROW) as (app, pilot):
        await press(pilot, "5", "home", "c")
        assert isinstance(app.screen, CriteriaScreen)
        shown = screen_text(app)
        assert "Elsewhere" in shown
        assert "stays away" in shown
        await press(pilot, "space")
        linked = on_disk(folders.data).live(Note)[0]
        assert linked.criteria == ("m3-10/1.1", "m3-37/1.1", "other/1")
        await press(pilot, "ctrl+z")
        assert on_disk(folders.data).live(Note)[0].criteria == ("m3-37/1.1", "other/1")
        await press(pilot, "space", "down", "space", "escape")
        assert len(on_disk(folders.data).live(Note)[0].criteria) == 4
        assert "M3.10 1.2" in screen_text(app)
        await pilot.click("#log .criteria")
        await settle(pilot)
        assert isinstance(app.screen, CriteriaScreen)


async def test_turns_are_listed_only_where_they_are_asked_for(folders: Folders) -> None:
    write_something(folders)
    turn = Turn(id="k", who="Karim", links=("m",), made=BEFORE, changed=BEFORE)
    seed(folders.data, turn)
    async with opened_on(folders) as (app, pilot):
        await press(pilot, "5")
        assert listed(app) == {"m", "a", "t", "g", "n"}
        the(app, LogPane).wanted = Wanted(kind="turn")
        the(app, LogPane).refresh_pane()
        await settle(pilot)
        assert listed(app) == {"k"}

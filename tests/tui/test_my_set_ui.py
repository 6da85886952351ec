"""The page about the set: names, facts beside them, and no word lost."""

from __future__ import annotations

from textual.widgets import Input, OptionList

from ilmcoach.portfolio.records import LearningSet, Person
from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.my_set import MySetScreen
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.plain import Plain
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    Opened,
    draft,
    on_disk,
    opened_on,
    paste,
    press,
    screen_text,
    seed,
    the,
    until,
)

TUTOR = Person(
    id="t" * 32, made=BEFORE, changed=BEFORE, name="Maureen", role="tutor", text="Room 3"
)


def names(folders: Folders, role: str) -> list[str]:
    return [one.name for one in on_disk(folders.data).people(role)]


def known(app: IlmcoachApp, about: str) -> str:
    """What is told about a part of the page; it may lie below what a small window shows."""
    return str(the(app, Plain, f"#{about}-facts").content)


async def test_a_set_is_typed_and_changed_with_what_is_known_beside_it(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, TUTOR)
    async with opened_on(folders, size=NARROW) as (app, pilot):
        await press(pilot, "4")
        app.screen.query_one("#my-set").focus()
        await press(pilot, "enter")
        assert isinstance(app.screen, MySetScreen)
        await press(pilot, "f1")
        assert "it stops nobody" in " ".join(screen_text(app).replace("│", " ").split())
        await press(pilot, "escape")
        assert "Members beside you" in screen_text(app)
        await paste(pilot, "Kath\nPaul [/notes]")
        assert "! 3 members with you: too few" in screen_text(app)
        await paste(pilot, "\nJo")
        assert "4 members with you: a good size" in screen_text(app)
        await press(pilot, "tab")
        await paste(pilot, "maureen")
        assert "Steps in only where" in known(app, "advisor")
        await press(pilot, "tab")
        await paste(pilot, "To think aloud.")
        await press(pilot, "tab", "tab")
        await paste(pilot, "1 September")
        assert "between Mon 1 Mar 2027" in known(app, "length")
        await press(pilot, "enter")
        await paste(pilot, "last Tuesday of never")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, MySetScreen), "a day nobody can read stays to be mended"
        the(app, Input, "#row-end Input").value = ""
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, HomeScreen)
        the(app, OptionList, "#set OptionList").focus()
        await press(pilot, "home")
        assert "Kath, Paul [/notes], Jo" in screen_text(app)
        assert names(folders, "member") == ["Kath", "Paul [/notes]", "Jo"]
        kept = on_disk(folders.data).people("member")[0].id
        await press(pilot, "enter")
        the(app, Editor, "#members").load_text("Kath\nSid")
        await press(pilot, "ctrl+s")
    found = on_disk(folders.data)
    assert [one.name for one in found.people("member")] == ["Kath", "Sid"]
    assert found.people("member")[0].id == kept
    assert [(one.id, one.text) for one in found.people("advisor")] == [(TUTOR.id, "Room 3")]
    (one,) = found.live(LearningSet)
    assert (one.purpose, str(one.start)) == ("To think aloud.", "2026-09-01")


async def test_what_was_typed_about_the_set_is_offered_back(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE)
    async with opened_on(folders) as (app, pilot):
        await press(pilot, "4")
        app.screen.query_one("#my-set").focus()
        await press(pilot, "enter", "ctrl+s")
        assert "There is nothing written yet." in screen_text(app)
        await paste(pilot, "Kath\nPaul")
        await until(lambda: "Paul" in draft(folders.data, "set/"))
    async with opened_on(folders) as (app, pilot):
        assert "A change to your set you had not saved" in screen_text(app)
        await press(pilot, "ctrl+n")
        assert isinstance(app.screen, MySetScreen)
        assert the(app, Editor, "#members").text == "Kath\nPaul"
        assert "Brought back what you typed" in screen_text(app)
        await press(pilot, "ctrl+s")
    assert names(folders, "member") == ["Kath", "Paul"]
    assert draft(folders.data, "set/") == ""


async def test_the_palette_leads_to_the_set_where_there_is_one(
    opened: Opened, folders: Folders
) -> None:
    seed(folders.data, CERTIFICATE)
    async with opened() as (app, _):
        assert isinstance(app.screen, HomeScreen)
        assert "My set" in [name for name, *_ in app.screen.commands()]

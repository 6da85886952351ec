"""What the tabs say of a learner's programme."""

from __future__ import annotations

import shutil
from datetime import date

from textual.widgets import TabbedContent

from ilmcoach.portfolio.records import Action, Enrolment
from ilmcoach.settings import Folders
from ilmcoach.tui.screens.form import FormScreen
from tests.cli.course import COURSE
from tests.tui.conftest import Opened, press, screen_text
from tests.tui.driving import BEFORE, seed


def enrolled(pack: str) -> Enrolment:
    return Enrolment(id="e" * 32, made=BEFORE, changed=BEFORE, pack=pack)


async def test_a_pack_that_broke_is_said_on_every_tab(opened: Opened, folders: Folders) -> None:
    shutil.copytree(COURSE, folders.packs / COURSE.name)
    pack = folders.packs / COURSE.name / "pack.md"
    pack.write_text(pack.read_text().replace("title:", "tittle:"))
    seed(folders.data, enrolled("short-course"))
    async with opened() as (app, _):
        assert "short-course, cannot be used now" in screen_text(app)
        assert "is kept" in screen_text(app)


async def test_a_programme_without_a_set_has_actions_only(opened: Opened, folders: Folders) -> None:
    seed(folders.data, enrolled("level-3-award"))
    async with opened() as (app, pilot):
        assert app.screen.query_one(TabbedContent).get_tab("tab-set").label_text == "Actions"
        await press(pilot, "4")
        assert "After a set meeting" not in screen_text(app).split("Nothing here yet")[0]


async def test_something_to_do_can_be_told_from_today(opened: Opened, folders: Folders) -> None:
    action = Action(id="a" * 32, made=BEFORE, changed=BEFORE, text="Ask", due=date(2026, 11, 26))
    seed(folders.data, enrolled("level-3-certificate"), action)
    async with opened() as (app, pilot):
        app.screen.query_one("#due-list").focus()
        await press(pilot, "enter")
        assert isinstance(app.screen, FormScreen)
        assert "How did it go?" in screen_text(app)

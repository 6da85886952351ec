"""The first tab: what is due, the way through the programme, what comes next."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from textual.widgets import OptionList

from ilmcoach.portfolio.records import (
    Activity,
    Enquiry,
    FeedbackRequest,
    Goal,
    Meeting,
    Record,
    Run,
)
from ilmcoach.settings import Folders
from ilmcoach.tui.screens.form import FormScreen
from ilmcoach.tui.screens.walk import WalkScreen
from ilmcoach.tui.screens.week import WeekScreen
from tests.tui.driving import BEFORE, CERTIFICATE, NARROW, WIDE, Opened, press, screen_text, seed

AT: dict[str, Any] = {"made": BEFORE, "changed": BEFORE}
RECORDS: list[Record] = [
    CERTIFICATE,
    Meeting(id="m", held=date(2026, 10, 8), next_on=date(2026, 12, 3), struck="x", **AT),
    Activity(id="activity", what="Shadow K", by=date(2026, 11, 19), **AT),
    Goal(id="g1", what="Listen to the end", **AT),
    Goal(id="g2", what="Hand over the rota", reviews=(date(2026, 11, 22),), **AT),
    FeedbackRequest(id="q", who="Maria", by=date(2026, 11, 27), **AT),
    Enquiry(id="e", text="What is Q?", asked_on=date(2026, 11, 1), **AT),
]


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
async def test_all_that_is_due_and_the_way_there(
    opened: Opened, folders: Folders, size: tuple[int, int]
) -> None:
    seed(folders.data, *RECORDS)
    async with opened(size) as (app, pilot):
        text = screen_text(app)
        lines = [" ".join(line.strip(" │").split()) for line in text.splitlines()]
        panel = " ".join(lines)
        for line in (
            "! No answer yet: What is Q? 13 days ago",
            "! Shadow K 2 days ago",
            "○ Look again: Hand over the rota Sun 22 Nov",
            "○ Feedback from Maria Fri 27 Nov",
        ):
            assert line in panel
        assert any(line.startswith("Sep") and "today" in line for line in lines)
        (way,) = [line for line in lines if "◆" in line]
        assert [one for one in way if one not in "─ "] == ["●", "◆", "△", "○", "■"]

        due = app.screen.query_one("#due-list", OptionList)
        due.focus()
        due.highlighted = 2
        await press(pilot, "enter")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.spot is not None
        assert app.screen.spot.key == "status@g2"


async def test_without_days_there_is_no_line_and_nothing_to_do(
    opened: Opened, folders: Folders
) -> None:
    seed(folders.data, type(CERTIFICATE)(id="enrolment", pack=CERTIFICATE.pack, **AT))
    async with opened(NARROW) as (app, _):
        assert "Nothing is waiting to be done." in screen_text(app)
        assert not app.screen.query_one("#journey").display


async def test_other_lines_open_where_they_can_be_changed(opened: Opened, folders: Folders) -> None:
    seed(folders.data, *RECORDS)
    async with opened(NARROW) as (app, pilot):
        app.screen.query_one("#due-list", OptionList).focus()
        await press(pilot, "enter")
        assert isinstance(app.screen, FormScreen)
        assert "What is Q?" in screen_text(app)


async def test_ctrl_n_opens_the_look_at_the_week(opened: Opened, folders: Folders) -> None:
    started = BEFORE.replace(day=1)
    old = Activity(id="x", what="Shadow K", made=started, changed=started)
    begun = Run(id="r", walk="getting-started", finished=BEFORE, **AT)
    seed(folders.data, CERTIFICATE, old, begun)
    async with opened(NARROW) as (app, pilot):
        assert "A look at the week" in screen_text(app)
        await press(pilot, "ctrl+n")
        assert isinstance(app.screen, WeekScreen)

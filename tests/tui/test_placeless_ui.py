"""What was written under headings that no pack has any more stays in sight."""

from __future__ import annotations

from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import CueCard, Run, SectionText
from ilmcoach.settings import Folders
from ilmcoach.tui.present import show
from ilmcoach.tui.screens.placeless import PlacelessScreen
from ilmcoach.tui.widgets.plain import Act
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
)

GONE = SectionText(
    id="5" * 32,
    made=BEFORE,
    changed=BEFORE,
    assessment="old-task",
    section="my-team",
    text="[b]Ours",
)
KNOWN = SectionText(
    id="6" * 32,
    made=BEFORE,
    changed=BEFORE,
    assessment="action-plan-and-log",
    section="log",
    text="Stands",
)
CARD = CueCard(
    id="7" * 32, made=BEFORE, changed=BEFORE, assessment="old-task", criterion="x/1", text="Say it"
)


async def test_the_assignment_tab_leads_to_words_whose_heading_is_gone(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, GONE, KNOWN, CARD)
    async with opened_on(folders, size=NARROW) as (app, pilot):
        await press(pilot, "6")
        button = app.screen.query_one("#placeless", Act)
        button.press()
        await settle(pilot)
        assert isinstance(app.screen, PlacelessScreen)
        shown = screen_text(app)
        assert "My team" in shown
        assert "[b]Ours" in shown
        assert "Stands" not in shown
        await press(pilot, "ctrl+k")
        assert app.clipboard == "[b]Ours"
        await press(pilot, "delete")
        assert "[b]Ours" not in screen_text(app)
        await press(pilot, "ctrl+z")
        assert "[b]Ours" in screen_text(app)
    kept = on_disk(folders.data).get(GONE.id)
    assert kept is not None
    assert kept.trashed is None


def test_an_answer_whose_step_and_pack_are_gone_is_shown_in_plain_words() -> None:
    run = Run(id="r", made=BEFORE, changed=BEFORE, walk="old-walk", answers={"my-week@2": "Busy."})
    shown = show(run, Portfolio({run.id: run}), None)
    assert shown.title == "Old walk"
    assert [(part.label, part.text) for part in shown.parts] == [("My week", "Busy.")]

"""The desk and what lies behind it: room for the text, whatever stands around it."""

from __future__ import annotations

from typing import Any

import pytest

from ilmcoach.portfolio.coverage import CriterionCount, SectionCount
from ilmcoach.portfolio.records import Goal, Note, Quote, Remark, SectionText
from ilmcoach.portfolio.word_diff import compare
from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.desk import DeskScreen
from ilmcoach.tui.screens.desk_words import heading_line
from ilmcoach.tui.screens.versions import VersionsScreen
from ilmcoach.tui.screens.whereabouts import WhereaboutsScreen
from ilmcoach.tui.showing.versions import changed_words
from ilmcoach.tui.widgets.compared import Compared
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.grid import Grid
from ilmcoach.tui.widgets.mine import Mine
from ilmcoach.tui.widgets.plain import Plain
from ilmcoach.tui.widgets.quotes_line import QuotesLine
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    WIDE,
    on_disk,
    opened_on,
    press,
    screen_text,
    seed,
    settle,
    the,
    type_in,
    until,
)

TASK, HERE = "reflective-review", "organisation"
ONE, TWO = "I talk too much when they are quiet.", "They asked me twice [/red] and I laughed."
BODY = "\n\n".join(f"Paragraph {number} of what I did." for number in range(1, 15))
AT: dict[str, Any] = {"made": BEFORE, "changed": BEFORE}
TEXT = SectionText(
    id="1" * 32, **AT, assessment=TASK, section=HERE, text=f"{BODY}\n\n{ONE}\n\n{TWO}"
)
MINE = Note(id="2" * 32, **AT, text="Nobody wrote the target down.", criteria=("m3-36/1.1",))
GOAL = Goal(
    id="3" * 32,
    **AT,
    what=f"Hand the weekly rota to Dana {'and leave it with her ' * 4}[/notes]",
    criteria=("m3-36/1.1",),
)
SAID = Remark(id="4" * 32, **AT, assessment=TASK, section=HERE, text="Where is the [theory]?")
DONE = Remark(id="5" * 32, **AT, assessment=TASK, section=HERE, text="Long ago", done=True)
QUOTES = [
    Quote(id=f"{number}" * 32, **AT, assessment=TASK, section=HERE, source=MINE.id, text=words)
    for number, words in ((6, ONE), (7, TWO))
]


def counted(*covered: str, uncovered: tuple[str, ...]) -> SectionCount:
    """A heading with these criteria."""
    labels = (*covered, *uncovered)
    criteria = tuple(CriterionCount(one, one, one in covered, 0) for one in labels)
    return SectionCount("plan", "Plan", 40, 20, 1, criteria)


def test_a_heading_names_what_nothing_stands_behind_without_its_unit() -> None:
    one_unit = counted("M3.10 1.1", uncovered=("M3.10 1.2", "M3.10 2.1"))
    line = heading_line(one_unit, here=True, questioned=())
    assert line.plain == "Plan\n1 word\nnothing behind 1.2, 2.1"
    two_units = counted(uncovered=("M3.10 1.2", "M3.36 1.2"))
    line = heading_line(two_units, here=False, questioned=())
    assert line.plain.endswith("nothing behind M3.10 1.2, M3.36 1.2")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("We met.", "We met. On Tuesday.", "1 place changed: 2 words new."),
        ("We met. On Tuesday.", "We met.", "1 place changed: 2 words gone."),
        ("We met Ann.", "We met Bo.", "1 place changed: 1 word gone, 1 new."),
        ("We met.", "We met.", "Nothing changed since."),
    ],
)
def test_what_changed_is_said_without_noughts(old: str, new: str, said: str) -> None:
    assert changed_words(compare(old, new)) == said


def cursor_in_sight(app: IlmcoachApp) -> bool:
    """True if the row that the cursor stands in is drawn."""
    editor = the(app, Editor)
    row = editor.wrapped_document.location_to_offset(editor.cursor_location).y
    return 0 <= row - editor.scroll_offset.y < editor.size.height


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_quotes_and_records_leave_the_text_its_room(
    folders: Folders, size: tuple[int, int]
) -> None:
    seed(folders.data, CERTIFICATE, TEXT, MINE, GOAL, SAID, DONE, *QUOTES)
    async with opened_on(folders, size=size) as (app, pilot):
        await press(pilot, "6", "home", "enter")
        the(app, DeskScreen)
        assert cursor_in_sight(app)
        await press(pilot, "f4")
        assert cursor_in_sight(app), "the drawer folds the text anew"
        assert the(app, Mine).has_focus_within
        beside = screen_text(app)
        assert "Where is the [theory]?" in beside, "what the tutor said of this heading"
        assert "Long ago" not in beside
        # From the text F4 leads into the records; from there it leads back.
        the(app, Editor).focus()
        await press(pilot, "f4")
        assert the(app, Mine).has_focus_within
        await press(pilot, "end", "q", "enter")
        assert MINE.text in the(app, Editor).text
        assert cursor_in_sight(app)
        await press(pilot, "f9", "f7")
        assert "Accepted. " in screen_text(app)
        assert the(app, QuotesLine).size.height <= 3
        assert the(app, Editor).size.height >= 7
        assert "Take back" in screen_text(app)
        assert cursor_in_sight(app)


async def test_a_goal_is_read_whole_and_typing_says_what_became_of_it(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, GOAL)
    async with opened_on(folders, size=NARROW) as (app, pilot):
        await press(pilot, "6", "home", "enter")
        assert "Begin anywhere, in your own words." in screen_text(app)
        await type_in(pilot, "Nine people work here")
        stage = the(app, Plain, "#stage")
        assert str(stage.content).endswith("· 4 words")
        await until(lambda: "· kept " in screen_text(app))
        assert "· saved " not in screen_text(app)
        await press(pilot, "ctrl+s")
        assert "· saved " in screen_text(app)
        assert "· kept " not in screen_text(app)
        await press(pilot, "f4", "enter")
        assert "leave it with her [/notes]" in " ".join(
            str(part.content) for part in the(app, Mine).query(Plain) if part.display
        )
    assert [one.text for one in on_disk(folders.data).live(SectionText)] == [
        "Nine people work here"
    ]


async def test_pages_behind_the_desk_look_the_same_after_one_another(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, TEXT)
    async with opened_on(folders, size=NARROW) as (app, pilot):
        await press(pilot, "6", "home", "enter", "f5")
        the(app, VersionsScreen)
        first = screen_text(app)
        assert the(app, Compared).size.height >= 12
        await press(pilot, "escape", "f8")
        the(app, WhereaboutsScreen)
        assert "Changes…" in screen_text(app)
        await press(pilot, "f5")
        assert screen_text(app) == first
        await press(pilot, "escape", "f1")
        assert "Help: What's written where" in screen_text(app)
        await press(pilot, "escape")
        the(app, Grid).move_cursor(row=1)
        await press(pilot, "right")
        asks = the(app, Plain, "#meaning")
        assert "one purpose in common" in str(asks.content)
        assert asks.region.height == 2
        # From the tab too, and at the heading that is stood on there.
        await press(pilot, "escape", "escape", "down", "f8")
        the(app, WhereaboutsScreen).dismiss(None)
        await settle(pilot)
        await press(pilot, "enter", "f8")
        grid = the(app, Grid)
        assert grid.key_at(grid.cursor_coordinate) == "style"

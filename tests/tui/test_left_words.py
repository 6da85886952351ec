"""Typing whose question is gone, and packs that are used and gone, in plain words."""

from __future__ import annotations

from contextlib import closing

import pytest
from msgspec.structs import replace

from ilmcoach.clock import FixedClock
from ilmcoach.portfolio.records import Run
from ilmcoach.services.packs import PackDesk
from ilmcoach.services.workspace import open_workspace
from ilmcoach.settings import Folders
from ilmcoach.tui.left_words import as_words, has_place
from ilmcoach.tui.showing.packs import BROKEN, pack_rows
from tests.kit.parcels import FRIDAY, folder_of
from tests.tui.driving import BEFORE, CERTIFICATE, NOW, seed


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        ("Heavy.\n[b]", "Heavy.\n[b]"),
        ('[{"id":"ab","text":"Ask Dee","due":"friday"},{"id":"c","text":""}]', "Ask Dee · friday"),
        ("[3]", "[3]"),
    ],
)
def test_what_was_typed_reads_as_text(draft: str, words: str) -> None:
    assert as_words(draft) == words


def test_a_place_is_looked_for_where_the_words_were_typed(folders: Folders) -> None:
    folder_of(FRIDAY, folders.packs / "friday")
    run = Run(id="r", made=BEFORE, changed=BEFORE, walk="looking-back")
    enrolment = replace(CERTIFICATE, also=("friday", "lost"))
    seed(folders.data, enrolment, run, replace(run, id="o", walk="of-another-pack"))
    with closing(open_workspace(folders, clock=FixedClock(NOW))) as space:
        placed = {
            key: has_place(key, space)
            for key in (
                "walk/r/felt",
                "walk/r/felt@2",
                "walk/r/gone",
                "walk/o/felt",
                "walk/deleted/felt",
                "section/action-plan-and-log/log",
                "section/action-plan-and-log/gone",
                "section/gone/log",
                "note/new",
            )
        }
        assert [key for key, there in placed.items() if not there] == [
            "walk/r/gone",
            "walk/o/felt",
            "section/action-plan-and-log/gone",
            "section/gone/log",
        ]
        rows = {one.id: one for one in pack_rows(PackDesk(space), space.library)}
        assert (rows["lost"].group, rows["lost"].used) == (BROKEN, "beside")
        assert "What you wrote is kept. Add it again, or stop using it." in rows["lost"].trouble
        assert rows["leadership-walks"].group == "What these build on"
        assert rows["friday"].own

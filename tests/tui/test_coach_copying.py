"""No key, mouse or menu takes a word of a coach into what the learner writes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.pilot import Pilot
from textual.selection import SELECT_ALL
from textual.widget import Widget
from textual.widgets import OptionList

from ilmcoach.portfolio.records import Exchange
from ilmcoach.services.coaching import Preview
from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.ai_record import AIRecordScreen
from ilmcoach.tui.screens.ai_statement import AIStatementScreen
from ilmcoach.tui.screens.coach_consent import ConsentScreen
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.plain import Plain
from tests.coach.fake_line import FakeLine, posed
from tests.tui.coached import HOST, OWN, asked, begin, coached, from_model, to_walk
from tests.tui.driving import BEFORE, NARROW, every, handled, hit, on_disk, press, seed, settle, the

SENT = Exchange(
    id="e" * 32,
    made=BEFORE,
    changed=BEFORE,
    way="pose",
    host=HOST,
    model="small",
    place="after-meeting/struck",
    sent='{"messages":[{"role":"user","content":"planted words"}]}',
    answered=BEFORE,
    ended="shown",
    shown=("Which words were planted?",),
)


def shows(root: Widget, *words: str) -> Iterator[Plain]:
    """The parts that can be seen and hold any of these words."""
    for part in every(root):
        if isinstance(part, Plain) and part.region:
            text = str(part.content)
            if any(word in text for word in words):
                yield part


async def grab(pilot: Pilot[None], part: Widget) -> None:
    """Everything that a hand can do to take a text: drag, double and triple click, the right
    button, select all, copy."""
    app = pilot.app
    assert isinstance(app, IlmcoachApp)
    seen = part.region.intersection(app.screen.region)
    end = (seen.width - 1, seen.height - 1)
    await pilot.mouse_down(part, offset=(0, 0))
    await pilot.hover(part, offset=end)
    await pilot.mouse_up(part, offset=end)
    hit(app, "ctrl+c", "ctrl+insert")
    for times in (2, 3):
        await pilot.click(part, offset=(1, 0), times=times)
        hit(app, "ctrl+c")
    await pilot.click(part, offset=(1, 0), button=3)
    await handled()
    # Messages in the corner are ours and can be selected; a coach's words never.
    taken = f"{app.screen.get_selected_text() or ''}\n{app.clipboard}"
    for words in str(getattr(part, "content", "")).split("\n"):
        assert not words or words not in taken, part


@pytest.mark.parametrize("size", [NARROW])
async def test_nothing_beside_the_text_can_be_taken_into_it(
    folders: Folders, size: tuple[int, int]
) -> None:
    begin(folders)
    line = FakeLine(posed(OWN, "Who else could do the rota?", reading=["R1"]))
    async with coached(folders, line, size) as (app, pilot):
        await to_walk(app, pilot)
        await press(pilot, "f2")
        texts = [one.split("\n")[0] for one in (*asked(app), *from_model(app))]
        assert len(texts) == 5
        parts = list(shows(app.screen, *texts))
        assert len(parts) >= 4, "one may have to be scrolled to"
        for part in parts:
            assert not part.allow_select
            await grab(pilot, part)
        # The line that finds words takes what is selected in the text, and there is only that.
        editor = the(app, Editor)
        app.screen.set_focus(editor)
        await press(pilot, "ctrl+f")
        found = app.screen.query_one("#find-words")
        assert not getattr(found, "value", "")
        await press(pilot, "ctrl+v")
        pasted = [getattr(found, "value", "")]
        await press(pilot, "escape")
        app.screen.set_focus(editor)
        await press(pilot, "ctrl+v", "shift+insert", "ctrl+s")
        pasted += [editor.text, app.clipboard]
        # A selection that begins in a message of ours and goes on over everything.
        everything = dict.fromkeys(every(app.screen), SELECT_ALL)
        app.screen.selections = everything
        pasted.append(app.screen.get_selected_text() or "")
        hit(app, "ctrl+c")
        await press(pilot, "ctrl+v", "ctrl+s")
        pasted += [app.clipboard, *(one.struck for one in on_disk(folders.data).meetings())]
    assert len(pasted) == 6
    for text in pasted:
        for word in texts:
            assert word not in text


async def test_nothing_of_the_record_the_statement_or_a_preview_can_be_taken(
    folders: Folders,
) -> None:
    begin(folders)
    seed(folders.data, SENT)
    async with coached(folders, FakeLine(posed())) as (app, pilot):
        assert app.keeper is not None
        assert app.coach is not None
        await app.push_screen(AIRecordScreen(app.keeper))
        await settle(pilot)
        for part in shows(app.screen, "planted"):
            await grab(pilot, part)
        assert app.screen.query_one(OptionList).option_count == 1
        await app.push_screen(AIStatementScreen(app.keeper))
        await settle(pilot)
        (part,) = shows(app.screen, "planted")
        await grab(pilot, part)
        editor = the(app, Editor)
        app.screen.set_focus(editor)
        await press(pilot, "ctrl+a", "ctrl+c", "ctrl+v")
        assert editor.text == ""
        preview = Preview(HOST, SENT.sent, (("Sam", "Person A"),), ("Wenlock",))
        await app.push_screen(ConsentScreen(app.coach, None, preview))  # type: ignore[arg-type]
        await settle(pilot)
        parts = list(shows(app.screen, "planted", "Wenlock", "Person A"))
        assert len(parts) == 3
        for part in parts:
            await grab(pilot, part)

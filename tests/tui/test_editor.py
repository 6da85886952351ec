"""The editor under a tired hand: long pastes, undo, keys that could delete, codes in what is
pasted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widgets import TextArea

from ilmcoach.text import clean
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.line import Line

SHORT = "line0\nline1\n"
LONG = "\n".join(f"line{number}" for number in range(2, 50))
STORY = "I keep the rota\nbecause I always have.\nNobody asked."
HOSTILE = "\x1b]52;c;aGk=\x07one\x1b[31m two\u202e three\x00\x07\r\nfour \x9b2J[red]five[/]"
HARMLESS = "one two three\nfour [red]five[/]"


class Bench(App[None]):
    """An app with one thing to type in."""

    CSS = "TextArea { height: 8; }"

    def __init__(self, make: Callable[[], TextArea | Line]) -> None:
        super().__init__()
        self._make = make

    def compose(self) -> ComposeResult:
        yield self._make()

    def on_mount(self) -> None:
        self.screen.query("TextArea, Line").first().focus()


def area(pilot: Pilot[None]) -> TextArea:
    return pilot.app.screen.query_one(TextArea)


async def put_in(pilot: Pilot[None], text: str) -> None:
    focused = pilot.app.focused
    assert focused is not None
    focused.post_message(events.Paste(text))
    await pilot.pause()


async def paste_and_undo(pilot: Pilot[None]) -> None:
    """The steps of Textual issue 6686."""
    pilot.app.copy_to_clipboard(LONG)
    await pilot.press("ctrl+v")
    await pilot.pause()
    assert area(pilot).text == LONG + SHORT
    await pilot.press("ctrl+z")
    await pilot.pause()


async def test_stock_text_area_crashes_on_undo_of_a_long_paste() -> None:
    """Once this fails, Textual has mended it and our own guard can go."""
    with pytest.raises(ValueError, match="out of bounds"):
        async with Bench(lambda: TextArea(SHORT)).run_test(size=(40, 12)) as pilot:
            await paste_and_undo(pilot)


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 6)])
async def test_our_editor_survives_undo_of_a_long_paste(size: tuple[int, int]) -> None:
    async with Bench(lambda: Editor(SHORT)).run_test(size=size) as pilot:
        editor = area(pilot)
        for _ in range(2):
            await paste_and_undo(pilot)
            assert editor.text == SHORT
        await put_in(pilot, LONG)
        await pilot.press("ctrl+z", "ctrl+y")
        assert editor.text == LONG + SHORT
        await pilot.press("ctrl+z", "ctrl+end", "x")
        assert editor.text == f"{SHORT}x"
        assert editor.cursor_location == (2, 1)


async def test_fifty_thousand_words_can_be_pasted_undone_redone_and_written_on() -> None:
    many = "\n".join(" ".join(["leadership"] * 50) for _ in range(1000))
    async with Bench(lambda: Editor("Before. ")).run_test(size=(80, 24)) as pilot:
        editor = area(pilot)
        await pilot.press("ctrl+end")
        await put_in(pilot, many)
        assert editor.text == f"Before. {many}"
        await pilot.press("ctrl+z")
        assert editor.text == "Before. "
        await pilot.press("ctrl+y")
        assert editor.text == f"Before. {many}"
        await pilot.press("ctrl+end", *"After")
        assert editor.text == f"Before. {many}After"
        await pilot.press("ctrl+a")
        assert editor.selected_text == editor.text
        await pilot.press("delete", "ctrl+z")
        assert editor.text.endswith("After")


@pytest.mark.parametrize("make", [lambda: Editor(STORY), lambda: Line(STORY[:15])])
async def test_no_key_of_a_terminal_deletes_more_than_a_learner_expects(
    make: Callable[[], TextArea | Line],
) -> None:
    async with Bench(make).run_test() as pilot:
        before = words_in(pilot)
        for place in ("ctrl+home", "right", "end"):
            await pilot.press(place, "ctrl+u", "ctrl+k", "ctrl+d", "ctrl+shift+k", "ctrl+f")
            assert words_in(pilot) == before


@pytest.mark.parametrize("make", [lambda: Editor(STORY[:15]), lambda: Line(STORY[:15])])
async def test_ctrl_w_deletes_the_word_before_as_ctrl_backspace_does(
    make: Callable[[], TextArea | Line],
) -> None:
    async with Bench(make).run_test() as pilot:
        await pilot.press("end", "ctrl+w")
        assert words_in(pilot) == "I keep the "
        await pilot.press("ctrl+backspace")
        assert words_in(pilot) == "I keep "


@pytest.mark.parametrize("make", [lambda: Editor(STORY), lambda: Line("I keep the rota")])
async def test_ctrl_a_selects_all_and_typing_replaces_it(
    make: Callable[[], TextArea | Line],
) -> None:
    async with Bench(make).run_test() as pilot:
        await pilot.press("ctrl+a")
        focused = pilot.app.focused
        assert isinstance(focused, Editor | Line)
        assert focused.selected_text == words_in(pilot)
        await pilot.press("x")
        assert words_in(pilot) == "x"


async def test_what_is_pasted_into_the_editor_is_cleaned() -> None:
    async with Bench(lambda: Editor("")).run_test() as pilot:
        await put_in(pilot, HOSTILE)
        assert words_in(pilot) == HARMLESS


async def test_what_is_pasted_into_a_line_is_cleaned_and_made_one_line() -> None:
    async with Bench(lambda: Line("")).run_test() as pilot:
        await put_in(pilot, HOSTILE)
        assert words_in(pilot) == HARMLESS.replace("\n", " ")


async def test_what_is_pasted_from_the_app_s_own_clipboard_is_cleaned_too() -> None:
    async with Bench(lambda: Editor("")).run_test() as pilot:
        pilot.app._clipboard = HOSTILE
        await pilot.press("ctrl+v")
        assert words_in(pilot) == HARMLESS


async def test_tab_leaves_the_editor() -> None:
    async with Bench(lambda: Editor("a")).run_test() as pilot:
        await pilot.press("tab")
        assert words_in(pilot) == "a"


EDITS = st.lists(
    st.one_of(
        st.sampled_from(
            ["ctrl+z", "ctrl+y", "ctrl+a", "ctrl+x", "backspace", "delete", "up", "ctrl+home"]
        ),
        st.text(max_size=40).map(lambda text: ("paste", text * 3)),
        st.integers(1, 60).map(lambda lines: ("paste", "word word word\n" * lines)),
    ),
    min_size=2,
    max_size=12,
)


@given(edits=EDITS)
@settings(max_examples=8, deadline=None)
async def test_no_order_of_pastes_and_undos_breaks_the_editor(
    edits: list[str | tuple[str, str]],
) -> None:
    async with Bench(lambda: Editor(SHORT)).run_test(size=(24, 9)) as pilot:
        for edit in edits:
            if isinstance(edit, str):
                await pilot.press(edit)
            else:
                await put_in(pilot, edit[1])
            assert area(pilot).text == clean(area(pilot).text)
        await pilot.press("ctrl+end")
        assert area(pilot).cursor_location == area(pilot).document.end


def words_in(pilot: Pilot[None]) -> str:
    field = pilot.app.screen.query("TextArea, Line").first()
    assert isinstance(field, TextArea | Line)
    return field.text if isinstance(field, TextArea) else field.value


async def test_an_editor_that_is_gone_may_be_drawn_once_more() -> None:
    async with Bench(lambda: Editor(SHORT)).run_test(size=(24, 9)) as pilot:
        gone = area(pilot)
        assert any(line.text.strip() for line in gone.render_lines(Region(0, 0, 20, 3)))
        await gone.remove()
        lines = gone.render_lines(Region(0, 0, 20, 3))
        assert [line.text for line in lines] == [" " * 20] * 3

"""A pack tried in the app: shown as a learner sees it, read again on each save, broken or not."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from ilmcoach.clock import FixedClock
from ilmcoach.services.preview import PackOnTrial
from ilmcoach.settings import Folders
from ilmcoach.tui.clipboard import NoClipboard
from ilmcoach.tui.preview import PreviewApp
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.pack_problems import PackProblemsScreen
from ilmcoach.tui.screens.walk import WalkScreen
from ilmcoach.tui.widgets.plain import Plain
from tests.kit.parcels import FRIDAY, PACK, WALK, folder_of
from tests.services.test_preview import save
from tests.tui.driving import NARROW, NOW, press, screen_text, settle, type_in
from tests.tui.terminal import CTRL, Terminal

WALK_FILE = "walks/looking-back.md"


@pytest.fixture
def friday(tmp_path: Path) -> Path:
    """A pack without a programme."""
    return folder_of(FRIDAY, tmp_path / "friday")


@asynccontextmanager
async def tried(
    folder: Path, size: tuple[int, int] = NARROW
) -> AsyncIterator[tuple[PreviewApp, Pilot[None]]]:
    """The app on that pack, whose files are looked at when a test says so."""
    passing = folder.parent / "passing"
    passing.mkdir()
    pack = PackOnTrial(folder, folder.parent / "own", passing)
    app = PreviewApp(
        Folders(passing / "portfolio"),
        pack,
        pack.read(),
        every=None,
        clock=FixedClock(NOW),
        clipboard=NoClipboard(),
    )
    app.animation_level = "none"
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            await settle(pilot)
            yield app, pilot
    finally:
        app.close_portfolio()


async def saved(app: PreviewApp, pilot: Pilot[None], path: Path, data: bytes) -> str:
    """What is on the screen, and was said in its corner, after a save was noticed."""
    save(path, data)
    await app.look_again()
    await settle(pilot)
    return "\n".join([screen_text(app), *(one.message for one in app._notifications)])


async def test_a_save_shows_at_once_and_a_slip_leaves_the_last_good_one(friday: Path) -> None:
    async with tried(friday) as (app, pilot):
        assert isinstance(app.screen, HomeScreen)
        text = screen_text(app)
        assert "A preview: nothing you write here is kept." in text
        assert "Looking back" in text

        text = await saved(app, pilot, friday / WALK_FILE, WALK.replace(b"Looking", b"Gazing"))
        assert "Gazing back" in text
        assert "Read again: 1 set of guided questions (2 questions)" in text

        text = await saved(app, pilot, friday / WALK_FILE, WALK.replace(b"long text", b"lnog text"))
        assert "Gazing back" in text
        assert "as it last worked. Ctrl+R: 1 problem in it now" in text
        assert "looking-back.md:11" in text
        assert "'long text'" in text

        await press(pilot, "ctrl+r")
        assert isinstance(app.screen, PackProblemsScreen)
        app.clear_notifications()
        await settle(pilot)
        assert "There is no kind of answer 'lnog text'." in screen_text(app)
        await saved(app, pilot, friday / WALK_FILE, WALK.replace(b"Looking", b"Peering"))
        listed = str(app.screen.query_one("#pack-problems", Plain).content)
        assert "lnog" not in listed
        assert "'Nights' has no topics" in listed
        await press(pilot, "escape")
        assert "Peering back" in screen_text(app)
        assert "as it last worked" not in screen_text(app)

        text = await saved(app, pilot, friday / "pack.md", PACK.replace(b"friday", b"saturday"))
        assert "advice" in text
        assert "Peering back" in text


async def test_what_is_open_goes_on_as_it_was_until_it_is_opened_again(friday: Path) -> None:
    async with tried(friday) as (app, pilot):
        await press(pilot, "ctrl+n")
        assert isinstance(app.screen, WalkScreen)
        await type_in(pilot, "the bus")
        other = WALK.replace(b"Which moment do you remember best?", b"What stayed with you?")
        text = await saved(app, pilot, friday / WALK_FILE, other)
        assert "What is open here stays as it was" in text
        app.clear_notifications()
        await press(pilot, "ctrl+n", "ctrl+b")
        assert "Which moment do you remember best?" in screen_text(app)
        await press(pilot, "escape", "ctrl+n", "ctrl+b")
        assert "What stayed with you?" in screen_text(app)
        assert "the bus" in screen_text(app)

        # The whole walk is taken out while it is open.
        (friday / WALK_FILE).unlink()
        await app.look_again()
        await press(pilot, "ctrl+n", "ctrl+s", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert "Looking back" not in screen_text(app)
        assert app.return_code is None


def test_in_a_terminal_a_real_save_is_noticed_and_nothing_is_left_behind(
    friday: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary, home = tmp_path / "temporary", tmp_path / "home"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setenv("ILMCOACH_HOME", str(home))
    command = [sys.executable, "-m", "ilmcoach", "pack", "preview", str(friday)]
    with Terminal(home, command=command) as terminal:
        terminal.wait_for("A preview", "Looking back")
        assert [one.name[:17] for one in temporary.iterdir()] == ["ilmcoach-preview-"]
        save(friday / WALK_FILE, WALK.replace(b"Looking", b"Gazing"))
        terminal.wait_for("Read again", "Gazing back")
        terminal.settle()
        terminal.send(CTRL["q"])
        assert terminal.wait() == 0
    assert list(temporary.iterdir()) == []
    assert not home.exists()

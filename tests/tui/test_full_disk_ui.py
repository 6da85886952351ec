"""The app on a disk that is really full: plain words, nothing typed is lost, and saving works once
there is room."""

from __future__ import annotations

from pathlib import Path

from ilmcoach.settings import Folders
from ilmcoach.tui.screens.note import NoteScreen
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.plain import Plain
from tests.store.small_disk import small_disk
from tests.tui.driving import CERTIFICATE, on_disk, opened_on, press, seed, the, type_in

TYPED = "What I said when it counted"


async def test_typing_stays_and_is_saved_once_there_is_room(tmp_path: Path) -> None:
    with small_disk(tmp_path / "small") as disk:
        seed(disk.data, CERTIFICATE)
        async with opened_on(Folders(disk.data)) as (app, pilot):
            disk.fill()
            await press(pilot, "ctrl+t")
            await type_in(pilot, TYPED)
            await press(pilot, "ctrl+s")
            assert isinstance(app.screen, NoteScreen)
            assert "the disk is full" in str(the(app, Plain, "#problem").content)
            assert the(app, Editor).text == TYPED
            disk.make_room()
            await press(pilot, "ctrl+s")
            assert not isinstance(app.screen, NoteScreen)
        assert TYPED in {word for one in on_disk(disk.data) for word in one.words()}

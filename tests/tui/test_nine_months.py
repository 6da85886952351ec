"""Nine months of a certificate, lived in the app by keyboard from the first start to the last
week; then the disk and everything that leaves the app are read back."""

from __future__ import annotations

from pathlib import Path

from ilmcoach.settings import Folders
from tests.tui.year_lived import SITTINGS
from tests.tui.year_of import sitting


async def test_nine_months_in_the_app(folders: Folders, tmp_path: Path) -> None:
    for day, size, live in SITTINGS:
        async with sitting(folders, day, size) as me:
            await live(me)

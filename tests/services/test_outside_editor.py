"""Words on their way through another editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from ilmcoach.errors import IlmcoachError
from ilmcoach.files import RealDisk
from ilmcoach.services.outside_editor import OutsideText, own_editor
from ilmcoach.settings import Folders


def test_the_editor_is_the_one_that_the_learner_named() -> None:
    assert own_editor({"EDITOR": "nano -w"}) == ("nano", "-w")
    assert own_editor({"VISUAL": "vim", "EDITOR": "nano"}) == ("vim",)
    assert own_editor({}) == ()
    assert own_editor({"EDITOR": "broken 'quote"}) == ()


def test_words_go_out_and_come_back_clean(tmp_path: Path) -> None:
    text = OutsideText(Folders(tmp_path / "data"), RealDisk(), "key")
    text.put_out("Zoë asked.")
    assert text.path.read_text(encoding="utf-8") == "Zoë asked."
    assert text.path.stat().st_mode & 0o077 == 0
    text.path.write_text("\ufeffZoë asked twice.\x1b[31m\r\n", encoding="utf-8")
    assert text.take_back() == "Zoë asked twice.\n"
    text.forget()
    assert not text.path.exists()


def test_what_cannot_be_read_is_kept(tmp_path: Path) -> None:
    text = OutsideText(Folders(tmp_path / "data"), RealDisk(), "key")
    text.put_out("words")
    text.path.write_bytes(b"\xff\xfe not text")
    with pytest.raises(IlmcoachError, match="not UTF-8"):
        text.take_back()
    assert text.path.exists()
    text.forget()
    with pytest.raises(IlmcoachError, match="left nothing"):
        text.take_back()

"""What a tutor adds comes before what their pack builds on."""

from __future__ import annotations

from pathlib import Path

from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library

PACK = "---\nid: mine\ntitle: Mine\nuses: leadership-walks\n---\n"
QUESTIONS = "---\nkind: questions\nid: own\ntitle: Own\ntopics: trust\n---\n\n- Who came?\n"
READING = (
    "---\nkind: reading\nid: shelf\ntitle: Shelf\n---\n\n"
    "## A book\n\n`id: a-book` `topics: trust`\n\n"
    "Ward, Z. (2020) *A Book*. London: Harbour.\n\nShort and plain.\n"
)


def test_own_questions_and_reading_come_first(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    for name, text in {"pack": PACK, "questions": QUESTIONS, "reading": READING}.items():
        (folder / f"{name}.md").write_text(text)
    pack = Library.find([tmp_path, bundled_folder()]).pack("mine")
    assert pack is not None
    assert pack.banks[0].questions[0].text == "Who came?"
    assert pack.readings[0].id == "a-book"
    assert len(pack.banks) > 1
    assert len(pack.readings) > 1

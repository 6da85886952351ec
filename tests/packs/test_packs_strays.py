"""What would vanish without a word: choices without an id, files with another ending."""

from __future__ import annotations

from pathlib import Path

import pytest

from ilmcoach.packs.library import check

PACK = "---\nid: mine\ntitle: Mine\n---\n"
WALK = """---
kind: walk
id: look
title: Look
---

## One

### Which

`id: which` `answer: choice`

Which is it?

- `one` The first
- `other` Another
- {item}
"""


def pack(shelf: Path, **files: str) -> Path:
    folder = shelf / "mine"
    folder.mkdir()
    for name, text in {"pack.md": PACK, **files}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("item", ["The second", "‘second’ The second: more"])
def test_a_choice_without_an_id_is_a_problem(tmp_path: Path, item: str) -> None:
    (found,) = check(pack(tmp_path, **{"walk.md": WALK.format(item=item)}))
    assert (found.file, found.line, found.advice) == ("walk.md", 17, False)
    assert "can't be chosen" in found.what


def test_a_question_in_the_list_is_still_a_question(tmp_path: Path) -> None:
    assert check(pack(tmp_path, **{"walk.md": WALK.format(item="What made it so?")})) == ()


@pytest.mark.parametrize("name", ["questions.md.txt", "reading.docx", "walk.markdown"])
def test_a_file_that_was_not_read_is_named(tmp_path: Path, name: str) -> None:
    (found,) = check(pack(tmp_path, **{name: "words"}))
    assert (found.file, found.advice) == (name, True)
    assert ".md" in found.mend


def test_what_stands_in_a_file_that_was_not_read_is_missed(tmp_path: Path) -> None:
    files = {
        "programme.md": "---\nkind: programme\ntitle: P\n---\n",
        "task.md": "---\nkind: assessment\nid: t\ntitle: T\nunits: u\n---\n\n## A\n\n`id: a`\n",
        "unit.md.txt": "---\nkind: unit\nid: u\ntitle: U\n---\n",
    }
    found = check(pack(tmp_path, **files))
    assert [(one.file, one.advice) for one in found] == [("task.md", False), ("unit.md.txt", True)]
    assert found[0].what == "There is no unit 'u'."

"""All guided questions of a pack as one document: every question, and room to write."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest

from ilmcoach.export.document import Boxes, PageBreak, Room, Table
from ilmcoach.export.html import to_html
from ilmcoach.export.word import to_word
from ilmcoach.export.workbook import whole_workbook
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.packs.model import AnswerKind, Pack, Stage, Step, Walk

BUNDLED = Library.find([bundled_folder()])
MADE = datetime(2026, 12, 3, 9, 30, tzinfo=UTC)


def load(pack_id: str) -> Pack:
    pack = BUNDLED.pack(pack_id)
    assert pack is not None
    return pack


@pytest.mark.parametrize("pack_id", ["leadership-walks", "level-3-award", "level-3-certificate"])
def test_every_step_of_every_walk_has_its_question_and_room(pack_id: str) -> None:
    pack = load(pack_id)
    document = whole_workbook(pack)
    assert document.theirs() == ()
    headings = [one.text for one in document.headings() if one.level == 2]
    walks = pack.walks_for_learner()
    assert headings == [one.title for one in walks]
    breaks = sum(isinstance(one, PageBreak) for one in document.nodes)
    steps = [step for walk in walks for step in walk.steps()]
    each = sum(bool(stage.each) for walk in walks for stage in walk.stages)
    assert breaks == len(walks) + each
    room = [one for one in document.nodes if isinstance(one, Room | Boxes | Table)]
    assert len(room) == len(steps) + each
    said = {text for node in document.nodes for text in node.ours()}
    assert {" ".join(step.ask.split()) for step in steps} <= said
    assert not any(box.ticked for one in room if isinstance(one, Boxes) for box in one.boxes)
    tables = [one for one in room if isinstance(one, Table)]
    assert not any(cell.said() for one in tables for row in one.rows for cell in row)


def test_word_and_the_web_page_have_a_list_of_contents() -> None:
    pack = load("level-3-award")
    document = whole_workbook(pack)
    titles = [one.title for one in pack.walks_for_learner()]
    page = to_html(document)
    contents = page[page.index('<nav class="contents">') : page.index("</nav>")]
    assert all(title in contents.replace("&#x27;", "'") for title in titles)
    file = docx.Document(BytesIO(to_word(document, made=MADE)))
    listed = [
        "".join(run.text or "" for run in line.iter(f"{{{line.nsmap['w']}}}t"))
        for line in file.element.body.iter(f"{{{file.element.nsmap['w']}}}hyperlink")
    ]
    assert len(listed) == len(titles)
    assert all(line.startswith(title) for line, title in zip(listed, titles, strict=True))
    assert to_word(document, made=MADE) == to_word(document, made=MADE)


def test_a_repeated_answer_has_the_columns_that_it_fills() -> None:
    fills = ("feedback.who", "feedback.said", "feedback.on")
    step = Step("s", "S", "Who said what?", AnswerKind.REPEAT, fills=fills)
    pack = Pack("p", "P", Path(), walks=(Walk("w", "W", (Stage("g", "G", (step,)),)),))
    table = whole_workbook(pack).nodes[-1]
    assert isinstance(table, Table)
    assert table.head == ("Who", "What they said", "When")
    assert all(len(row) == 3 for row in table.rows)

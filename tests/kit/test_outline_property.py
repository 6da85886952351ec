"""Whatever stands in a document, the pack made of it has no error, and nothing goes unsaid."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from ilmcoach.export.outline import Grid, Outline, Words
from ilmcoach.kit.from_outline import pack_of
from ilmcoach.kit.outlines.ledger import cells_of, short
from ilmcoach.kit.outlines.signs import says_something
from ilmcoach.text import clean_line
from tests.kit.outlines import NAME, kept

PIECES = (
    *(
        "1.1 Describe what you do",
        "1.2 Explain and assess it",
        "2.1",
        "LO1 Know your team",
        "P1 Say",
    ),
    *(
        "Learning outcome 2: Lead",
        "Unit N1: The night",
        "Level: 3",
        "Credit value",
        "Title: Nights",
    ),
    *("Assessment criteria", "The learner can:", "Code", "Verb", "Asks", "Learning outcomes"),
    *(
        "Task 1 (20 marks, min 30)",
        "Assignment (1,500–900 words)",
        "Marks",
        "Total 100",
        "40 marks",
    ),
    *("Reading list", "Kolb, D. (1984) Learning", "Questions", "What then?", "‘id: x’", "“a: b” ?"),
    *(
        "( ) Yes",
        "☐ :",
        "[x] No: never",
        "Describe a moment that stayed",
        "____",
        "By when?",
        "| a |",
    ),
    *("I confirm that this is mine", "---", "- x", "1. Understand it", "<b>x</b> & &amp; `id: a`"),
    *(
        "id: moment",
        "[a](javascript:x)",
        "#",
        "C#",
        "---\nkind: walk",
        "* *",
        "\\",
        "a\tb",
        "نص 中文？",
    ),
    *(
        "(AC 1.1, 2.1)",
        "~~~",
        "=== ",
        "    code",
        "> quote",
        "![x](y)",
        "# h",
        "é" * 250,
        "con",
        "ﾠㅤ",
    ),
)
text = st.one_of(
    st.sampled_from(PIECES),
    st.lists(st.sampled_from(PIECES), min_size=2, max_size=3).map(" ".join),
    st.text(max_size=40),
)
line = st.tuples(
    text,
    st.sampled_from((None, None, None, 0, 1, 2, 3, 9)),
    st.sampled_from((None, None, 0, 2)),
    st.sampled_from(("", "•", "1.", "1.1", "a)")),
    st.booleans(),
)
grid = st.lists(st.lists(st.lists(text, max_size=2), min_size=1, max_size=4), max_size=4)


Piece = tuple[str, int | None, int | None, str, bool] | list[list[list[str]]]


def outline_of(
    pieces: list[Piece],
) -> Outline:
    blocks: list[Words | Grid] = []
    count = 0
    for place, piece in enumerate(pieces, 1):
        if isinstance(piece, tuple):
            count += 1
            said, heading, level, label, bold = piece
            blocks.append(Words(count, f"paragraph {place}", said, heading, level, label, bold))
            continue
        rows = []
        for row in piece:
            cells = []
            for cell in row:
                lines = [Words(count + n, f"table {place}", one) for n, one in enumerate(cell, 1)]
                count += len(lines)
                cells.append(tuple(lines))
            rows.append(tuple(cells))
        blocks.append(Grid(f"table {place}", tuple(rows)))
    return Outline(tuple(blocks))


def letters(told: str) -> str:
    """Only letters and figures, so that neither marks nor line ends make a difference."""
    return re.sub(r"[\W_]+", "", told.casefold())


@settings(max_examples=100)
@given(st.lists(st.one_of(line, line, grid), max_size=14))
def test_a_pack_made_of_any_document_has_no_error_and_leaves_nothing_unsaid(
    pieces: list[Piece],
) -> None:
    outline = outline_of(pieces)
    made = pack_of(outline, NAME, "any.docx")
    with TemporaryDirectory() as folder:
        pack, problems = kept(made, Path(folder))
    assert [str(one) for one in problems if not one.advice] == []
    assert pack is not None
    told = letters("".join(made.files.values()))
    for block in outline.blocks:
        for words in [block] if isinstance(block, Words) else cells_of(block):
            for word in short(clean_line(words.text)).split():
                if says_something(word) and len(word) < 60:
                    assert letters(word) in told, (words, made.files)

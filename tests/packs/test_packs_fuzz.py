"""Thousands of spoilt and made-up files: none raises, every problem lies in the file, every text
is clean, and what can be used is shown and answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ilmcoach.kit.showing import WIDTH, show_pack
from ilmcoach.kit.wrapping import width_of
from ilmcoach.packs import limits
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.checks import check_merged, check_spelling
from ilmcoach.packs.draft import Draft
from ilmcoach.packs.drafting import READERS, read_source
from ilmcoach.packs.merge import merge
from ilmcoach.packs.model import AnswerKind, Problem, Step, Walk
from ilmcoach.packs.page import page_parser
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.text import clean
from ilmcoach.walks.answers import Answer
from ilmcoach.walks.changes import answer, begin, finish
from ilmcoach.walks.sitting import Sitting
from ilmcoach.walks.stamp import Stamp
from tests.packs.test_guide_examples import examples

PARSER = page_parser()
SPOILT, ROUNDS = 250, 8
MADE_UP = 150
LINES = 36
"""Of a file that is spoilt, besides its front matter: short ones are read quickly."""

NASTY = (
    *("\x00", "\x1b[31m", "\x1b]8;;https://e.example\x07", "\u202e", "\u2066", "\u200b", "\ufeff"),
    *("\r", "\u2028", "\t", "\u00a0", "\ufe0f", "\U000e0041", "e\u0301", "а", "文", "😀", "²", "٣"),
    *("[", "](javascript:x)", "![a](b)", "[a]: data:x", "<b>", "<!--", "-->", "&#x202e;", "&amp;"),
    *("`", "```", "~~~", "*", "**", "_", "\\", "|", "| a | b |", "|---|---|", ">", "> > >", "- "),
    *("    ", "1. ", "---", "===", "#", "##", "### ", "####### ", "- `x` X", "- ", "* * *", "?"),
    *("`id: x`", "`answer: choice`", "`answer: scale`", "`answer: repeat`", "`fills: goal.by`"),
    *("`for each: open actions`", "`makes: goal`", "`criteria: u/1.1`", "`reading: x`", "`quick`"),
    *("kind: walk", "kind: pack", "id: ", "id: a\nid: b", "title: [x, {y: z}]", "marks: 1,000"),
    *("words: 2 to 1", "uses: a, a", "language: fr", "x: &a [*a]", "!!python/x", "%YAML", "{", "}"),
    *("…", "“a: b”", "999999999999999999999", "-1", "1.10", "no", "{found}", "[/notes]", "y" * 300),
)


class Sources:
    """Every file of the bundled packs and of the guide's examples, as bytes."""

    def __init__(self) -> None:
        found = sorted(bundled_folder().glob("*/**/*.md"))
        self.texts = [path.read_text(encoding="utf-8") for path in found]
        self.texts += list(examples().values())

    def some_of(self, chance: Random) -> list[str]:
        """The front matter of a file and some lines in a row that follow it."""
        lines = chance.choice(self.texts).split("\n")
        front = lines.index("---", 1) + 1 if lines[0] == "---" and "---" in lines[1:] else 0
        heads = [n for n in range(front, len(lines)) if lines[n].startswith("#")] or [front]
        start = chance.choice([front, *heads[: len(heads) // 2 + 1]])
        return [*lines[:front], *lines[start : start + LINES]]


SOURCES = Sources()


def spoil(lines: list[str], chance: Random) -> bytes:
    """A few slips, or a few attacks."""
    for _ in range(chance.randint(1, 4)):
        here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
        cut = chance.randrange(len(lines[here]) + 1)
        match chance.randrange(7):
            case 0:
                lines[here], lines[there] = lines[there], lines[here]
            case 1 if len(lines) > 1:
                del lines[here]
            case 2:
                lines.insert(here, lines[there])
            case 3:
                lines[here] = lines[here][:cut]
            case 4:
                lines.insert(here, chance.choice(NASTY) * chance.choice((1, 1, 1, 40)))
            case _:
                lines[here] = lines[here][:cut] + chance.choice(NASTY) + lines[here][cut:]
    data = bytearray("\n".join(lines).encode("utf-8", "surrogatepass"))
    if chance.random() < 0.08 and data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def read(folder: Path, data: bytes, name: str = "any.md") -> tuple[Draft, int]:
    """One file read as the loader reads it, and how many lines it has."""
    (folder / name).write_bytes(data)
    draft = Draft(folder)
    source = limits.read_file(folder, folder / name, draft.problems)
    if source is not None:
        read_source(PARSER, source, draft)
    return draft, data.count(b"\n") + data.count(b"\r") + 1


def look_at(draft: Draft, lines: int) -> bool:
    """Holds a file that was read to all that is promised of any; True if it can be used."""
    pack = merge(draft, ())
    problems = [*draft.problems, *check_spelling(draft, ()), *check_merged(draft, pack)]
    for one in problems:
        located(one, lines)
    texts = list(texts_of(msgspec.to_builtins(pack, enc_hook=str)))
    assert [one for one in texts if clean(one) != one] == []
    if any(not one.advice for one in problems):
        return False
    shown = show_pack(pack)
    assert max(map(width_of, shown), default=0) <= WIDTH
    for walk in pack.walks:
        go_through(walk)
    return True


def located(one: Problem, lines: int) -> None:
    assert one.file in {"any.md", "pack.md"}
    assert 1 <= one.line <= lines + 1, one
    assert one.what.strip()
    assert clean(str(one)) == str(one)
    assert "\n" not in str(one)


def texts_of(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for one in part.values():
            yield from texts_of(one)
    elif isinstance(part, list | tuple):
        for one in part:
            yield from texts_of(one)


def go_through(walk: Walk) -> None:
    """Begins the walk, answers each place, and finishes."""
    numbers = count(1)
    stamp = Stamp(datetime(2026, 11, 21, 18, 30, tzinfo=UTC), lambda: f"{next(numbers):032x}")
    run = begin(walk, stamp)
    sitting = Sitting(walk, run, Portfolio({run.id: run}))
    for _ in range(60):
        spot = next((one for one in sitting.spots() if not sitting.is_answered(one)), None)
        if spot is None or spot.step.answer not in ANSWERS:
            break
        change = answer(sitting, spot, ANSWERS[spot.step.answer](spot.step), stamp)
        held = {one.id: one for one in (*sitting.portfolio, change.run, *change.records)}
        sitting = Sitting(walk, change.run, Portfolio(held))
        assert sitting.is_answered(spot)
    assert finish(sitting.run, stamp).finished


DAY = date(2026, 11, 23)
ANSWERS: dict[AnswerKind, Callable[[Step], Answer]] = {
    AnswerKind.SHORT_TEXT: lambda _: "words",
    AnswerKind.LONG_TEXT: lambda _: "words",
    AnswerKind.PEOPLE: lambda _: "words",
    AnswerKind.NUMBER: lambda _: 3,
    AnswerKind.DATE: lambda _: DAY,
    AnswerKind.DATES: lambda _: (DAY,),
    AnswerKind.CHOICE: lambda step: step.choices[0].id,
    AnswerKind.CHOICES: lambda step: tuple(one.id for one in step.choices),
    AnswerKind.SCALE: lambda step: int(step.choices[0].id),
}
"""An answer that fits a step; those that need records are left out."""


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_files_that_were_spoilt(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    cases = usable = 0
    for _ in range(SPOILT):
        data = spoil(SOURCES.some_of(chance), chance)
        name = "pack.md" if chance.random() < 0.05 else "any.md"
        usable += look_at(*read(tmp_path, data, name))
        cases += 1
    assert cases == SPOILT
    # Were nothing ever usable, nothing would have been shown and answered.
    assert usable > SPOILT // 20


KEYS = st.sampled_from(
    ["id", "answer", "fills", "criteria", "topics", "role", "source", "reading", "required",
     "for each", "makes", "marks", "minimum", "log", "outcome", "questions", "zzz"]
)  # fmt: skip
VALUES = st.one_of(
    st.sampled_from([*(kind.value for kind in AnswerKind), "x", "a-b", "goal.what", "u/1.1", "7"]),
    st.sampled_from(NASTY),
    st.text(max_size=12),
)
PAIRS = st.lists(st.tuples(KEYS, VALUES), max_size=4)
BLOCKS = st.one_of(
    st.sampled_from(
        ["Who was there?", "- What now?\n- `a` A: b\n- Who?", "| Code | Asks |\n|-|-|"]
    ),
    st.lists(st.sampled_from(NASTY), min_size=1, max_size=4).map(" ".join),
)


@st.composite
def files(draw: st.DrawFn) -> str:
    """A file as the grammar of packs allows it, filled with whatever comes."""
    kind = draw(st.sampled_from(sorted(READERS)))
    front = draw(st.lists(st.tuples(st.sampled_from(["id", "title", "makes", "for"]), VALUES)))
    parts = draw(st.lists(st.tuples(st.integers(1, 4), VALUES, PAIRS, BLOCKS), max_size=5))
    lines = ["---", f"kind: {kind}", *(f"{key}: {value}" for key, value in front[:3]), "---", ""]
    for level, title, pairs, block in parts:
        keys = " ".join(f"`{key}: {value}`" for key, value in pairs)
        lines += [f"{'#' * level} {title}", "", keys, "", block, ""]
    return "\n".join(lines)


@settings(max_examples=MADE_UP, deadline=None)
@given(text=files())
def test_files_that_were_made_up(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp()
    look_at(*read(folder, text.encode("utf-8", "surrogatepass")))


def test_there_are_two_thousand_cases() -> None:
    assert SPOILT * ROUNDS + MADE_UP >= 2_000

"""The reference of all keys: true to the readers, and the one that the tutor's guide shows."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from ilmcoach.packs import drafting, values
from ilmcoach.packs.blocks import Pair
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.defined import KINDS, names, records
from ilmcoach.packs.definitions import Key, Kind, Level, Value
from ilmcoach.packs.fills import Place, why_not_here, why_not_so
from ilmcoach.packs.keys import Keys
from ilmcoach.packs.model import AnswerKind
from ilmcoach.packs.names import is_criterion_id, is_id
from ilmcoach.packs.reference import HEADING, reference
from ilmcoach.packs.report import Report
from ilmcoach.packs.vocabulary import FIELDS, FIXED_CHOICES, ROLES, SOURCES, TEST_CODES

LEVELS = [(kind, level) for kind in KINDS for level in (kind.front, *kind.headings)]
KEYS = [
    pytest.param(key, id=f"{kind.name} {level.marks or '---'} {key.name}")
    for kind, level in LEVELS
    for key in level.keys
]
READERS = Path(drafting.__file__).parent / "readers"
FILES = {"programme": ("pack",), "walk": ("walk", "step")}
"""Readers of several kinds or levels; the others are called as their kind."""
UNREAD = {"programme": {"id"}, "reading": {"title"}, "tests": {"id", "title"}}
"""Keys that a file may have for its writer's sake."""
PLACES = {
    "finding": Place(stage_makes="finding", each="areas"),
    "rating": Place(each="findings"),
    "feedback": Place(stage_makes="finding", each="areas"),
    "goal": Place(walk_makes="goal"),
    "review": Place(each="goals"),
    "activity": Place(walk_makes="activity"),
    "set": Place(walk_makes="set"),
    "meeting": Place(walk_makes="meeting"),
    "action": Place(walk_makes="meeting"),
    "telling": Place(each="open actions"),
}
"""Where the reference says that a record of each kind is filled."""


def test_the_guide_shows_the_reference_as_it_is() -> None:
    """`ilmcoach pack keys` prints what belongs there."""
    guide = (bundled_folder() / "README.md").read_text(encoding="utf-8")
    start = guide.index(HEADING)
    end = guide.index("\n## ", start)
    assert guide[start:end].strip() == reference().strip()


def test_every_kind_has_its_reader_and_no_other() -> None:
    assert [kind.name for kind in KINDS] == list(drafting.READERS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_key_and_column_is_in_the_reference(kind: Kind) -> None:
    section = reference().partition(f"\n### {kind.name}\n")[2].partition("\n### ")[0]
    keys = [key for level in (kind.front, *kind.headings) for key in level.keys]
    for key in (*keys, *kind.columns):
        rows = [one for one in section.splitlines() if one.startswith(f"| {key.name} |")]
        (row,) = {one for one in rows if key.meaning in one and f"| `{key.example}` |" in one}
        assert key.needed == ("**has to be there**" in row)


@pytest.mark.parametrize("key", KEYS)
def test_the_example_of_a_key_can_be_read(key: Key) -> None:
    report = Report("case.md")
    keys = Keys((Pair(key.name, key.example, 1),), Level("This", (key,), "##"), 1, report)
    match key.value:
        case Value.ID:
            assert is_id(keys.text(key.name))
        case Value.IDS:
            fits = is_criterion_id if key.sort == "criterion" else is_id
            assert keys.list(key.name)
            assert all(fits(one) for one in keys.list(key.name))
        case Value.NUMBER:
            assert keys.number(key.name) is not None
        case Value.RANGE:
            assert keys.number_range(key.name) is not None
        case Value.FLAG:
            assert keys.flag(key.name) is values.flag(key.example)
        case Value.ONE:
            assert keys.one_of(key.name) in key.values
        case Value.SOME if key.values:
            assert set(keys.some_of(key.name)) <= set(key.values)
        case _:
            assert keys.list(key.name)
    assert report.problems == ()


def _words_of(name: str) -> set[str]:
    tree = ast.parse((READERS / f"{name}.py").read_text(encoding="utf-8"))
    found = {one.value for one in ast.walk(tree) if isinstance(one, ast.Constant)}
    return {one for one in found if isinstance(one, str)}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_reader_asks_for_all_that_is_defined(kind: Kind) -> None:
    asked = set().union(*(_words_of(one) for one in FILES.get(kind.name, (kind.name,))))
    asked |= {"id", "title", "topics"}
    defined = {key.name for level in (kind.front, *kind.headings) for key in level.keys}
    assert defined - UNREAD.get(kind.name, set()) <= asked


def test_what_is_not_defined_may_not_be_asked_for() -> None:
    keys = Keys((), KINDS[0].front, 1, Report("case.md"))
    for ask in (keys.text, keys.number, keys.flag, keys.list, keys.one_of):
        with pytest.raises(KeyError):
            ask("colour")


def test_every_name_has_a_meaning() -> None:
    assert tuple(names.ANSWERS) == tuple(AnswerKind)
    assert tuple(names.SOURCES) == SOURCES
    assert tuple(names.ROLES) == ROLES
    assert set(names.TEST_CODES) == {one for codes in TEST_CODES.values() for one in codes}
    fields = {f"{kind}.{field}" for kind, some in FIELDS.items() for field in some}
    assert set(records.FIELDS) == fields
    assert set(records.WHERE) == set(FIELDS)
    for name in (*fields, *(one for ids in FIXED_CHOICES.values() for one in ids)):
        assert name in reference()


@pytest.mark.parametrize("kind", FIELDS)
def test_a_record_is_filled_where_the_reference_says(kind: str) -> None:
    for field, answers in FIELDS[kind].items():
        for answer in answers:
            how = AnswerKind.REPEAT if kind == "action" else answer
            assert why_not_so(f"{kind}.{field}", how) == ""
            assert why_not_here(f"{kind}.{field}", how, PLACES[kind]) == ""
            if f"{kind}.{field}" != "finding.chosen":
                assert why_not_here(f"{kind}.{field}", how, Place()) != ""

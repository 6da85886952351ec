"""Every key that a pack may use, as Markdown for tutors, made from the readers' definitions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import fill

from . import building, crowding, limits
from .defined import KINDS
from .defined.names import ANSWERS, ROLES, SOURCES, TEST_CODES
from .defined.records import FIELDS as MEANINGS
from .defined.records import WHERE
from .definitions import Key, Kind, Value
from .model import AnswerKind
from .vocabulary import FIELDS, FIXED_CHOICES, TEXTS
from .vocabulary import TEST_CODES as CODES

HEADING = "## All the keys"
START = (
    "Every file begins with a line `---`, then `key: value`, one a line, then `---` again. `kind` "
    "says what the file is; only `pack.md` needs none. Under a heading the same stands between "
    "backticks: `` `id: one` `answer: date` ``. Capitals, hyphens and underscores in a key make no "
    "difference; nor do curly quotes, long dashes or a space before the colon.",
    "What may stand after the colon: **an id** is a short name of small letters, figures and "
    "hyphens, up to 64 signs; **ids** and **names** are several, with commas between them; **two "
    "numbers** are written `6 to 12`; **yes or no** may be left out for yes: `` `required` ``. A "
    "criterion is named by its unit and its code: `t1/1.1`.",
)
MANY = {"criterion": "criteria", "reading": "reading"}
"""Plurals that do not end in s."""
FEW = 4
WIDTH = 118


def reference() -> str:
    """The section of the tutor's guide with all kinds, keys and names, from its heading to its
    last line."""
    blocks = [
        HEADING,
        *(_wrapped(one) for one in START),
        *(_kind(one) for one in KINDS),
        *_names(),
        _records(),
        _limits(),
    ]
    return "\n\n".join(blocks) + "\n"


def _kind(kind: Kind) -> str:
    body = f"Text below the second `---`: {_low(kind.body)}"
    lines = [f"### {kind.name}", "", _wrapped(f"{kind.meaning} {body}"), ""]
    lines += _table("Key", kind.front.keys)
    for level in kind.headings:
        lines += ["", _wrapped(f"A heading `{level.marks}` is {level.about}.")]
        lines += ["", *_table("Key", level.keys)] if level.keys else []
    if kind.columns:
        lines += ["", *_table("Column of the table", kind.columns)]
    return "\n".join(lines)


def _table(first: str, keys: Iterable[Key]) -> Iterator[str]:
    yield f"| {first} | Value | What it is | Without it | Example |"
    yield "|---|---|---|---|---|"
    for key in keys:
        without = "**has to be there**" if key.needed else key.absent
        yield _row(key.name, _value(key), key.meaning, without, f"`{key.example}`")


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _value(key: Key) -> str:
    if key.values and len(key.values) <= FEW:
        return " · ".join(key.values)
    if key.value is Value.ID and key.sort:
        return f"{key.value.value} of a {key.sort}"
    return (
        f"{key.value.value} of {MANY.get(key.sort, key.sort + 's')}"
        if key.sort
        else key.value.value
    )


def _names() -> Iterator[str]:
    by_kind = {kind.value: meaning for kind, meaning in ANSWERS.items()}
    yield _list("Answers", "Kinds of `answer`, and what a learner gives:", by_kind)
    yield _list("Sources", "Records for `source` and `for each`:", SOURCES)
    lead = "`roles` of questions and the `role` of a step; without one, all fit:"
    yield _list("Roles", lead, ROLES)
    lead = "The codes of each check on a goal; `leadership-walks/tests/smart.md` words them all:"
    checks = {
        test: "; ".join(f"`{code}` {TEST_CODES[code]}" for code in codes)
        for test, codes in CODES.items()
    }
    yield _list("Checks", lead, checks)


def _records() -> str:
    """Each field that can be filled: where, by which answers, and what stands in it."""
    lead = (
        "By itself an answer is kept with the walk. With `fills` it goes into a field of a record:"
    )
    records = {
        kind: f"in {WHERE[kind]}: " + "; ".join(_field(kind, name) for name in names)
        for kind, names in FIELDS.items()
    }
    return _list("Records", lead, records)


def _field(kind: str, name: str) -> str:
    answers = FIELDS[kind][name]
    by = (
        "text"
        if answers == TEXTS
        else " or ".join(one.value for one in AnswerKind if one in answers)
    )
    fixed = FIXED_CHOICES.get(f"{kind}.{name}", ())
    ids = f" with the ids {', '.join(fixed)}" if fixed else ""
    return f"`{kind}.{name}` ({by}{ids}) {MEANINGS[f'{kind}.{name}']}"


def _list(title: str, lead: str, meanings: Mapping[str, str]) -> str:
    items = (_wrapped(f"- **{name}**: {meaning}", "  ") for name, meaning in meanings.items())
    return "\n".join([f"### {title}", "", lead, "", *items])


def _limits() -> str:
    text = (
        f"{limits.FILES} files, folders {limits.FOLDER_DEPTH} deep, "
        f"{limits.PACK_BYTES // 1024**2} MB in all; in a file {limits.FILE_BYTES // 1024} KB, "
        f"{limits.HEADINGS} headings of {limits.HEADING_CHARS} signs each, {limits.LIST_ITEMS} "
        f"items in a list, {limits.TABLE_ROWS} rows in a table and {crowding.PAGE:,} of the "
        f"signs that mean something in Markdown. It may use {limits.USES} packs, and "
        f"{building.DEEPEST} may build on each other in a row. Files called README.md, hidden "
        "ones and all that do not end in `.md` are left alone: README.md is the place for notes "
        "to colleagues. It goes along in the file that `pack build` makes."
    )
    return "\n".join(["### How much a pack may hold", "", _wrapped(text)])


def _wrapped(text: str, indent: str = "") -> str:
    return fill(
        text, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]

"""Front matter: YAML read flat, every value as the text that was written.

The events are walked instead of loading values: `no` and 1.10 stay what they are, each key has
its line, a key given twice is seen, and neither nesting nor aliases can grow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ilmcoach.text import clean

from .blocks import Pair
from .keyline import tidy, unquoted
from .limits import FRONT_CHARS
from .names import shown
from .report import Report

WIDE_COLON = re.compile(r"^([ ]*\w[\w \-]{0,30}?)[ ]*[：∶﹕][ ]*", re.MULTILINE)
NO_SPACE = re.compile(r"^([A-Za-z][A-Za-z _\-]{0,30}):(?=[^\s:/])", re.MULTILINE)
SIMPLE = re.compile(r"^([A-Za-z][\w \-]{0,30}):[ ]*(.*)$")
COLON_INSIDE = re.compile(r":(?:[ ]|$)")
COMMENT = re.compile(r"[ ]#")
NOT_PLAIN = frozenset("\"'[]{}|>&*!%@`#,?-")
"""What YAML reads as more than words at the beginning of a value."""
QUOTE_IT = "Put what stands after the colon between double quotes"
MOST_WORDS = 100
FLAT = "Write `key: value`, one a line; a list as `key: one, two`."


def read_front(text: str, line: int, report: Report) -> tuple[Pair, ...]:
    """The pairs of front matter whose first line is `line` of the file.

    Broken YAML is reported once and then read line by line as far as its meaning is plain, so
    that one slip does not bring up a page of others.
    """
    if len(text) > FRONT_CHARS:
        report.error(line, "The part between the --- lines is too long.", "Keep it under 8 KB.")
        return ()
    text = text.replace("\t", " ").replace("\N{NO-BREAK SPACE}", " ")
    text = NO_SPACE.sub(r"\1: ", WIDE_COLON.sub(r"\1: ", text))
    text = "\n".join(map(_with_its_colons, text.split("\n")))

    from ruamel.yaml.error import YAMLError

    try:
        return tuple(_Walk(text, line, report).pairs())
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        if mark is not None and mark.index >= len(text.rstrip()):
            # What began and never ended is better told of where it began.
            mark = getattr(error, "context_mark", None) or mark
        at = line + (mark.line if mark is not None else 0)
        last = line + text.count("\n")
        at = min(at, last)
        mend = _quoted(text.split("\n")[at - line])
        report.error(at, "This line is no `key: value` that can be read.", mend)
        return _line_by_line(text, line)


class _Walk:
    """Goes through the YAML events of one file's front matter."""

    def __init__(self, text: str, line: int, report: Report) -> None:
        from ruamel.yaml import YAML

        self._events = iter(YAML(typ="safe", pure=True).parse(text))
        self._first = line
        self._report = report

    def pairs(self) -> Iterator[Pair]:
        """Each key with its value."""
        for event in self._events:
            match type(event).__name__:
                case "MappingStartEvent":
                    yield from self._mapping()
                    return
                case "ScalarEvent" | "SequenceStartEvent" | "AliasEvent":
                    if getattr(event, "value", "x").strip():
                        self._report.error(self._line(event), "This is no `key: value`.", FLAT)
                    return
                case _:
                    pass

    def _mapping(self) -> Iterator[Pair]:
        for event in self._events:
            match type(event).__name__:
                case "MappingEndEvent":
                    return
                case "ScalarEvent":
                    pair = self._pair(clean(event.value), self._line(event))
                    if pair is None:
                        return
                    yield pair
                case _:
                    self._report.error(self._line(event), "A key has to be a plain word.", FLAT)
                    return

    def _pair(self, key: str, line: int) -> Pair | None:
        event = next(self._events)
        match type(event).__name__:
            case "ScalarEvent":
                return Pair(tidy(key), _value(event.value), line)
            case "SequenceStartEvent":
                items = self._items()
                return None if items is None else Pair(tidy(key), ", ".join(items), line, items)
            case _:
                self._report.error(self._line(event), f"'{shown(key)}' holds too much.", FLAT)
                words = self._rest_of(event)
                return None if words is None else Pair(tidy(key), words, line)

    def _rest_of(self, event: object) -> str | None:
        """The words inside a mapping, so that the key is not missed as well; None if there is
        no end of them."""
        words: list[str] = []
        depth = 0
        while True:
            name = type(event).__name__
            depth += name.endswith("StartEvent") - name.endswith("EndEvent")
            words.append(_value(getattr(event, "value", None) or ""))
            if depth <= 0:
                return " ".join(word for word in words if word) or "…"
            if len(words) > MOST_WORDS:
                return None
            event = next(self._events)

    def _items(self) -> tuple[str, ...] | None:
        items: list[str] = []
        for event in self._events:
            match type(event).__name__:
                case "ScalarEvent":
                    items.append(_value(event.value))
                case "SequenceEndEvent":
                    return tuple(items)
                case _:
                    self._report.error(self._line(event), "A list may hold plain words.", FLAT)
                    return None
        return tuple(items)

    def _line(self, event: object) -> int:
        mark = getattr(event, "start_mark", None)
        return self._first + (mark.line if mark is not None else 0)


def _value(text: str) -> str:
    return unquoted(clean(text).strip())


def _with_its_colons(line: str) -> str:
    """A line whose value holds a colon of its own, as titles do (`title: Part one: asking`), with
    quotes around the value: to YAML such a line is broken, to its writer it is plain."""
    found = SIMPLE.match(line)
    if found is None:
        return line
    key, value = found[1], COMMENT.split(found[2], maxsplit=1)[0].strip()
    if not value or value[0] in NOT_PLAIN or not COLON_INSIDE.search(value):
        return line
    within = value.replace("'", "''")
    return f"{key}: '{within}'"


def _quoted(line: str) -> str:
    """How to mend a line that can't be read: itself with quotes, where it has none yet."""
    found = SIMPLE.match(line)
    if found is None or '"' in line or not found[2].strip():
        return f"{QUOTE_IT}."
    return f'{QUOTE_IT}: `{found[1]}: "{shown(found[2].strip())}"`.'


def _line_by_line(text: str, line: int) -> tuple[Pair, ...]:
    found = ((number, SIMPLE.match(one)) for number, one in enumerate(text.split("\n"), start=line))
    return tuple(
        Pair(tidy(match[1]), tidy(clean(match[2])), number) for number, match in found if match
    )

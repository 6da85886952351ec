"""What a goal's tests say, and what they ask."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ilmcoach.packs.blocks import Part, tables
from ilmcoach.packs.defined.asking import TESTS
from ilmcoach.packs.draft import Placed
from ilmcoach.packs.model import TestWords
from ilmcoach.packs.names import plain_name, shown, suggest
from ilmcoach.packs.vocabulary import TEST_CODES
from ilmcoach.packs.vocabulary import TESTS as GOAL_TESTS

from .columns import rows_by_name
from .common import Desk

(CHECK,) = TESTS.headings
SLOT = re.compile(r"\{([^{}]*)\}")


def read_tests(desk: Desk) -> None:
    """The words for each test of a goal: a `##` heading for the test, a table under it."""
    keys = desk.front(TESTS)
    keys.need("for")
    keys.one_of("for")
    known = {plain_name(test): test for test in GOAL_TESTS}
    for part in desk.parts():
        test = known.get(plain_name(part.title))
        if test is None:
            what = f"There is no test '{shown(part.title)}'."
            desk.report.error(part.line, what, suggest(part.title.casefold(), GOAL_TESTS))
        else:
            _test(desk, part, test)


def _test(desk: Desk, part: Part, test: str) -> None:
    desk.keys(part, CHECK)
    found = tables(part.blocks)
    if not found:
        what = f"The test '{test}' has no table."
        desk.report.error(part.line, what, "Give it one with the columns Code, Says, Asks.")
    for table in found:
        for row, cells in rows_by_name(table, TESTS, desk.report):
            words = _words(desk, row.line, cells, test)
            if words and desk.name("test code", words.code, row.line):
                desk.draft.test_words.append(Placed(words, desk.report.file, row.line))


def _words(desk: Desk, line: int, cells: Mapping[str, str], test: str) -> TestWords | None:
    code = "-".join(plain_name(cells["code"]).split())
    if code not in TEST_CODES[test]:
        what = f"The test '{test}' has no code '{shown(code)}'."
        desk.report.error(line, what, suggest(code, TEST_CODES[test]))
        return None
    if not cells["says"]:
        desk.report.error(line, f"'{code}' says nothing.", "Fill in the column Says.")
    for slot in (*SLOT.findall(cells["says"]), *SLOT.findall(cells["asks"])):
        if slot != "found":
            desk.report.error(line, f"'{{{shown(slot)}}}' stands for nothing.", "Write {found}.")
    met = code.endswith("-met")
    if met and cells["asks"]:
        desk.report.advice(line, f"'{code}' is met: there is nothing to ask.", "Leave Asks empty.")
    elif not met and not cells["asks"]:
        desk.report.advice(line, f"'{code}' asks nothing.", "Fill in the column Asks.")
    return TestWords(code, test, cells["says"], cells["asks"])

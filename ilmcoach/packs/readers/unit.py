"""A unit: its outcomes and criteria."""

from __future__ import annotations

from collections.abc import Mapping

from ilmcoach.packs.blocks import Part, prose, tables
from ilmcoach.packs.defined.course import UNIT
from ilmcoach.packs.draft import Placed
from ilmcoach.packs.model import Criterion, Outcome, Unit
from ilmcoach.packs.names import DASHES, is_criterion_id, likely_id, shown

from .columns import rows_by_name
from .common import Desk

(OUTCOME,) = UNIT.headings


def read_unit(desk: Desk) -> None:
    """A unit with a `##` heading for each outcome and a table of criteria under it."""
    keys = desk.front(UNIT)
    unit_id = desk.file_id(keys)
    code = keys.text("code")
    desk.no_table(desk.page.lead, "the text about a unit")
    parts = desk.parts()
    unit = Unit(
        id=unit_id,
        title=desk.title(keys),
        code=code,
        level=keys.text("level"),
        credits=keys.number("credits"),
        guided_hours=keys.number("guided hours"),
        about=prose(desk.page.lead),
        outcomes=tuple(
            _outcome(desk, part, number, unit_id, code) for number, part in enumerate(parts, 1)
        ),
    )
    if not parts:
        what = "The unit has no outcome."
        desk.report.error(1, what, "Add one: `## What it is about`, then a table of criteria.")
    if not unit_id:
        desk.draft.lost.add("unit")
    elif desk.name("unit", unit_id, keys.line_of("id")):
        desk.draft.units.append(Placed(unit, desk.report.file, 1))


def _outcome(desk: Desk, part: Part, number: int, unit_id: str, code: str) -> Outcome:
    keys = desk.keys(part, OUTCOME)
    written = keys.text("outcome", str(number))
    found = tables(part.blocks)
    if not found:
        what = f"The outcome '{shown(part.title)}' has no table of criteria."
        desk.report.error(part.line, what, "Give it one with the columns Code, Verb, Asks.")
    read = [
        _criterion(desk, row.line, cells, unit_id, code)
        for table in found
        for row, cells in rows_by_name(table, UNIT, desk.report)
    ]
    criteria = tuple(one for one in read if one)
    if not criteria or len(criteria) < len(read):
        desk.draft.unsure_units.add(unit_id)
    return Outcome(number=written, title=part.title, criteria=criteria)


def _criterion(
    desk: Desk, line: int, cells: Mapping[str, str], unit_id: str, unit_code: str
) -> Criterion | None:
    code = (cells["code"] or cells["id"]).translate(DASHES)
    if not code:
        what = "This criterion has neither a code nor an id."
        desk.report.error(line, what, "Fill in the column Code, or Id if there is no code.")
        return None
    criterion_id = f"{unit_id or 'unit'}/{code.casefold()}"
    if not is_criterion_id(criterion_id):
        what = f"'{shown(code)}' can't be a criterion's code: small letters, digits, dots, hyphens."
        better = likely_id(code)
        mend = f"Perhaps {better}." if better else "For instance 2.2 or takes-part."
        desk.report.error(line, what, mend)
        return None
    if not cells["asks"]:
        what = f"The criterion {shown(code)} does not say what it asks."
        desk.report.error(line, what, "Fill in the column Asks.")
    if unit_id and not desk.name("criterion", criterion_id, line):
        return None
    label = cells["label"] or (f"{unit_code} {code}".strip() if cells["code"] else _in_words(cells))
    criterion = Criterion(criterion_id, label, cells["verb"], cells["asks"], cells["official"])
    desk.draft.criteria.append(Placed(criterion, desk.report.file, line))
    return criterion


def _in_words(cells: Mapping[str, str]) -> str:
    return f"{cells['verb']} {cells['asks']}".strip()

"""What can be said of a pack only when all of it has been read and merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from .draft import Draft, Placed, Reference
from .limits import PACK_FILE
from .model import Assessment, Pack, Problem
from .names import (
    LATIN_LOOKS,
    is_criterion_id,
    likely_id,
    lookalike,
    nearest,
    shown,
    suggest,
)
from .vocabulary import TEST_CODES

MEANT = 3
MOST = 200
"""Mentions that are told of, of each of two sorts: the rest waits until these are mended."""


def check_merged(draft: Draft, pack: Pack) -> tuple[Problem, ...]:
    """Problems between the files of `draft`, whose merged pack is `pack`.

    Only what the draft itself says is looked at: the packs it builds on were checked when
    they were loaded. What may come of another error of the same file is not told.
    """
    unknown = tuple(islice(_unknown(draft, pack), MOST))
    spoilt = {one.file for one in (*draft.problems, *unknown) if not one.advice}
    spoilt |= {one.file for one in draft.misspelt}
    hanging = (*_uncovered(draft, pack), *_untold_tests(draft, pack))
    return (
        *unknown,
        *(one for one in hanging if one.file not in spoilt),
        *_quick(draft, pack),
        *_strangers(draft, pack),
    )


def check_spelling(draft: Draft, bases: Sequence[Pack]) -> tuple[Problem, ...]:
    """Mentions in `draft` that can't be ids at all. What they should look like is shown by names
    that the pack has itself, or has from `bases`, where there are some."""
    known = [one.item.id for one in draft.criteria if not one.item.id.startswith("unit/")]
    known += [one.id for base in bases for one in base.criteria()]
    return tuple(_misspelt(one, known) for one in draft.misspelt[:MOST])


def _misspelt(one: Reference, criteria: Sequence[str]) -> Problem:
    what = lookalike(one.name) or f"'{shown(one.name)}' can't be the id of a {one.sort}."
    if one.sort != "criterion":
        better = likely_id(one.name)
        return Problem(one.file, one.line, what, f"Perhaps '{better}'." if better else "")
    likely = one.name.translate(LATIN_LOOKS) if lookalike(one.name) else ""
    meant = [name for name in criteria if name.partition("/")[2] == one.name]
    if is_criterion_id(likely):
        mend = f"Perhaps '{likely}'."
    elif 0 < len(meant) <= MEANT:
        mend = f"Did you mean {' or '.join(repr(name) for name in meant)}?"
    elif criteria:
        mend = f"Write its unit, a slash and its code: {criteria[0]}."
    else:
        mend = "Write its unit's id, a slash and its code, as in my-unit/1.1."
    return Problem(one.file, one.line, what, mend)


def _unknown(draft: Draft, pack: Pack) -> Iterator[Problem]:
    """Mentions of what is nowhere. In a pack without a programme, made to be built on, criteria
    of a unit that it does not hold are those of the packs that use it and can't be looked up.

    What hangs on something too broken to be known by name is not told: mending that comes first.
    """
    known = _names(draft, pack)
    for one in draft.references:
        names = known.get(one.sort)
        if names is None or one.name in names or one.sort in draft.lost:
            continue
        if one.sort == "criterion":
            if not _of_no_unit(one.name, known) and _unit_of(one.name) not in draft.unsure_units:
                yield _missing(one, names)
        elif one.sort == "topic":
            what = f"No question and no reading has the topic '{one.name}'."
            mend = suggest(one.name, names)
            yield Problem(one.file, one.line, what, mend, advice=True)
        else:
            yield _missing(one, names)
    if draft.programme and "unit" not in draft.lost:
        yield from _of_strange_units(draft, known)


def _missing(one: Reference, names: set[str]) -> Problem:
    mend = suggest(one.name, names) or "Look how it is spelled in its own file."
    return Problem(one.file, one.line, f"There is no {one.sort} '{one.name}'.", mend)


def _of_strange_units(draft: Draft, known: dict[str, set[str]]) -> Iterator[Problem]:
    """Criteria of units that are nowhere, one problem a unit in each file; none where the unit
    itself is named there in vain, which says it all."""
    told = {
        (one.file, one.name)
        for one in draft.references
        if one.sort == "unit" and one.name not in known["unit"]
    }
    for one in draft.references:
        unit = _unit_of(one.name)
        if one.sort != "criterion" or not _of_no_unit(one.name, known) or (one.file, unit) in told:
            continue
        told.add((one.file, unit))
        if nearest(one.name, known["criterion"]):
            yield _missing(one, known["criterion"])
        else:
            mend = suggest(unit, known["unit"]) or "Add the file of that unit."
            what = f"There is no unit '{unit}', so no criterion '{one.name}'."
            yield Problem(one.file, one.line, what, mend)


def _unit_of(criterion: str) -> str:
    return criterion.partition("/")[0]


def _of_no_unit(criterion: str, known: dict[str, set[str]]) -> bool:
    return _unit_of(criterion) not in known["unit"]


def _names(draft: Draft, pack: Pack) -> dict[str, set[str]]:
    topics = {topic for bank in pack.banks for topic in bank.topics}
    known = {
        "criterion": {one.id for one in pack.criteria()},
        "assessment": {one.id for one in pack.assessments},
        "unit": {one.id for one in pack.units},
        "walk": {one.id for one in pack.walks},
        "reading": {one.id for one in pack.readings},
        "topic": topics | {topic for reading in pack.readings for topic in reading.topics},
    }
    return {sort: names | set(draft.named.get(sort, {})) for sort, names in known.items()}


def _uncovered(draft: Draft, pack: Pack) -> Iterator[Problem]:
    units = {unit.id: unit for unit in pack.units}
    for placed in draft.assessments:
        covered = {name for section in placed.item.sections for name in section.criteria}
        for unit_id in placed.item.units:
            if unit_id not in units or unit_id in draft.unsure_units:
                continue
            for outcome in units[unit_id].outcomes:
                for criterion in outcome.criteria:
                    if criterion.id not in covered:
                        yield _no_section(placed, criterion.id)


def _no_section(placed: Placed[Assessment], criterion: str) -> Problem:
    what = f"No section of '{placed.item.id}' names the criterion {criterion}."
    mend = "Add it to the `criteria` of the section where it is shown."
    return Problem(placed.file, placed.line, what, mend, advice=True)


def _quick(draft: Draft, pack: Pack) -> Iterator[Problem]:
    quick = [walk.id for walk in pack.walks if walk.quick]
    own = [placed for placed in draft.walks if placed.item.quick]
    if len(quick) > 1 and own:
        what = f"There is more than one quick walk: {', '.join(quick)}."
        mend = "Keep `quick: yes` in the one that is offered first."
        yield Problem(own[-1].file, own[-1].line, what, mend, advice=True)


def _strangers(draft: Draft, pack: Pack) -> Iterator[Problem]:
    """Criteria named in a used pack that a unit of this one does not have.

    A unit that is not here at all is no slip: guided questions may name the criteria of
    several qualifications.
    """
    known = _names(draft, pack)
    for owner, name in _inherited_mentions(draft, pack):
        if not _of_no_unit(name, known) and name not in known["criterion"]:
            what = f"'{owner}', from a pack that this one uses, names {name}; no unit has it."
            mend = "Keep that code in the unit, or replace what names it."
            line = draft.label.uses_line
            yield Problem(PACK_FILE, line, what, mend, advice=True)


def _inherited_mentions(draft: Draft, pack: Pack) -> Iterator[tuple[str, str]]:
    own_tasks = {placed.item.id for placed in draft.assessments}
    for task in pack.assessments:
        if task.id not in own_tasks:
            yield from ((task.id, name) for one in task.sections for name in one.criteria)
    own_walks = {placed.item.id for placed in draft.walks}
    for walk in pack.walks:
        if walk.id not in own_walks:
            steps = (step for stage in walk.stages for step in stage.steps)
            yield from ((walk.id, name) for step in steps for name in step.criteria)
    own_readings = {placed.item.id for placed in draft.readings}
    for reading in pack.readings:
        if reading.id not in own_readings:
            yield from ((reading.id, name) for name in reading.criteria)


def _untold_tests(draft: Draft, pack: Pack) -> Iterator[Problem]:
    if not draft.test_words:
        return
    told = {words.code for words in pack.test_words} | set(draft.named.get("test code", {}))
    missing = [code for codes in TEST_CODES.values() for code in codes if code not in told]
    if missing:
        first = draft.test_words[0]
        what = f"There are no words for {', '.join(missing)}."
        yield Problem(first.file, first.line, what, "Add a row for each.", advice=True)

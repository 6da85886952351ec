"""What follows from an answer: the records to be saved. Pure: nothing is changed in place.

A typed field lives in its record only, which is made at the first answer; free answers and the
place live in the run.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import fields, replace

from ilmcoach.packs.model import AnswerKind, Walk
from ilmcoach.portfolio.records import KINDS, Record, Run, Stored

from .answers import Answer, Row, tidy
from .criteria import criteria_of_record, criteria_of_run
from .rows import changed_rows
from .sitting import Sitting, split_fill
from .spots import Spot
from .stamp import Stamp
from .subject import day_named


class Change(Struct, frozen=True):
    """The run as it is after an answer, and every record to save, the run among them if it
    changed. No records: nothing changed."""

    run: Run
    records: tuple[Record, ...] = ()


def begin(walk: Walk, stamp: Stamp, *, subject: str = "") -> Run:
    """A new run of `walk`, about the record with the id `subject` if there is one already."""
    return Run(id=stamp.new_id(), made=stamp.now, changed=stamp.now, walk=walk.id, subject=subject)


def move(run: Run, spot: Spot, stamp: Stamp) -> Run:
    """The run with the learner standing at `spot`."""
    return replace(run, place=spot.key, changed=stamp.now)


def finish(run: Run, stamp: Stamp) -> Run:
    """The run stamped as finished. It can be opened again, which edits."""
    return replace(run, finished=stamp.now, changed=stamp.now)


def answer(sitting: Sitting, spot: Spot, value: Answer, stamp: Stamp) -> Change:
    """What changes when `value` becomes the answer at `spot`."""
    value = tidy(value)
    if value == tidy(sitting.value_at(spot)):
        return Change(sitting.run)
    run = sitting.run
    records: tuple[Record, ...] = ()
    if not spot.step.fills:
        run = _with_free_answer(sitting, spot, value, stamp)
    elif spot.step.answer is AnswerKind.LINKS:
        records = _marks(sitting, spot, value, stamp)
    else:
        run, records = _filled(sitting, spot, value, stamp)
    if run != sitting.run or sitting.portfolio.get(run.id) is None:
        records = (*records, run)
    return Change(run, records)


def _filled(
    sitting: Sitting, spot: Spot, value: Answer, stamp: Stamp
) -> tuple[Run, tuple[Record, ...]]:
    """The run and the records after an answer that fills fields."""
    sitting, made = _with_mains(sitting, spot, stamp)
    if spot.step.answer is AnswerKind.REPEAT:
        rows = [row for row in value if isinstance(row, Row)] if isinstance(value, tuple) else []
        changed = changed_rows(sitting, spot, rows, _mains(sitting, spot), stamp)
    else:
        changed = (_with_field(sitting, spot, value, stamp),)
    latest = {record.id: record for record in (*made, *changed)}
    return sitting.run, tuple(latest.values())


def _to_stored(value: Answer) -> Stored:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return tuple(one.isoformat() if isinstance(one, date) else str(one) for one in value)
    if value is None:
        raise ValueError("a blank answer is not stored")
    return value


def _with_free_answer(sitting: Sitting, spot: Spot, value: Answer, stamp: Stamp) -> Run:
    run = sitting.run
    kept = {key: one for key, one in run.answers.items() if key != spot.key}
    if value is not None:
        kept[spot.key] = _to_stored(value)
    run = replace(run, answers=kept, changed=stamp.now)
    return replace(run, criteria=criteria_of_run(sitting.walk, run))


def _marks(sitting: Sitting, spot: Spot, value: Answer, stamp: Stamp) -> tuple[Record, ...]:
    kind, name = split_fill(spot.step.fills[0])
    chosen = value if isinstance(value, tuple) else ()
    marked = (
        replace(one, **{name: one.id in chosen, "changed": stamp.now})
        for one in sitting.portfolio.live(KINDS[kind])
        if getattr(one, name) != (one.id in chosen)
    )
    return tuple(replace(one, criteria=criteria_of_record(sitting.walk, one)) for one in marked)


def _with_mains(sitting: Sitting, spot: Spot, stamp: Stamp) -> tuple[Sitting, tuple[Record, ...]]:
    """The sitting with the records that the place is about, made now if they are not there yet:
    the one of the whole walk, the one of this turn."""
    walk, run = sitting.walk, sitting.run
    made: list[Record] = []
    if walk.makes and not sitting.target(walk.makes, spot):
        day = day_named(walk, sitting.portfolio, stamp.now.date())
        known = {"planned": day} if day else {}
        made.append(stamp.make(walk.makes, run=run.id, **known))
        run = replace(run, subject=made[0].id, changed=stamp.now)
    if spot.stage.makes and not sitting.target(spot.stage.makes, spot):
        turn = {"item": spot.item, "area": spot.item, "area_label": spot.item_label}
        made.append(stamp.make(spot.stage.makes, run=run.id, **turn))
    return Sitting(walk, run, sitting.portfolio.with_records(made)), tuple(made)


def _mains(sitting: Sitting, spot: Spot) -> tuple[str, ...]:
    """Ids of the records that what is written at a place belongs to, the nearest first: the one
    its stage goes through or makes, then the one of the whole walk."""
    turn = sitting.portfolio.get(spot.item)
    of_stage = sitting.target(spot.stage.makes, spot) if spot.stage.makes else None
    of_walk = sitting.target(sitting.walk.makes, spot) if sitting.walk.makes else None
    return tuple(one.id for one in (turn, of_stage, of_walk) if one)


def _with_field(sitting: Sitting, spot: Spot, value: Answer, stamp: Stamp) -> Record:
    kind, name = split_fill(spot.step.fills[0])
    record = sitting.target(kind, spot) or stamp.make(
        kind, run=sitting.run.id, item=spot.item, links=_mains(sitting, spot)
    )
    if value is None:
        value = next(field.default for field in fields(record) if field.name == name)
    elif spot.step.answer is AnswerKind.SCALE and isinstance(value, str):
        value = int(value)
    filled = replace(record, **{name: value, "changed": stamp.now})
    return replace(filled, criteria=criteria_of_record(sitting.walk, filled))

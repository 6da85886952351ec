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

from .answers import Answer, Row
from .rows import changed_rows
from .sitting import Sitting, is_blank, split_fill
from .spots import Spot
from .stamp import Stamp


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
    value = None if is_blank(value) else value
    before = sitting.value_at(spot)
    if value == (None if is_blank(before) else before):
        return Change(sitting.run)
    if not spot.step.fills:
        run = _with_free_answer(sitting, spot, value, stamp)
        return Change(run, (run,))
    if spot.step.answer is AnswerKind.LINKS:
        return Change(sitting.run, _marks(sitting, spot, value, stamp))
    before_main = sitting
    sitting, made = _with_main(sitting, spot, stamp)
    if spot.step.answer is AnswerKind.REPEAT:
        rows = [row for row in value if isinstance(row, Row)] if isinstance(value, tuple) else []
        changed = changed_rows(sitting, spot, rows, stamp)
    else:
        changed = (_filled(sitting, spot, value, stamp),)
    new_run = (sitting.run,) if sitting.run != before_main.run or _is_new(sitting) else ()
    latest = {record.id: record for record in (*made, *changed, *new_run)}
    return Change(sitting.run, tuple(latest.values()))


def _is_new(sitting: Sitting) -> bool:
    return sitting.portfolio.get(sitting.run.id) is None


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
    answered = {key.partition("@")[0] for key in kept}
    steps = [step for stage in sitting.walk.stages for step in stage.steps if not step.fills]
    criteria = (c for step in steps if step.id in answered for c in step.criteria)
    return replace(run, answers=kept, criteria=tuple(dict.fromkeys(criteria)), changed=stamp.now)


def _marks(sitting: Sitting, spot: Spot, value: Answer, stamp: Stamp) -> tuple[Record, ...]:
    kind, name = split_fill(spot.step.fills[0])
    chosen = value if isinstance(value, tuple) else ()
    return tuple(
        replace(one, **{name: one.id in chosen, "changed": stamp.now})
        for one in sitting.portfolio.live(KINDS[kind])
        if getattr(one, name) != (one.id in chosen)
    )


def _with_main(sitting: Sitting, spot: Spot, stamp: Stamp) -> tuple[Sitting, tuple[Record, ...]]:
    """The sitting with the record that the place is about, made now if it is not there yet."""
    kind = spot.stage.makes or sitting.walk.makes
    if not kind or sitting.target(kind, spot):
        return sitting, ()
    run = sitting.run
    if spot.stage.makes:
        about = {"item": spot.item, "area": spot.item, "area_label": spot.item_label}
        main = stamp.make(kind, run=run.id, **about)
    else:
        main = stamp.make(kind, run=run.id)
        run = replace(run, subject=main.id, changed=stamp.now)
    return Sitting(sitting.walk, run, sitting.portfolio.with_records([main])), (main,)


def _filled(sitting: Sitting, spot: Spot, value: Answer, stamp: Stamp) -> Record:
    kind, name = split_fill(spot.step.fills[0])
    record = sitting.target(kind, spot) or stamp.make(
        kind, run=sitting.run.id, item=spot.item, links=_links_for_child(sitting, spot)
    )
    if value is None:
        value = next(field.default for field in fields(record) if field.name == name)
    elif spot.step.answer is AnswerKind.SCALE and isinstance(value, str):
        value = int(value)
    filled = replace(record, **{name: value, "changed": stamp.now})
    return replace(filled, criteria=_criteria_of(sitting.walk, filled))


def _links_for_child(sitting: Sitting, spot: Spot) -> tuple[str, ...]:
    main = sitting.target(spot.stage.makes, spot) if spot.stage.makes else None
    about = main.id if main else sitting.run.subject
    of_turn = spot.item if sitting.portfolio.get(spot.item) else ""
    return tuple(one for one in (of_turn, about) if one)


def _criteria_of(walk: Walk, record: Record) -> tuple[str, ...]:
    """Criteria of the steps whose fields hold something, and those linked by hand."""
    claimed: dict[str, None] = {}
    held: dict[str, None] = {}
    for step in (step for stage in walk.stages for step in stage.steps):
        for kind, name in map(split_fill, step.fills):
            if kind == record.kind:
                claimed |= dict.fromkeys(step.criteria)
                if not is_blank(getattr(record, name)):
                    held |= dict.fromkeys(step.criteria)
    by_hand = [one for one in record.criteria if one not in claimed]
    return tuple(dict.fromkeys([*by_hand, *held]))

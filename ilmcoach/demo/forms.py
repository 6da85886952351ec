"""What she saves in forms, and the files that she attaches."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from typing import Any

import msgspec
from msgspec.structs import asdict, replace

from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.body import body_fingerprint
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    KINDS,
    Attachment,
    Quote,
    ReadingRecord,
    Record,
    Statement,
)
from ilmcoach.walks.shelf import counted

from .lookup import look_up, misfit
from .naming import id_of
from .story import Attached, Filled, Signed, as_typed


def formed(moment: Filled | Attached | Signed, pack: Pack, portfolio: Portfolio) -> Record:
    """The record that she saves. Raises IlmcoachError if the story names a field, a record, a
    file, a criterion or anything else of the pack that is not there."""
    match moment:
        case Filled():
            return _filled(moment, pack, portfolio)
        case Attached():
            return _attached(moment, portfolio)
        case Signed():
            return _signed(moment, pack, portfolio)


def attached_bytes(name: str) -> bytes:
    """What is in the file of that name that she attached. Raises IlmcoachError if it is not
    among those of the example."""
    try:
        return (files(__package__) / "files" / name).read_bytes()
    except OSError as error:
        raise misfit(f"her file {name} is missing") from error


def _filled(moment: Filled, pack: Pack, portfolio: Portfolio) -> Record:
    kind = KINDS.get(moment.kind)
    if kind is None:
        raise misfit(f"there is no kind {moment.kind}")
    own = set(kind.__struct_fields__) - set(Record.__struct_fields__)
    if strange := set(moment.fields) - own:
        raise misfit(f"{moment.kind} has no field {sorted(strange)}")
    _hold_against(pack, moment)
    fields = {name: _typed(name, value) for name, value in moment.fields.items()}
    if kind is Quote and "source" in fields:
        fields["source"] = look_up(fields["source"], portfolio).id
    before = portfolio.live_get(kind, id_of(f"{moment.kind}/{moment.name}"))
    links = tuple(look_up(one, portfolio).id for one in moment.of)
    start: dict[str, Any] = (
        asdict(before)
        if before
        else {"id": id_of(f"{moment.kind}/{moment.name}"), "made": moment.at, "links": links}
    )
    given = {**start, **fields, "changed": moment.at}
    if moment.criteria:
        given["criteria"] = moment.criteria
    record = msgspec.convert(given, kind)
    if isinstance(record, ReadingRecord) and not moment.criteria:
        return _read(record, before, pack)
    return record


def _read(record: ReadingRecord, before: Record | None, pack: Pack) -> Record:
    """What she read counts as it does in the app once she took something from it."""
    entry = next((one for one in pack.readings if one.id == record.reading), None)
    old = before if isinstance(before, ReadingRecord) else replace(record, took="", criteria=())
    return replace(record, criteria=counted(old, record.took, entry))


def _attached(moment: Attached, portfolio: Portfolio) -> Attachment:
    data = attached_bytes(moment.file)
    return Attachment(
        id=id_of(f"attachment/{moment.name}"),
        made=moment.at,
        changed=moment.at,
        links=(look_up(moment.of, portfolio).id,),
        name=moment.file,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        text=as_typed(moment.text),
    )


def _signed(moment: Signed, pack: Pack, portfolio: Portfolio) -> Statement:
    task = pack.assessment(moment.assessment)
    if task is None:
        raise misfit(f"there is no {moment.assessment}")
    return Statement(
        id=id_of(f"statement/{moment.assessment}/{moment.at.isoformat()}"),
        made=moment.at,
        changed=moment.at,
        assessment=task.id,
        name=portfolio.learner.name if portfolio.learner else "",
        on=moment.at.date(),
        body=body_fingerprint(task, portfolio),
    )


def _typed(name: str, value: Any) -> Any:
    """A field's value as she left it: text as typed, a list as text with a line for each, but
    chosen headings as they are."""
    if isinstance(value, list) and name != "sections":
        return "\n".join(as_typed(line) for line in value)
    return as_typed(value) if isinstance(value, str) else value


def _hold_against(pack: Pack, moment: Filled) -> None:
    """Names of the pack that a form points to have to be there."""
    parts = {part.id for task in pack.assessments for part in task.sections}
    there = {
        "assessment": {task.id for task in pack.assessments},
        "section": parts,
        "sections": parts,
        "criterion": {name for task in pack.assessments for name in _criteria(task.sections)},
        "reading": {one.id for one in pack.readings},
        "question": {one.id for bank in pack.banks for one in bank.questions},
    }
    points = [(name, one) for name in there for one in _several(moment.fields.get(name))]
    points += [("criterion", name) for name in moment.criteria]
    for name, value in points:
        if value not in there[name]:
            raise misfit(f"there is no {name} {value}")


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _criteria(sections: Any) -> list[str]:
    return [name for section in sections for name in section.criteria]

"""Giving somebody another name wherever they stand. Pure: nothing is changed in place."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec import Struct
from msgspec.structs import replace

from .names import (
    NAME_FIELDS,
    first_and_last,
    head_of,
    names_known,
    places_of,
    same_name,
    texts_in,
)
from .portfolio import Portfolio
from .records import Record, Run


class Place(Struct, frozen=True):
    """A place where a name stands: the record's id, the field as `texts_in` names it, start and
    end in it. `alone` where the field is for a name and holds nothing else. `part` is the part of
    the name that stands there: `head` (without what follows a comma), `first`, `last`, or empty
    for the whole name."""

    record: str
    field: str
    start: int
    end: int
    alone: bool = False
    part: str = ""


def find_places(name: str, portfolio: Portfolio) -> tuple[Place, ...]:
    """Every place where the name stands, newest record first, in deleted records too: they may
    be brought back."""
    records = sorted(portfolio, key=lambda one: (one.made, one.id), reverse=True)
    return tuple(place for one in records for place in _places_in(one, name))


def _places_in(record: Record, name: str) -> Iterable[Place]:
    for field, text in texts_in(record):
        if field in NAME_FIELDS.get(record.kind, ()) and same_name(text, name):
            yield Place(record.id, field, 0, len(text), alone=True)
        else:
            for start, end in places_of(name, text):
                yield Place(record.id, field, start, end)


def find_parts(name: str, portfolio: Portfolio) -> tuple[Place, ...]:
    """Every place where a part of the name stands by itself, so that it may be meant, newest
    record first: the name without what follows its comma, the first name, the last name. Not
    where it belongs to the name itself or to that of somebody else who is known."""
    parts = _parts(name)
    if not parts:
        return ()
    texts = set(parts.values())
    known = (name, *(one for one in names_known(portfolio) if one not in texts))
    whole = [one for one in known if any(places_of(text, one) for text in texts)]
    records = sorted(portfolio, key=lambda one: (one.made, one.id), reverse=True)
    return tuple(place for one in records for place in _parts_in(one, parts, whole))


def _parts(name: str) -> dict[str, str]:
    first, last = first_and_last(name)
    forms = {"head": head_of(name), "first": first, "last": last}
    return {part: form for part, form in forms.items() if form and form != name}


def _parts_in(record: Record, parts: dict[str, str], whole: Iterable[str]) -> Iterable[Place]:
    for field, text in texts_in(record):
        taken = [span for name in whole for span in places_of(name, text)]
        found = []
        for part, form in parts.items():
            for start, end in places_of(form, text):
                if all(end <= left or right <= start for left, right in taken):
                    taken.append((start, end))
                    alone = field in NAME_FIELDS.get(record.kind, ()) and same_name(text, form)
                    found.append(Place(record.id, field, start, end, alone, part))
        yield from sorted(found, key=lambda one: one.start)


def is_shared(part: str, name: str, portfolio: Portfolio) -> bool:
    """True if somebody else who is known has that part of the name (`head`, `first`, `last`)."""
    form, own = _parts(name).get(part, ""), head_of(name)
    others = (one for one in names_known(portfolio) if head_of(one) not in (own, form))
    return any(form in first_and_last(one) for one in others)


def renamed(new: str, places: Collection[Place], portfolio: Portfolio) -> tuple[Record, ...]:
    """The records to save so that `new` stands at these places, and the same part of it where they
    are places of a part; everything round them stays.

    The places must be those of this portfolio as it is. `changed` stays as it was, for it says
    when the learner last wrote there. Saving the records as they were undoes it.
    """
    by_record: dict[str, list[Place]] = {}
    for place in places:
        by_record.setdefault(place.record, []).append(place)
    found = ((portfolio.get(record_id), some) for record_id, some in by_record.items())
    return tuple(_with_name(record, new, some) for record, some in found if record)


def _with_name(record: Record, new: str, places: list[Place]) -> Record:
    texts = dict(texts_in(record))
    # From the end to the beginning, so that the places before keep their numbers.
    for place in sorted(places, key=lambda one: one.start, reverse=True):
        text, put = texts[place.field], _parts(new).get(place.part, _whole(new, place))
        texts[place.field] = f"{text[: place.start]}{put}{text[place.end :]}"
    touched = {place.field: texts[place.field] for place in places}
    if isinstance(record, Run):
        answers = {key.partition("/")[2]: text for key, text in touched.items()}
        return replace(record, answers={**record.answers, **answers})
    return replace(record, **touched)


def _whole(new: str, place: Place) -> str:
    """What stands for a part that the new name has not got: all of it, if without additions."""
    return head_of(new) if place.part else new


def context(text: str, place: Place, around: int = 34) -> tuple[str, str, str]:
    """What stands before the name, the name, what stands after it: see `words_round`."""
    return words_round(text, place.start, place.end, around)


def words_round(text: str, start: int, end: int, around: int) -> tuple[str, str, str]:
    """What stands before a place, there, and after it, each on one line; `around` is about how
    many characters to each side."""
    before, after = text[:start], text[end:]
    left, right = " ".join(before[-around:].split()), " ".join(after[:around].split())
    head = f"…{left}" if len(before) > around else left
    tail = f"{right}…" if len(after) > around else right
    space_before = " " if before[-1:].isspace() else ""
    space_after = " " if after[:1].isspace() else ""
    return head + space_before, " ".join(text[start:end].split()), space_after + tail

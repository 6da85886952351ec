"""What another version of a pack changes, and what a pack takes the place of. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from ilmcoach.packs.model import Assessment, Pack, Reading, Step, Unit, Walk

T = TypeVar("T", Unit, Assessment, Walk, Reading)

NEW, GONE, REWORDED, OTHERWISE, REPLACES = "new", "gone", "reworded", "otherwise", "replaces"
"""`otherwise` is a step that is answered in another way, or an id that now means another thing
of its sort; `replaces` is what a pack puts in the place of one it builds on."""


_WITHIN = {"criterion": "unit", "section": "assessment", "stage": "walk", "step": "walk"}
"""What a thing of one sort stands in."""


class Change(Struct, frozen=True):
    """One thing that is not as it was. `sort` is `programme`, `unit`, `criterion`, `assessment`,
    `section`, `walk`, `stage`, `step`, `question` or `reading`; `what` is one of the words
    above; `title` is how the pack calls it (the new title, where it has both) and `within` how
    it calls what that stands in."""

    sort: str
    id: str
    what: str
    title: str
    within: str = ""


class Counts(Struct, frozen=True):
    """How much a pack holds of its own, without what it builds on."""

    programmes: int = 0
    units: int = 0
    assessments: int = 0
    walks: int = 0
    steps: int = 0
    questions: int = 0
    readings: int = 0


class _Sort(Struct, frozen=True):
    """Things of one sort by their key, each with its words and the rest that matters."""

    name: str
    things: Mapping[str, tuple[str, str, object, object]]


def changes(before: Pack | None, after: Pack) -> tuple[Change, ...]:
    """What `after` changes for somebody who has used `before`; all of it is new where that is
    None. What is new or gone as a whole is told once, without what is in it. In the order of the
    sorts, what is gone before what is new."""
    if before is None:
        before = Pack(id=after.id, title=after.title, folder=after.folder)
    found: list[Change] = []
    for old, new in zip(_sorts(before), _sorts(after), strict=True):
        whole = {(one.sort, one.id) for one in found if one.what in (NEW, GONE)}
        above = _WITHIN.get(new.name, "")
        found.extend(
            one for one in _between(old, new) if (above, one.id.partition("/")[0]) not in whole
        )
    return tuple(found)


def own_counts(pack: Pack, bases: Sequence[Pack]) -> Counts:
    """What a pack holds beyond `bases`, the packs that it builds on."""
    walks = _own(pack, bases, lambda one: one.walks)
    questions = {one.id for bank in pack.banks for one in bank.questions}
    theirs = {one.id for base in bases for bank in base.banks for one in bank.questions}
    return Counts(
        programmes=int(pack.programme is not None),
        units=len(_own(pack, bases, lambda one: one.units)),
        assessments=len(_own(pack, bases, lambda one: one.assessments)),
        walks=len(walks),
        steps=sum(len(walk.steps()) for walk in walks),
        questions=len(questions - theirs),
        readings=len(_own(pack, bases, lambda one: one.readings)),
    )


def replaced(pack: Pack, bases: Sequence[Pack]) -> tuple[Change, ...]:
    """What a pack puts in the place of something in `bases`, the packs that it builds on. The id
    of the pack that it is from stands in `within`."""
    found: list[Change] = []
    for base in bases:
        for unit in _others(pack.units, base.units):
            found.append(Change("unit", unit.id, REPLACES, unit.title, base.id))
        for task in _others(pack.assessments, base.assessments):
            found.append(Change("assessment", task.id, REPLACES, task.title, base.id))
        for walk in _others(pack.walks, base.walks):
            found.append(Change("walk", walk.id, REPLACES, walk.title, base.id))
        for one in _others(pack.readings, base.readings):
            found.append(Change("reading", one.id, REPLACES, one.citation, base.id))
    return tuple(found)


def _between(old: _Sort, new: _Sort) -> Iterator[Change]:
    for key, (title, within, _, _) in old.things.items():
        if key not in new.things:
            yield Change(new.name, key, GONE, title, within)
    for key, (title, within, words, rest) in new.things.items():
        if key not in old.things:
            yield Change(new.name, key, NEW, title, within)
            continue
        _, _, words_before, rest_before = old.things[key]
        if rest != rest_before:
            yield Change(new.name, key, OTHERWISE, title, within)
        elif words != words_before:
            yield Change(new.name, key, REWORDED, title, within)


def _sorts(pack: Pack) -> tuple[_Sort, ...]:
    """Everything in a pack that a learner meets. The key of what stands in something else has
    that one's key before a slash."""
    course = pack.programme
    programme = {"programme": (course.title, "", course.about, None)} if course else {}
    units = {one.id: (one.title, "", (one.title, one.about), None) for one in pack.units}
    criteria = {
        one.id: (one.label, unit.title, (one.label, one.verb, one.asks, one.official), None)
        for unit in pack.units
        for outcome in unit.outcomes
        for one in outcome.criteria
    }
    tasks = {
        one.id: (one.title, "", (one.title, one.about, one.rule, one.words, one.marks), None)
        for one in pack.assessments
    }
    sections = {
        f"{task.id}/{one.id}": (
            one.title,
            task.title,
            (one.title, one.about, one.points, one.criteria, one.marks, one.minimum),
            None,
        )
        for task in pack.assessments
        for one in task.sections
    }
    walks = {one.id: (one.title, "", (one.title, one.about), one.makes) for one in pack.walks}
    stages = {
        f"{walk.id}/{one.id}": (one.title, walk.title, (one.title, one.about), one.each)
        for walk in pack.walks
        for one in walk.stages
    }
    steps = {
        f"{walk.id}/{one.id}": (one.title, walk.title, _words(one), _way(one))
        for walk in pack.walks
        for one in walk.steps()
    }
    questions = {
        one.id: (one.text, bank.title, None, None) for bank in pack.banks for one in bank.questions
    }
    readings = {
        one.id: (one.citation, "", (one.citation, one.good_for), None) for one in pack.readings
    }
    return (
        _Sort("programme", programme),
        _Sort("unit", units),
        _Sort("criterion", criteria),
        _Sort("assessment", tasks),
        _Sort("section", sections),
        _Sort("walk", walks),
        _Sort("stage", stages),
        _Sort("step", steps),
        _Sort("question", questions),
        _Sort("reading", readings),
    )


def _words(step: Step) -> object:
    choices = [(one.label, one.about) for one in step.choices]
    return (step.title, step.ask, step.hint, choices, step.questions, step.criteria)


def _way(step: Step) -> object:
    return (step.answer, step.fills, step.source, tuple(one.id for one in step.choices))


def _others(own: Sequence[T], theirs: Sequence[T]) -> list[T]:
    """Those of `own` that are not as the one of the same id in `theirs`."""
    before = {one.id: one for one in theirs}
    return [one for one in own if before.get(one.id, one) != one]


def _own(pack: Pack, bases: Sequence[Pack], of: Callable[[Pack], Sequence[T]]) -> list[T]:
    theirs = [{one.id: one for one in of(base)} for base in bases]
    return [one for one in of(pack) if not any(known.get(one.id) == one for known in theirs)]

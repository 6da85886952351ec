"""What of all that was written the learner wants to see. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from .names import forms_meaning, stands_in
from .portfolio import Portfolio
from .records import Activity, Finding, Goal, Meeting, Record, Run

Through = Callable[[Record | None], bool]


class Wanted(Struct, frozen=True):
    """What to show only: of one kind; about one goal or one meeting, by its id; counting towards
    one criterion, by its id; with one person's name in it. Empty ones ask for nothing, several
    must all hold."""

    kind: str = ""
    goal: str = ""
    meeting: str = ""
    criterion: str = ""
    person: str = ""

    def __bool__(self) -> bool:
        return bool(self.kind or self.goal or self.meeting or self.criterion or self.person)


def narrow(records: Sequence[Record], wanted: Wanted, portfolio: Portfolio) -> tuple[Record, ...]:
    """Those of the records that are wanted, in their order.

    About a goal or a meeting is the record itself and all that belongs to it, at any remove:
    actions of a meeting, what was told of those actions, reviews of a goal, activities that grow
    out of it, guided questions about it. With a person's name is also what belongs to a record
    that has the name, such as how an action with it went; but not all that belongs to a meeting
    or a finding in which somebody is named.
    """
    found = list(records)
    if wanted.kind:
        found = [one for one in found if one.kind == wanted.kind]
    if wanted.criterion:
        found = [one for one in found if wanted.criterion in one.criteria]
    below = _Below(portfolio) if wanted.goal or wanted.meeting or wanted.person else None
    if below:
        for root in filter(None, (wanted.goal, wanted.meeting)):
            about = below.of((root,))
            found = [one for one in found if one.id in about]
        if wanted.person:
            named = below.of(_named(wanted.person, portfolio), through=_is_one_thing)
            found = [one for one in found if one.id in named]
    return tuple(found)


def _named(name: str, portfolio: Portfolio) -> tuple[str, ...]:
    forms = forms_meaning(name, portfolio)
    return tuple(one.id for one in portfolio if any(stands_in(form, one) for form in forms))


def _is_one_thing(record: Record | None) -> bool:
    return not isinstance(record, Meeting | Finding)


def _any(record: Record | None) -> bool:
    return True


class _Below:
    """What belongs to what, the other way round than records say it."""

    def __init__(self, portfolio: Portfolio) -> None:
        self._portfolio = portfolio
        self._below: dict[str, list[str]] = {}
        for record in portfolio:
            for above in _above(record):
                self._below.setdefault(above, []).append(record.id)

    def of(self, roots: Iterable[str], *, through: Through = _any) -> set[str]:
        """The ids of these records and of all that belongs to them, and to that, as long as it
        leads on `through` each."""
        found = set(roots)
        waiting = [one for one in found if through(self._portfolio.get(one))]
        while waiting:
            new = [one for one in self._below.get(waiting.pop(), ()) if one not in found]
            found.update(new)
            waiting += [one for one in new if through(self._portfolio.get(one))]
        return found


def _above(record: Record) -> Iterator[str]:
    """The ids of the records that this one belongs to."""
    yield from record.links
    if isinstance(record, Goal):
        yield record.finding
    elif isinstance(record, Activity):
        yield record.source
    elif isinstance(record, Run):
        yield record.subject

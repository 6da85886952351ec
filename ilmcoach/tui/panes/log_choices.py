"""What the log can be narrowed down to, and how a choice is said. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from msgspec import Struct

from ilmcoach.portfolio.filtering import Wanted
from ilmcoach.portfolio.names import names_known, names_to_find
from ilmcoach.portfolio.records import Action, Goal, Meeting, Record
from ilmcoach.services.linking import offered_criteria
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.present import KIND_NAMES, show

Offer = tuple[str, str, str]
"""What is chosen, its words, a line about it."""


class Choice(Struct, frozen=True):
    """A field of `Wanted`: its button, its key, what its window asks, what stands for none."""

    field: str
    title: str
    key: str
    ask: str
    any: str


CHOICES = (
    Choice("kind", "Kind", "k", "Show only one kind", "Every kind"),
    Choice("goal", "Goal", "g", "Show only what belongs to a goal", "Any goal, or none"),
    Choice("meeting", "Meeting", "m", "Show only what belongs to a meeting", "Any, or none"),
    Choice("criterion", "Criterion", "r", "Show only what counts towards", "Any, or none"),
    Choice("person", "Person", "p", "Show only where a name stands", "Anybody, or nobody"),
)


def offered(field: str, space: Workspace) -> list[Offer]:
    """What can be chosen for that field of `Wanted`."""
    return _OFFERS[field](space)


def is_offered(field: str, space: Workspace) -> bool:
    """True if there is anything to choose for that field; quicker than looking at it all."""
    portfolio = space.portfolio
    match field:
        case "goal":
            return bool(portfolio.live(Goal))
        case "meeting":
            return bool(portfolio.live(Meeting))
        case "criterion":
            return bool(space.pack and space.pack.criteria())
        case "person":
            return bool(names_known(portfolio))
        case _:
            return True


def said(wanted: Wanted, space: Workspace) -> str:
    """The choices in one line."""
    parts = [
        KIND_NAMES.get(wanted.kind, wanted.kind),
        _about(wanted.goal, space),
        _about(wanted.meeting, space),
        _label(wanted.criterion, space),
        wanted.person,
    ]
    return " · ".join(part for part in parts if part)


def _kinds(space: Workspace) -> list[Offer]:
    live = (one for one in space.portfolio if one.trashed is None and not one.blank)
    counts = Counter(one.kind for one in live)
    return [
        (kind, f"{name} ({counts[kind]:,})", "")
        for kind, name in KIND_NAMES.items()
        if counts[kind]
    ]


def _goals(space: Workspace) -> list[Offer]:
    goals = reversed(space.portfolio.live(Goal))
    return [(one.id, _title(one, space), "") for one in goals if not one.blank]


def _meetings(space: Workspace) -> list[Offer]:
    portfolio = space.portfolio
    found = [
        one for one in portfolio.meetings() if not one.blank or portfolio.linked(Action, one.id)
    ]
    return [
        (one.id, _title(one, space), _short(one.problem or one.struck)) for one in reversed(found)
    ]


def _criteria(space: Workspace) -> list[Offer]:
    found = offered_criteria(space.pack) if space.pack else ()
    return [(one.id, one.label, one.asks) for one in found]


def _people(space: Workspace) -> list[Offer]:
    return [(name, _short(name), "") for name in names_to_find(space.portfolio)]


_OFFERS: dict[str, Callable[[Workspace], list[Offer]]] = {
    "kind": _kinds,
    "goal": _goals,
    "meeting": _meetings,
    "criterion": _criteria,
    "person": _people,
}


def _about(record_id: str, space: Workspace) -> str:
    record = space.portfolio.get(record_id)
    return _title(record, space) if record else ""


def _label(criterion_id: str, space: Workspace) -> str:
    criterion = space.pack.criterion(criterion_id) if space.pack else None
    return criterion.label if criterion else criterion_id


def _title(record: Record, space: Workspace) -> str:
    return _short(show(record, space.portfolio, space.pack).title)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"

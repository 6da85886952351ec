"""Everybody whose name is to be hidden: the list of people, and names where somebody said, asked
or was asked. One person under several names is one. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from .name_shapes import name_words
from .names import head_of, names_in
from .names_listed import names_in_entry
from .portfolio import Portfolio
from .records import Person, Record
from .spelling import folded
from .turns import ME

_ROLE_BY_KIND = {"turn": "member", "question": "member", "enquiry": "tutor"}
"""Who somebody is likely to be who is named there only: turns and questions belong to the set, an
enquiry goes to the tutor or the Set Advisor."""
_OWNER = re.compile(r"(.+?)['’]s\s+[^\W\d_A-Z]")
_ROLE_WORDS = {
    "manager": "manager",
    "boss": "manager",
    "supervisor": "manager",
    "advisor": "advisor",
    "adviser": "advisor",
    "tutor": "tutor",
    "member": "member",
}


class Somebody(Struct, frozen=True):
    """A person by the names that they have in the learner's lists; `role` is empty if nobody
    knows it."""

    names: tuple[str, ...]
    role: str


def people_to_hide(portfolio: Portfolio) -> tuple[Somebody, ...]:
    """Everybody by name but the learner, the list of people first, oldest first."""
    found: list[Somebody] = []
    own = _own(portfolio)
    for name, role in _named(portfolio):
        if folded(name) in (ME, *own):
            continue
        _add(found, name, role)
    return tuple(found)


def _own(portfolio: Portfolio) -> tuple[str, ...]:
    """What the learner is called: a name in a field that is only their first one is theirs."""
    name = folded(portfolio.learner.name) if portfolio.learner else ""
    return (name, name.split()[0]) if name else ()


def _named(portfolio: Portfolio) -> Iterator[tuple[str, str]]:
    for person in portfolio.people():
        # `Smith, John` is one name, `Zoë Whitlock, lead cook` too.
        name = _turned(person.name) or head_of(person.name)
        yield from ((_of_whom(part), person.role) for part in names_in_entry(name))
    others = sorted(
        (one for one in portfolio if one.trashed is None and not isinstance(one, Person)),
        key=lambda one: (one.made, one.id),
    )
    for one in others:
        for entry in names_in(one):
            for name in names_in_entry(entry):
                yield _of_whom(name), _role(entry, one)


def _of_whom(name: str) -> str:
    """`Owen's assessor at work` names Owen."""
    found = _OWNER.match(name)
    return found[1] if found else name


def _turned(name: str) -> str:
    last, comma, first = (one.strip() for one in name.partition(","))
    both = (last, first)
    if comma and all(one.isalpha() and one[0].isupper() for one in both):
        return f"{first} {last}"
    return ""


def _role(entry: str, record: Record) -> str:
    for word in folded(entry).split():
        if word in _ROLE_WORDS:
            return _ROLE_WORDS[word]
    return _ROLE_BY_KIND.get(record.kind, "")


def _add(found: list[Somebody], name: str, role: str) -> None:
    """Puts a name with whom it means: somebody of that very name, or the one person whom a part
    of it can mean."""
    key = folded(name)
    same = [at for at, one in enumerate(found) if any(folded(own) == key for own in one.names)]
    alike = same or [at for at, one in enumerate(found) if _alike(name, one)]
    if len(alike) != 1:
        if not alike:
            found.append(Somebody((name,), role))
        return
    at = alike[0]
    one = found[at]
    if not same:
        longest = sorted((*one.names, name), key=lambda each: -len(name_words(each)))
        found[at] = one = replace(one, names=tuple(longest))
    if not one.role:
        found[at] = replace(one, role=role)


def _alike(name: str, one: Somebody) -> bool:
    """True if one of the two is a part of the other: `Zoë` and `Zoë Whitlock`."""
    mine = [folded(word) for word in name_words(name)]
    for other in one.names:
        theirs = [folded(word) for word in name_words(other)]
        if len(mine) == len(theirs):
            continue
        short, long = sorted((mine, theirs), key=len)
        if len(short) == 1 and short[0] in (long[0], long[-1]):
            return True
        if len(short) > 1 and short[0] == long[0] and short[-1] == long[-1]:
            return True
    return False

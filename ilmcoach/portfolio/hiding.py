"""Names hidden in a document that leaves the learner: who, behind which words. Pure.

The rules are common sense (practice), a help and no proof: whoever is on no list stays visible,
and people may be recognised by what is told of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.text import clean_line

from .finding_names import Finder, Found
from .hidden_people import Somebody, people_to_hide
from .name_shapes import name_words
from .names import UNSPACED
from .portfolio import Portfolio

WAYS = {"roles": "Who they are to you: a member of my set", "initials": "Initials: K."}
"""The ways to hide names, and how each reads."""

STAND_FOR = {
    "member": "a member of my set",
    "advisor": "my Set Advisor",
    "tutor": "my tutor",
    "manager": "my manager",
    "colleague": "a colleague",
}
"""What stands for somebody, by their role; somebody without one is a colleague."""
SEVERAL = "somebody I work with"
"""What stands where any of several people of different roles may be meant."""
NO_INITIAL = "N.N."
"""What stands for a name in a script whose first sign says it all."""
_LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ"
_MARKS = re.compile(r"[\\`*_\[\]<>#|~&$^]")
LONGEST = 60
"""Letters that a wording may have."""


class StandIn(Struct, frozen=True):
    """The words `put` for somebody. `names` are how they are called in the learner's lists;
    `role` is one of `wording.ROLES`, `own` says that the learner chose the words."""

    names: tuple[str, ...]
    role: str
    put: str
    own: bool = False


class Spot(Struct, frozen=True):
    """A doubtful place: the text it stands in, and where."""

    text: str
    start: int


class Plan(Struct, frozen=True):
    """Who is hidden behind what. `way` is one of `WAYS`; in the phrases `kept` nobody is hidden
    (the learner's own name, their centre). `left` and `taken` are doubtful places where the
    learner said so, against what they look like."""

    way: str
    people: tuple[StandIn, ...] = ()
    kept: tuple[str, ...] = ()
    left: tuple[Spot, ...] = ()
    taken: tuple[Spot, ...] = ()

    def labels(self) -> tuple[str, ...]:
        """All words that may be put, each once: they are labels, not the learner's work."""
        puts = [one.put for one in self.people]
        shared = [*map(_bare, puts), SEVERAL]
        return tuple(dict.fromkeys(said for put in (*puts, *shared) for said in _as_put(put)))


class Place(Struct, frozen=True):
    """A place where a name stands, the words to be `put` there, and whether they are: `hidden`.
    `said` is what stands there now."""

    start: int
    end: int
    said: str
    put: str
    who: tuple[int, ...]
    hidden: bool = True
    doubtful: bool = False


def plan_for(portfolio: Portfolio, way: str) -> Plan:
    """The plan for all people of a portfolio: those of the list and those named where somebody
    said, asked or was asked. `way` is `roles` or `initials`; raises ValueError for others."""
    if way not in WAYS:
        raise ValueError(f"names can be hidden by {' or '.join(WAYS)}, not {way!r}")
    people = people_to_hide(portfolio)
    learner = portfolio.learner
    kept = (learner.name, learner.centre_name) if learner else ()
    plan = Plan(
        way,
        tuple(StandIn(one.names, one.role, "") for one in people),
        tuple(one.strip() for one in kept if one.strip()),
    )
    return in_way(plan, way)


def in_way(plan: Plan, way: str) -> Plan:
    """The plan with its people hidden in another way; wordings of the learner's own stay."""
    somebody = [Somebody(one.names, one.role) for one in plan.people]
    puts = _roles(somebody) if way == "roles" else _initials(somebody)
    people = (
        one if one.own else replace(one, put=put)
        for one, put in zip(plan.people, puts, strict=True)
    )
    return replace(plan, way=way, people=tuple(people))


def with_wording(plan: Plan, number: int, wording: str) -> Plan:
    """The plan with the learner's own words for somebody; without any, ours again."""
    put = " ".join(_MARKS.sub(" ", clean_line(wording)).split())[:LONGEST].rstrip()
    people = list(plan.people)
    people[number] = replace(people[number], put=put, own=bool(put))
    return in_way(replace(plan, people=tuple(people)), plan.way)


def with_name(plan: Plan, name: str) -> Plan:
    """The plan with somebody more, who is on no list."""
    people = (*plan.people, StandIn((name,), "", ""))
    return in_way(replace(plan, people=people), plan.way)


def without_name(plan: Plan, name: str) -> Plan:
    """The plan without somebody who was added by that name."""
    people = tuple(one for one in plan.people if one.names != (name,))
    return in_way(replace(plan, people=people), plan.way)


def choose(plan: Plan, spot: Spot, *, hidden: bool) -> Plan:
    """The plan with a doubtful place hidden, or left as it is."""
    left = tuple(one for one in plan.left if one != spot)
    taken = tuple(one for one in plan.taken if one != spot)
    if hidden:
        return replace(plan, left=left, taken=(*taken, spot))
    return replace(plan, left=(*left, spot), taken=taken)


class Hider:
    """Hides the names of a plan in any number of texts."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._finder = Finder([one.names for one in plan.people], plan.kept)
        self._left = frozenset(plan.left)
        self._taken = frozenset(plan.taken)

    def places(self, text: str) -> tuple[Place, ...]:
        """Every place in a text, in order, hidden or not."""
        found = self._finder.find(text)
        return tuple(self._place(one, text) for one in found if not self._is_label(one, text))

    def hide(
        self, text: str, *, sure_only: bool = False
    ) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The text with names hidden, and where in it the words stand that were put. With
        `sure_only` doubtful places stay as they are."""
        out: list[str] = []
        spans: list[tuple[int, int]] = []
        at = length = 0
        for place in self.places(text):
            if not place.hidden or (sure_only and place.doubtful):
                continue
            start, put, end = _fitted(text, place)
            out += [text[at:start], put]
            length += start - at
            spans.append((length, length + len(put)))
            length += len(put)
            at = end
        return "".join((*out, text[at:])), tuple(spans)

    def _place(self, found: Found, text: str) -> Place:
        spot = Spot(text, found.start)
        hidden = (found.likely or spot in self._taken) and spot not in self._left
        return Place(
            found.start,
            found.end,
            text[found.start : found.end],
            self._put(found),
            found.who,
            hidden or not found.doubtful,
            found.doubtful,
        )

    def _put(self, found: Found) -> str:
        put = _shared(self._plan, found.who)
        if found.address:
            return _slug(put)
        put = f"{put}'s" if found.owning else put
        return f"{put[:1].upper()}{put[1:]}" if found.begins else put

    def _is_label(self, found: Found, text: str) -> bool:
        """True where the words put for them stand already, such as an initial."""
        puts = {self._plan.people[one].put for one in found.who}
        said = text[found.start : found.end]
        return any(said in (put, put.rstrip(".")) for put in puts) and self._plan.way == "initials"


def _shared(plan: Plan, who: Sequence[int]) -> str:
    """What stands for somebody, or for one of several."""
    puts = dict.fromkeys(plan.people[one].put for one in who)
    if len(puts) == 1:
        return next(iter(puts))
    bare = {_bare(one) for one in puts}
    return bare.pop() if len(bare) == 1 else SEVERAL


def _bare(put: str) -> str:
    """Words that stand for any of several people of one role."""
    return re.sub(r" \((?:[A-Z]|\d+)\)$", "", put)


def _as_put(put: str) -> tuple[str, ...]:
    """The words in every way in which they may be put."""
    return put, f"{put[:1].upper()}{put[1:]}", f"{put}'s", _slug(put)


def _slug(put: str) -> str:
    """The words as a part of an address."""
    return re.sub(r"[\W_]+", "-", put).strip("-")


def _fitted(text: str, place: Place) -> tuple[int, str, int]:
    """Start, words and end, so that full stops and marks round the name come out right."""
    start, end, put, said = place.start, place.end, place.put, place.said
    if put.endswith(".") and text[end : end + 1] == ".":
        end += 1
    elif said.endswith(".") and not put.endswith(".") and _ends_sentence(text, end):
        end -= 1
    before, after = _marks_inside(said)
    return start, f"{before}{put}{after}", end


def _ends_sentence(text: str, end: int) -> bool:
    return re.match(r"[\"'”’)*_]*(?:\s+[^\Wa-z_]|\s*$)", text[end:]) is not None


def _marks_inside(said: str) -> tuple[str, str]:
    """Marks of emphasis that begin or end within a name stay, so that none is left alone."""
    marks = "".join(re.findall(r"[*_]+(?=\s)|(?<=\s)[*_]+", said))
    closing = re.search(r"[^\s*_]([*_]+)\s", said)
    opening = re.search(r"\s([*_]+)[^\s*_]", said)
    if not marks or (closing and opening and closing[1] == opening[1]):
        return "", ""
    if closing and opening:
        return "", closing[1] + opening[1]
    return (opening[1], "") if opening else ("", closing[1] if closing else "")


def _roles(people: Sequence[Somebody]) -> Iterator[str]:
    words = [STAND_FOR.get(one.role, STAND_FOR["colleague"]) for one in people]
    listed = {name for one in people for name in one.names}
    letters = [one for one in _LETTERS if one not in listed]
    seen: dict[str, int] = {}
    for one in words:
        seen[one] = number = seen.get(one, 0) + 1
        if words.count(one) == 1:
            yield one
        else:
            yield f"{one} ({letters[number - 1] if number <= len(letters) else number})"


def _initials(people: Sequence[Somebody]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for one in people:
        initial = _initial(one.names[0])
        seen[initial] = number = seen.get(initial, 0) + 1
        yield initial if number == 1 else f"{initial} ({number})"


def _initial(name: str) -> str:
    letters = unicodedata.normalize("NFC", "".join(name_words(name)[:1]))
    first = next((one for one in letters if one.isalpha()), "")
    if not first or re.match(UNSPACED, first):
        return NO_INITIAL
    return f"{first.upper()}."

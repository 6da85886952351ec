"""What a pack brings and changes, in a learner's words: the same on the command line and screen.

All of it quotes a pack: it is to be shown as plain text, each line by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ilmcoach.kit.changes import GONE, NEW, OTHERWISE, REPLACES, REWORDED, Change, Counts
from ilmcoach.packs.library import BUNDLED
from ilmcoach.packs.names import shown
from ilmcoach.text import clean_line

from .counts import many
from .packs import LeftBehind, Offer

MOST_TOLD = 8
"""Changes of one kind that are named; the rest are counted."""

_CALLED = {
    "programme": "programme",
    "unit": "unit",
    "criterion": "criterion",
    "assessment": "assignment",
    "section": "heading",
    "walk": "guided questions",
    "stage": "part",
    "step": "step",
    "question": "open question",
    "reading": "reading",
}
_WHAT = {
    NEW: "New",
    GONE: "Gone",
    REWORDED: "Said in other words",
    OTHERWISE: "Asked in another way",
    REPLACES: "In the place of",
}


def facts(offer: Offer) -> tuple[tuple[str, str], ...]:
    """What there is to know of a pack before it is added: what each is called, and the fact."""
    parcel = offer.parcel
    rows = [
        ("Pack", _name(parcel.title or parcel.id, parcel.version)),
        ("From", parcel.author or "not said"),
        ("Licence", parcel.licence or "not said"),
        ("Who may have it", parcel.circulation or "not said: ask before you hand it on"),
    ]
    if parcel.language and parcel.language.partition("-")[0] != "en":
        rows.append(("Language", f"{parcel.language}; checks of English wording are off in it"))
    rows.append(("Holds", counts_in_words(parcel.counts) or "nothing of its own"))
    if parcel.uses:
        rows.append(("Builds on", ", ".join(parcel.uses)))
    rows.append(("Arrived", _arrived(offer)))
    return tuple((name, clean_line(fact)) for name, fact in rows)


def effects(offer: Offer) -> tuple[str, ...]:
    """What adding a pack does to what is there, a line each; empty for one that is only new."""
    lines: list[str] = []
    before, parcel = offer.before, offer.parcel
    if before is not None:
        whose = (
            "that comes with ilmcoach" if offer.before_origin == BUNDLED else "that you have now"
        )
        name = clean_line(_name(before.title, before.version))
        lines.append(f"It takes the place of the pack {whose}: {name}.")
        if parcel.usable:
            lines += changes_in_words(offer.changes) or ["Nothing in it is changed."]
    else:
        lines += changes_in_words(parcel.replaces)
    if offer.left:
        lines.append(left_in_words(offer.left))
    elif before is not None and parcel.usable:
        lines.append("All that you have answered stays where it is.")
    return tuple(lines)


def counts_in_words(counts: Counts) -> str:
    """`a programme, 2 sets of guided questions with 9 steps, 14 open questions`."""
    parts = ["a programme"] if counts.programmes else []
    for number, one, more in (
        (counts.units, "unit", "units"),
        (counts.assessments, "assignment", "assignments"),
    ):
        parts += [many(number, one, more)] if number else []
    if counts.walks:
        walks = many(counts.walks, "set of guided questions", "sets of guided questions")
        parts.append(f"{walks} with {many(counts.steps, 'step')}")
    parts += [many(counts.questions, "open question")] if counts.questions else []
    if counts.readings:
        parts.append(many(counts.readings, "piece of reading", "pieces of reading"))
    return ", ".join(parts)


def changes_in_words(found: Sequence[Change]) -> list[str]:
    """A line for each change; what is more than a few of one kind is counted."""
    return [line for what in _WHAT for line in _of_kind([one for one in found if one.what == what])]


def left_in_words(left: LeftBehind) -> str:
    """What a learner keeps whose place is gone."""
    parts = []
    if left.steps:
        answers = "Your answer" if left.answers == 1 else f"Your {left.answers:,} answers"
        parts.append(f"{answers} to {many(left.steps, 'step')} that {_is(left.steps)} gone")
    if left.headings:
        what = many(left.headings, "heading")
        parts.append(f"what you wrote under {what} that {_is(left.headings)} gone")
    text = " and ".join(parts)
    one = len(parts) == 1 and (not left.steps or left.answers == 1)
    stays, shows = ("stays", "it") if one else ("stay", "them")
    return f"{text[:1].upper()}{text[1:]} {stays} with your writing; the Log shows {shows}."


def _of_kind(found: Sequence[Change]) -> Iterator[str]:
    for one in found[:MOST_TOLD]:
        within = f" in {one.within}" if one.within else ""
        title = shown(clean_line(one.title)) or one.id
        sort = _CALLED.get(one.sort, one.sort)
        yield clean_line(f"{_WHAT[one.what]}: {sort} '{title}'{within}")
    if len(found) > MOST_TOLD:
        yield f"{_WHAT[found[0].what]}: {many(len(found) - MOST_TOLD, 'thing')} more"


def _name(title: str, version: str) -> str:
    return f"{title} {version}" if version else title


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _arrived(offer: Offer) -> str:
    parcel = offer.parcel
    over = len(parcel.passed_over)
    more = f"; {many(over, 'file')} in it {_is(over)} not read" if over else ""
    if parcel.sealed:
        return f"whole: all its checksums agree{more}"
    return f"{many(len(parcel.files), 'file')}, without checksums{more}"

"""Prompt packs as a learner's list shows them: what is used, what is there, what cannot be used."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ilmcoach.kit.changes import own_counts
from ilmcoach.packs.library import OWN, Library
from ilmcoach.packs.model import Pack, Problem
from ilmcoach.services.counts import many
from ilmcoach.services.pack_words import counts_in_words, left_in_words
from ilmcoach.services.packs import BESIDE, PROGRAMME, Leaving, Listed, Offer, PackDesk
from ilmcoach.text import clean_line

YOURS, TOO, PART, OTHERS, BROKEN = (
    "Your programme",
    "Used beside it",
    "What these build on",
    "Not used",
    "Cannot be used",
)
GROUPS = (YOURS, TOO, PART, OTHERS, BROKEN)
"""The headings of the list, in their order."""

MOST_TOLD = 3
"""Problems of a file that a learner is told; whoever made it learns of all by checking it."""


class PackRow(Struct, frozen=True):
    """One pack in the list.

    `facts` are what there is to know of it, each with its name; `trouble` says what is wrong with
    one that cannot be used. `used` is as in `PackDesk.used`; `has_walks` and `has_programme` say
    what it offers; `own` is True for one that the learner added and can take away.
    """

    id: str
    title: str
    group: str
    facts: tuple[tuple[str, str], ...] = ()
    about: str = ""
    trouble: str = ""
    used: str = ""
    has_programme: bool = False
    has_walks: bool = False
    own: bool = False

    @property
    def usable(self) -> bool:
        """True if it can be used."""
        return self.group != BROKEN


def pack_rows(desk: PackDesk, library: Library) -> tuple[PackRow, ...]:
    """Every pack there is, in the order of `GROUPS`; those that the learner uses and that are not
    there any more as well."""
    problems = {one.folder: one.problems for one in library.entries}
    rows = [
        _row(desk, library, one, [bad for bad in problems.get(one.folder, ()) if not bad.advice])
        for one in desk.listing()
    ]
    rows += [_gone(desk, name) for name in desk.missing()]
    return tuple(sorted(rows, key=lambda one: GROUPS.index(one.group)))


def _row(desk: PackDesk, library: Library, listed: Listed, wrong: list[Problem]) -> PackRow:
    pack = library.pack(listed.id) if listed.usable else None
    return PackRow(
        id=listed.id,
        title=clean_line(listed.title) or listed.id,
        group=_group(desk, listed, usable=pack is not None),
        facts=tuple((name, clean_line(fact)) for name, fact in _facts(listed, pack, library)),
        about=pack.about if pack else "",
        trouble="" if pack else _what_is_wrong(wrong),
        used=listed.used,
        has_programme=bool(pack and pack.programme),
        has_walks=bool(pack and pack.walks),
        own=listed.origin == OWN and bool(listed.id),
    )


def _group(desk: PackDesk, listed: Listed, *, usable: bool) -> str:
    if not usable:
        return BROKEN
    if listed.used:
        return YOURS if listed.used == PROGRAMME else TOO
    return PART if desk.in_use(listed.id) else OTHERS


def _facts(listed: Listed, pack: Pack | None, library: Library) -> Iterator[tuple[str, str]]:
    if pack:
        yield "Brings", counts_in_words(own_counts(pack, ())) or "nothing of its own"
        bases = [(found.title if (found := library.pack(one)) else one) for one in pack.uses]
        if bases:
            yield "Builds on", ", ".join(bases)
    if listed.version:
        yield "Version", listed.version
    if pack and not pack.in_english:
        yield "Language", f"{listed.language}; checks of English wording are off in it"
    if pack:
        yield "From", listed.author or "not said"
        yield "Licence", listed.licence or "not said"
        yield "Who may have it", listed.circulation or "not said: ask before you hand it on"
    came = "you added it" if listed.origin == OWN else "it comes with ilmcoach"
    yield "Here because", came
    if listed.origin == OWN:
        yield "Its folder", str(listed.folder)


def _what_is_wrong(wrong: list[Problem]) -> str:
    """The first problem in words, and whom to ask."""
    said = "ilmcoach cannot tell what is wrong."
    if wrong:
        first = wrong[0]
        said = clean_line(f"{first.what} {first.mend} ({first.file}, line {first.line})")
    more = f" There {_are(len(wrong) - 1)} more." if len(wrong) > 1 else ""
    return (
        f"{said}{more}\nAsk your tutor for one that is mended; `ilmcoach pack check` says it all."
    )


def _are(number: int) -> str:
    return f"{'is' if number == 1 else 'are'} {many(number, 'problem')}"


def _gone(desk: PackDesk, name: str) -> PackRow:
    used = desk.used(name)
    then = (
        "Add it again, or stop using it."
        if used == BESIDE
        else "Add it again, or choose another under Set up my programme."
    )
    trouble = f"You use this pack, and it is not here any more. What you wrote is kept. {then}"
    return PackRow(name, name, BROKEN, trouble=trouble, used=used)


def problem_words(offer: Offer) -> list[str]:
    """Why a file that was sent cannot be added, a paragraph each."""
    wrong = [one for one in offer.parcel.problems if not one.advice]
    said = [
        clean_line(f"{one.what} {one.mend} ({one.file}, line {one.line})")
        for one in wrong[:MOST_TOLD]
    ]
    if len(wrong) > MOST_TOLD:
        said.append(f"There {_are(len(wrong) - MOST_TOLD)} more.")
    said += [
        f"With it your pack '{clean_line(one)}', which builds on it, could not be used any more."
        for one in offer.breaks
    ]
    then = "Tell your tutor; `ilmcoach pack check` says all of it. Nothing of yours is changed."
    return ["This file cannot be used as it is, so it is not added.", *said, then]


def added_words(offer: Offer, desk: PackDesk) -> list[str]:
    """What to know of a pack that was just added, a paragraph each."""
    parcel = offer.parcel
    said = [f"Added: {clean_line(parcel.title)}."]
    if offer.left:
        said.append(left_in_words(offer.left))
    if desk.in_use(parcel.id):
        said.append("It is in use.")
        if parcel.counts.walks:
            said.append("Its guided questions are under Today, Something else…, and in Ctrl+P.")
        return said
    if parcel.counts.programmes:
        said.append("It holds a programme. Do you want to set it up now?")
    else:
        said.append("Do you want to use it now? It adds to what you have and replaces nothing.")
    return [*said, "It can wait: Ctrl+P, Prompt packs."]


def leaving_words(leaving: Leaving) -> str:
    """What taking a pack away does, before it is done."""
    said = ["What you have written stays, and a copy of the pack is kept."]
    if leaving.behind:
        said.append("The one of that name that comes with ilmcoach is used again then.")
    elif leaving.used == PROGRAMME:
        said.append(
            "It is the pack of your programme: without it there are no headings and no guided "
            "questions until you choose another under Set up my programme."
        )
    elif leaving.used:
        said.append("You use it beside your programme; its guided questions go with it.")
    said += [
        f"The pack '{one}' builds on it and cannot be used without it." for one in leaving.builders
    ]
    return "\n\n".join(said)

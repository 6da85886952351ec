"""How the history of a heading reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from textual.content import Content

from ilmcoach.dates import say_day
from ilmcoach.portfolio.records import HandedIn
from ilmcoach.portfolio.word_diff import Change, Kind
from ilmcoach.services.versions import Entry, Version
from ilmcoach.store.versions import BROUGHT, FROM_FILE, RESTORED, UNSAVED
from ilmcoach.text import count_words
from ilmcoach.tui.labels import number_of
from ilmcoach.tui.widgets.compared import is_change
from ilmcoach.tui.widgets.plain import plain

_CAME = {
    RESTORED: "restored",
    FROM_FILE: "from a backup or an import",
    BROUGHT: "from a document brought back",
    UNSAVED: "typed, not saved",
}


def moment(at: datetime, zone: tzinfo | None) -> str:
    """A moment as the learner's clock had it: 'Thu 19 Nov 2026, 14:02'."""
    there = at.astimezone(zone)
    return f"{say_day(there.date())}, {there:%H:%M}"


def entry_line(entry: Entry, seen: Version | None, zone: tzinfo | None) -> Content:
    """A version in the list: when, how many words, and what is to be said of it."""
    version = entry.version
    facts = [number_of(version.words, "word")]
    if entry.more:
        facts.append(f"{entry.more:+,}".replace("-", "−"))
    marks = ["the text as it is now"] if entry.now else []
    marks += [_handed_then(one, version, zone) for one in entry.handed]
    if version == seen:
        marks.append("as my tutor saw it")
    if came := _CAME.get(version.source):
        marks.append(came)
    lines = [plain(moment(version.at, zone)), plain(f"\n  {', '.join(facts)}", "$quiet")]
    lines += [plain(f"\n  {mark}", "$accent") for mark in marks]
    return Content.assemble(*lines)


def _handed_then(one: HandedIn, version: Version, zone: tzinfo | None) -> str:
    """The day is said where it is another than the version's."""
    said, _, day = handed_in(one, zone).partition(", ")
    return said if moment(version.at, zone).startswith(day) else f"{said}, {day}"


def handed_in(one: HandedIn, zone: tzinfo | None) -> str:
    """A hand-in, said beside the version that went with it."""
    day = say_day(one.on or one.made.astimezone(zone).date())
    return f"handed in{' as a draft' if one.what == 'draft' else ''}, {day}"


def tutor_line(handed: HandedIn, zone: tzinfo | None) -> Content:
    """The entry that leads to what changed since the tutor saw it, at the last hand-in."""
    title = plain("What changed since my tutor saw it", "bold")
    return Content.assemble(title, plain(f"\n  {handed_in(handed, zone)}", "$quiet"))


def changed_words(changes: Sequence[Change]) -> str:
    """How much changed, in figures: places, words gone, words new."""
    places = sum(
        is_change(one) and not (number and is_change(changes[number - 1]))
        for number, one in enumerate(changes)
    )
    if not places:
        only = any(one.kind is not Kind.SAME for one in changes)
        return "Only spaces or line breaks changed." if only else "Nothing changed since."
    gone, new = (
        sum(count_words(one.text) for one in changes if one.kind is kind)
        for kind in (Kind.GONE, Kind.NEW)
    )
    told = [f"{number_of(gone, 'word')} gone"] if gone else []
    if new:
        told.append(f"{new:,} new" if gone else f"{number_of(new, 'word')} new")
    return f"{number_of(places, 'place')} changed: {', '.join(told) or 'marks between words'}."

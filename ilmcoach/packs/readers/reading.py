"""The reading catalogue."""

from __future__ import annotations

from ilmcoach.packs.blocks import Part, paragraphs
from ilmcoach.packs.defined.asking import READING
from ilmcoach.packs.draft import Placed
from ilmcoach.packs.model import Reading
from ilmcoach.packs.names import shown, slug

from .common import Desk

(ENTRY,) = READING.headings


def read_reading(desk: Desk) -> None:
    """An entry for each `##` heading: the citation first, then what it is good for."""
    desk.front(READING)
    parts = desk.parts()
    if not parts:
        what = "There is no reading here."
        desk.report.advice(1, what, "Give each entry a heading: `## Revans 1980`.")
    for part in parts:
        _entry(desk, part)


def _entry(desk: Desk, part: Part) -> None:
    keys = desk.keys(part, ENTRY)
    entry_id = keys.id(otherwise=slug(part.title))
    desk.no_table(part.blocks, "an entry of reading")
    desk.no_list(part.blocks, "an entry of reading")
    texts = [one.text for one in paragraphs(part.blocks)]
    if not texts:
        what = f"The entry '{shown(part.title)}' says nothing of what to read."
        desk.report.error(part.line, what, "Add author, year, title, place and publisher.")
    reading = Reading(
        id=entry_id,
        citation=texts[0] if texts else "",
        good_for="\n\n".join(texts[1:]),
        topics=desk.topics(keys),
        criteria=desk.refer("criterion", keys, "criteria"),
    )
    if not entry_id:
        desk.draft.lost.add("reading")
    elif desk.name("reading", entry_id, keys.line_of("id")):
        desk.draft.readings.append(Placed(reading, desk.report.file, part.line))

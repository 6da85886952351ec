"""A record as the exported log tells it."""

from __future__ import annotations

from ilmcoach.dates import say_day
from ilmcoach.export.log_markdown import Entry, EntryPart
from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Record
from ilmcoach.tui.present import KIND_NAMES, show


def log_entry(record: Record, portfolio: Portfolio, pack: Pack | None) -> Entry:
    """How a record reads in the log; to be handed to `services.log_export.export_log`."""
    shown = show(record, portfolio, pack)
    kind = KIND_NAMES.get(record.kind, record.kind)
    title = "" if shown.title == kind else shown.title
    return Entry(
        day=record.made.date(),
        kind=kind,
        title=title,
        mark="" if shown.mark == say_day(record.made.date()) else shown.mark,
        parts=tuple(EntryPart(part.label, part.text, part.own) for part in shown.parts),
        own_title=_is_own(title, record, portfolio),
    )


def _is_own(title: str, record: Record, portfolio: Portfolio) -> bool:
    """True of a title in the learner's words: of this record, or of one that it belongs to."""
    folded = " ".join(title.split())
    about = (portfolio.get(link) for link in record.links)
    texts = (text for one in (record, *about) if one for text in one.words())
    return any(folded in " ".join(text.split()) for text in texts)

"""A document of 2,500 words, in every format that there is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from ilmcoach.clock import SystemClock, today
from ilmcoach.export.assignment import build_assignment
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.services.documents import FORMATS
from ilmcoach.services.formats import write_as

from . import year
from .measure import medians, timed
from .table import Row


def rows(folder: Path) -> list[Row]:
    """From the records to the file's contents."""
    pack = Library.find([bundled_folder()]).pack(year.PACK)
    task = pack.assessment(year.TASK) if pack else None
    if pack is None or task is None:
        raise LookupError(f"The pack {year.PACK} cannot be used: try `ilmcoach pack list`.")
    records = year.portfolio(60, section_words=1_250)
    whole = Portfolio({one.id: one for one in records})

    clock = SystemClock()
    day, made = today(clock), clock.now()

    def export(form: str) -> float:
        return timed(lambda: write_as(build_assignment(task, pack, whole, day), form, made=made))

    found = []
    for form in FORMATS:
        (taken,) = medians([partial(export, form)], 5)
        found.append(Row(f"export {form}, 2,500 words", taken, most=1000, alone=True))
    return found

"""The cover's short fields."""

from __future__ import annotations

from ilmcoach.export.document import CoverRow
from ilmcoach.packs.model import Assessment, Pack
from ilmcoach.packs.vocabulary import COVER
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.wording import on_cover


def about_learner(assessment: Assessment, portfolio: Portfolio) -> tuple[CoverRow, ...]:
    """The fields about centre and learner that the task names; empty ones are left open."""
    learner = portfolio.learner
    return tuple(
        CoverRow(name.capitalize(), on_cover(name, learner), learners=True)
        for name in assessment.cover
        if name in COVER
    )


def about_task(assessment: Assessment, pack: Pack) -> tuple[CoverRow, ...]:
    """The units, if the task names any, and the task itself."""
    units = "; ".join(
        f"{unit.code} {unit.title}".strip() for unit in pack.units if unit.id in assessment.units
    )
    label = "Unit" if len(assessment.units) == 1 else "Units"
    rows = (CoverRow(label, units),) if units else ()
    return (*rows, CoverRow("Task", assessment.title))

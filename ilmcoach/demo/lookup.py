"""Records found by what the story calls them.

A reference is a kind and a name. What came of a walk goes by the walk's name
(`goal/goal-stores-order`, `meeting/meeting-4`), a finding by its area (`finding/feedback`),
everything else by the name that the story gave it (`action/huddles`, `person/zoe`).
"""

from __future__ import annotations

from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import KINDS, Finding, Record, Run

from .naming import id_of, run_id


def misfit(what: str) -> IlmcoachError:
    """The error for a pack that the story was not written for."""
    return IlmcoachError(
        f"The example learner does not fit this prompt pack: {what}.",
        "Install ilmcoach again to have the pack that it was written for.",
    )


def look_up(reference: str, portfolio: Portfolio) -> Record:
    """The live record that a reference means. Raises IlmcoachError if there is none."""
    kind, _, name = reference.partition("/")
    if kind not in KINDS:
        raise misfit(f"{reference} is of no kind")
    found = (
        next((one for one in portfolio.live(Finding) if one.area == name), None)
        if kind == Finding.kind
        else portfolio.live_get(KINDS[kind], _id(reference, name, portfolio))
    )
    if found is None:
        raise misfit(f"there is no {reference}")
    return found


def _id(reference: str, name: str, portfolio: Portfolio) -> str:
    run = portfolio.live_get(Run, run_id(name))
    return run.subject if run else id_of(reference)

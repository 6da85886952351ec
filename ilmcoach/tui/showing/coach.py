"""What passed with a model, and what allows it, where a single record is shown. The AI record has
a page of its own; these are no entries of the log."""

from __future__ import annotations

from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Allowance, Exchange, HistoryGone

from .shown import Part, Shown, day


def exchange(one: Exchange, portfolio: Portfolio, pack: Pack | None) -> Shown:
    shown = "\n".join(one.shown)
    return Shown(
        "A question to a model",
        day(one.made.date()),
        (Part("Asked", one.host, own=False), Part("Shown", shown, own=False)),
    )


def allowance(one: Allowance, portfolio: Portfolio, pack: Pack | None) -> Shown:
    task = pack.assessment(one.assessment) if pack else None
    said = {True: "allowed", False: "not allowed"}
    return Shown(
        f"A model's questions: {task.title if task else one.assessment}",
        said[one.allowed] if one.allowed is not None else "",
        (Part("Other tools I used", one.other_tools),),
    )


def history_gone(one: HistoryGone, portfolio: Portfolio, pack: Pack | None) -> Shown:
    return Shown("AI record deleted", day(one.made.date()))

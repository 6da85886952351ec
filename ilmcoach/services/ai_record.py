"""The AI record: what was sent to models and shown of it, told, counted and deleted."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec.structs import replace

from ilmcoach.dates import say_day
from ilmcoach.errors import WrongUse
from ilmcoach.export.ai_statement import build_ai_statement
from ilmcoach.export.document import Document
from ilmcoach.portfolio.exchanges import histories_gone, totals
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Exchange, HistoryGone
from ilmcoach.store.erasing import Erased

from .coach_settings import allowed_for, coach_settings
from .counts import many
from .erasing import erase_for_good
from .workspace import Workspace

WAYS = {
    "off": "off: the packs' own questions only, and nothing is sent",
    "pick": "only my tutor's questions: a model chooses among the packs' own",
    "pose": "may also write questions of its own, each checked before it is shown",
}
"""How the ways read."""


def all_exchanges(portfolio: Portfolio) -> tuple[Exchange, ...]:
    """Everything that was sent, newest first."""
    return tuple(reversed(portfolio.live(Exchange)))


def coach_status(
    workspace: Workspace, environment: Mapping[str, str] = os.environ
) -> dict[str, Any]:
    """How the coach is set and what passed with models, ready for JSON: days as ISO text, what is
    unknown as None. It says whether a key is in the variable that was named, never the key."""
    settings = coach_settings(workspace)
    portfolio = workspace.portfolio
    exchanges = portfolio.live(Exchange)
    count = totals(exchanges)
    pack = workspace.pack
    variable = settings.key_variable
    return {
        "way": settings.way,
        "address": settings.address or None,
        "model": settings.model or None,
        "key_variable": variable or None,
        "key_in_variable": bool(variable and environment.get(variable, "").strip()),
        "agreed": list(settings.agreed),
        "allowed": {
            one.id: allowed_for(portfolio, one.id) for one in (pack.assessments if pack else ())
        },
        "sent": count.sent,
        "first": count.first.isoformat() if count.first else None,
        "last": count.last.isoformat() if count.last else None,
        "hosts": dict(Counter(one.host for one in exchanges)),
        "questions_shown": count.shown,
        "reading_shown": count.reading,
        "dropped": dict(count.dropped),
        "deleted": [
            {"on": one.made.date().isoformat(), "count": one.count}
            for one in histories_gone(portfolio)
        ],
    }


def status_in_words(status: Mapping[str, Any]) -> str:
    """What `coach_status` gives, for people: a line for each thing."""
    lines = [f"The coach is {WAYS.get(status['way'], status['way'])}."]
    if status["address"]:
        lines.append(f"Model: {status['model'] or 'not named'} at {status['address']}")
    for one, allowed in status["allowed"].items():
        said = {True: "allowed by my centre", False: "not allowed by my centre"}
        lines.append(f"{one}: {'not asked yet' if allowed is None else said[allowed]}")
    if status["sent"]:
        dropped = sum(status["dropped"].values())
        lines += [
            f"Sent: {many(status['sent'], 'time')} ({_days(status)}), "
            f"to {', '.join(status['hosts'])}",
            f"Shown: {many(status['questions_shown'], 'question')}, "
            f"{many(status['reading_shown'], 'piece of reading', 'pieces of reading')}",
            f"Kept back by the check: {dropped:,}",
        ]
        lines += [f"  {rule}: {number:,}" for rule, number in status["dropped"].items()]
    else:
        lines.append("Nothing was sent to a model.")
    lines += [
        f"Deleted on {say_day(date.fromisoformat(one['on']))}: "
        f"the record of {many(one['count'], 'sending')}"
        for one in status["deleted"]
    ]
    return "\n".join(lines)


def _days(status: Mapping[str, Any]) -> str:
    days = dict.fromkeys((status["first"], status["last"]))
    return " to ".join(say_day(date.fromisoformat(one)) for one in days)


def delete_history(workspace: Workspace) -> Erased:
    """Deletes the record of all that was sent, for good, from every file, and leaves a mark that
    says so with the day and how many; does nothing if there is nothing. Not for the screen's own
    thread. Raises IlmcoachError; what is left then lies in the trash, beside the mark."""
    stamp = workspace.stamp()
    going = [one for one in workspace.portfolio if isinstance(one, Exchange)]
    live = [one for one in going if one.trashed is None]
    days = [one.made.date() for one in live]
    if live:
        mark = HistoryGone(
            id=stamp.new_id(),
            made=stamp.now,
            changed=stamp.now,
            count=len(live),
            first=min(days),
            last=max(days),
        )
        workspace.store.save([*(replace(one, trashed=stamp.now) for one in live), mark])
    ids = {one.id for one in going}
    return erase_for_good(workspace, [one for one in workspace.portfolio if one.id in ids])


def statement_of_ai_use(workspace: Workspace, assessment_id: str) -> Document:
    """The statement for an assessment, as it goes with its exports. Raises WrongUse for an id
    that is not there, IlmcoachError without any pack."""
    pack = workspace.working_pack
    assessment = pack.assessment(assessment_id)
    if assessment is None:
        raise WrongUse(f"Your programme has no assessment called {assessment_id}.")
    return build_ai_statement(assessment, pack, workspace.portfolio)

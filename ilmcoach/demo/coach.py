"""The evening on which she had a model of her own choose among the pack's questions."""

from __future__ import annotations

import json
from datetime import datetime

from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.records import Allowance, Exchange, Record

from .lookup import misfit
from .naming import id_of

_ALLOWED = datetime.fromisoformat("2026-10-15T22:12:00+01:00")
_SENT = datetime.fromisoformat("2026-10-15T22:14:00+01:00")
_ANSWERED = datetime.fromisoformat("2026-10-15T22:15:00+01:00")
_ASSESSMENT = "action-plan-and-log"
_BANK, _READING = "people-trust", "kolb-1984"
_NOTE = (
    "In nine years I've not told a single one of them about my nan. It's the reason I took the "
    "job. They think I care about the clock, because the clock is the only thing I ever mention."
)


def coach_records(pack: Pack) -> tuple[Record, ...]:
    """What her centre allows, and what passed that evening. Raises IlmcoachError if the pack
    does not hold what was chosen."""
    bank = next((one for one in pack.banks if one.id == _BANK), None)
    if bank is None or all(one.id != _READING for one in pack.readings):
        raise misfit(f"there is no {_BANK} or no {_READING}")
    return (
        Allowance(
            id=id_of(f"allowance/{_ASSESSMENT}"),
            made=_ALLOWED,
            changed=_ALLOWED,
            assessment=_ASSESSMENT,
            allowed=True,
            on=_ALLOWED.date(),
            other_tools="The spelling checker on the ward's computer. Nothing else.",
        ),
        Exchange(
            id=id_of("exchange/meeting-5"),
            made=_SENT,
            changed=_ANSWERED,
            way="pick",
            host="localhost:8080",
            model="a small model at home",
            place="after-meeting/struck",
            assessment=_ASSESSMENT,
            sent=_sent(bank.questions[0].text),
            answered=_ANSWERED,
            ended="shown",
            shown=tuple(one.text for one in bank.questions[:2]),
            reading=(_READING,),
        ),
    )


def _sent(question: str) -> str:
    """What was sent, but for the rest of the questions that it could choose from."""
    asked = json.dumps(question, ensure_ascii=False)
    data = f"QUESTIONS DATA-5e7a\nQ1: {asked}\nDATA-5e7a\n\nNOTE DATA-5e7a\n{_NOTE}\nDATA-5e7a"
    messages = [
        {"role": "system", "content": "Choose questions and reading for a learner's note."},
        {"role": "user", "content": data},
    ]
    return json.dumps({"messages": messages}, ensure_ascii=False)

"""What the learner saves outside the walks: on the set-up page, in forms, at the writing desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec.structs import replace

from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    Enrolment,
    Feedback,
    Finding,
    Learner,
    Meeting,
    Note,
    Record,
    Run,
    SectionText,
    Telling,
)

from .forms import formed
from .lookup import misfit
from .meetings import kept
from .naming import action_id, id_of, run_id
from .story import (
    Attached,
    Caught,
    Chosen,
    Clocked,
    Dated,
    Filled,
    Heard,
    Noted,
    Page,
    SetUp,
    Signed,
    Told,
    Written,
    as_typed,
)


def records_of(moment: Page, pack: Pack, portfolio: Portfolio) -> Iterable[Record]:
    """The records that she saves at one moment. Raises IlmcoachError if the story writes of
    something that is not there."""
    saved: Iterable[Record]
    match moment:
        case SetUp():
            saved = _set_up(moment, pack)
        case Noted():
            saved = (_noted(moment),)
        case Heard():
            saved = (_heard(moment),)
        case Dated():
            saved = _dated(moment, portfolio)
        case Told():
            saved = (_told(moment),)
        case Written():
            saved = (_written(moment, pack),)
        case Chosen():
            saved = _chosen(moment, portfolio)
        case Filled() | Attached() | Signed():
            saved = (formed(moment, pack, portfolio),)
        case Caught() | Clocked():
            saved = kept(moment, portfolio)
        case _:
            assert_never(moment)
    return saved


def _set_up(moment: SetUp, pack: Pack) -> Iterator[Record]:
    at = moment.at
    yield Learner(
        id=id_of("learner"),
        made=at,
        changed=at,
        name=moment.name,
        registration=moment.registration,
        centre_name=moment.centre_name,
        centre_number=moment.centre_number,
    )
    yield Enrolment(
        id=id_of("enrolment"),
        made=at,
        changed=at,
        pack=pack.id,
        start=moment.start,
        end=moment.end,
    )


def _noted(moment: Noted) -> Note:
    name = id_of(f"note/{moment.name}")
    return Note(id=name, made=moment.at, changed=moment.at, text=as_typed(moment.text))


def _heard(moment: Heard) -> Feedback:
    return Feedback(
        id=id_of(f"feedback/{moment.name}"),
        made=moment.at,
        changed=moment.at,
        who=moment.who,
        said=as_typed(moment.said),
        on=moment.on,
    )


def _dated(moment: Dated, portfolio: Portfolio) -> tuple[Record, ...]:
    found = [one for one in portfolio.live(Finding) if one.area == moment.area]
    heard = [said for one in found for said in portfolio.linked(Feedback, one.id)]
    if not heard:
        raise misfit(f"nobody has said anything about {moment.area}")
    return tuple(replace(one, on=moment.on, changed=moment.at) for one in heard)


def _told(moment: Told) -> Telling:
    return Telling(
        id=id_of(f"told/{moment.action}/{moment.at.isoformat()}"),
        made=moment.at,
        changed=moment.at,
        links=(action_id(moment.action),),
        outcome=moment.outcome,
        text=as_typed(moment.text),
    )


def _written(moment: Written, pack: Pack) -> SectionText:
    task = pack.assessment(moment.assessment)
    if not task or moment.section not in [one.id for one in task.sections]:
        raise misfit(f"{moment.assessment} has no heading {moment.section}")
    return SectionText(
        id=id_of(f"section/{moment.assessment}/{moment.section}"),
        made=moment.at,
        changed=moment.changed,
        assessment=moment.assessment,
        section=moment.section,
        text=as_typed(moment.text),
    )


def _chosen(moment: Chosen, portfolio: Portfolio) -> Iterator[Record]:
    for name in moment.meetings:
        run = portfolio.live_get(Run, run_id(name))
        meeting = portfolio.live_get(Meeting, run.subject) if run else None
        if meeting is None:
            raise misfit(f"there was no meeting called {name}")
        yield replace(meeting, in_log=True, changed=moment.at)

"""A made-up portfolio of any size, the same each time: mostly notes, meetings and what was
agreed at them, with some goals, strengths and feedback."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Any

from ilmcoach.clock import SystemClock, today
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import (
    Action,
    Enrolment,
    Feedback,
    Finding,
    Goal,
    Learner,
    Meeting,
    Note,
    Record,
    SectionText,
    Telling,
)
from ilmcoach.services.workspace import open_workspace
from ilmcoach.settings import Folders
from ilmcoach.store.store import PortfolioStore

PACK = "level-3-certificate"
TASK = "action-plan-and-log"
SECTIONS = ("action-plan", "log")
CRITERIA = ("m3-37/1.1", "m3-37/1.2", "m3-37/2.1", "m3-37/2.2", "m3-37/2.3")
FIRST_DUE = "ring the canal office"
"""The action due first, so that it is on the first picture."""
ZONE = timezone(timedelta(hours=1))
VOCABULARY = (
    "the a and of to in that I we they team shift question meeting manager asked said listened "
    "waited rota morning decided noticed because before after again someone nobody work time "
    "plan trust doubt answer silence handover customer deputy Friday honest slowly together"
).split()


def words(count: int, chance: Random, paragraphs: int = 1) -> str:
    """`count` words in sentences, spread evenly over the paragraphs."""
    parts = []
    for _ in range(paragraphs):
        some = [chance.choice(VOCABULARY) for _ in range(count // paragraphs)]
        for at in range(11, len(some), 12):
            some[at] += "."
        parts.append(" ".join(some))
    return "\n\n".join(parts)


def portfolio(records: int, section_words: int = 1_200) -> tuple[Record, ...]:
    """So many records: a learner, a programme of nine months begun half a year ago, the texts
    under each heading, and what a learner writes in between."""
    chance = Random(records)
    start = today(SystemClock()) - timedelta(days=180)
    moment = datetime(start.year, start.month, start.day, 18, tzinfo=ZONE)
    at: dict[str, Any] = {"made": moment, "changed": moment}
    end = start + timedelta(days=274)
    found: list[Record] = [
        Learner(id="learner", name="Sam Example", centre_name="A Centre", **at),
        Enrolment(id="enrolment", pack=PACK, start=start, end=end, **at),
        Action(id="first", text=FIRST_DUE, due=start, **at),
        *(
            SectionText(
                id=f"text-{name}",
                assessment=TASK,
                section=name,
                **at,
                text=words(section_words, chance, 10),
            )
            for name in SECTIONS
        ),
    ]
    for number, record in enumerate(_some(chance, moment), len(found)):
        if number == records:
            break
        found.append(record)
    return tuple(found)


def reflections(count: int) -> tuple[Record, ...]:
    """So many looks back at a meeting of about 350 words (2 KB) each, as they are saved."""
    chance = Random(count)
    begin = datetime(2026, 1, 7, 18, tzinfo=ZONE)
    found = []
    for number in range(count):
        moment = begin + timedelta(hours=number)
        found.append(
            Meeting(
                id=f"{number:032x}",
                made=moment,
                changed=moment,
                held=moment.date(),
                problem=words(60, chance),
                struck=words(110, chance),
                meaning=words(110, chance),
                gave=words(70, chance),
            )
        )
    return tuple(found)


def write(folder: Path, records: tuple[Record, ...]) -> None:
    """Saves records as the portfolio in `folder`, and opens it once as the app does, so that it
    is backed up and its pack has been read, as on any day but the first."""
    with PortfolioStore.open(folder, disk=RealDisk(), clock=SystemClock()) as store:
        if not len(store.portfolio):
            store.save(records)
    workspace = open_workspace(Folders(folder))
    try:
        chosen = any(isinstance(record, Enrolment) for record in records)
        if chosen and workspace.pack is None:
            raise LookupError(f"The pack {PACK} cannot be used: try `ilmcoach pack list`.")
    finally:
        workspace.close()


def _some(chance: Random, begin: datetime) -> Iterator[Record]:
    number = 0
    meeting = goal = action = ""
    while True:
        number += 1
        moment = begin + timedelta(minutes=7 * number)
        at: dict[str, Any] = {"id": f"{number:032x}", "made": moment, "changed": moment}
        day = (begin + timedelta(hours=number % 4_000)).date()
        criteria = (CRITERIA[number % len(CRITERIA)],)
        match number % 10:
            case 0:
                meeting = str(at["id"])
                yield Meeting(
                    **at,
                    held=day,
                    problem=words(40, chance),
                    asked=words(30, chance),
                    struck=words(60, chance),
                    meaning=words(60, chance),
                    gave=words(30, chance),
                    criteria=criteria,
                    in_log=number % 50 == 0,
                )
            case 1 | 2:
                action = str(at["id"])
                yield Action(**at, text=words(8, chance), due=day, links=(meeting,))
            case 3 | 4:
                outcome = "done" if number % 20 != 4 else "partly"
                yield Telling(
                    **at,
                    outcome=outcome,
                    text=words(25, chance),
                    links=(action,),
                    criteria=criteria,
                )
            case 5:
                yield Feedback(**at, who="a deputy", said=words(25, chance), criteria=criteria)
            case 6:
                yield Finding(
                    **at,
                    area=f"area-{number}",
                    area_label=words(3, chance),
                    rating=3,
                    evidence=words(40, chance),
                    sort="limitation",
                    criteria=criteria,
                )
            case 7 if number % 50 == 7:
                goal = str(at["id"])
                yield Goal(**at, what=words(12, chance), measure=words(10, chance), by=day)
            case _:
                yield Note(**at, text=words(40, chance), links=(goal,) if goal else ())

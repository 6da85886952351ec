"""Do the offline coach's questions fit? Held against notes of which it was written down, before
there was a coach, which questions a tutor would find fitting. See FITTING.md.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.coach.offline import pick
from ilmcoach.coach.situation import Situation
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.packs.model import Pack, Question
from ilmcoach.search.ranking import words_of
from ilmcoach.walks.beside import questions_for, questions_for_section

from .measure import medians, timed
from .table import Row

LABELS = Path(__file__).parent.parent / "data" / "coach" / "fitting.jsonl"
PACKS = ("level-3-certificate", "action-learning")
FIRST = 3
LENGTH = 1_500
BUDGET = 30
"""Milliseconds for one note, so that the key answers at once."""
RUNS = 9
ROUNDS = 20
LOOKED_AT = 50
"""Places down to which a fitting question is looked for; below that it counts as none."""
PARTS = ("tuning", "untouched", "afterwards")

Order = Callable[["Case"], Sequence[str]]


class Label(Struct, frozen=True, forbid_unknown_fields=True):
    """One line of the labels: a note, where it stands, the ids of questions that fit."""

    part: str
    walk: str
    step: str
    turn: str
    section: str
    role: str
    note: str
    fitting: tuple[str, ...]


class Case(Struct, frozen=True):
    """A label with the situation and the pack that it speaks of."""

    label: Label
    situation: Situation
    pack: Pack

    def open_to_role(self) -> list[Question]:
        """All questions of banks that suit the role, as anybody would pick from."""
        role = self.label.role
        banks = (one for one in self.pack.banks if not one.roles or role in one.roles)
        return [question for bank in banks for question in bank.questions]


class Scores(Struct, frozen=True):
    """Shares from 0 to 1 over some notes: `hit` has a fitting question among the first three,
    `precision` is how many of these three fit, `rank` the mean of 1/place of the first that
    fits among all."""

    hit: float
    precision: float
    rank: float


def cases(part: str = "") -> list[Case]:
    """The labelled notes, all or those of one part."""
    library = Library.find([bundled_folder()])
    packs = [pack for one in PACKS if (pack := library.pack(one))]
    lines = LABELS.read_text(encoding="utf-8").splitlines()
    labels = [msgspec.json.decode(line, type=Label) for line in lines]
    return [_case(one, packs) for one in labels if part in ("", one.part)]


def _case(label: Label, packs: Sequence[Pack]) -> Case:
    for pack in packs:
        walk = pack.walk(label.walk)
        steps = walk.steps() if walk else ()
        step = next((one for one in steps if one.id == label.step), None)
        assessment, _, heading = label.section.partition("/")
        found = pack.assessment(assessment)
        section = next(
            (one for one in (found.sections if found else ()) if one.id == heading), None
        )
        if step or section:
            return Case(label, Situation(label.note, step, section, label.turn, label.role), pack)
    raise LookupError(f"No such place: {label}")


def ours(case: Case) -> list[str]:
    """The questions in the order of the offline coach."""
    picked = pick(case.situation, case.pack, questions=LOOKED_AT, readings=0)
    return [one.id for one in picked.questions]


def by_place(case: Case) -> list[str]:
    """The order without reading the note: what stands beside the step."""
    step, section, turn = case.situation.step, case.situation.section, case.situation.turn
    banks = {one.id for one in case.open_to_role()}
    if step:
        found = questions_for(step, case.pack, turn)
    else:
        found = questions_for_section(section, case.pack) if section else ()
    return [one.id for one in found if one.id in banks]


def by_shared_words(case: Case) -> list[str]:
    """By the number of words that note and question share."""
    said = set(words_of(case.label.note))
    return [
        one.id
        for one in sorted(case.open_to_role(), key=lambda q: -len(said & {*words_of(q.text)}))
    ]


def at_random(seed: int) -> Order:
    """An order by lot."""
    dice = random.Random(seed)

    def order(case: Case) -> list[str]:
        ids = [one.id for one in case.open_to_role()]
        return dice.sample(ids, len(ids))

    return order


def scored(some: Sequence[Case], order: Order) -> Scores:
    """What an order is worth over these notes."""
    found = [_scored(order(case), set(case.label.fitting)) for case in some]
    return Scores(*(mean(column) for column in zip(*found, strict=True)))


def _scored(ids: Sequence[str], fitting: set[str]) -> tuple[float, float, float]:
    first = [one in fitting for one in ids[:FIRST]]
    place = next((at for at, one in enumerate(ids[:LOOKED_AT], 1) if one in fitting), 0)
    return float(any(first)), sum(first) / FIRST, 1 / place if place else 0.0


def by_lot(some: Sequence[Case]) -> Scores:
    """The mean of twenty orders by lot."""
    rounds = [scored(some, at_random(seed)) for seed in range(ROUNDS)]
    return Scores(
        mean(one.hit for one in rounds),
        mean(one.precision for one in rounds),
        mean(one.rank for one in rounds),
    )


ORDERS: dict[str, Callable[[Sequence[Case]], Scores]] = {
    "the coach": lambda some: scored(some, ours),
    "the place alone": lambda some: scored(some, by_place),
    "words shared": lambda some: scored(some, by_shared_words),
    "by lot": by_lot,
}


def rows(folder: Path) -> list[Row]:
    """The coach beside each of the others in each part, in per cent; and how long it takes for
    the longest note that a model would be sent."""
    found = []
    for part in PARTS:
        some = cases(part)
        coach, *others = ((name, order(some)) for name, order in ORDERS.items())
        for name, other in others:
            for figure in ("hit", "precision", "rank"):
                mine, theirs = getattr(coach[1], figure), getattr(other, figure)
                label = f"questions that fit, {part}, {figure} / {name}"
                found.append(Row(label, 100 * mine, 100 * theirs, unit="%"))
    long = cases("tuning")[0]
    note = " ".join(one.label.note for one in cases())[:LENGTH]
    situation = replace(long.situation, note=note)
    taken = medians([lambda: timed(lambda: pick(situation, long.pack))], RUNS)[0]
    label = f"questions for a note of {LENGTH:,} characters"
    return [*found, Row(label, taken, most=BUDGET, alone=True)]


def as_markdown() -> str:
    """The table of FITTING.md."""
    lines = ["| part | notes | order | hit | precision | rank |", "|---|---|---|---|---|---|"]
    for part in PARTS:
        some = cases(part)
        for name, order in ORDERS.items():
            is_ = order(some)
            figures = f"{is_.hit:.2f} | {is_.precision:.2f} | {is_.rank:.2f}"
            lines.append(f"| {part} | {len(some)} | {name} | {figures} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(as_markdown())

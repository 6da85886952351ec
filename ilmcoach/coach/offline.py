"""The coach that needs no model and no network: which questions and reading fit a note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from ilmcoach.packs.model import Bank, Pack, Question, Reading
from ilmcoach.walks.beside import Setting, questions_for, questions_for_section

from .nearness import Nearness, nearness
from .place import Place, place_of
from .situation import Situation

FITS = 0.6
"""A question that was kept comes first if it fits this well, the best one being 1."""
AGAIN = 0.82
"""What is left of a question's weight for each one of its bank that is already picked."""
READ = 0.25
"""Reading that fits less well than this, the best being 1, is not offered."""


class Picked(Struct, frozen=True):
    """Questions of the pack's banks, the first to be asked in front, and entries of its reading
    catalogue; each of these says in `good_for` what it is good for."""

    questions: tuple[Question, ...] = ()
    readings: tuple[Reading, ...] = ()


class Weights(Struct, frozen=True):
    """What each sign counts for. For a question: words shared with it and with its bank, topics
    shared with the step, with its whole stage, with a criterion still empty, a bank for the
    role at hand. For reading: words shared with it, a criterion that it helps with, being named
    by the step, and topics as above. Those of questions were found on the notes marked
    `tuning` in tests/data/coach."""

    words: float = 0.4
    bank: float = 0.8
    topic: float = 1.0
    near: float = 0.1
    empty: float = 0.05
    role: float = 0.1
    reading: float = 2.0
    criterion: float = 0.2
    named: float = 0.6


WEIGHTS = Weights()


def pick(situation: Situation, pack: Pack, *, questions: int = 3, readings: int = 2) -> Picked:
    """What to put before the learner now, at most that many of each.

    By what the note is about, then by the place it stands in, its stage, the role, and what is
    still empty. Questions asked lately come only when there are no others, those asked longest
    ago first; kept ones come first where they fit; no three in a row are of one bank. With a
    blank note the place alone decides. The same things given always bring the same. Never
    raises, whatever stands in the note.
    """
    place = place_of(situation, pack)
    picking = _Picking(place, nearness(situation.note, pack))
    banks = [bank for bank in pack.banks if place.suits(bank)]
    known = {question.id: question for bank in banks for question in bank.questions}
    weighed = picking.questions(banks) if picking.near else _by_place(situation, pack, place, known)
    homes = {question.id: bank.id for bank in banks for question in bank.questions}
    ids = _in_turn(weighed, homes, situation, questions)
    return Picked(tuple(known[one] for one in ids), tuple(picking.readings(pack)[:readings]))


class _Picking(Struct, frozen=True):
    place: Place
    near: Nearness
    weights: Weights = WEIGHTS

    def questions(self, banks: Iterable[Bank]) -> dict[str, float]:
        """What each question weighs, by its id."""
        return {
            question.id: weight * (1 + self.weights.words * self.near.question(question.id))
            for bank, weight in ((bank, self._of_bank(bank)) for bank in banks)
            for question in bank.questions
        }

    def _of_bank(self, bank: Bank) -> float:
        return (
            self.weights.bank * self.near.bank(bank.id)
            + self.weights.topic * self.place.shared(bank.topics)
            + self.weights.near * self.place.around(bank.topics)
            + self.weights.empty * self.place.wanting(bank.topics)
            + self.weights.role * self.place.made_for(bank)
        )

    def readings(self, pack: Pack) -> list[Reading]:
        """The entries that fit, the best first."""
        weighed = {one: self._of_reading(one) for one in pack.readings}
        least = READ * max(weighed.values(), default=0)
        ranked = sorted(weighed, key=weighed.__getitem__, reverse=True)
        return [one for one in ranked if weighed[one] > least]

    def _of_reading(self, one: Reading) -> float:
        return (
            self.weights.reading * self.near.reading(one.id)
            + self.weights.topic * self.place.shared(one.topics)
            + self.weights.criterion * self.place.counts(one.criteria)
            + self.weights.empty * self.place.wanting(one.topics)
            + self.weights.named * self.place.names(one.id)
        )


def _by_place(
    situation: Situation, pack: Pack, place: Place, known: Mapping[str, Question]
) -> dict[str, float]:
    """What each question weighs where the note says nothing: what stands beside the place, the
    best first, else all in the pack's order."""
    found: Sequence[Question] = ()
    if situation.step:
        setting = Setting(place.stage, place.empty)
        found = questions_for(situation.step, pack, situation.turn, setting)
    elif situation.section:
        found = questions_for_section(situation.section, pack)
    some = [one.id for one in found if one.id in known] or list(known)
    return {one: 1 - at / (len(some) + 1) for at, one in enumerate(some)}


def _in_turn(
    weighed: Mapping[str, float], homes: Mapping[str, str], situation: Situation, most: int
) -> list[str]:
    """Kept ones that fit, then the others, then what was asked lately."""
    least = FITS * max(weighed.values(), default=0)
    wanted, asked = set(situation.kept), set(situation.lately)
    kept = {one: weight for one, weight in weighed.items() if one in wanted and weight >= least}
    fresh = {one: weighed[one] for one in weighed if one not in kept and one not in asked}
    again = [one for one in situation.lately if one in weighed and one not in kept]
    first = _varied(kept, homes, most)
    return [*first, *_varied(fresh, homes, most - len(first)), *again][: max(most, 0)]


def _varied(weighed: Mapping[str, float], homes: Mapping[str, str], most: int) -> list[str]:
    """The ids of the best, no three in a row of one bank as long as there are others."""
    left = sorted(weighed, key=weighed.__getitem__, reverse=True)
    taken: dict[str, int] = {}
    order: list[str] = []
    while left and len(order) < most:
        last = [homes[one] for one in order[-2:]]
        closed = last[0] if len(last) > 1 and last[0] == last[1] else None
        open_ = [one for one in left if homes[one] != closed] or left
        best = max(open_, key=lambda one: weighed[one] * AGAIN ** taken.get(homes[one], 0))
        order.append(best)
        taken[homes[best]] = taken.get(homes[best], 0) + 1
        left.remove(best)
    return order

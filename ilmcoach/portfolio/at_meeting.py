"""A meeting while it goes on: which one it is, who is there, and what is written down. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from .agenda import coming_meetings
from .portfolio import Portfolio
from .records import Action, Meeting, Record, SetQuestion, Turn
from .trash import to_trash
from .turns import ME, MINUTES, counted_on, hand_on, in_order, pause, start, with_minutes

LONGEST = timedelta(hours=12)
"""A clock that has run longer than this was forgotten: its meeting is over."""


def meeting_now(portfolio: Portfolio, now: datetime) -> Meeting | None:
    """The meeting that is going on, as far as the records tell: where a clock runs, else the
    one held today, the one prepared for today, the newest one that is still to come. None when
    nothing is known of any."""
    meetings, today = portfolio.meetings(), now.date()
    clocks = _ticking(portfolio, now)
    ways: tuple[Callable[[Meeting], bool], ...] = (
        lambda one: one.id in clocks,
        lambda one: one.held == today,
        lambda one: one.to_come and one.planned == today,
        lambda one: one.to_come,
    )
    found = (next((one for one in reversed(meetings) if fits(one)), None) for fits in ways)
    return next((one for one in found if one), None)


def meeting_on(portfolio: Portfolio, now: datetime) -> Meeting | None:
    """The meeting at which a clock runs now, None while all stand still or were forgotten."""
    clocks = _ticking(portfolio, now)
    return next((one for one in reversed(portfolio.meetings()) if one.id in clocks), None)


def _ticking(portfolio: Portfolio, now: datetime) -> set[str]:
    """What the turns belong to whose clocks run."""
    turns = (one for one in portfolio.live(Turn) if one.since and abs(now - one.since) < LONGEST)
    return {link for one in turns for link in one.links}


def names_known(portfolio: Portfolio, meeting_id: str = "") -> tuple[str, ...]:
    """Who may ask and be asked, each name once: the learner, the set's members and its advisor,
    and whoever else has a turn at this meeting."""
    people = [one.name.strip() for one in portfolio.people("member", "advisor")]
    turns = in_order(portfolio.linked(Turn, meeting_id))
    names = dict.fromkeys([ME, *people, *(one.who.strip() for one in turns)])
    return tuple(name for name in names if name)


def short_form(typed: str, names: Iterable[str]) -> tuple[str, str, str]:
    """Who asks, who is asked, and the question, out of `K>me: What …`.

    A name may be cut short where it stays plain whose it is. One that nobody known has stays as
    it was typed where the other name is known. Where the beginning does not read so, both are
    empty and the question is all that was typed.
    """
    by, to, text = _parted(typed)
    full = [_full_name(part, tuple(names)) for part in (by, to)]
    if not any(full):
        return "", "", typed.strip()
    by, to = (part if name is None else name for name, part in zip(full, (by, to), strict=True))
    return by, to, text


def not_known(typed: str, names: Iterable[str]) -> tuple[str, ...]:
    """The beginnings of names in `K>me: What …` that do not say plainly who is meant."""
    return tuple(part for part in _parted(typed)[:2] if _full_name(part, tuple(names)) is None)


def _parted(typed: str) -> tuple[str, str, str]:
    found = re.fullmatch(r"\s*([^>:?]{0,60})>([^>:?]{0,60}):\s*(.+)", typed, re.DOTALL)
    if found is None:
        return "", "", typed.strip()
    return found[1].strip(), found[2].strip(), found[3].strip()


def _full_name(typed: str, names: tuple[str, ...]) -> str | None:
    if not typed:
        return ""
    exact = [name for name in names if name.casefold() == typed.casefold()]
    begun = [name for name in names if name.casefold().startswith(typed.casefold())]
    some = exact or begun
    return some[0] if len(some) == 1 else None


class Table(Struct, frozen=True):
    """A meeting at one moment, to which things are added. Each method gives the records to
    save, the meeting itself among them if it is not there yet or was only prepared."""

    portfolio: Portfolio
    meeting_id: str
    now: datetime
    new_id: Callable[[], str]

    @property
    def meeting(self) -> Meeting | None:
        """The meeting, None before anything was written."""
        return self.portfolio.live_get(Meeting, self.meeting_id)

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns of those who are here, in order."""
        return in_order(one for one in self.portfolio.linked(Turn, self.meeting_id))

    @property
    def questions(self) -> tuple[SetQuestion, ...]:
        """The questions asked here, oldest first."""
        linked = self.portfolio.linked(SetQuestion, self.meeting_id)
        asked = (one for one in linked if not one.meant)
        return tuple(sorted(asked, key=lambda one: (one.at or one.made, one.made, one.id)))

    @property
    def actions(self) -> tuple[Action, ...]:
        """What was agreed here, oldest first."""
        return self.portfolio.linked(Action, self.meeting_id)

    @property
    def next_day(self) -> date | None:
        """The day of the next meeting: as agreed here, else as it is known from elsewhere."""
        meeting, today = self.meeting, self.now.date()
        if meeting and meeting.next_on:
            return meeting.next_on
        own = (meeting.held or meeting.planned or today) if meeting else today
        coming = coming_meetings(self.portfolio, today + timedelta(days=1))
        return next((day for day, _ in coming if day > own), None)

    def members(self) -> tuple[tuple[str, Turn | None], ...]:
        """Everybody who may be here, each with their turn if they are."""
        here = {one.who: one for one in reversed(self.turns)}
        advisors = {one.name.strip() for one in self.portfolio.people("advisor")}
        named = (one for one in names_known(self.portfolio, self.meeting_id))
        return tuple((who, here.get(who)) for who in named if who in here or who not in advisors)

    def ask(self, by: str, to: str, text: str) -> tuple[Record, ...]:
        """A question, asked at this moment."""
        question = SetQuestion(**self._new(), by=by, to=to, text=text, at=self.now)
        return (*self._begun(), question)

    def agree(self, text: str, due: date | None) -> tuple[Record, ...]:
        """Something that the learner agreed to do."""
        return (*self._begun(), Action(**self._new(), text=text, due=due))

    def meet_next(self, day: date | None) -> tuple[Record, ...]:
        """The day on which the set meets again; None takes it back."""
        meeting = self._meeting()
        if meeting.next_on == day:
            return ()
        return (replace(meeting, next_on=day, changed=self.now),)

    def come(self, who: str) -> tuple[Record, ...]:
        """Somebody is here: their turn, as it was if they had left, else a new one with as many
        minutes as the newest here."""
        if any(one.who == who for one in self.turns):
            return ()
        gone = (one for one in self.portfolio if isinstance(one, Turn) and one.trashed)
        back = [one for one in gone if one.who == who and self.meeting_id in one.links]
        if back:
            return (*self._begun(), replace(back[-1], trashed=None, changed=self.now))
        last = self.turns[-1] if self.turns else None
        minutes = last.minutes if last else MINUTES
        # Turns are ordered by when they were made.
        made = max(self.now, last.made + timedelta(microseconds=1)) if last else self.now
        turn = Turn(**{**self._new(), "made": made}, who=who, minutes=minutes)
        return (*self._begun(), turn)

    def everybody(self) -> tuple[Record, ...]:
        """Everybody of the set is here."""
        table, records = self, dict[str, Record]()
        for who, turn in self.members():
            came = table.come(who) if turn is None else ()
            records.update((one.id, one) for one in came)
            table = replace(table, portfolio=table.portfolio.with_records(came))
        return tuple(records.values())

    def leave(self, turn: Turn) -> tuple[Record, ...]:
        """Somebody is not here after all: their clock stops, and coming back brings it back."""
        stopped = next(iter(pause((turn,), self.now)), turn)
        return to_trash(stopped, self.portfolio, self.now)

    def start(self, turn_id: str) -> tuple[Record, ...]:
        """The clock of one turn runs."""
        changed = start(self.portfolio.live(Turn), turn_id, self.now)
        return (*self._begun(), *changed) if changed else ()

    def pause(self) -> tuple[Record, ...]:
        """Every clock stands still."""
        return pause(self.portfolio.live(Turn), self.now)

    def hand_on(self) -> tuple[Record, ...]:
        """The turn ends and the next one begins."""
        changed = hand_on(self.turns, self.portfolio.live(Turn), self.now)
        return (*self._begun(), *changed) if changed else ()

    def more_minutes(self, minutes: int) -> tuple[Record, ...]:
        """Minutes more, or with a number below nothing, fewer."""
        return with_minutes(self.turns, minutes, self.now)

    def count_on(self, seen: datetime | None) -> tuple[Record, ...]:
        """The turns to put right after the computer's clock was set back since `seen`."""
        after = ((one, counted_on(one, seen, self.now)) for one in self.turns)
        return tuple(new for old, new in after if new != old)

    def asked(self, question: SetQuestion) -> tuple[Record, ...]:
        """A question that the learner meant to ask, and did ask here."""
        links = tuple(dict.fromkeys((*question.links, self.meeting_id)))
        return (*self._begun(), was_asked(question, self.now, links, at=self.now))

    def _new(self) -> dict[str, Any]:
        shared = {"id": self.new_id(), "made": self.now, "changed": self.now}
        return {**shared, "links": (self.meeting_id,)}

    def _meeting(self) -> Meeting:
        fresh = Meeting(id=self.meeting_id, made=self.now, changed=self.now)
        found = self.meeting or fresh
        today = self.now.date()
        early = found.planned is not None and found.planned > today
        if found.held or early:
            return found
        return replace(found, held=today, changed=self.now)

    def _begun(self) -> tuple[Record, ...]:
        meeting = self._meeting()
        return () if meeting == self.meeting else (meeting,)


def was_asked(
    question: SetQuestion, now: datetime, links: tuple[str, ...], at: datetime | None = None
) -> SetQuestion:
    """A question that was meant to be asked, as one that the learner asked."""
    by = question.by or ME
    return replace(question, meant=False, by=by, links=links, at=at, changed=now)


def asked_lately(portfolio: Portfolio, question: SetQuestion, now: datetime) -> SetQuestion:
    """The question as one that was asked, told without a meeting at hand: it belongs to the
    newest meeting held, today or before; to none where none was."""
    held = [one for one in portfolio.meetings() if one.held and one.held <= now.date()]
    links = dict.fromkeys((*question.links, *(one.id for one in held[-1:])))
    return was_asked(question, now, tuple(links))

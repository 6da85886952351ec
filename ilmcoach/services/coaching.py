"""The coach as a screen uses it: questions and reading of the packs at once, a model's joining
later if the learner wants that and every condition is met.

The order is always the same: turned on? allowed for the assessment? agreed for the host? Then
what goes is written down, sent, judged, written down again, and only then shown.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping
from contextlib import suppress

from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.coach.address import read_address
from ilmcoach.coach.line import DEADLINE, Form, Line, Trouble, ladder
from ilmcoach.coach.offline import pick
from ilmcoach.coach.replies import Reply
from ilmcoach.coach.sifting import MOST, sift
from ilmcoach.coach.situation import Situation
from ilmcoach.errors import IlmcoachError
from ilmcoach.packs.model import Pack, Reading
from ilmcoach.settings import CoachPreferences

from .coach_sending import Exchanging, KeptLine, NotKept, Prepared, prepare, words_of
from .coach_settings import (
    KeyRing,
    LineMaker,
    SystemKeyRing,
    agree_to,
    allowed_for,
    coach_settings,
    find_key,
    host_agreed,
    keep_coach_settings,
    openai_line,
    with_allowance,
)
from .keeper import Keeper

_Key = tuple[str, str, int, CoachPreferences]

_NOT_SENT = "It could not be written down what would be sent, so nothing was sent."
_NOT_AGAIN = "It could not be written down what would be sent next, so it was left at that."
_NOT_SHOWN = "What the model answered could not be written down, so it is not shown."
_NOT_ENDED = "That could not be written down."
_NOTHING = "Nothing of what the model answered may be shown; these are the pack's own questions."


class Asking(Struct, frozen=True):
    """What questions are wanted for: the learner's note with all that the offline coach goes by
    (`situation`), the place (`walk/step` or `assessment/section`), and the ids of the assessments
    that the words may count towards (see `assessments_of`). `again` counts how often other
    questions were asked for at that place, from 0: each is a sending of its own.
    """

    situation: Situation
    place: str = ""
    assessments: tuple[str, ...] = ()
    again: int = 0


class Offered(Struct, frozen=True):
    """A question to show. `source` says whose words it is: `bank` or `model`; `id` is the bank
    question's id, empty for a model's own; `picked` marks one that a model chose from the banks."""

    text: str
    source: str = "bank"
    id: str = ""
    picked: bool = False


class Preview(Struct, frozen=True):
    """What would be sent to `host`, for the learner to see before the first sending there.

    `sent` is the text exactly as it would go; `hidden` are the names and numbers that placeholders
    stand for in it (`R` -> `Person A`), `doubtful` words that may be names and stand in it as
    they are.
    """

    host: str
    sent: str
    hidden: tuple[tuple[str, str], ...] = ()
    doubtful: tuple[str, ...] = ()


class Offer(Struct, frozen=True):
    """Questions and reading to show, and what is to be told.

    `told` is a sentence for the learner, empty if there is nothing to say. `was_sent` is True if
    something left this computer for it. `undecided` is the id of an assessment of which the
    learner has to say first whether their centre allows a model; `preview` has to be agreed to
    first: in both cases nothing was sent. `doubtful` are words that were sent and may be names.
    """

    questions: tuple[Offered, ...] = ()
    readings: tuple[Reading, ...] = ()
    told: str = ""
    was_sent: bool = False
    undecided: str = ""
    preview: Preview | None = None
    doubtful: tuple[str, ...] = ()

    @property
    def from_model(self) -> tuple[Offered, ...]:
        """The questions in which a model had a hand: its own words, or its choice."""
        return tuple(one for one in self.questions if one.source == "model" or one.picked)


class Coach:
    """Questions on what the learner has written so far, for one open portfolio."""

    def __init__(
        self,
        keeper: Keeper,
        *,
        make_line: LineMaker = openai_line,
        ring: KeyRing | None = None,
        environment: Mapping[str, str] = os.environ,
        within: float = DEADLINE,
    ) -> None:
        """`make_line` makes the line to a model, `ring` keeps keys; `within` is how long a model
        may take, in seconds. Nothing is read or imported for a model before it is asked."""
        self._keeper = keeper
        self._make_line = make_line
        self._ring = ring or SystemKeyRing()
        self._environment = environment
        self._within = within
        self._prepared: dict[_Key, Prepared] = {}
        self._had: dict[_Key, Offer] = {}
        self._shown: set[str] = set()
        self._forms: dict[tuple[str, str], Form] = {}
        self._ordinary: tuple[Pack | None, frozenset[str]] = (None, frozenset())

    @property
    def settings(self) -> CoachPreferences:
        """What the learner set, as it stands now."""
        return coach_settings(self._keeper.workspace)

    @property
    def asks_model(self) -> bool:
        """True if the learner turned a model on: `join` is worth calling then."""
        return self.settings.way != "off"

    def line(self) -> Line:
        """The line as it is set now, to try it out; may wait for a keyring, so not for the
        screen's own thread. Raises `Trouble` or WrongUse in words for the learner."""
        settings = self.settings
        address = read_address(settings.address, open_line=settings.open_line)
        key = find_key(settings, address.host, self._ring, self._environment)
        return self._make_line(address, settings.model, key)

    def at_once(self, asking: Asking) -> Offer:
        """What the offline coach offers: no network, a few milliseconds. Raises IlmcoachError
        only if there is no pack at all."""
        picked = pick(asking.situation, self._keeper.workspace.working_pack)
        bank = tuple(Offered(one.text, "bank", one.id) for one in picked.questions)
        return Offer(bank, picked.readings)

    async def join(self, asking: Asking) -> Offer:
        """The model's questions (or its choice), and bank questions of `at_once` in the place of
        those kept back: three in all. Never raises but on cancellation: what went wrong is
        `told`, and questions and reading are those of `at_once` then. Cancelling the task
        (Escape) stops the sending.

        With `undecided` or `preview` set nothing was sent: call `allow` or `agree`, then again.
        The same asking within a session is answered from memory.
        """
        bank = await asyncio.to_thread(self.at_once, asking)
        settings = self.settings
        if settings.way == "off" or not asking.situation.note.strip():
            return bank
        if first := self._not_allowed(asking):
            return replace(bank, told=first.told, undecided=first.undecided)
        key = _key(asking, settings)
        if key in self._had:
            return self._had[key]
        try:
            if key not in self._prepared:
                self._prepared[key] = await asyncio.to_thread(self._prepare, asking, settings)
            prepared = self._prepared[key]
            if host_agreed(prepared.address) not in settings.agreed:
                return replace(bank, preview=_preview(prepared))
            line = await asyncio.to_thread(self.line)
            offer = await self._ask(asking, prepared, line, bank)
        except IlmcoachError as problem:
            return replace(bank, told=str(problem).replace("\n", " "))
        self._prepared.pop(key, None)
        if offer.told in ("", _NOTHING):
            self._had[key] = replace(offer, was_sent=False)
        return offer

    async def allow(self, assessment: str, *, allowed: bool) -> None:
        """Keeps what the learner says of their centre. Raises IlmcoachError if it is not safe."""
        record = with_allowance(self._keeper.workspace, assessment, allowed=allowed)
        await self._keeper.save([record])

    async def agree(self, host: str) -> None:
        """Keeps that the learner agreed to send to the host of a preview. Raises IlmcoachError."""
        await self._keeper.run(agree_to, self._keeper.workspace, host)

    async def hide(self, *words: str) -> None:
        """Keeps words as private, to be hidden from now on (a doubtful one on the page of
        consent); then `join` gives a new preview. Raises IlmcoachError."""
        settings = self.settings
        more = replace(settings, private=(*settings.private, *words))
        await self._keeper.run(keep_coach_settings, self._keeper.workspace, more)

    def _prepare(self, asking: Asking, settings: CoachPreferences) -> Prepared:
        workspace = self._keeper.workspace
        pack = workspace.working_pack
        if self._ordinary[0] is not pack:
            self._ordinary = (pack, words_of(pack))
        return prepare(workspace, settings, asking.situation, self._ordinary[1])

    def _not_allowed(self, asking: Asking) -> Offer | None:
        """Why nothing may be sent for these assessments; None if it may."""
        workspace = self._keeper.workspace
        if workspace.store.read_only:
            return Offer(told="Your portfolio is only read here, so nothing is sent.")
        said = {one: allowed_for(workspace.portfolio, one) for one in asking.assessments}
        if any(allowed is False for allowed in said.values()):
            return Offer(told="Your centre does not allow a model here, so none was asked.")
        undecided = next((one for one, allowed in said.items() if allowed is None), "")
        return Offer(undecided=undecided) if undecided else None

    async def _ask(self, asking: Asking, prepared: Prepared, line: Line, bank: Offer) -> Offer:
        only = asking.assessments[0] if len(asking.assessments) == 1 else ""
        exchanging = Exchanging(self._keeper, prepared, asking.place, only)
        kept = KeptLine(line, prepared, exchanging)
        bank = replace(bank, doubtful=prepared.doubtful)
        try:
            server = (prepared.address.url, prepared.model)
            first = self._forms.get(server, Form.SCHEMA)
            answered = await ladder(kept, prepared.prompt, within=self._within, first=first)
            # What this server cannot do is not tried at each asking.
            self._forms[server] = answered.form
        except asyncio.CancelledError:
            with suppress(IlmcoachError):
                await exchanging.end("stopped")
            raise
        except NotKept:
            sent = exchanging.has_sent
            return replace(bank, told=_NOT_AGAIN if sent else _NOT_SENT, was_sent=sent)
        except Trouble as trouble:
            return await self._in_trouble(exchanging, trouble, bank)
        offer, dropped = self._offer(prepared, answered.reply, bank)
        own = tuple(one.text for one in offer.from_model)
        reading = tuple(one.id for one in offer.readings if one.id in answered.reply.reading_ids)
        try:
            await exchanging.end(
                "shown" if own or reading else "nothing",
                answered=True,
                shown=own,
                reading=reading,
                dropped=dropped,
            )
        except IlmcoachError:
            return replace(bank, told=_NOT_SHOWN, was_sent=True)
        self._shown.update(own)
        return offer

    async def _in_trouble(self, exchanging: Exchanging, trouble: Trouble, bank: Offer) -> Offer:
        told = trouble.words
        try:
            await exchanging.end(str(trouble.kind))
        except IlmcoachError:
            told = f"{told} {_NOT_ENDED}"
        return replace(bank, told=told, was_sent=exchanging.has_sent)

    def _offer(self, prepared: Prepared, reply: Reply, bank: Offer) -> tuple[Offer, dict[str, int]]:
        """What of a reply may be shown, and how many each rule kept back."""
        pack = self._keeper.workspace.working_pack
        if prepared.way == "pose":
            sifted = sift(
                reply.texts,
                prepared.note,
                prepared.mask,
                examples=prepared.prompt.examples,
                shown=self._shown,
            )
            own = tuple(Offered(text, "model") for text in sifted.admitted)
            dropped = sifted.dropped
        else:
            asked = {one.id: one for each in pack.banks for one in each.questions}
            known = [asked[one] for one in reply.question_ids if one in asked]
            own = tuple(Offered(one.text, "bank", one.id, picked=True) for one in known[:MOST])
            dropped = {}
        chosen = {one.id: one for one in pack.readings if one.id in reply.reading_ids}
        readings = tuple(chosen[one] for one in reply.reading_ids if one in chosen)
        texts = {one.text for one in own}
        others = (one for one in bank.questions if one.text not in texts)
        told = "" if own or readings else _NOTHING
        offer = replace(
            bank,
            questions=(*own, *others)[:MOST],
            readings=readings or bank.readings,
            told=told,
            was_sent=True,
        )
        return offer, dropped


def _key(asking: Asking, settings: CoachPreferences) -> _Key:
    agreed_or_not = replace(settings, agreed=())
    return (asking.place, asking.situation.note.strip(), asking.again, agreed_or_not)


def _preview(prepared: Prepared) -> Preview:
    return Preview(
        host=host_agreed(prepared.address),
        sent=prepared.sent(),
        hidden=prepared.mask.hidden,
        doubtful=prepared.doubtful,
    )

"""One sending to a model: what goes, written down before it goes, and what became of it."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.coach.address import Address, read_address
from ilmcoach.coach.doubtful import doubtful_words
from ilmcoach.coach.line import Form, Line, Trouble, shown_beforehand
from ilmcoach.coach.masking import Mask
from ilmcoach.coach.messages import Prompt, cut_note, new_fence, pick_prompt, pose_prompt
from ilmcoach.coach.offline import pick
from ilmcoach.coach.situation import Situation
from ilmcoach.errors import IlmcoachError
from ilmcoach.packs.languages import language_at, without_others
from ilmcoach.packs.model import Pack, is_english
from ilmcoach.portfolio.names import names_known
from ilmcoach.portfolio.records import Exchange
from ilmcoach.settings import CoachPreferences
from ilmcoach.text import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from ilmcoach.coach.messages import Message

    from .keeper import Keeper
    from .workspace import Workspace

CANDIDATES, CATALOGUE, EXAMPLES = 60, 30, 4
"""How many questions and readings a model may choose from, and is given to learn from."""
_LOOKED_AT = 6_000
"""Characters of a note that are looked at; 1,500 of them are sent."""
_WORD = re.compile(r"[^\W\d_]+")


class NotKept(IlmcoachError):  # noqa: N818 - the disk's problem, told as it is
    """A sending could not be written down, so it was not made."""


class Prepared(Struct, frozen=True):
    """What is ready to be sent to `address`. `note` is what the model is told of the learner's
    words, as they wrote it; `doubtful` are words that go as they are and may be names."""

    way: str
    address: Address
    model: str
    prompt: Prompt
    mask: Mask
    note: str
    doubtful: tuple[str, ...] = ()

    def sent(self, form: Form = Form.SCHEMA, *, by_newer_names: bool = False) -> str:
        """The text that goes to the server, exactly."""
        sent = shown_beforehand(self.model, self.prompt, form, by_newer_names=by_newer_names)
        return sent.decode()


def way_for(settings: CoachPreferences, pack: Pack, situation: Situation) -> str:
    """The way that can be gone with a pack at a place in it: the guard knows English only, so
    that a model may only choose among the questions where either is in another language."""
    place = situation.step or situation.section
    english = pack.in_english and (place is None or is_english(language_at(place, pack)))
    return settings.way if english or settings.way != "pose" else "pick"


def prepare(
    workspace: Workspace,
    settings: CoachPreferences,
    situation: Situation,
    ordinary: Collection[str] = (),
) -> Prepared:
    """What would be sent for a situation, with names hidden; `ordinary` words are no names.
    Raises `Trouble` for an address that cannot be used, IlmcoachError without a pack."""
    pack = workspace.working_pack
    learner = workspace.portfolio.learner
    names = (*names_known(workspace.portfolio), learner.name if learner else "")
    places = (learner.centre_name, learner.centre_number, learner.registration) if learner else ()
    mask = Mask(names, (*settings.private, *places))
    masked = cut_note(mask.mask(_end_of(clean(situation.note))))
    way = way_for(settings, pack, situation)
    if way == "pose":
        pack = without_others(pack)
    fits = pick(situation, pack, questions=CANDIDATES, readings=CATALOGUE)
    prompt = (
        pose_prompt(masked, fits.readings, new_fence(), fits.questions[:EXAMPLES])
        if way == "pose"
        else pick_prompt(masked, fits.questions, fits.readings, new_fence())
    )
    return Prepared(
        way=way,
        address=read_address(settings.address, open_line=settings.open_line),
        model=settings.model,
        prompt=prompt,
        mask=mask,
        note=mask.unmask(masked),
        doubtful=doubtful_words(masked, ordinary),
    )


class Exchanging:
    """The record of one sending, kept on the disk at each step."""

    def __init__(self, keeper: Keeper, prepared: Prepared, place: str, assessment: str) -> None:
        stamp = keeper.workspace.stamp()
        self._keeper = keeper
        self._sent: list[str] = []
        self._record = Exchange(
            id=stamp.new_id(),
            made=stamp.now,
            changed=stamp.now,
            way=prepared.way,
            host=prepared.address.host,
            model=prepared.model,
            place=place,
            assessment=assessment,
        )

    @property
    def has_sent(self) -> bool:
        """True once something may have left this computer."""
        return bool(self._sent)

    async def before(self, sent: str) -> None:
        """Keeps what is about to be sent. Raises NotKept; it must not be sent then."""
        record = replace(self._record, sent="\n".join([*self._sent, sent]))
        try:
            await self._keeper.save([record])
        except IlmcoachError as problem:
            raise NotKept(problem.message, problem.hint) from None
        self._record = record
        self._sent.append(sent)

    async def end(
        self,
        how: str,
        *,
        answered: bool = False,
        shown: tuple[str, ...] = (),
        reading: tuple[str, ...] = (),
        dropped: dict[str, int] | None = None,
    ) -> None:
        """Keeps how it ended; does nothing if nothing was sent. Raises IlmcoachError; nothing
        of it may be shown then."""
        if not self._sent:
            return
        now: datetime = self._keeper.workspace.clock.now()
        record = replace(
            self._record,
            changed=now,
            ended=how,
            answered=now if answered else None,
            shown=shown,
            reading=reading,
            dropped=dropped or {},
        )
        await self._keeper.save([record])
        self._record = record


class KeptLine:
    """A line on which nothing is sent that is not written down first."""

    def __init__(self, line: Line, prepared: Prepared, exchanging: Exchanging) -> None:
        self._line = line
        self._prepared = prepared
        self._exchanging = exchanging
        self._newer = False

    async def ask(self, messages: Sequence[Message], schema: dict[str, object], form: Form) -> str:
        """Passes on what was prepared. Raises NotKept, or what the line raises."""
        await self._exchanging.before(self._prepared.sent(form, by_newer_names=self._newer))
        try:
            return await self._line.ask(messages, schema, form)
        except Trouble as trouble:
            self._newer = self._newer or trouble.again
            raise


def _end_of(note: str) -> str:
    """The end of a long note, from the start of a word, so that no half of a name stands there."""
    if len(note) <= _LOOKED_AT:
        return note
    return re.sub(r"^\S*\s?", "", note[-_LOOKED_AT:])


def words_of(pack: Pack) -> frozenset[str]:
    """Every word of a pack, in small letters."""
    texts = _texts(msgspec.to_builtins(pack, enc_hook=str))
    return frozenset(word for text in texts for word in _WORD.findall(text.casefold()))


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for one in part.values():
            yield from _texts(one)
    elif isinstance(part, list | tuple):
        for one in part:
            yield from _texts(one)

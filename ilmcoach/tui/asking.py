"""Putting questions to the learner: in which order, which were shown, which are kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.widget import Widget

from ilmcoach.errors import IlmcoachError
from ilmcoach.packs.model import Question
from ilmcoach.portfolio.records import KeptQuestion
from ilmcoach.services.asked import Asked
from ilmcoach.services.workspace import Workspace
from ilmcoach.walks.asking import Offered, in_turn, is_kept, keep, question_of_the_day

from .from_part import keeper_of, save_from


class Asking:
    """Questions for one part of the screen; without an open portfolio nothing is kept."""

    def __init__(self, part: Widget) -> None:
        self._part = part

    def in_turn(self, fitting: Sequence[Question]) -> tuple[Offered, ...]:
        """Questions that fit, in the order in which to put them."""
        keeper = keeper_of(self._part)
        if keeper is None:
            return in_turn(fitting, (), {})
        space = keeper.workspace
        lately = _asked(space).lately(space.today)
        return in_turn(fitting, space.portfolio.live(KeptQuestion), lately)

    def of_the_day(self, skip: int) -> Offered | None:
        """Today's question, `skip` counts those turned down; None if there is none."""
        keeper = keeper_of(self._part)
        if keeper is None:
            return None
        space = keeper.workspace
        lately = _asked(space).lately(space.today)
        return question_of_the_day(space.working_pack, space.portfolio, space.today, lately, skip)

    async def note(self, ids: Iterable[str]) -> None:
        """Notes that these were put to the learner."""
        keeper = keeper_of(self._part)
        if keeper is None or keeper.workspace.store.read_only:
            return
        space = keeper.workspace
        try:
            await keeper.run(_asked(space).note, tuple(ids), space.today)
        except IlmcoachError:
            # Nothing of the learner's is in it; what is, they are told where they write.
            return

    def is_kept(self, question_id: str) -> bool:
        """True if the learner wants to see it again."""
        keeper = keeper_of(self._part)
        return keeper is not None and is_kept(question_id, keeper.workspace.portfolio)

    async def keep(self, question_id: str) -> None:
        """Keeps a question of the pack, or keeps it no longer; says so."""
        keeper = keeper_of(self._part)
        if keeper is None:
            return
        space = keeper.workspace
        record = keep(question_id, space.portfolio, space.stamp())
        words = "Kept: it comes first where it fits, and stands under My questions."
        await save_from(self._part, [record], words if record.trashed is None else "Let go.")


def _asked(space: Workspace) -> Asked:
    return Asked(space.folders.data, space.disk)

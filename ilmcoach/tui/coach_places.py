"""Where questions are wanted, and what was written there so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ilmcoach.packs.model import Assessment, Section
from ilmcoach.packs.vocabulary import TEXTS
from ilmcoach.walks.sitting import Sitting
from ilmcoach.walks.spots import Spot

if TYPE_CHECKING:
    from ilmcoach.services.coaching import Asking
    from ilmcoach.services.workspace import Workspace


class AtStep(Struct, frozen=True):
    """A place in a walk, with the words that stand there. Where none stand yet, what was written
    at the last place before it is gone by; nothing of that is sent to a model."""

    sitting: Sitting
    spot: Spot
    note: str

    @property
    def sends(self) -> bool:
        """True if a model may be told of it: the words stand where the learner looks."""
        return bool(self.note.strip())

    @property
    def written(self) -> str:
        """What to go by; empty where nothing was written yet."""
        return self.note if self.sends else self._before()

    def make(self, workspace: Workspace) -> Asking | None:
        """What to ask the coach for; None where nothing was written yet."""
        from ilmcoach.services.coach_settings import assessments_of
        from ilmcoach.services.coaching import Asking
        from ilmcoach.services.offline_coach import situation_at_step

        walk, spot, note = self.sitting.walk, self.spot, self.written
        if not note:
            return None
        return Asking(
            situation_at_step(workspace, note, spot.step, spot.item),
            place=f"{walk.id}/{spot.key}",
            assessments=assessments_of(workspace.pack, walk=walk, step=spot.step),
        )

    def _before(self) -> str:
        places = self.sitting.spots()
        keys = [one.key for one in places]
        before = places[: keys.index(self.spot.key)] if self.spot.key in keys else ()
        for place in reversed(before):
            value = self.sitting.value_at(place)
            if place.step.answer in TEXTS and isinstance(value, str) and value.strip():
                return value
        return ""


class AtHeading(Struct, frozen=True):
    """A heading of an assessment, with the words that stand under it."""

    task: Assessment
    section: Section
    note: str

    @property
    def sends(self) -> bool:
        """True if a model may be told of it."""
        return bool(self.note.strip())

    def make(self, workspace: Workspace) -> Asking | None:
        """What to ask the coach for; None where nothing was written yet."""
        from ilmcoach.services.coach_settings import assessments_of
        from ilmcoach.services.coaching import Asking
        from ilmcoach.services.offline_coach import situation_at_heading

        if not self.sends:
            return None
        return Asking(
            situation_at_heading(workspace, self.note, self.section),
            place=f"{self.task.id}/{self.section.id}",
            assessments=assessments_of(workspace.pack, assessment=self.task.id),
        )


Wanted = AtStep | AtHeading

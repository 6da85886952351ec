"""The coach beside one editor: its questions at once, a model's joining later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.dom import DOMNode
from textual.widget import Widget
from textual.worker import Worker

from ilmcoach.errors import IlmcoachError
from ilmcoach.packs.model import Reading

from .coach_places import Wanted
from .from_part import keeper_of
from .saying import say

if TYPE_CHECKING:
    from ilmcoach.services.coaching import Asking, Coach, Offer

    from .widgets.from_model import FromModel


class CoachHere:
    """Asks the coach for one part of the screen, shows what a model gave in `place`, and its
    reading by `books`. Nothing is sent for a place that the learner has left."""

    def __init__(
        self, part: Widget, place: FromModel, books: Callable[[Sequence[Reading]], None]
    ) -> None:
        self._part = part
        self._place = place
        self._books = books
        self._times: dict[str, int] = {}
        self._put: dict[str, list[str]] = {}
        self._last: Asking | None = None
        self._offer: Offer | None = None
        self._request: Worker[None] | None = None

    def ask(self, wanted: Wanted) -> Offer | None:
        """The questions of the packs at once, while a model is asked if one is turned on. None
        where nothing was written, or no portfolio is open."""
        coach, asking = coach_of(self._part), self._make(wanted)
        if coach is None or asking is None:
            return None
        offer = coach.at_once(asking)
        put = self._put.setdefault(asking.place, [])
        put += [one.id for one in offer.questions]
        self._times[asking.place] = asking.again + 1
        self._last = asking
        self.stop()
        if coach.asks_model and wanted.sends:
            self._join(coach, asking)
        else:
            self._place.clear()
        return offer

    def _make(self, wanted: Wanted) -> Asking | None:
        """What to ask for: what was put here before waits behind the rest."""
        keeper = keeper_of(self._part)
        asking = wanted.make(keeper.workspace) if keeper else None
        if asking is None:
            return None
        put = self._put.get(asking.place, [])
        known = asking.situation
        lately = [one for one in known.lately if one not in put]
        kept = [one for one in known.kept if one not in put]
        situation = replace(known, lately=(*lately, *dict.fromkeys(put)), kept=tuple(kept))
        return replace(asking, situation=situation, again=self._times.get(asking.place, 0))

    def stop(self) -> bool:
        """Stops a request; False if none is on its way."""
        if self._request is None or self._request.is_finished:
            return False
        self._request.cancel()
        self._request = None
        self._place.stopped()
        return True

    def leave(self) -> None:
        """The learner turned to another place."""
        self.stop()
        self._last = None

    def act(self, what: str) -> None:
        """Does what a button in the model's place says."""
        if what == "stop":
            self.stop()
        elif what == "hide":
            self._part.run_worker(self._hide())
        elif what == "first":
            self._first()

    def _join(self, coach: Coach, asking: Asking) -> None:
        self._place.wait()
        self._request = self._part.run_worker(self._joining(coach, asking))

    async def _joining(self, coach: Coach, asking: Asking) -> None:
        offer = await coach.join(asking)
        if asking != self._last:
            return
        self._offer = offer
        if offer.undecided:
            title = task_title(self._part, offer.undecided)
            self._place.need(
                f"Nothing was sent. First say whether your centre allows it for “{title}”.",
                "My centre…",
            )
        elif offer.preview:
            self._place.need(
                f"Nothing was sent. First look at what would go to {offer.preview.host}.",
                "Look at it…",
            )
        else:
            self._show(offer)

    def _show(self, offer: Offer) -> None:
        keeper = keeper_of(self._part)
        at = f"{keeper.workspace.clock.now():%H:%M}" if keeper else ""
        self._place.show_offer(offer, at)
        self._books(offer.readings)

    def _first(self) -> None:
        """Shows the page that comes before the first sending, and goes on from there."""
        coach, asking, offer = coach_of(self._part), self._last, self._offer
        if coach is None or asking is None or offer is None:
            return

        def done(go_on: bool | None) -> None:
            if go_on and asking == self._last:
                self._join(coach, asking)
            elif not coach.asks_model:
                self._place.clear()

        from .screens.coach_consent import AllowScreen, ConsentScreen

        if offer.undecided:
            title = task_title(self._part, offer.undecided)
            self._part.app.push_screen(AllowScreen(coach, offer.undecided, title), done)
        elif offer.preview:
            self._part.app.push_screen(ConsentScreen(coach, asking, offer.preview), done)

    async def _hide(self) -> None:
        """From now on the doubtful words are hidden."""
        coach, offer = coach_of(self._part), self._offer
        if coach is None or offer is None:
            return
        try:
            await coach.hide(*offer.doubtful)
        except IlmcoachError as problem:
            say(self._part.app, str(problem), trouble=True)
            return
        self._place.hidden()
        say(self._part.app, "They are hidden from now on. The coach's page lists such words.")


def coach_of(part: DOMNode) -> Coach | None:
    """The coach of the open portfolio; None before one is open."""
    coach: Coach | None = getattr(part.app, "coach", None)
    return coach


def task_title(part: DOMNode, assessment: str) -> str:
    """What the learner knows an assessment by."""
    keeper = keeper_of(part)
    pack = keeper.workspace.pack if keeper else None
    task = pack.assessment(assessment) if pack else None
    return task.title if task else assessment

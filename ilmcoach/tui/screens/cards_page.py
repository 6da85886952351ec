"""All cue cards of an assessment on one page."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from ilmcoach.dates import say_day
from ilmcoach.packs.model import Assessment
from ilmcoach.portfolio.cards import rehearsals, written_cards
from ilmcoach.portfolio.rehearsing import say_clock
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.widgets.plain import Act, OwnWords, Plain, plain

from .window import Window


class CardsPageScreen(Window[None]):
    """The learner's words, card after card, under the headings of the task."""

    HELP_PAGE = "cards"
    WINDOW_TITLE = "All cards on one page"
    SCROLLS = True

    def __init__(self, workspace: Workspace, task: Assessment) -> None:
        super().__init__()
        self._workspace = workspace
        self._assessment = task

    def body(self) -> Iterable[Widget]:
        space, heading = self._workspace, ""
        cards = written_cards(self._assessment, space.working_pack, space.portfolio)
        if not cards:
            yield Plain("No card is written yet.", classes="para")
        for place, card in cards:
            if place.section != heading:
                heading = place.section
                yield Plain(plain(heading, "bold"), classes="para")
            yield Plain(f"{place.label} {place.verb}".strip(), classes="field")
            yield OwnWords(card.text)
        yield from self._rehearsals()

    def _rehearsals(self) -> Iterable[Widget]:
        """The times it was rehearsed; they are changed or deleted in the log."""
        times = rehearsals(self._workspace.portfolio, self._assessment.id)
        if times:
            yield Plain(plain("Rehearsed", "bold"), classes="para")
        for one in times:
            yield Plain(f"{say_day(one.on or one.made.date())}  {say_clock(one.seconds)}")
            if one.text.strip():
                yield OwnWords(one.text)

    def buttons(self) -> Iterable[Widget]:
        yield Act("Close", id="close", main=True)

    def on_mount(self) -> None:
        """The arrow keys move the page."""
        self.query_one("#window-body").focus()

    def on_button_pressed(self) -> None:
        """The one button."""
        self.dismiss(None)

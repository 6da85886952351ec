"""What `pack check` says of a pack that is being tried: where, what, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button

from ilmcoach.packs.model import Problem
from ilmcoach.services.preview import Trial
from ilmcoach.tui.widgets.plain import Act, Plain, plain

from .window import Window

MOST = 100
"""Problems shown: nobody mends more before saving again."""
NONE = "No problems, and no advice. It is looked at again each time you save a file of the pack."


class PackProblemsScreen(Window[None]):
    """All problems and all advice, as they are now."""

    HELP_PAGE = "pack-problems"
    WINDOW_TITLE = "What pack check says"
    SCROLLS = True

    def __init__(self, trial: Trial) -> None:
        super().__init__()
        self._trial = trial

    def body(self) -> Iterable[Widget]:
        yield Plain(_told(self._trial), id="pack-problems", classes="para")

    def buttons(self) -> Iterable[Widget]:
        yield Act("Close", id="close", main=True)

    def on_mount(self) -> None:
        """The arrow keys move the text."""
        self.query_one("#window-body").focus()

    def show(self, trial: Trial) -> None:
        """Says what holds of the pack as it was read now."""
        self._trial = trial
        for part in self.query("#pack-problems").results(Plain):
            part.say(_told(trial))

    @on(Button.Pressed)
    def _close(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(None)


def _told(trial: Trial) -> Content:
    return Content("\n\n").join(_blocks(trial)) if trial.problems else plain(NONE)


def _blocks(trial: Trial) -> Iterator[Content]:
    """The folder once, then a block a problem; what is wrong stands before advice."""
    yield plain(f"In {trial.folder}", "$quiet")
    for problem in sorted(trial.problems, key=lambda one: one.advice)[:MOST]:
        yield _block(problem)
    if (more := len(trial.problems) - MOST) > 0:
        yield plain(f"And {more:,} more: `ilmcoach pack check` names them all.", "$quiet")


def _block(problem: Problem) -> Content:
    place = plain(f"{problem.file}:{problem.line}", "$accent" if problem.advice else "$warning")
    kind = plain("  advice" if problem.advice else "", "$quiet")
    mend = plain(f"\n{problem.mend}" if problem.mend else "")
    return Content.assemble(place, kind, plain(f"\n{problem.what}"), mend)

"""For each assessment, what the learner says that their centre allows."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button

from ilmcoach.dates import say_day
from ilmcoach.packs.model import Assessment
from ilmcoach.services.workspace import Workspace

from .plain import Act, Plain, plain

NONE = "Once your programme is set up, each of its assessments stands here."


class CentreAllows(Vertical):
    """A line for each assessment with its two answers; a press on one is told to the screen."""

    class Said(Message):
        """The learner says whether their centre allows it for an assessment."""

        def __init__(self, assessment: str, allowed: bool) -> None:
            super().__init__()
            self.assessment = assessment
            self.allowed = allowed

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(id="centre")
        self._workspace = workspace
        pack = workspace.pack
        self._tasks: tuple[Assessment, ...] = tuple(pack.assessments) if pack else ()

    def compose(self) -> ComposeResult:
        if not self._tasks:
            yield Plain(NONE, classes="quiet")
        for number, task in enumerate(self._tasks):
            yield Plain(task.title)
            with Horizontal(classes="centre-row"):
                yield Act("Allowed", id=f"yes-{number}")
                yield Act("Not allowed", id=f"no-{number}")
                yield Plain("", id=f"said-{number}", classes="said")

    def on_mount(self) -> None:
        """Shows what was said before."""
        self.look()

    def look(self) -> None:
        """Shows what is kept now."""
        from ilmcoach.services.coach_settings import allowance_for

        for number, task in enumerate(self._tasks):
            kept = allowance_for(self._workspace.portfolio, task.id)
            allowed = kept.allowed if kept else None
            words = {None: "not said yet", True: "allowed", False: "not allowed"}[allowed]
            day = f", said {say_day(kept.on)}" if kept and kept.on and allowed is not None else ""
            style = "$accent" if allowed else "$quiet"
            self.query_one(f"#said-{number}", Plain).say(plain(f"{words}{day}", style))

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        said, _, number = (event.button.id or "").partition("-")
        self.post_message(self.Said(self._tasks[int(number)].id, said == "yes"))

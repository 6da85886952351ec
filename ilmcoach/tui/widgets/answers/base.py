"""What every answer widget can do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct
from textual.containers import Vertical
from textual.message import Message

from ilmcoach.packs.model import Step
from ilmcoach.walks.answers import Answer


class Around(Struct, frozen=True):
    """What an answer widget needs to know: the date, the records a link may choose from (id
    and a few words), and a maker of ids for new rows."""

    today: date
    offered: tuple[tuple[str, str], ...]
    new_id: Callable[[], str]


class AnswerBox(Vertical):
    """Shows and takes one answer.

    A subclass gives `value`, what is typed as `draft` text, and takes a draft back with
    `restore`; it posts `Edited` whenever the learner changes something.
    """

    class Edited(Message):
        """The learner changed something in an answer."""

    def __init__(self, step: Step, value: Answer, around: Around) -> None:
        super().__init__(classes="answer")
        self.step = step
        self.first_value = value
        self.around = around

    @property
    def value(self) -> Answer:
        """The answer as it stands now."""
        raise NotImplementedError

    @property
    def problem(self) -> str:
        """What cannot be understood in it, in plain words; empty if all can."""
        return ""

    @property
    def draft(self) -> str:
        """What is typed or chosen, as text that `restore` understands."""
        raise NotImplementedError

    def restore(self, draft: str) -> None:
        """Puts a draft back."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Puts the cursor where the answer begins, at once: keys hit ahead of a slow save would
        fall beside an answer that gets the focus a moment later."""
        raise NotImplementedError

    def changed(self) -> None:
        """Tells the screen that the learner changed something."""
        self.post_message(self.Edited())

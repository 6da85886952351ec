"""From an answer kind to its widget: a new kind is one member and one line here."""

from __future__ import annotations

from ilmcoach.packs.model import AnswerKind, Step
from ilmcoach.walks.answers import Answer

from .base import AnswerBox, Around
from .choosing import Choosing
from .days import Day, Days
from .repeat import Repeat
from .texts import LongText, Number, ShortText

BOXES: dict[AnswerKind, type[AnswerBox]] = {
    AnswerKind.SHORT_TEXT: ShortText,
    AnswerKind.LONG_TEXT: LongText,
    AnswerKind.CHOICE: Choosing,
    AnswerKind.CHOICES: Choosing,
    AnswerKind.SCALE: Choosing,
    AnswerKind.DATE: Day,
    AnswerKind.DATES: Days,
    AnswerKind.NUMBER: Number,
    AnswerKind.PEOPLE: ShortText,
    AnswerKind.LINK: Choosing,
    AnswerKind.LINKS: Choosing,
    AnswerKind.REPEAT: Repeat,
}


def make_box(step: Step, value: Answer, around: Around) -> AnswerBox:
    """The widget for a step, holding `value`."""
    return BOXES[step.answer](step, value, around)

"""Trying a line before it is needed: does it work, and if not, what is wrong, in words."""

from __future__ import annotations

from msgspec import Struct

from ilmcoach.packs.model import Question

from .line import DEADLINE, Form, Line, ladder
from .messages import new_fence, pick_prompt
from .trouble import Kind, Trouble

_NOTE = "I spoke first in the meeting and the others said little."
_QUESTIONS = (
    Question("spoke", "What did you notice when you spoke first?"),
    Question("others", "Who said little, and when?"),
    Question("tools", "Which tools were to hand?"),
)
_WORKS = {
    Form.SCHEMA: "It works: the model answers, and its server holds it to the form.",
    Form.OBJECT: "It works: the model answers. Its server holds it to the form loosely.",
    Form.PLAIN: "It works: the model answers, with nothing to hold it to the form, so some "
    "answers may not be usable. Your tutor's questions then take their place.",
}
_ODD = (
    "The model answers, but did not keep to the form this time. You can use it: where an answer "
    "is not usable, your tutor's questions take its place. A larger model does better."
)


class Tried(Struct, frozen=True):
    """How a trial went: whether the line `works`, by which form (None if none was readable),
    and what to tell the learner."""

    works: bool
    form: Form | None
    words: str


async def try_line(line: Line, *, within: float = DEADLINE) -> Tried:
    """Asks the model to choose among three questions on a made-up note. Nothing of the
    learner's is sent. `within` is in seconds. Never raises `Trouble`: the words say it."""
    prompt = pick_prompt(_NOTE, _QUESTIONS, (), new_fence())
    try:
        answered = await ladder(line, prompt, within=within)
    except Trouble as trouble:
        if trouble.kind is Kind.UNREADABLE:
            return Tried(True, None, _ODD)
        return Tried(False, None, trouble.words)
    return Tried(True, answered.form, _WORKS[answered.form])

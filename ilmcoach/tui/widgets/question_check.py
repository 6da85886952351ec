"""What the rules of a good question say of one while it is typed. It never stops anybody."""

from __future__ import annotations

from textual.content import Content

from ilmcoach.questions import Fault, check_question
from ilmcoach.text import clean_line

from .plain import Plain, plain

EMPTY = "While you type, this says how the question may land. Nothing here stops you."
GOOD = "Open, single and short, with no advice in it."
OTHER_LANGUAGE = "The check reads English only, so for your programme's language it is off."
UNFINISHED = ("mark", "short")
"""What is amiss with any question that is still being typed."""


class QuestionCheck(Plain):
    """A few calm lines about a question."""

    def __init__(self, *, english: bool) -> None:
        self._english = english
        super().__init__(EMPTY if english else OTHER_LANGUAGE, id="check", classes="quiet")

    def look(self, typed: str) -> None:
        """Looks at a question as it stands."""
        if self._english:
            self.say(check_words(typed))


def check_words(typed: str) -> Content:
    """Each thing to look at with its reason, the plainest first; what time will mend, such as a
    question mark that is not there yet, is said last and by itself."""
    text = clean_line(typed)
    if not text:
        return plain(EMPTY, "$quiet")
    faults = check_question(text)
    told = [one for one in faults if one.name not in UNFINISHED]
    if told:
        return Content("\n").join(_line(one) for one in told)
    waiting = [one for one in faults if one.name in UNFINISHED]
    if waiting:
        return plain(waiting[0].why, "$quiet")
    return plain(GOOD, "$accent")


def _line(fault: Fault) -> Content:
    style = "$quiet" if fault.mild else ""
    return plain(f"· {fault.why}", style)

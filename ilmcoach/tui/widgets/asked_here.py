"""Questions caught while the set meets: who asked whom, one a line."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from ilmcoach.portfolio.at_meeting import Table, names_known, not_known, short_form
from ilmcoach.portfolio.records import SetQuestion
from ilmcoach.portfolio.turns import ME
from ilmcoach.text import clean_line

from .catch_line import CatchLine
from .kept_list import KeptList
from .name_pick import NamePick
from .plain import Plain, plain


class AskedHere(Vertical):
    """The questions so far, and the line for the next one."""

    def __init__(self) -> None:
        super().__init__(id="asked", classes="panel")
        self.border_title = "Questions asked"
        self._names: tuple[str, ...] = (ME,)

    def compose(self) -> ComposeResult:
        yield KeptList("Nothing caught yet. Only what makes you look up is worth it.", id="caught")
        with Horizontal(id="asked-who"):
            yield NamePick("Who asked", "anybody", id="by")
            yield NamePick("whom", "anybody", id="to")
        yield CatchLine(hint="The question, as you heard it", id="question")
        yield Plain(
            "Enter keeps it. Quicker: type K>me: in front, with the first letters of the names.",
            classes="quiet",
            id="short-form",
        )

    def show(self, table: Table) -> None:
        """Shows what was caught so far."""
        self._names = names_known(table.portfolio, table.meeting_id)
        for pick in self.query(NamePick):
            pick.offer(self._names)
        lines = [(one.id, question_line(one)) for one in table.questions]
        self.query_one(KeptList).fill(lines)

    def to_whom(self, who: str) -> None:
        """Whose turn it is: they are being asked now."""
        self.query_one("#to", NamePick).pick(who)

    def heard(self, typed: str) -> tuple[str, str, str]:
        """Who asked, whom, and the question, of a line as it was typed: the names in front of
        it, else those chosen."""
        by, to, text = short_form(typed, self._names)
        if by or to:
            return by, to, text
        return self.query_one("#by", NamePick).value, self.query_one("#to", NamePick).value, text

    def unclear(self, typed: str) -> str:
        """What to tell about names in front of a question that are nobody's, if anything."""
        who = " and ".join(f"“{name}”" for name in not_known(typed, self._names))
        if not who:
            return ""
        return f"{who}: nobody known here, or not plainly one. Kept as you typed it."


def question_line(one: SetQuestion) -> Content:
    """A question for a list: time, who to whom, and its words."""
    time = f"{one.at:%H:%M}" if one.at else ""
    by, to = clean_line(one.by), clean_line(one.to)
    who = " ".join(word for word in (by, f"to {to}" if to else "") if word)
    before = "  ".join(word for word in (time, who) if word)
    words = plain(clean_line(one.text))
    return Content.assemble(plain(f"{before}  ", "$quiet"), words) if before else words

"""The words at the desk, counted as they are typed, and what has become of them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.timer import Timer

from ilmcoach.portfolio.coverage import AssessmentCount, count_assessment
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import SectionText
from ilmcoach.services.keeper import Keeper
from ilmcoach.tui.word_counter import WordCounter

if TYPE_CHECKING:
    from .desk import DeskScreen

LOOK_AGAIN = 1.2
"""Seconds after a key, by when what was typed is kept."""


class DeskCounting:
    """Counts what is saved once for each save, and what is typed at every key."""

    def __init__(self, screen: DeskScreen, keeper: Keeper) -> None:
        self._screen = screen
        self._keeper = keeper
        self._words, self._saved_words = WordCounter(), WordCounter()
        self._counted: tuple[Portfolio, AssessmentCount] | None = None
        self._waiting: Timer | None = None

    def saved(self) -> AssessmentCount:
        """The words and records as they are saved."""
        space, task = self._keeper.workspace, self._screen.assessment
        if self._counted is None or self._counted[0] is not space.portfolio:
            count = count_assessment(task, space.working_pack, space.portfolio)
            self._counted = (space.portfolio, count)
        return self._counted[1]

    def now(self, section_id: str, text: str, kept: SectionText | None) -> AssessmentCount:
        """The same with `text`, as it is typed, in the place of what is kept of that heading."""
        counts = self.saved()
        typed = self._words.count(text) - self._saved_words.count(kept.text if kept else "")
        sections = tuple(
            replace(one, words=max(one.words + typed, 0)) if one.id == section_id else one
            for one in counts.sections
        )
        return replace(counts, words=max(counts.words + typed, 0), sections=sections)

    def what_became(self, text: str, kept: SectionText | None, kept_at: datetime | None) -> str:
        """' · saved 14:02' once that is so; while something typed is not saved, ' · kept 14:03'
        once a draft holds all of it, and nothing before."""
        if kept and kept.text == text:
            return f" · saved {kept.changed:%H:%M}"
        return f" · kept {kept_at:%H:%M}" if kept_at else ""

    def look_again(self) -> None:
        """After a key: says it anew when the draft is written."""
        if self._waiting:
            self._waiting.stop()
        self._waiting = self._screen.set_timer(LOOK_AGAIN, self._screen.say_words)

"""Words whose place is in no pack any more."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from ilmcoach.packs.model import Assessment, Pack, Section
from ilmcoach.portfolio.placeless import placeless_cards, placeless_texts
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import CueCard, SectionText

AT = datetime(2026, 11, 1, tzinfo=UTC)
TASK = Assessment(id="task", title="Task", sections=(Section(id="one", title="One"),))
PACK = Pack(id="p", title="P", folder=Path("p"), assessments=(TASK,))


def text(name: str, assessment: str, section: str, words: str = "Mine.") -> SectionText:
    return SectionText(
        id=name, made=AT, changed=AT, assessment=assessment, section=section, text=words
    )


def test_only_written_texts_without_a_heading_are_placeless() -> None:
    here, no_heading = text("a", "task", "one"), text("b", "task", "two")
    no_task, empty = text("c", "gone", "one"), text("d", "gone", "two", " ")
    portfolio = Portfolio({one.id: one for one in (here, no_heading, no_task, empty)})
    assert set(placeless_texts(portfolio, PACK)) == {no_heading, no_task}
    assert set(placeless_texts(portfolio, None)) == {here, no_heading, no_task}


def test_cards_for_a_heading_or_criterion_that_is_gone_are_placeless() -> None:
    cards = [
        CueCard(id=place, made=AT, changed=AT, assessment="task", criterion=place, text="Say it.")
        for place in ("one", "m/1")
    ]
    portfolio = Portfolio({one.id: one for one in cards})
    assert placeless_cards(portfolio, PACK) == (cards[1],)
    assert len(placeless_cards(portfolio, None)) == 2

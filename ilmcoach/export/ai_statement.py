"""The statement of AI use: an appendix made from what was written down, outside the work.

What it says follows the rules on AI in assessments: the tool, the dates, what for, what was asked
and what came, in a form that the learner does not edit (practice, after JCQ).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ilmcoach.dates import say_day
from ilmcoach.packs.model import Assessment, Pack
from ilmcoach.portfolio.exchanges import exchanges_for, histories_gone, note_sent, totals
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Allowance, Exchange, HistoryGone

from .document import (
    Cover,
    CoverRow,
    Document,
    Heading,
    Label,
    LearnerText,
    Listing,
    Node,
    Paragraph,
    Verbatim,
)

TITLE = "Statement of AI use"
_NONE = (
    "ilmcoach asked no AI model anything about this work: nothing was sent to one, and nothing "
    "came from one."
)
_NEVER_PUT_IN = (
    "ilmcoach cannot put a word of a model's into the work. Its questions are shown beside the "
    "writing only, and cannot be selected or copied there. One that a model words itself has to "
    "pass a check for open questions without advice or answers first. Reading is chosen from the "
    "prompt pack's own list."
)
_WHOLE = (
    "With each note went ilmcoach's own rules for the model and texts of the prompt pack. Names "
    "that ilmcoach knew, addresses and long numbers were hidden before sending. The whole of it "
    "is kept in ilmcoach's AI record."
)
_NO_OTHERS = "No other AI tool is named by the learner."


def ai_statement(assessment: Assessment, pack: Pack, portfolio: Portfolio) -> tuple[Node, ...]:
    """The statement for an assessment as parts of a document, its heading of level 2 in front.
    No word of it counts."""
    exchanges = exchanges_for(assessment.id, portfolio)
    gone = histories_gone(portfolio)
    nodes: list[Node] = [Heading(2, TITLE)]
    if exchanges:
        nodes += _used(exchanges, pack)
    elif not gone:
        nodes.append(Paragraph(_NONE))
    nodes += (Paragraph(_gone(one)) for one in gone)
    nodes += _others(assessment, portfolio)
    return tuple(nodes)


def build_ai_statement(assessment: Assessment, pack: Pack, portfolio: Portfolio) -> Document:
    """The statement as a document of its own."""
    nodes = ai_statement(assessment, pack, portfolio)
    title = f"{TITLE}: {assessment.title}"
    return Document(title, pack.language, (Heading(1, title), *nodes[1:]))


def _used(exchanges: Sequence[Exchange], pack: Pack) -> Iterator[Node]:
    counts = totals(exchanges)
    servers = dict.fromkeys(f"{one.model or 'a model'} at {one.host}" for one in exchanges)
    first, last = counts.first, counts.last
    dates = "" if first is None or last is None else say_day(first)
    if first != last and last is not None:
        dates = f"{dates} to {say_day(last)}"
    yield Cover(
        (
            CoverRow("Tool", "ilmcoach, a companion for action learning"),
            CoverRow("Model", "; ".join(servers)),
            CoverRow("When", dates),
            CoverRow("What for", "questions on what was written so far, and reading"),
            CoverRow("How often asked", str(counts.sent)),
            CoverRow("Questions shown", str(counts.shown)),
            CoverRow("Kept back by the check, unseen", str(sum(counts.dropped.values()))),
        )
    )
    yield Paragraph(_NEVER_PUT_IN)
    yield Paragraph(_WHOLE)
    for number, one in enumerate(exchanges, 1):
        yield from _exchange(number, one, pack)


def _exchange(number: int, one: Exchange, pack: Pack) -> Iterator[Node]:
    yield Heading(3, f"{number}. {say_day(one.made.date())}")
    if one.shown:
        chosen = one.way == "pick"
        yield Label("Questions chosen from the pack" if chosen else "Questions of the model")
        yield Listing(one.shown)
    if one.reading:
        known = {each.id: each.citation for each in pack.readings}
        yield Label("Reading suggested")
        yield Listing(tuple(known.get(each, each) for each in one.reading))
    if not one.shown and not one.reading:
        yield Paragraph("Nothing of it was shown.")
    yield Label("What was sent")
    yield Verbatim(note_sent(one))


def _gone(one: HistoryGone) -> str:
    times = f"{one.count:,} times" if one.count != 1 else "once"
    days = [say_day(day) for day in dict.fromkeys((one.first, one.last)) if day]
    when = f" ({' to '.join(days)})" if days else ""
    return (
        f"A model was asked {times}{when} of which the record is gone: the learner deleted it on "
        f"{say_day(one.made.date())}."
    )


def _others(assessment: Assessment, portfolio: Portfolio) -> Iterator[Node]:
    said = [one for one in portfolio.live(Allowance) if one.assessment == assessment.id]
    text = max(said, key=lambda one: (one.changed, one.id)).other_tools if said else ""
    yield Heading(3, "Other AI tools, in the learner's own words")
    yield LearnerText(text, under=3) if text.strip() else Paragraph(_NO_OTHERS)

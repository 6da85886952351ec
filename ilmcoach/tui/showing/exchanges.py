"""How the AI record reads: what was sent, what was shown of it, what was kept back."""

from __future__ import annotations

import json

from textual.content import Content

from ilmcoach.dates import say_day
from ilmcoach.export.document import (
    Cover,
    Document,
    Heading,
    Label,
    LearnerText,
    Listing,
    Node,
    Paragraph,
    Verbatim,
)
from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.exchanges import Totals
from ilmcoach.portfolio.records import Exchange, HistoryGone
from ilmcoach.services.counts import many
from ilmcoach.tui.widgets.plain import plain

WAYS = {"pick": "choosing among the pack's questions", "pose": "questions of its own"}
ENDED = {
    "shown": "",
    "nothing": "Nothing it gave could be shown.",
    "stopped": "You stopped it before an answer came.",
    "": "No answer was written down: the program ended, or could not write.",
}


def line_of(one: Exchange | HistoryGone) -> Content:
    """A line for the list: the day, and how much was shown."""
    when = f"{say_day(one.made.date())} {one.made:%H:%M}"
    if isinstance(one, HistoryGone):
        return Content.assemble(plain(when), plain(f"\n{gone(one)}", "$quiet"))
    shown = [many(len(one.shown), "question")] if one.shown else []
    shown += [many(len(one.reading), "reading", "readings")] if one.reading else []
    return Content.assemble(
        plain(when), plain(f"\n{', '.join(shown) or 'nothing'} shown", "$quiet")
    )


def gone(one: HistoryGone) -> str:
    """What a mark of a deleted record says."""
    days = [say_day(day) for day in dict.fromkeys((one.first, one.last)) if day]
    of = f" of {' to '.join(days)}" if days else ""
    return f"The record of {many(one.count, 'sending')}{of} was deleted."


def whole(one: Exchange, pack: Pack | None) -> Content:
    """Everything that is kept of one sending."""
    known = {each.id: each.citation for each in pack.readings} if pack else {}
    how = f"To {one.host}, model {one.model or 'not named'}"
    how += f"; for {WAYS.get(one.way, one.way)}"
    rows = [("Sent", how + (f"; at {one.place}" if one.place else ""))]
    answered = f"{one.answered:%H:%M:%S}" if one.answered else "no answer"
    rows.append(("Answered", f"{answered} {ENDED.get(one.ended, f'({one.ended})')}".strip()))
    rows += [("Question shown", text) for text in one.shown]
    rows += [("Reading shown", known.get(text, text)) for text in one.reading]
    if one.dropped:
        kept_back = ", ".join(f"{rule}: {count:,}" for rule, count in one.dropped.items())
        rows.append(("Kept back, and kept nowhere", kept_back))
    parts = [Content.assemble(plain(f"{label}\n", "$quiet"), plain(text)) for label, text in rows]
    parts += [easier(each) for each in one.sent.split("\n")]
    return Content("\n\n").join(parts)


def easier(sent: str) -> Content:
    """A request taken apart: what is said in each turn, then the rest. One that cannot be taken
    apart stands as it is."""
    try:
        request = json.loads(sent)
        turns = [(str(one["role"]), str(one["content"])) for one in request.pop("messages")]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Content.assemble(plain("What was sent\n", "$accent"), plain(sent))
    parts = [
        Content.assemble(plain(f"Said as “{who}”\n", "$accent"), plain(text)) for who, text in turns
    ]
    rest = json.dumps(request, ensure_ascii=False, indent=1)
    parts.append(Content.assemble(plain("The rest of the request\n", "$accent"), plain(rest)))
    return Content("\n\n").join(parts)


def in_all(count: Totals) -> str:
    """How much passed in all, in a sentence."""
    if not count.sent:
        return "Nothing was sent to a model."
    back = sum(count.dropped.values())
    rules = ", ".join(f"{rule} {number:,}" for rule, number in count.dropped.items())
    return (
        f"Sent {many(count.sent, 'time')}. Shown: {many(count.shown, 'question')}, "
        f"{many(count.reading, 'reading', 'readings')}. Kept back by the filter: {back:,}"
        f"{f' ({rules})' if rules else ''}."
    )


def statement_text(document: Document) -> Content:
    """The statement as it will read in the document."""
    return Content("\n\n").join(_node(one) for one in document.nodes)


def _node(node: Node) -> Content:
    match node:
        case Heading():
            return plain(node.text, "bold")
        case Cover():
            rows = (
                Content.assemble(plain(f"{row.label}: ", "$quiet"), plain(row.value))
                for row in node.rows
            )
            return Content("\n").join(rows)
        case Listing():
            return plain("\n".join(f"· {one}" for one in node.items))
        case Label():
            return plain(node.text, "$quiet")
        case Paragraph() | LearnerText() | Verbatim():
            return plain(node.text)
    return plain("\n".join((*node.ours(), *node.theirs())))

"""Names hidden in a document, and a written file searched for any that are left.

A help and no proof: whoever is on no list stays visible, and people may be recognised by what is
told of them. Nothing here calls a document anonymous.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.portfolio.doubtful import may_be_names
from ilmcoach.portfolio.hiding import Hider, Place, Plan
from ilmcoach.portfolio.renaming import words_round

from .document import (
    Boxes,
    Cell,
    Cover,
    CoverRow,
    Document,
    Heading,
    Label,
    LearnerText,
    Listing,
    Node,
    OwnWork,
    PageBreak,
    Paragraph,
    Reference,
    References,
    Room,
    Spots,
    Table,
    Verbatim,
    WordTable,
)
from .reading_back import IN_PIECES, text_of, words_of

STILL = "People may still be recognised by what is told of them, so read it once more."
NONE_LEFT = "Searched: no listed name found in any of its forms."
_AS_GIVEN = (Boxes, OwnWork, PageBreak, Room, WordTable)
"""Nodes that name nobody but the learner: the task's headings, words of ours."""
_TASK_HEADINGS = 2
"""Down to this level headings are the task's own and stand as they are given."""


class Leak(Struct, frozen=True):
    """A name that still stands in a written text: whose, as it stands there, with the words
    round it. A `doubtful` one may be a word of every day."""

    name: str
    said: str
    before: str
    after: str
    doubtful: bool = False


class Seen(Struct, frozen=True):
    """A place in a document where a name stands, and the text that it is in."""

    text: str
    place: Place


def hide_names(document: Document, plan: Plan) -> Document:
    """`document` with the names of the plan's people hidden in everything that the learner
    wrote, and in labels made from it. The words put for them are labels: see `put` in the nodes.

    As they are stay the task's title and headings, the learner's own name, and works of a
    catalogue. In labels and in works that the learner names only sure places are hidden.
    """
    hider = Hider(plan)
    return replace(document, nodes=tuple(_hidden(node, hider) for node in document.nodes))


def seen_in(document: Document, plan: Plan) -> tuple[Seen, ...]:
    """Every place in the document where a name of the plan stands, in order."""
    hider = Hider(plan)
    found = (
        Seen(text, place)
        for node in document.nodes
        for text, sure_only in _texts(node)
        for place in hider.places(text)
        if not (sure_only and place.doubtful)
    )
    return tuple(found)


def perhaps_names(document: Document, plan: Plan, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Words of the learner's that may be names and are on no list, each once; `known` are texts
    whose words are in no doubt, such as those of the pack."""
    hidden = hide_names(document, plan)
    ours = (text for node in document.nodes for text in _sure_words(node))
    phrases = (*ours, *known, *plan.kept, *plan.labels())
    words = {word.strip(".,;:()'\"").casefold() for text in phrases for word in text.split()}
    texts = (text for node in hidden.nodes for text, sure in _texts(node) if not sure)
    return may_be_names("\n".join(texts), words)


def leaks(text: str, plan: Plan) -> tuple[Leak, ...]:
    """Every form of a listed name that stands in the text of a written document, in order."""
    found = (one for one in Hider(plan).places(text))
    return tuple(_leak(text, one, plan) for one in found)


def search_written(data: bytes, form: str, document: Document, plan: Plan) -> tuple[Leak, ...]:
    """Searches what was written as `form` from a `document` whose names are hidden. What is set
    in pieces (PDF) is searched by the text that was given to be set too; of a name that is found
    there, the file's own text adds only forms of it that are not. Raises IlmcoachError if the
    file cannot be read."""
    read = leaks(text_of(data, form), plan)
    if form not in IN_PIECES:
        return read
    given = leaks(words_of(document), plan)
    known: dict[str, set[str]] = {}
    for one in given:
        known.setdefault(one.name, set()).add(one.said.casefold())
    more = []
    for one in read:
        said = one.said.casefold()
        if not any(said in form for form in known.setdefault(one.name, set())):
            known[one.name].add(said)
            more.append(one)
    return (*given, *more)


def tell_leaks(found: Iterable[Leak]) -> str:
    """What the search of a written file found, in words for the learner."""
    some = tuple(found)
    sure = [_told(one) for one in some if not one.doubtful]
    doubtful = [_told(one) for one in some if one.doubtful]
    lines = [] if some else [NONE_LEFT]
    if sure:
        lines.append(f"Searched. Still there: {_few(sure)}.")
    if doubtful:
        start = "" if sure else "Searched. "
        lines.append(f"{start}Left, as it may be another word: {_few(doubtful)}.")
    return "\n".join((*lines, STILL))


def _few(told: list[str], most: int = 5) -> str:
    kinds = list(dict.fromkeys(told))
    more = f" and {len(kinds) - most} more" if len(kinds) > most else ""
    return "; ".join(kinds[:most]) + more


def _told(one: Leak) -> str:
    return f"{one.said} ({one.before}{one.said}{one.after})"


def _leak(text: str, place: Place, plan: Plan, around: int = 20) -> Leak:
    names = " / ".join(plan.people[one].names[0] for one in place.who)
    before, said, after = words_round(text, place.start, place.end, around)
    return Leak(names, said, before, after, place.doubtful)


def _hidden(node: Node, hider: Hider) -> Node:
    """The node with names hidden."""
    hidden: Node | None = None
    match node:
        case LearnerText():
            text, put = hider.hide(node.text)
            hidden = replace(node, text=text, put=put)
        case Cover():
            hidden = replace(node, rows=tuple(_row(one, hider) for one in node.rows))
        case Table():
            rows = (tuple(_cell(cell, hider) for cell in row) for row in node.rows)
            caption, _ = hider.hide(node.caption, sure_only=True)
            hidden = replace(node, caption=caption, rows=tuple(rows))
        case References():
            hidden = replace(node, works=tuple(_work(one, hider) for one in node.works))
        case Listing():
            hidden = replace(node, items=tuple(hider.hide(one)[0] for one in node.items))
        case Verbatim():
            hidden = replace(node, text=hider.hide(node.text)[0])
        case Label() | Paragraph() | Heading():
            hidden = _label(node, hider)
    if hidden is None and not isinstance(node, _AS_GIVEN):
        raise TypeError(f"nobody said how names are hidden in a {type(node).__name__}")
    return hidden or node


def _label(node: Label | Paragraph | Heading, hider: Hider) -> Node:
    if isinstance(node, Heading) and node.level <= _TASK_HEADINGS:
        return node
    return replace(node, text=hider.hide(node.text, sure_only=True)[0])


def _row(row: CoverRow, hider: Hider) -> CoverRow:
    if not row.learners:
        return row
    value, put = hider.hide(row.value)
    return replace(row, value=value, put=put)


def _cell(cell: Cell, hider: Hider) -> Cell:
    text, put = hider.hide(cell.text, sure_only=not cell.learners)
    before, _ = hider.hide(cell.before, sure_only=True)
    return replace(cell, text=text, before=before, put=put if cell.learners else ())


def _work(work: Reference, hider: Hider) -> Reference:
    if not work.learners:
        return work
    parts = [hider.hide(one, sure_only=True) for one in (work.before, work.title, work.after)]
    before, title, after = (text for text, _ in parts)
    hidden = replace(work, before=before, title=title, after=after)
    return replace(hidden, put=tuple(_spots_in(hidden, [spots for _, spots in parts])))


def _spots_in(work: Reference, spots: list[Spots]) -> Iterator[tuple[int, int]]:
    """Where the words stand in all of a work."""
    at = 0
    parts = (work.before, work.title, work.after)
    for spaced, part, some in zip(work.spaced(), parts, spots, strict=True):
        begins = at + max(0, spaced.find(part))
        yield from ((begins + start, begins + end) for start, end in some)
        at += len(spaced)


def _texts(node: Node) -> Iterator[tuple[str, bool]]:
    """The texts of a node in which names are hidden, and whether only at sure places."""
    match node:
        case LearnerText() | Verbatim():
            yield node.text, False
        case Cover():
            yield from ((row.value, False) for row in node.rows if row.learners)
        case Table():
            yield node.caption, True
            for cell in (one for row in node.rows for one in row):
                yield cell.before, True
                yield cell.text, not cell.learners
        case References():
            works = (one for one in node.works if one.learners)
            yield from (
                (part, True) for one in works for part in (one.before, one.title, one.after)
            )
        case Listing():
            yield from ((one, False) for one in node.items)
        case Label() | Paragraph():
            yield node.text, True
        case Heading():
            if node.level > _TASK_HEADINGS:
                yield node.text, True
        case _:
            return


def _sure_words(node: Node) -> Iterator[str]:
    """Texts whose words are no names in doubt: labels and works of a catalogue."""
    yield from node.ours()
    if isinstance(node, References):
        for one in node.works:
            yield from one.spaced()

"""Banks of open questions, and the reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ilmcoach.export.outline import Words
from ilmcoach.kit.page_writing import heading, items, page, paragraph
from ilmcoach.packs.limits import LIST_ITEMS

from .files import ROOM, paged, size
from .ledger import Ledger, counted, words_of
from .signs import AUTHOR, CITED, YEAR, bare, is_question
from .tree import Part

_MOST_BANKS = 300
_MOST_ENTRIES = 1_000


def question_files(
    parts: Iterable[Part], loose: Sequence[Words], topic: str, ledger: Ledger
) -> dict[str, str]:
    """A bank for each heading with questions under it; `loose` are questions under no heading.
    What stands there and is no question is left."""
    banks: list[str] = []
    count = 0
    over: Words | None = None
    for part in (Part(blocks=list(loose)), *parts):
        asked = _asked(part, ledger, room=LIST_ITEMS if len(banks) < _MOST_BANKS else 0)
        if asked:
            name = ledger.title(part.head, part.title) if part.head else "Questions"
            for number, group in enumerate(_groups(asked), 1):
                title = f"{name} ({number})" if number > 1 else name
                given = ledger.id("bank", title, "questions")
                banks.append(page(heading(2, title, id=given), items(group)))
            count += len(asked)
        elif part.head and part.parts and over is None:
            over = part.head
        elif part.head:
            ledger.why(part.head, "there is no question under this heading")
    if banks:
        ledger.made.append(f"{counted(count, 'open question')}, groups: {len(banks):,}")
    title = ledger.title(over, over.text) if over and banks else "Open questions"
    keys = {"kind": "questions", "id": "questions", "title": title, "topics": topic}
    return paged("", "questions", keys, banks)


def _groups(asked: Iterable[str]) -> Iterator[list[str]]:
    """Questions in groups that fit into a file."""
    group: list[str] = []
    used = 0
    for one in asked:
        if group and used + 2 * size(one) > ROOM:
            yield group
            group, used = [], 0
        group.append(one)
        used += 2 * size(one)
    if group:
        yield group


def _asked(part: Part, ledger: Ledger, room: int) -> dict[str, None]:
    """The questions right under a heading, each once."""
    asked: dict[str, None] = {}
    for one in ledger.free(words_of(part.blocks)):
        if not is_question(one.text):
            ledger.why(one, "it stands among questions and does not end in a question mark")
        elif len(asked) >= room:
            ledger.why(one, "there are more questions than a pack holds")
        else:
            asked[ledger.said(one, bare(one.text), most=600)] = None
    return asked


def reading_files(
    parts: Iterable[Part], cited: Iterable[Words], topic: str, ledger: Ledger
) -> dict[str, str]:
    """An entry for each line with a year in it, and for each item of a list; a line after one
    that has no year says what it is good for. `cited` are lines elsewhere that cite a work."""
    entries: list[tuple[str, str, list[str]]] = []
    for part in parts:
        pieces_here = ledger.free(words_of(part.blocks))
        if part.head and (pieces_here or part.parts):
            ledger.take(part.head)
        for one in pieces_here:
            is_entry = one.level is not None or YEAR.search(one.text) is not None or not entries
            if is_entry and len(entries) >= _MOST_ENTRIES:
                ledger.why(one, "there is more reading than a pack holds")
            elif is_entry:
                text = ledger.text(one)
                entries.append((_name(text), text, []))
            elif len(entries[-1][2]) < 5:
                entries[-1][2].append(ledger.text(one))
    for text in _citations(cited, ledger, room=_MOST_ENTRIES - len(entries)):
        entries.append((_name(text), text, []))
    pieces = []
    for name, text, about in entries:
        head = heading(2, name, id=ledger.id("reading", name, "reading"), topics=topic)
        pieces.append(page(head, paragraph(text), *map(paragraph, about)))
    if pieces:
        ledger.made.append(f"things to read: {len(pieces):,}")
    keys = {"kind": "reading", "id": "reading", "title": "Reading"}
    return paged("", "reading", keys, pieces)


def _citations(cited: Iterable[Words], ledger: Ledger, room: int) -> Iterator[str]:
    """The works of lines that are still free, without what leads in: 'See also: …'."""
    for one in ledger.free(cited)[:room]:
        if found := CITED.match(one.text):
            yield ledger.said(one, found[1])


def _name(text: str) -> str:
    """A short name for a work: author and year, else its first words."""
    if found := AUTHOR.match(text):
        surname = found[1].split(",")[0].strip()
        return f"{surname} {found[2]}"[:60]
    words = text.split()[:6]
    return " ".join(words)[:60].rstrip(" ,.;:") or "Reading"

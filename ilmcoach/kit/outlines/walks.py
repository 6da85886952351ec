"""Guided questions: a stage for each heading, a step for each question to answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from ilmcoach.export.outline import Words
from ilmcoach.kit.page_writing import choices, heading, items, page, paragraph
from ilmcoach.packs.keyline import QUOTES
from ilmcoach.packs.limits import LIST_ITEMS

from .files import ROOM, paged, size
from .ledger import Ledger, counted, words_of
from .sheets import Line, sheet_lines
from .signs import DAY, bare, is_question
from .tree import Part

_TITLE = 60
_MOST_BYTES = 20_000
"""What a step may hold beside its question."""

_MOST_STEPS = 1_000
TOO_MUCH = "there are more guided questions than a pack holds"


class _Step(Struct):
    """A step while it is put together. `listed` if its question came from a list."""

    ask: str
    title: str
    listed: bool
    hints: list[str] = field(default_factory=list)
    beside: dict[str, None] = field(default_factory=dict)
    boxes: list[str] = field(default_factory=list)
    several: bool = False
    scale: tuple[tuple[str, str], ...] = ()
    used: int = 0


class _Stage(Struct):
    """A stage while it is put together."""

    title: str
    about: list[str] = field(default_factory=list)
    steps: list[_Step] = field(default_factory=list)
    used: int = 0


def walk_files(parts: Sequence[Part], title: str, topic: str, ledger: Ledger) -> dict[str, str]:
    """One walk, or more where they would be too long, of the parts that announce nothing else. A
    heading under which nothing is asked stays unused, and all that stands there with it."""
    pieces: list[str] = []
    count = 0
    for part in parts:
        stage = _Maker(ledger, room=_MOST_STEPS - count).stage(part)
        if stage is None:
            continue
        count += len(stage.steps)
        pieces += _written(stage, topic, ledger)
    if count:
        ledger.made.append(
            f"guided questions: {counted(count, 'step')} under {counted(len(pieces), 'heading')}"
        )
    walk_id = ledger.id("walk", title, "walk")
    keys = {"kind": "walk", "id": walk_id, "title": title}
    return paged("walks/", f"1-{walk_id}", keys, pieces)


class _Maker:
    """Makes a stage of one part; `room` is how many steps there may still be."""

    def __init__(self, ledger: Ledger, room: int) -> None:
        self._ledger = ledger
        self._room = room

    def stage(self, part: Part) -> _Stage | None:
        """The stage, or None if nothing is asked in it."""
        heads = tuple(one.head for one in part.all() if one.head)
        free = self._ledger.free((*heads, *_all_words(part)))
        if not part.head or not any(self._is_asked(below) for below in part.all()):
            self._ledger.give_back(free, "nothing is asked under this heading")
            return None
        if self._room <= 0:
            self._ledger.give_back(free, TOO_MUCH)
            return None
        stage = _Stage(self._ledger.title(part.head, part.head.text))
        self._fill(stage, part, "")
        for below in list(part.all())[1:]:
            if below.head:
                self._fill(stage, below, below.title)
        return stage

    def _fill(self, stage: _Stage, part: Part, title: str) -> None:
        """Adds what stands under one heading: one step if the heading has a `title`, else a step
        for each question that is asked."""
        if _asks_itself(part):
            self._head_asks(stage, part)
            return
        if title and part.head and self._is_asked(part):
            title = self._ledger.title(part.head, title)
        elif part.head and title:
            self._ledger.why(part.head, "nothing is asked under this heading")
        step: _Step | None = None
        for line in sheet_lines(part.blocks):
            one = line.words
            if not self._ledger.is_free(one):
                continue
            if line.used:
                self._ledger.take(one)
            elif line.bare and step is not None:
                self._choices(step, line)
            elif line.asks and self._begins(step, line, title):
                step = self._begun(stage, line, title) or step
            elif line.asks and step is not None and is_question(line.text):
                self._ask_beside(step, line)
            else:
                self._tell(stage, step, one, title)

    def _is_asked(self, part: Part) -> bool:
        """True if something is asked right under a heading, or by it."""
        lines = (line for line in sheet_lines(part.blocks) if self._ledger.is_free(line.words))
        return _asks_itself(part) or any(line.asks for line in lines)

    def _head_asks(self, stage: _Stage, part: Part) -> None:
        """A step made of a heading that is a question, with nothing but room to write below it."""
        if part.head is None or len(stage.steps) >= self._room:
            return
        text = self._ledger.said(part.head, bare(part.head.text))
        stage.steps.append(_Step(text, _shortened(text), listed=False))

    def _begins(self, step: _Step | None, line: Line, title: str) -> bool:
        """True if a question begins a step of its own: the first under a heading, one with or
        after choices, and where no heading names the step each that is not listed under another."""
        if step is None or step.boxes or step.scale or line.boxes or line.scale:
            return True
        return not title and (line.words.level is None or step.listed)

    def _begun(self, stage: _Stage, line: Line, title: str) -> _Step | None:
        """A new step of a stage, None if there is no room for it."""
        if len(stage.steps) >= self._room:
            self._ledger.why(line.words, TOO_MUCH)
            return None
        text = self._ledger.said(line.words, line.text)
        step = _Step(text, title or _shortened(text), line.words.level is not None)
        step.several = line.several
        self._choices(step, line)
        stage.steps.append(step)
        return step

    def _choices(self, step: _Step, line: Line) -> None:
        """Gives a step the choices or the scale of a line."""
        if step.scale or (line.scale and step.boxes):
            self._ledger.why(line.words, "the question before it has choices already")
            return
        if line.scale:
            self._ledger.take(line.words)
            step.scale = line.scale
            return
        if line.bare and not step.boxes:
            step.several = step.several and line.several
        for label in line.boxes:
            if len(step.boxes) >= LIST_ITEMS // 2 or not self._fits(step, line.words):
                self._ledger.why(line.words, "there are too many choices for one question")
                return
            self._ledger.take(line.words)
            step.boxes.append(label[:300])

    def _ask_beside(self, step: _Step, line: Line) -> None:
        if not line.text.rstrip(QUOTES).endswith("?"):
            self._hint(step, step.hints, line.words)
        elif len(step.beside) < LIST_ITEMS // 2 and self._fits(step, line.words):
            step.beside[self._ledger.said(line.words, line.text, most=600)] = None
        else:
            self._ledger.why(line.words, TOO_MUCH)

    def _tell(self, stage: _Stage, step: _Step | None, one: Words, title: str) -> None:
        """A line that asks nothing: a hint on the step, else something about the stage."""
        if step is not None:
            self._hint(step, step.hints, one)
        elif not title:
            self._hint(stage, stage.about, one)
        else:
            self._ledger.why(one, "it stands before the question under its heading")

    def _hint(self, into: _Step | _Stage, hints: list[str], one: Words) -> None:
        if self._fits(into, one):
            hints.append(self._ledger.text(one))
        else:
            self._ledger.why(one, "there is too much text beside one question")

    def _fits(self, into: _Step | _Stage, one: Words) -> bool:
        """True, and counted, if there is room for another text."""
        length = 2 * size(one.text)
        if into.used + length > _MOST_BYTES:
            return False
        into.used += length
        return True


def _written(stage: _Stage, topic: str, ledger: Ledger) -> Iterator[str]:
    """The stage as text, in several where one would not fit into a file."""
    steps = [_step(one, topic, ledger) for one in stage.steps]
    about = page(*map(paragraph, stage.about))
    used, group, part = size(about), [about] if about else [], 0
    for number, step in enumerate(steps):
        if number and used + size(step) > ROOM // 2:
            yield _staged(stage, group, part, ledger)
            used, group, part = 0, [], part + 1
        group.append(step)
        used += size(step)
    yield _staged(stage, group, part, ledger)


def _staged(stage: _Stage, group: list[str], part: int, ledger: Ledger) -> str:
    title = f"{stage.title} ({part + 1})" if part else stage.title
    return page(heading(2, title, id=ledger.id("stage", title, "stage")), *group)


def _step(one: _Step, topic: str, ledger: Ledger) -> str:
    answer = "long text"
    if one.scale:
        answer = "scale"
    elif one.boxes:
        answer = "several choices" if one.several else "choice"
    elif DAY.match(one.ask):
        answer = "date"
    head = heading(
        3, one.title, id=ledger.id("step", one.title, "step"), answer=answer, topics=topic
    )
    given: dict[str, str] = dict(one.scale)
    for label in one.boxes:
        given[_choice_id(label, given)] = label
    return page(
        head,
        paragraph(one.ask),
        *map(paragraph, one.hints),
        choices(given.items()),
        items(one.beside),
    )


def _choice_id(label: str, given: Iterable[str]) -> str:
    from ilmcoach.packs.names import slug

    taken = set(given)
    name = slug(" ".join(label.split()[:3]), "choice")[:40].strip("-") or "choice"
    found, count = name, 1
    while found in taken:
        count += 1
        found = f"{name}-{count}"
    return found


def _asks_itself(part: Part) -> bool:
    """True for a heading that is a question, with nothing but room to write below it."""
    return part.head is not None and is_question(part.head.text) and not (part.blocks or part.parts)


def _all_words(part: Part) -> tuple[Words, ...]:
    return tuple(one for below in part.all() for one in words_of(below.blocks))


def _shortened(text: str) -> str:
    """A title made of a question's first words."""
    words = text.rstrip(" ?？؟.:")
    return words if len(words) <= _TITLE else f"{words[:_TITLE].rsplit(' ', 1)[0]} …"

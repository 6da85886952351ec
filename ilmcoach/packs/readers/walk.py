"""A guided walk: stages and the steps in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ilmcoach.packs.blocks import Part, prose
from ilmcoach.packs.defined.asking import WALK
from ilmcoach.packs.draft import Placed
from ilmcoach.packs.fills import Place
from ilmcoach.packs.keys import Keys
from ilmcoach.packs.model import AnswerKind, Stage, Step, Walk
from ilmcoach.packs.names import plain_name, shown, slug, suggest
from ilmcoach.packs.vocabulary import SOURCES

from .common import Desk
from .step import read_step, step_keys

STAGE, _ = WALK.headings


def read_walk(desk: Desk) -> None:
    """A walk with a `##` heading for each stage and a `###` heading for each step."""
    keys = desk.front(WALK)
    walk_id = desk.file_id(keys)
    desk.no_table(desk.page.lead, "the text about a walk")
    reader = _Stages(desk, walk_id, keys)
    stages = tuple(reader.stages())
    walk = Walk(
        id=walk_id,
        title=desk.title(keys),
        stages=stages,
        about=prose(desk.page.lead),
        makes=reader.makes,
        needs=keys.some_of("needs"),
        quick=keys.flag("quick"),
        deeper=next(iter(desk.refer("walk", keys, "deeper")), ""),
        again=keys.flag("again"),
    )
    if walk.again and not walk.makes:
        mend = "Add `makes:` and the kind of record that it looks at again."
        desk.report.error(keys.line_of("again"), "The walk looks again at nothing.", mend)
    if not stages:
        mend = "Add a stage (`## What happened`) and a step in it (`### The problem`)."
        desk.report.error(1, "The walk has no stage.", mend)
    if not walk_id:
        desk.draft.lost.add("walk")
    elif desk.name("walk", walk_id, keys.line_of("id")):
        desk.draft.walks.append(Placed(walk, desk.report.file, 1))


class _Stages:
    """Reads the stages of one walk in order, so that a stage can go through earlier choices."""

    def __init__(self, desk: Desk, walk_id: str, keys: Keys) -> None:
        self._desk = desk
        self._walk_id = walk_id
        self.makes = keys.one_of("makes")
        self._unsure = keys.has("makes") and not self.makes
        self._step_lines: dict[str, int] = {}
        self._stage_lines: dict[str, int] = {}
        self._steps: dict[str, AnswerKind | None] = {}
        self._repeated: set[str] = set()
        self._all_steps = {
            (pair.value or "").casefold()
            for part in desk.page.parts
            for pair in part.pairs
            if part.level > 2 and plain_name(pair.key) == "id"
        }

    def stages(self) -> Iterator[Stage]:
        """Each stage with its steps."""
        desk = self._desk
        for number, (head, steps) in enumerate(self._grouped(), 1):
            keys = desk.keys(head, STAGE)
            stage_id = keys.id(otherwise=slug(head.title, f"stage-{number}"))
            self._once(stage_id, keys.line_of("id"), self._stage_lines, "stages")
            each, unsure = self._each(keys)
            makes = keys.one_of("makes")
            unsure = unsure or (keys.has("makes") and not makes)
            if makes and each not in self._steps and not unsure:
                mend = "Add `for each:` and the id of a step with several choices."
                desk.report.error(keys.line_of("makes"), f"Nothing to make a {makes} for.", mend)
            desk.no_table(head.blocks, "a stage")
            place = Place(self.makes, makes, each, self._unsure or unsure)
            if not steps:
                what = f"The stage '{shown(head.title)}' has no step."
                desk.report.error(head.line, what, "Add one: `### Its title`.")
            yield Stage(
                id=stage_id,
                title=head.title,
                steps=tuple(self._read(steps, place)),
                about=prose(head.blocks),
                each=each,
                makes=makes,
            )

    def _read(self, parts: Sequence[Part], place: Place) -> Iterator[Step]:
        for part in parts:
            keys = step_keys(self._desk, part)
            step = read_step(self._desk, part, keys, self._walk_id, place)
            step_id = step.id if step else plain_name(keys.text("id"))
            fresh = self._once(step_id, keys.line_of("id"), self._step_lines, "steps")
            if step_id and fresh:
                self._steps[step_id] = step.answer if step else None
                if place.each:
                    self._repeated.add(step_id)
            if step and fresh:
                yield step

    def _each(self, keys: Keys) -> tuple[str, bool]:
        """What a stage goes through, and whether that could not be made out."""
        written = keys.text("for each")
        if not written:
            return "", keys.has("for each")
        source = {plain_name(one): one for one in SOURCES}.get(plain_name(written), "")
        step_id = written.casefold()
        answer = self._steps.get(step_id)
        if source or (step_id in self._steps and answer in {None, AnswerKind.CHOICES}):
            if step_id not in self._repeated or source:
                return source or step_id, not source and answer is None
            what = f"'{shown(written)}' is itself answered several times."
            mend = "Name a step that stands in a stage without `for each`."
        elif step_id in self._steps:
            what = f"The step '{step_id}' does not have several choices to go through."
            mend = f"Give it `answer: {AnswerKind.CHOICES.value}`."
        elif step_id in self._all_steps:
            what = f"The step '{step_id}' comes only later in this walk."
            mend = "Put it in a stage before this one."
        else:
            what = f"`for each` names '{shown(written)}', which is no step or source."
            mend = suggest(step_id, {*self._all_steps, *SOURCES})
        self._desk.report.error(keys.line_of("for each"), what, mend)
        return "", True

    def _once(self, name: str, line: int, lines: dict[str, int], called: str) -> bool:
        if name and name in lines:
            what = (
                f"Two {called} of this walk have the id '{name}' (the first on line {lines[name]})."
            )
            self._desk.report.error(line, what, "Give one of them another id.")
            return False
        lines.setdefault(name, line)
        return True

    def _as_meant(self, part: Part) -> Part:
        """A step under a stage's heading, which is told of once, as the step that it is."""
        if part.level != 2 or not any(plain_name(pair.key) == "answer" for pair in part.pairs):
            return part
        what = f"'{shown(part.title)}' has an `answer`, so it is a step, under a stage's heading."
        self._desk.report.error(part.line, what, "Begin a step's heading with ###, not with ##.")
        return Part(part.line, 3, part.title, part.pairs, part.blocks)

    def _grouped(self) -> Iterator[tuple[Part, list[Part]]]:
        head: Part | None = None
        steps: list[Part] = []
        for written in self._desk.parts(lowest=3):
            part = self._as_meant(written) if head else written
            if part.level == 2:
                if head:
                    yield head, steps
                head, steps = part, []
            elif head:
                steps.append(part)
            else:
                what = f"The step '{shown(part.title)}' stands in no stage."
                mend = "Put a heading that begins with ## before it."
                self._desk.report.error(part.line, what, mend)
                head, steps = Part(part.line, 2, part.title, (), ()), [part]
        if head:
            yield head, steps

"""A whole pack as plain text to read: what a learner will be asked, and what there is beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from ilmcoach.export.workbook_more import same_words
from ilmcoach.packs.drafting import read_draft
from ilmcoach.packs.model import (
    AnswerKind,
    Assessment,
    Criterion,
    Pack,
    Programme,
    Section,
    Stage,
    Step,
    Unit,
    Walk,
)
from ilmcoach.text import clean_line

from .wrapping import lay, width_of

WIDTH = 80
_IN = "  "


def own_part(pack: Pack) -> Pack:
    """`pack` with only what its own folder holds, without what comes from those that it uses."""
    draft = read_draft(pack.folder)
    units = {one.item.id for one in draft.units}
    tasks = {one.item.id for one in draft.assessments}
    walks = {one.item.id for one in draft.walks}
    banks = {one.item.id for one in draft.banks}
    readings = {one.item.id for one in draft.readings}
    codes = {one.item.code for one in draft.test_words}
    return replace(
        pack,
        units=tuple(one for one in pack.units if one.id in units),
        assessments=tuple(one for one in pack.assessments if one.id in tasks),
        walks=tuple(one for one in pack.walks if one.id in walks),
        banks=tuple(one for one in pack.banks if one.id in banks),
        readings=tuple(one for one in pack.readings if one.id in readings),
        test_words=tuple(one for one in pack.test_words if one.code in codes),
    )


def show_pack(pack: Pack, *, whole: Pack | None = None, ids: bool = True) -> tuple[str, ...]:
    """The lines of `pack`, cleaned, at most 80 columns wide: its label, its programme with units
    and assessments, its guided questions in order, its open questions, its reading and its checks
    of a goal. With `ids` each part's id stands behind its title. Names of criteria and walks are
    looked up in `whole`, by itself the same pack."""
    return tuple(_Shown(pack, whole or pack, ids=ids).lines())


class _Shown:
    """Writes one pack."""

    def __init__(self, pack: Pack, whole: Pack, *, ids: bool) -> None:
        self._pack = pack
        self._whole = whole
        self._ids = ids

    def lines(self) -> Iterator[str]:
        pack = self._pack
        yield from self._label()
        if pack.programme:
            yield from _chapter("The programme")
            yield from self._programme(pack.programme)
        parts: tuple[tuple[str, Iterable[Iterator[str]]], ...] = (
            ("Units", map(self._unit, pack.units)),
            ("Assessments", map(self._assessment, pack.assessments)),
            ("Guided questions", map(self._walk, pack.walks)),
            ("Open questions", self._banks()),
            ("Reading", self._readings()),
            ("Checks of a goal", self._tests()),
        )
        for title, blocks in parts:
            for number, block in enumerate(blocks):
                if not number:
                    yield from _chapter(title)
                yield ""
                yield from block

    def _label(self) -> Iterator[str]:
        pack = self._pack
        title = clean_line(pack.title)
        yield from lay(title, WIDTH)
        yield "=" * min(width_of(title), WIDTH)
        rows = (
            ("id", pack.id),
            ("version", pack.version),
            ("language", pack.language),
            ("author", pack.author),
            ("licence", pack.licence),
            ("may go to", pack.circulation),
            ("builds on", ", ".join(pack.uses)),
        )
        for name, value in rows:
            if value and (self._ids or name != "id"):
                yield from lay(value, WIDTH, f"{name:<12}")
        if pack.about:
            yield ""
            yield from lay(pack.about, WIDTH)

    def _programme(self, one: Programme) -> Iterator[str]:
        yield ""
        yield from lay(one.title, WIDTH)
        yield from lay(one.about, WIDTH, _IN)
        months = one.set_months
        set_words = "with an action learning set" if one.has_set else "no action learning set"
        if months:
            set_words += f" of {months[0]} to {months[1]} months"
        facts = (
            one.number and f"number {one.number}",
            set_words,
            _counted(one.credits, "credit"),
            _counted(one.induction_hours, "hour", " of induction"),
            _counted(one.tutorial_hours, "hour", " of tutorials"),
            _counted(one.guided_hours, "guided hour"),
            _counted(one.years, "year", " to finish"),
        )
        yield from _facts(facts)
        for task_id in one.assessments:
            task = self._whole.assessment(task_id)
            yield from lay(self._titled(task.title if task else "", task_id), WIDTH, f"{_IN}- ")

    def _unit(self, one: Unit) -> Iterator[str]:
        yield from lay(self._titled(f"{one.code} {one.title}", one.id), WIDTH)
        yield from _facts(
            (
                one.level and f"level {one.level}",
                _counted(one.credits, "credit"),
                _counted(one.guided_hours, "guided hour"),
            )
        )
        yield from lay(one.about, WIDTH, _IN)
        for outcome in one.outcomes:
            yield ""
            yield from lay(f"{outcome.number}. {outcome.title}", WIDTH, _IN)
            for criterion in outcome.criteria:
                yield from lay(self._criterion(criterion), WIDTH, f"{_IN}- ")
                yield from lay(
                    criterion.official, WIDTH, f"{_IN}  In the official words: ", _IN * 2
                )

    def _assessment(self, one: Assessment) -> Iterator[str]:
        yield from lay(self._titled(one.title, one.id), WIDTH)
        words = one.words and f"{one.words[0]:,} to {one.words[1]:,} words"
        yield from _facts(
            (
                _counted(one.marks, "mark"),
                words,
                one.nominal and f"about {one.nominal:,} words",
                one.oral_minutes and f"or {one.oral_minutes} minutes spoken",
                f"units: {', '.join(one.units)}" if one.units else "",
                f"cover: {', '.join(one.cover)}" if one.cover else "",
            )
        )
        yield from lay(one.about, WIDTH, _IN)
        yield from lay(one.rule, WIDTH, _IN)
        for number, section in enumerate(one.sections, 1):
            yield ""
            yield from self._section(section, number)
        if one.statement:
            yield ""
            yield from lay(one.statement, WIDTH, f"{_IN}To sign: ", _IN * 2)

    def _section(self, one: Section, number: int) -> Iterator[str]:
        yield from lay(self._titled(one.title, one.id), WIDTH, f"{_IN}{number}. ")
        least = f", at least {one.minimum}" if one.minimum is not None else ""
        marks = f"{_counted(one.marks, 'mark')}{least}".lstrip(", ")
        yield from _facts((marks, one.log and "takes in the learner's meetings"), _IN * 2)
        yield from lay(one.about, WIDTH, _IN * 2)
        for point in one.points:
            yield from lay(point, WIDTH, f"{_IN * 2}- ")
        for name in one.criteria:
            found = self._whole.criterion(name)
            text = self._criterion(found) if found else name
            yield from lay(text, WIDTH, f"{_IN * 2}criterion ", _IN * 4)

    def _criterion(self, one: Criterion) -> str:
        words = ": ".join(part for part in (one.verb, one.asks) if part)
        same = one.label == f"{one.verb} {one.asks}".strip()
        named = f"{one.label} {words}" if one.verb else f"{one.label}: {words}"
        return self._titled(words if same else named, one.id)

    def _walk(self, one: Walk) -> Iterator[str]:
        title = self._titled(one.title, one.id)
        yield from lay(title, WIDTH)
        yield "-" * min(width_of(title), WIDTH)
        deeper = self._whole.walk(one.deeper) if one.deeper else None
        yield from _facts(
            (
                one.makes and f"about one {one.makes}",
                one.again and "begun beside a record that is there",
                "set" in one.needs and "for those in a set",
                one.quick and "for straight after a meeting",
                deeper and f"carried on in '{deeper.title}'",
            ),
            "",
        )
        yield from lay(one.about, WIDTH)
        for stage in one.stages:
            yield from self._stage(stage, one)

    def _stage(self, one: Stage, walk: Walk) -> Iterator[str]:
        yield ""
        yield from lay(self._titled(one.title, one.id), WIDTH, "## ")
        each = next((step.title for step in walk.steps() if step.id == one.each), one.each)
        yield from _facts((each and f"once for each of: {each}",), "   ")
        yield from lay(one.about, WIDTH, "   ")
        for step in one.steps:
            yield ""
            yield from self._step(step)

    def _step(self, one: Step) -> Iterator[str]:
        inside = _IN * 3
        if same_words(one.title, clean_line(one.ask)):
            yield from lay(self._titled(one.ask, one.id), WIDTH, _IN * 2)
        else:
            yield from lay(self._titled(one.title, one.id), WIDTH, _IN * 2)
            yield from lay(one.ask, WIDTH, inside)
        yield from lay(one.hint, WIDTH, inside)
        for choice in one.choices:
            label = f"{choice.label}: {choice.about}" if choice.about else choice.label
            named = self._ids or one.answer is AnswerKind.SCALE
            if named and choice.label == choice.id:
                yield from lay(f"({choice.id}) {choice.about}".strip(), WIDTH, inside)
            else:
                box = f"({choice.id}) " if named else "( ) "
                yield from lay(label, WIDTH, f"{inside}{box}")
        for question in one.questions:
            yield from lay(question.text, WIDTH, f"{inside}- ")
        known = ((name, self._whole.criterion(name)) for name in one.criteria)
        labels = [found.label for _, found in known if found]
        yield from _facts(
            (
                f"answer: {one.answer.value}",
                one.source and f"out of: {one.source}",
                one.required and "has to be answered",
                one.until_answered and "asked again while empty",
                one.past and "a day that lies behind",
                labels and f"counts towards {', '.join(labels)}",
                self._ids and one.fills and f"fills {', '.join(one.fills)}",
                self._ids and one.topics and f"topics: {', '.join(one.topics)}",
                self._ids and one.reading and f"reading: {', '.join(one.reading)}",
            ),
            inside,
        )

    def _banks(self) -> Iterator[Iterator[str]]:
        for one in self._pack.banks:
            facts = (
                one.topics and f"topics: {', '.join(one.topics)}",
                one.roles and f"roles: {', '.join(one.roles)}",
            )
            texts = (question.text for question in one.questions)
            yield self._block(self._titled(one.title, one.id), facts, texts)

    def _readings(self) -> Iterator[Iterator[str]]:
        for one in self._pack.readings:
            topics = one.topics and f"topics: {', '.join(one.topics)}"
            yield self._block(self._titled(one.citation, one.id), (topics,), (), one.good_for)

    def _tests(self) -> Iterator[Iterator[str]]:
        for one in self._pack.test_words:
            title = self._titled(one.test.capitalize(), one.code)
            yield self._block(title, (), (), f"{one.says}\n\n{one.asks}")

    def _block(
        self, title: str, facts: Iterable[object], points: Iterable[str], text: str = ""
    ) -> Iterator[str]:
        yield from lay(title, WIDTH, "", _IN)
        yield from lay(text, WIDTH, _IN)
        for point in points:
            yield from lay(point, WIDTH, f"{_IN}- ")
        if self._ids:
            yield from _facts(facts)

    def _titled(self, title: str, part_id: str) -> str:
        title = clean_line(title)
        return f"{title} [{part_id}]".strip() if self._ids else title or part_id


def _chapter(title: str) -> Iterator[str]:
    yield from ("", "", title.upper(), "=" * len(title))


def _facts(facts: Iterable[object], before: str = _IN) -> Iterator[str]:
    """Short facts on one line, those that are empty or untrue left out."""
    said = [str(one) for one in facts if one]
    if said:
        yield from lay(" · ".join(said), WIDTH, f"{before}· ")


def _counted(number: int | None, noun: str, after: str = "") -> str:
    if number is None:
        return ""
    return f"{number:,} {noun}{'' if number == 1 else 's'}{after}"

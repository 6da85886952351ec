"""What a prompt pack holds: frozen records, as the parser hands them out.

Every text here comes from a pack. It is shown to learners as a label, a question or reading,
and never becomes part of what they write.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from msgspec import Struct


def primary(language: str) -> str:
    """A language without its region or script: `en` for `en-GB` (BCP 47)."""
    return language.strip().casefold().partition("-")[0]


def is_english(language: str) -> bool:
    """True for English, wherever it is spoken."""
    return primary(language) == "en"


class AnswerKind(StrEnum):
    """How a step is answered, spelled as a tutor writes it in a pack."""

    SHORT_TEXT = "short text"
    LONG_TEXT = "long text"
    CHOICE = "choice"
    CHOICES = "several choices"
    SCALE = "scale"
    DATE = "date"
    DATES = "dates"
    NUMBER = "number"
    PEOPLE = "people"
    LINK = "link"
    LINKS = "several links"
    REPEAT = "repeat"


class Problem(Struct, frozen=True):
    """Something wrong in a pack: where it is, what it is, how to mend it.

    `line` counts from 1. `advice` marks what is allowed but probably not meant.
    """

    file: str
    line: int
    what: str
    mend: str = ""
    advice: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}" + (f" {self.mend}" if self.mend else "")


class Choice(Struct, frozen=True):
    """One of the answers a step offers."""

    id: str
    label: str
    about: str = ""


class Question(Struct, frozen=True):
    """An open question shown beside the learner's own writing (the Q of L = P + Q)."""

    id: str
    text: str


class Bank(Struct, frozen=True):
    """Questions that belong together. `roles` and `topics` say when they fit. `language` is
    empty for that of the pack; so it is of walks, assessments and reading."""

    id: str
    title: str
    topics: tuple[str, ...]
    roles: tuple[str, ...]
    questions: tuple[Question, ...]
    language: str = ""


class Step(Struct, frozen=True):
    """One question of a guided walk.

    `fills` names record fields as `kind.field`; empty means a free answer kept in the run.
    `source` names the records that a link chooses from. `criteria` are criterion ids
    (`m3-37/2.2`) that an answer counts towards. `past` says that a day asked for lies behind.
    """

    id: str
    title: str
    ask: str
    answer: AnswerKind
    hint: str = ""
    fills: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    source: str = ""
    topics: tuple[str, ...] = ()
    role: str = ""
    reading: tuple[str, ...] = ()
    required: bool = False
    until_answered: bool = False
    past: bool = False
    questions: tuple[Question, ...] = ()


class Stage(Struct, frozen=True):
    """A part of a walk. `each` repeats its steps: the id of a 'several choices' step of the
    same walk, or the name of a source of records such as `open actions`."""

    id: str
    title: str
    steps: tuple[Step, ...]
    about: str = ""
    each: str = ""
    makes: str = ""


class Walk(Struct, frozen=True):
    """A set of guided questions. `makes` is the kind of record that a run is about, `needs`
    what a programme must have for it (`set`), `deeper` the walk that carries on from it; one
    that looks `again` at a record is begun beside that record, never by itself."""

    id: str
    title: str
    stages: tuple[Stage, ...]
    about: str = ""
    makes: str = ""
    needs: tuple[str, ...] = ()
    quick: bool = False
    deeper: str = ""
    again: bool = False
    language: str = ""

    def steps(self) -> tuple[Step, ...]:
        """Every step of every stage, in order."""
        return tuple(step for stage in self.stages for step in stage.steps)


class Criterion(Struct, frozen=True):
    """An assessment criterion. `id` is `unit/code`; `label` is how a learner knows it
    (`M3.37 2.2`); `verb` says how deep to go; `official` is a centre's own wording, if any."""

    id: str
    label: str
    verb: str
    asks: str
    official: str = ""


class Outcome(Struct, frozen=True):
    """A learning outcome and its criteria."""

    number: str
    title: str
    criteria: tuple[Criterion, ...]


class Unit(Struct, frozen=True):
    """A unit of a qualification. `guided_hours` are hours; absent numbers are None."""

    id: str
    title: str
    code: str = ""
    level: str = ""
    credits: int | None = None
    guided_hours: int | None = None
    about: str = ""
    outcomes: tuple[Outcome, ...] = ()


class Section(Struct, frozen=True):
    """A heading of an assessment task. `minimum` is in marks. `log` marks the section that
    holds the learner's chosen meetings."""

    id: str
    title: str
    about: str = ""
    points: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    marks: int | None = None
    minimum: int | None = None
    log: bool = False


class Assessment(Struct, frozen=True):
    """An assessment task. `words` is the suggested range, a guide to balance that never
    blocks. `cover` names the cover's fields; `statement` is the own-work statement."""

    id: str
    title: str
    sections: tuple[Section, ...]
    about: str = ""
    units: tuple[str, ...] = ()
    marks: int | None = None
    words: tuple[int, int] | None = None
    nominal: int | None = None
    oral_minutes: int | None = None
    rule: str = ""
    cover: tuple[str, ...] = ()
    statement: str = ""
    language: str = ""


class Reading(Struct, frozen=True):
    """An entry of the reading catalogue (the P of L = P + Q)."""

    id: str
    citation: str
    good_for: str
    topics: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    language: str = ""


class TestWords(Struct, frozen=True):
    """What a goal's test says when it gives the reason `code`, and the question it asks.

    `test` is one of the five; `asks` is empty where the test is met.
    """

    code: str
    test: str
    says: str
    asks: str = ""


class Programme(Struct, frozen=True):
    """A qualification or course. `set_months` is how long a set runs, least and most, in
    months; `has_set` is false where the programme has no action learning set."""

    title: str
    number: str = ""
    about: str = ""
    has_set: bool = False
    set_months: tuple[int, int] | None = None
    credits: int | None = None
    induction_hours: int | None = None
    tutorial_hours: int | None = None
    guided_hours: int | None = None
    years: int | None = None
    assessments: tuple[str, ...] = ()


class Pack(Struct, frozen=True):
    """A whole pack, with whatever it builds on already merged in."""

    id: str
    title: str
    folder: Path
    version: str = ""
    language: str = "en"
    author: str = ""
    licence: str = ""
    circulation: str = ""
    about: str = ""
    uses: tuple[str, ...] = ()
    programme: Programme | None = None
    units: tuple[Unit, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    walks: tuple[Walk, ...] = ()
    banks: tuple[Bank, ...] = ()
    readings: tuple[Reading, ...] = ()
    test_words: tuple[TestWords, ...] = ()

    @property
    def in_english(self) -> bool:
        """True if it is written in English, the one language that our rules of words know."""
        return is_english(self.language)

    def walk(self, walk_id: str) -> Walk | None:
        """The walk of that id, or None."""
        return next((walk for walk in self.walks if walk.id == walk_id), None)

    def assessment(self, assessment_id: str) -> Assessment | None:
        """The assessment of that id, or None."""
        return next((one for one in self.assessments if one.id == assessment_id), None)

    def criterion(self, criterion_id: str) -> Criterion | None:
        """The criterion of that id (`m3-37/2.2`), or None."""
        return next((one for one in self.criteria() if one.id == criterion_id), None)

    def criteria(self) -> tuple[Criterion, ...]:
        """Every criterion of every unit, in order."""
        return tuple(
            criterion
            for unit in self.units
            for outcome in unit.outcomes
            for criterion in outcome.criteria
        )

    def walks_for_learner(self) -> tuple[Walk, ...]:
        """The walks that suit the programme: none that needs a set where there is no set."""
        has_set = self.programme is None or self.programme.has_set
        return tuple(walk for walk in self.walks if has_set or "set" not in walk.needs)

    def walks_again(self, kind: str) -> tuple[Walk, ...]:
        """The walks that look again at a record of that kind, in order."""
        return tuple(walk for walk in self.walks_for_learner() if walk.again and walk.makes == kind)

    def walks_making(self, kind: str) -> tuple[Walk, ...]:
        """The walks that begin a record of that kind, the full ones before the quick."""
        found = [
            walk
            for walk in self.walks_for_learner()
            if not walk.again
            and (walk.makes == kind or any(stage.makes == kind for stage in walk.stages))
        ]
        return tuple(sorted(found, key=lambda walk: walk.quick))

"""A step of a guided walk: one question, and how it is answered."""

from __future__ import annotations

from ilmcoach.packs.blocks import Part, items, paragraphs
from ilmcoach.packs.defined.asking import WALK
from ilmcoach.packs.draft import Placed
from ilmcoach.packs.fills import SOURCES_FOR, Place, field_named, fields, why_not_here, why_not_so
from ilmcoach.packs.keys import Keys
from ilmcoach.packs.model import AnswerKind, Step
from ilmcoach.packs.names import shown, slug, suggest
from ilmcoach.packs.vocabulary import FIELDS, SOURCES

from .choices import read_choices, stray_choices
from .common import Desk
from .questions import ask

_, STEP = WALK.headings
DAYS = frozenset({AnswerKind.DATE, AnswerKind.DATES})
LINKING = frozenset({AnswerKind.LINK, AnswerKind.LINKS})


def step_keys(desk: Desk, part: Part) -> Keys:
    """The keys under a step's heading."""
    return desk.keys(part, STEP)


def read_step(desk: Desk, part: Part, keys: Keys, walk_id: str, place: Place) -> Step | None:
    """The step under a `###` heading; None, and reported, if it has no id or no known answer."""
    step_id = keys.id(slug(part.title))
    keys.need("answer")
    kind = keys.one_of("answer")
    said = paragraphs(part.blocks)
    texts = [one.text for one in said]
    if not texts:
        what = f"The step '{shown(part.title)}' asks nothing."
        desk.report.error(part.line, what, "Write the question under the line of keys.")
    desk.no_table(part.blocks, "a step")
    criteria = desk.refer("criterion", keys, "criteria")
    reading = desk.refer("reading", keys, "reading")
    topics = desk.topics(keys)
    desk.draft.refer("topic", topics, desk.report.file, keys.line_of("topics"))
    role = keys.one_of("role")
    found = items(part.blocks)
    plain_items = tuple(one for one in found if one.code is None)
    strays = stray_choices(desk, plain_items, kind)
    asked = tuple(one for one in plain_items if one not in strays)
    questions = ask(desk, f"{walk_id}/{step_id}", asked)
    if not step_id or not kind:
        return None
    answer = AnswerKind(kind)
    fills = _fills(desk, keys, answer, place)
    step = Step(
        id=step_id,
        title=part.title,
        ask=texts[0] if texts else "",
        answer=answer,
        hint="\n\n".join(texts[1:]),
        fills=fills,
        criteria=criteria,
        choices=read_choices(
            desk,
            tuple(one for one in found if one.code is not None),
            answer,
            fills,
            part.line,
            strays=bool(strays),
        ),
        source=_source(desk, keys, answer, fills),
        topics=topics,
        role=role,
        reading=reading,
        required=keys.flag("required"),
        until_answered=keys.flag("until answered"),
        past=_past(desk, keys, answer),
        questions=questions,
    )
    asked_on = said[0].line if said else part.line
    desk.draft.asks.append(Placed(step, desk.report.file, asked_on))
    return step


def _fills(desk: Desk, keys: Keys, answer: AnswerKind, place: Place) -> tuple[str, ...]:
    line = keys.line_of("fills")
    found: list[str] = []
    for written in keys.list("fills"):
        field = field_named(written)
        if desk.report.full:
            break
        if not field:
            what = f"There is no field '{shown(written)}' to fill."
            desk.report.error(line, what, suggest(written, fields()))
            continue
        found.append(field)
    repeated = answer is AnswerKind.REPEAT
    _check_fields(desk, keys, found, answer, place)
    if repeated and not keys.has("fills"):
        what = "A `repeat` writes rows of records, so it has to fill fields."
        desk.report.error(line, what, _rows(keys, place))
    if repeated and len({field.partition(".")[0] for field in found}) > 1:
        mend = "Use a `repeat` for each."
        desk.report.error(line, "A `repeat` fills fields of one kind of record.", mend)
    if not repeated and len(found) > 1:
        mend = "Keep one, or use `answer: repeat`."
        desk.report.error(line, "One answer can fill one field.", mend)
    return tuple(found)


def _check_fields(
    desk: Desk, keys: Keys, found: list[str], answer: AnswerKind, place: Place
) -> None:
    line = keys.line_of("fills")
    astray = answer is AnswerKind.REPEAT and not (place.walk_makes or place.stage_makes)
    for field in found:
        if why := why_not_so(field, answer):
            desk.report.error(line, f"This step can't fill {field}: {why}.", _so(field, answer))
        elif why := why_not_here(field, answer, place):
            mend = "Take `fills` out to keep a free answer, or move the step there."
            mend = _in_turns(keys) if astray else mend
            desk.report.error(line, f"This step can't fill {field}: {why}.", mend)
            if astray:
                return


def _rows(keys: Keys, place: Place) -> str:
    """What a `repeat` may fill where it stands; where nothing, what does what it was meant for."""
    if place.unsure or place.walk_makes == "meeting":
        return "Add `fills: action.text, action.due`."
    if place.stage_makes == "finding":
        return "Add `fills: feedback.who, feedback.said`."
    return _in_turns(keys)


def _in_turns(keys: Keys) -> str:
    """How to ask the same about several things without any record."""
    return (
        "To ask the same about several things: `answer: several choices` here, and `for each: "
        f"{shown(keys.text('id')) or 'its-id'}` in the next stage."
    )


def _so(field: str, answer: AnswerKind) -> str:
    if answer is AnswerKind.REPEAT:
        return "Change the field, or the kind of answer."
    kind, _, name = field.partition(".")
    suits = [one.value for one in AnswerKind if one in FIELDS[kind][name]]
    return f"Write `answer: {suits[-1]}`, or take `fills` out to keep a free answer."


def _past(desk: Desk, keys: Keys, answer: AnswerKind) -> bool:
    past = keys.flag("past")
    if past and answer not in DAYS:
        what = f"'{answer.value}' asks for no day, so none lies behind."
        desk.report.error(keys.line_of("past"), what, "Use `answer: date`, or take `past` out.")
    return past


def _source(desk: Desk, keys: Keys, answer: AnswerKind, fills: tuple[str, ...]) -> str:
    source = keys.one_of("source")
    line = keys.line_of("source")
    if answer not in LINKING:
        if keys.has("source"):
            what = f"'{answer.value}' chooses from no records."
            desk.report.error(line, what, "Use `answer: link`, or take `source` out.")
        return ""
    if not keys.has("source"):
        mend = f"Add `source: ` and one of: {', '.join(SOURCES)}."
        desk.report.error(line, f"'{answer.value}' has no `source` to choose from.", mend)
    for field in fills:
        fitting = SOURCES_FOR.get(field, SOURCES)
        if source and source not in fitting:
            what = f"{field} can't be chosen from {source}."
            desk.report.error(line, what, f"Use one of: {', '.join(fitting)}.")
    return source

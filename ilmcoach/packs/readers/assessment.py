"""An assessment task: its headings, what each asks and what it counts."""

from __future__ import annotations

from ilmcoach.packs.blocks import Part, items, paragraphs, prose
from ilmcoach.packs.defined.course import ASSESSMENT
from ilmcoach.packs.draft import Placed
from ilmcoach.packs.model import Assessment, Section
from ilmcoach.packs.names import slug

from .common import Desk

(SECTION,) = ASSESSMENT.headings


def read_assessment(desk: Desk) -> None:
    """A task with a `##` heading for each section, spelled as it is to be handed in."""
    keys = desk.front(ASSESSMENT)
    task_id = desk.file_id(keys)
    desk.no_table(desk.page.lead, "the text about an assessment")
    parts = desk.parts()
    sections: list[Section] = []
    for part in parts:
        section = _section(desk, part)
        if section.id in {one.id for one in sections if one.id}:
            what = f"Two sections have the id '{section.id}'."
            desk.report.error(part.line, what, "Give one of them another id.")
        sections.append(section)
    task = Assessment(
        id=task_id,
        title=desk.title(keys),
        sections=tuple(sections),
        about=prose(desk.page.lead),
        units=desk.refer("unit", keys, "units"),
        marks=keys.number("marks"),
        words=keys.number_range("words"),
        nominal=keys.number("nominal"),
        oral_minutes=keys.number("oral minutes"),
        rule=keys.text("rule"),
        cover=keys.some_of("cover"),
        statement=keys.text("statement"),
    )
    if not parts:
        desk.report.error(1, "The assessment has no section.", "Add one: `## Its heading`.")
    given = [section.marks for section in sections if section.marks is not None]
    if task.marks is not None and given and sum(given) != task.marks:
        what = f"The sections' marks come to {sum(given)}, the assessment's to {task.marks}."
        desk.report.advice(keys.line_of("marks"), what, "See which one is right.")
    if not task_id:
        desk.draft.lost.add("assessment")
    elif desk.name("assessment", task_id, keys.line_of("id")):
        desk.draft.assessments.append(Placed(task, desk.report.file, 1))


def _section(desk: Desk, part: Part) -> Section:
    keys = desk.keys(part, SECTION)
    desk.no_table(part.blocks, "a section")
    marks, minimum = keys.number("marks"), keys.number("minimum")
    if marks is not None and minimum is not None and minimum > marks:
        what = f"The minimum, {minimum}, is more than the marks, {marks}."
        desk.report.error(keys.line_of("minimum"), what, "See which one is right.")
    section = Section(
        id=keys.id(slug(part.title)),
        title=part.title,
        about="\n\n".join(one.text for one in paragraphs(part.blocks)),
        points=tuple(item.text for item in items(part.blocks)),
        criteria=desk.refer("criterion", keys, "criteria"),
        marks=marks,
        minimum=minimum,
        log=keys.flag("log"),
    )
    desk.draft.sections.append(Placed(section, desk.report.file, part.line))
    return section

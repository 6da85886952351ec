"""Forms for what becomes of the work: a new one, and one that was begun and not saved."""

from __future__ import annotations

from typing import Any

from ilmcoach.portfolio.handing import counts_now
from ilmcoach.portfolio.whereabouts import own_note
from ilmcoach.services.keeper import Keeper

from .screens.form import FormScreen
from .showing.handing import heading_title

TITLES = {
    "heading-note": "My note on",
    "handed-in": "I handed it in",
    "remark": "What my tutor said",
    "sent-back": "It was sent back",
}


def new_form(
    keeper: Keeper, kind: str, assessment_id: str, section_id: str = ""
) -> FormScreen | None:
    """The form for a new record of `kind` about an assessment, and for a note about one of its
    headings; None if the programme has no such assessment. What was typed into it and not saved
    is offered back."""
    space = keeper.workspace
    task = space.pack.assessment(assessment_id) if space.pack else None
    if task is None:
        return None
    given: dict[str, Any] = {"assessment": task.id}
    title = TITLES[kind]
    if kind == "heading-note":
        given["section"] = section_id
        title = f"{title}: {heading_title(section_id, task)}"
    else:
        given["on"] = space.today
    if kind == "handed-in":
        given |= {"what": "draft", "counts": counts_now(task, space.portfolio)}
    key = "/".join(filter(None, (kind, task.id, section_id)))
    return FormScreen(keeper, space.stamp().make(kind, **given), title, draft_key=key)


def note_form(keeper: Keeper, assessment_id: str, section_id: str) -> FormScreen | None:
    """The form for the learner's note on a heading: the one there is, or else a new one."""
    note = own_note(assessment_id, section_id, keeper.workspace.portfolio)
    if note is None:
        return new_form(keeper, "heading-note", assessment_id, section_id)
    return FormScreen(keeper, note, TITLES["heading-note"])


def left_form(keeper: Keeper, key: str) -> FormScreen | None:
    """The form that a draft was typed into, by the draft's key; see `new_form`."""
    kind, _, rest = key.partition("/")
    assessment_id, _, section_id = rest.partition("/")
    return new_form(keeper, kind, assessment_id, section_id)

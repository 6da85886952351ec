"""What stored names are called, on screen and in documents alike."""

from __future__ import annotations

from .records import Learner

OUTCOMES = {"done": "done", "partly": "partly done", "not-yet": "not yet", "dropped": "dropped"}
"""How an outcome told of an action reads."""

GOAL_STATES = {
    "reached": "reached",
    "nearly": "nearly there",
    "on-the-way": "on the way",
    "stuck": "stuck",
    "changed": "changed",
    "dropped": "dropped",
}
"""How the status told of a goal reads."""

ACTIVITY_STATES = {
    "planned": "planned",
    "under-way": "under way",
    "done": "done",
    "dropped": "dropped",
}
"""How an activity's status reads."""

ROLES = {
    "member": "member of my set",
    "advisor": "Set Advisor",
    "tutor": "tutor",
    "manager": "my manager",
    "colleague": "somebody at work",
}
"""Who somebody is to the learner."""

HOURS_SORTS = {
    "induction": "Induction",
    "tutorial": "Tutorial",
    "guided": "Other guided learning",
    "set": "Set meeting",
}
"""What time was spent on."""

READING_STATES = {"to-read": "to read", "reading": "reading it", "read": "read"}
"""How far a piece of reading has come."""

HANDED = {"draft": "Draft handed in", "final": "Handed in for good"}
"""How one time of handing in reads."""

_COVER = {
    "centre number": "centre_number",
    "centre name": "centre_name",
    "registration number": "registration",
    "learner name": "name",
}


def on_cover(field: str, learner: Learner | None) -> str:
    """What stands in a field of the cover, one of `packs.vocabulary.COVER`; empty if nothing."""
    return str(getattr(learner, _COVER[field])) if learner else ""


def say_size(size: int) -> str:
    """A file's size in bytes as people say it: `640 bytes`, `12 KB`, `1.4 MB` (of a thousand
    each)."""
    if size < 1000:
        return f"{size} bytes" if size != 1 else "1 byte"
    if size < 999_500:
        return f"{round(size / 1000):,} KB"
    return f"{size / 1_000_000:.1f} MB".replace(".0 ", " ")

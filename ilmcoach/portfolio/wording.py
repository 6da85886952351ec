"""What stored names are called, on screen and in documents alike."""

from __future__ import annotations

from .records import Learner

OUTCOMES = {"done": "done", "partly": "partly done", "not-yet": "not yet", "dropped": "dropped"}
"""How an outcome told of an action reads."""

_COVER = {
    "centre number": "centre_number",
    "centre name": "centre_name",
    "registration number": "registration",
    "learner name": "name",
}


def on_cover(field: str, learner: Learner | None) -> str:
    """What stands in a field of the cover, one of `packs.vocabulary.COVER`; empty if nothing."""
    return str(getattr(learner, _COVER[field])) if learner else ""

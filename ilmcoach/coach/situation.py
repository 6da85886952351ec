"""What the coach is asked about: what the learner wrote, and where they wrote it."""

from __future__ import annotations

from msgspec import Struct

from ilmcoach.packs.model import Section, Step


class Situation(Struct, frozen=True):
    """One moment at which questions are wanted.

    `note` is what stands in the editor, of any length; `step` or `section` is where it stands,
    None for neither; `turn` the turn of a repeated stage (the id of an area); `role` is
    `client`, `member` or `alone`, '' for the step's own. `empty` are the ids of the criteria
    without any record yet, `lately` the ids of questions asked lately, the longest ago first,
    `kept` those of questions that the learner wants to see again.
    """

    note: str
    step: Step | None = None
    section: Section | None = None
    turn: str = ""
    role: str = ""
    empty: tuple[str, ...] = ()
    lately: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

"""What the record tabs ask of the screen, beside opening and deleting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.message import Message
from textual.screen import Screen

from ilmcoach.portfolio.records import Action, Record
from ilmcoach.services.keeper import Keeper


class NewRecord(Message):
    """Asks for a form for a new record of `kind`, with these fields filled already."""

    def __init__(self, kind: str, **fields: Any) -> None:
        super().__init__()
        self.kind = kind
        self.fields = fields


class TellAction(Message):
    """Asks how an action went."""

    def __init__(self, action: Action) -> None:
        super().__init__()
        self.action = action


class ToggleTrash(Message):
    """Asks the log to show what was deleted, or what was not."""


class ForGoodAsked(Message):
    """Asks for a deleted record, or with None all of them, to go for good."""

    def __init__(self, record: Record | None) -> None:
        super().__init__()
        self.record = record


class OpenAssessment(Message):
    """Asks for the writing desk of an assessment, at one of its sections if named."""

    def __init__(self, assessment_id: str, section_id: str = "") -> None:
        super().__init__()
        self.assessment_id = assessment_id
        self.section_id = section_id


class HandIn(Message):
    """Asks for the hand-in page of an assessment."""

    def __init__(self, assessment_id: str) -> None:
        super().__init__()
        self.assessment_id = assessment_id


class OpenDraft(Message):
    """Asks for typing that was not saved."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key


class ShowScreen(Message):
    """Asks for another screen; one that `writes` opens only where this window may write."""

    def __init__(self, make: Callable[[Keeper], Screen[Any]], *, writes: bool = True) -> None:
        super().__init__()
        self.make = make
        self.writes = writes


class SetUp(Message):
    """Asks for the page that sets up the programme."""

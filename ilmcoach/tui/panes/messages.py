"""What the record tabs ask of the screen, beside opening and deleting."""

from __future__ import annotations

from textual.message import Message

from ilmcoach.portfolio.records import Action, Record


class NewRecord(Message):
    """Asks for a form for a new record of `kind`."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind


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


class SetUp(Message):
    """Asks for the page that sets up the programme."""

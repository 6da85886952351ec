"""The body of an assessment: the learner's words that count towards its word range.

It is what they wrote under the headings and, under a heading that holds the log, what they
wrote about the meetings they chose. Nothing else is in it, and no word of ours.
"""

from __future__ import annotations

import hashlib

from msgspec import Struct

from ilmcoach.packs.model import Assessment, Section

from .portfolio import Portfolio
from .records import Action, Meeting, SectionText, Telling


class LogEntry(Struct, frozen=True):
    """A meeting in the learning log, with what was agreed there and how each action went,
    oldest first."""

    meeting: Meeting
    actions: tuple[tuple[Action, tuple[Telling, ...]], ...] = ()

    def texts(self) -> tuple[str, ...]:
        """The learner's texts in the order of the log: the problem, what struck them, each
        action with how it went, what it did, what it means; empty ones left out."""
        found = [self.meeting.problem, self.meeting.struck]
        for action, tellings in self.actions:
            found += [action.text, *(telling.text for telling in tellings)]
        found += [self.meeting.effect, self.meeting.meaning]
        return tuple(text.strip() for text in found if text.strip())


def section_text(assessment_id: str, section_id: str, portfolio: Portfolio) -> str:
    """What the learner wrote under one heading; empty if nothing. Of several live records for
    it, the one changed last."""
    found = [
        one
        for one in portfolio.live(SectionText)
        if one.assessment == assessment_id and one.section == section_id
    ]
    return max(found, key=lambda one: (one.changed, one.id)).text if found else ""


def log_meetings(portfolio: Portfolio) -> tuple[Meeting, ...]:
    """The meetings that the learner chose for the log, in the order in which they were held."""
    return tuple(one for one in portfolio.meetings() if one.in_log)


def log_entries(portfolio: Portfolio) -> tuple[LogEntry, ...]:
    """The chosen meetings, each with its actions and what was told of them."""
    return tuple(
        LogEntry(
            meeting,
            tuple(
                (action, portfolio.tellings(action))
                for action in portfolio.linked(Action, meeting.id)
                if not action.blank
            ),
        )
        for meeting in log_meetings(portfolio)
    )


def section_body(assessment: Assessment, section: Section, portfolio: Portfolio) -> tuple[str, ...]:
    """The learner's texts under one heading: what they wrote there, then the log if it has one."""
    written = section_text(assessment.id, section.id, portfolio)
    log = log_entries(portfolio) if section.log else ()
    return (*([written] if written.strip() else []), *(text for one in log for text in one.texts()))


def body_fingerprint(assessment: Assessment, portfolio: Portfolio) -> str:
    """SHA-256, in hexadecimal, of the words of the body, heading by heading.

    White space does not matter; a word, its place and the heading it stands under do.
    """
    digest = hashlib.sha256()
    for section in assessment.sections:
        digest.update(f"\x1d{section.id}".encode())
        for text in section_body(assessment, section, portfolio):
            digest.update(f"\x1e{' '.join(text.split())}".encode("utf-8", "replace"))
    return digest.hexdigest()

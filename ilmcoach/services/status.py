"""What `status` tells: the contract's facts, ready for JSON."""

from __future__ import annotations

from typing import Any

from ilmcoach.portfolio.coverage import AssessmentCount, count_assessment
from ilmcoach.portfolio.overview import look_over
from ilmcoach.portfolio.records import KINDS

from .workspace import Workspace


def assessment_counts(workspace: Workspace) -> tuple[AssessmentCount, ...]:
    """Counts for each assessment of the learner's programme; none before set-up."""
    pack = workspace.pack
    if pack is None:
        return ()
    return tuple(
        count_assessment(assessment, pack, workspace.portfolio) for assessment in pack.assessments
    )


def status(workspace: Workspace) -> dict[str, Any]:
    """The facts of `status --json`. Days are ISO text; what is not known is None."""
    overview = look_over(workspace.portfolio, workspace.today)
    pack = workspace.pack
    return {
        "programme": pack.programme.title if pack and pack.programme else None,
        "month": overview.month,
        "months": overview.months,
        "next_meeting": overview.next_meeting.isoformat() if overview.next_meeting else None,
        "actions_due": [
            {"id": one.id, "text": one.text, "due": one.due.isoformat() if one.due else None}
            for one in overview.actions
        ],
        "records": {kind: len(workspace.portfolio.live(record)) for kind, record in KINDS.items()},
        "assessments": [_assessment(count) for count in assessment_counts(workspace)],
    }


def _assessment(count: AssessmentCount) -> dict[str, Any]:
    return {
        "id": count.id,
        "title": count.title,
        "words": count.words,
        "range": list(count.range) if count.range else None,
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                "marks": section.marks,
                "minimum": section.minimum,
                "words": section.words,
                "criteria": [
                    {
                        "id": criterion.id,
                        "label": criterion.label,
                        "covered": criterion.covered,
                        "records": criterion.records,
                    }
                    for criterion in section.criteria
                ],
            }
            for section in count.sections
        ],
    }

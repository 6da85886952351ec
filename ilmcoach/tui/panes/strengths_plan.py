"""What the tab of strengths and limitations shows."""

from __future__ import annotations

from collections.abc import Sequence

from ilmcoach.portfolio.records import Feedback, FeedbackRequest, Finding, Record
from ilmcoach.services.workspace import Workspace

from .messages import NewRecord, ShowScreen
from .records import Group, Plan, RecordPane, Start
from .starts import post_new, walk_starts


def strengths_plan(workspace: Workspace) -> Plan:
    """Findings by what they are, feedback asked for, and feedback that belongs to none."""

    def groups(space: Workspace) -> Sequence[Group]:
        found = [one for one in space.portfolio.live(Finding) if not one.blank]
        chosen = [one for one in found if one.chosen]
        rest = [one for one in found if not one.chosen]
        loose = [
            one
            for one in space.portfolio.live(Feedback)
            if not one.blank and not any(space.portfolio.live_get(Finding, x) for x in one.links)
        ]
        asked = [one for one in space.portfolio.live(FeedbackRequest) if not one.blank]
        waiting = [one for one in asked if not space.portfolio.linked(Feedback, one.id)]
        return (
            Group("To work on", chosen),
            Group("Limitations", [one for one in rest if one.sort == "limitation"]),
            Group("Strengths", [one for one in rest if one.sort == "strength"]),
            Group("Not sorted yet", [one for one in rest if not one.sort]),
            Group("Feedback asked for", waiting),
            Group("Feedback", loose),
            Group("Asked for, and it came back", [one for one in asked if one not in waiting]),
        )

    return Plan(
        groups,
        "Nothing here yet. A few questions about each part of leading, with a real example of "
        "each, show what you can build on and what is worth a goal. Ten minutes for one part.",
        (
            *walk_starts(workspace, "finding", "Look at how I lead"),
            Start("new-feedback", "Add feedback", post_new("feedback")),
            Start("new-request", "Ask for feedback", post_new("request")),
            Start("sheet", "Sheet…", _sheet, beside=True, fits=_is_request),
            Start("came-back", "It came back", _came_back, beside=True, fits=_is_request),
        ),
    )


def _is_request(record: Record | None) -> bool:
    return isinstance(record, FeedbackRequest)


def _sheet(pane: RecordPane) -> None:
    """A sheet of the request's questions, to print or to mail."""
    request = pane.record
    if isinstance(request, FeedbackRequest):
        from ilmcoach.tui.screens.feedback_sheet import FeedbackSheetScreen

        pane.post_message(ShowScreen(lambda keeper: FeedbackSheetScreen(keeper, request)))


def _came_back(pane: RecordPane) -> None:
    """Feedback from whom the learner asked, about what they asked about."""
    request = pane.record
    if isinstance(request, FeedbackRequest):
        links = (request.id, *request.links)
        pane.post_message(NewRecord("feedback", who=request.who, links=links))

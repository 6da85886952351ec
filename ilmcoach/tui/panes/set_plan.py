"""What the tab of the set shows."""

from __future__ import annotations

from collections.abc import Sequence

from ilmcoach.portfolio.portfolio import CLOSED, Portfolio
from ilmcoach.portfolio.records import Action, Enquiry, Meeting, Record, SetQuestion, Turn
from ilmcoach.services.workspace import Workspace
from ilmcoach.walks.subject import is_prepared

from .messages import TellAction
from .records import Group, Plan, RecordPane, Start
from .set_more import PREPARE, ask_for_more, chief_walks, in_meeting, show_my_set
from .starts import begin_walk, post_new

WITH_SET = (
    "Nothing here yet. Begin with My set: who is in it, and what you hold each other to. After a "
    "set meeting, a few questions take five minutes; what you mean to do by a day comes up again "
    "until it is done."
)
WITHOUT_SET = "Nothing here yet. What you mean to do by a day comes up again until it is done."


MORE = Start("more", "More…", ask_for_more)
IN_MEETING = Start(
    "in-meeting",
    "In the meeting",
    in_meeting,
    beside=True,
    fits=lambda record: isinstance(record, Meeting) and record.to_come,
)


def set_plan(workspace: Workspace) -> Plan:
    """The set, its meetings before and after, actions, questions and people. A programme without
    a set begins actions only, and still shows whatever was written down."""
    in_set = _has_set(workspace)
    return Plan(
        set_groups,
        WITH_SET if in_set else WITHOUT_SET,
        (
            *(_set_starts(workspace) if in_set else ()),
            Start("new-action", "Add an action", post_new("action")),
            *((MORE, IN_MEETING) if in_set else ()),
            Start("tell", "How did it go?", _tell, beside=True, fits=_is_action),
        ),
    )


def set_groups(space: Workspace) -> Sequence[Group]:
    """The set itself, then what is to come, what is to be done, what was, who is in it."""
    portfolio, today = space.portfolio, space.today
    known = portfolio.learning_set
    meetings = [one for one in portfolio.meetings() if _is_something(one, portfolio)]
    coming = [
        one
        for one in meetings
        if one.to_come and is_prepared(one, portfolio) and (one.planned or today) >= today
    ]
    actions = portfolio.live(Action)
    return (
        Group("", [known] if known else []),
        Group("To come", coming),
        Group("Agreed, still open", portfolio.open_actions()),
        Group("Set meetings", [one for one in reversed(meetings) if one not in coming]),
        Group("Done or dropped", [one for one in actions if portfolio.outcome(one) in CLOSED]),
        Group("Questions to ask", [one for one in portfolio.live(SetQuestion) if one.meant]),
        Group("Asked my tutor", [one for one in portfolio.live(Enquiry) if not one.blank]),
        Group("People", [one for one in portfolio.people() if not one.blank]),
    )


def _set_starts(workspace: Workspace) -> tuple[Start, ...]:
    """Looking back and preparing. Until the set is known, its page stands where preparing will:
    a narrow window has room for one of them."""

    def known(record: Record | None) -> bool:
        return workspace.portfolio.learning_set is not None

    def unknown(record: Record | None) -> bool:
        return not known(record)

    after, before = chief_walks(workspace)
    return (
        *(Start(f"start-{one.id}", "After a set meeting", begin_walk(one.id)) for one in after),
        Start("my-set", "My set", show_my_set, fits=unknown),
        *(Start(f"start-{one.id}", PREPARE, begin_walk(one.id), fits=known) for one in before),
    )


def _has_set(workspace: Workspace) -> bool:
    pack = workspace.pack
    return pack is None or bool(pack.programme and pack.programme.has_set)


def _is_something(meeting: Meeting, portfolio: Portfolio) -> bool:
    """True of a meeting that holds something, or that something was put down for."""
    kinds: tuple[type[Record], ...] = (Action, SetQuestion, Turn)
    return not meeting.blank or any(portfolio.linked(kind, meeting.id) for kind in kinds)


def _is_action(record: Record | None) -> bool:
    return isinstance(record, Action)


def _tell(pane: RecordPane) -> None:
    if isinstance(pane.record, Action):
        pane.post_message(TellAction(pane.record))

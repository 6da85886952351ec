"""What else can be begun from the tab of the set, behind one button."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from ilmcoach.packs.model import Walk
from ilmcoach.portfolio.records import Meeting
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.workspace import Workspace
from ilmcoach.walks.subject import prepares

from .messages import ShowScreen
from .records import RecordPane
from .starts import begin_walk, post_new
from .thing import NextThing

Begin = Callable[[RecordPane], None]
More = tuple[NextThing, Begin]

QUICK = "After a meeting, when you are tired: three short questions."


PREPARE = "Prepare the next one"


def chief_walks(workspace: Workspace) -> tuple[list[Walk], list[Walk]]:
    """The chief walk after a meeting and the one before it, each in a list that may be empty."""
    full = [one for one in workspace.working_pack.walks_making("meeting") if not one.quick]
    after = [one for one in full if not prepares(one)]
    before = [one for one in full if prepares(one)]
    return after[:1], before[:1]


def more_ways(workspace: Workspace) -> tuple[More, ...]:
    """What there is behind 'More…': how it reads, and what begins it."""
    pack, portfolio = workspace.working_pack, workspace.portfolio
    quick = [one for one in pack.walks_making("meeting") if one.quick][:1]
    before = [] if portfolio.learning_set else chief_walks(workspace)[1]
    return (
        *(_way("Just the short one", QUICK, begin_walk(one.id)) for one in quick),
        *(_way(PREPARE, "Ten minutes before you go.", begin_walk(one.id)) for one in before),
        _way("In the meeting", "A clock for each of you, and what was asked.", in_meeting),
        _way("My set", "Members, advisor, what you hold each other to.", show_my_set),
        *(
            _way(one.title, "Guided questions.", begin_walk(one.id))
            for one in pack.walks_making("set")
        ),
        _way("Ask my tutor", "A question for your tutor or Set Advisor.", post_new("enquiry")),
    )


def _way(title: str, about: str, begin: Begin) -> More:
    return NextThing(title, about, ""), begin


def ask_for_more(pane: RecordPane) -> None:
    """Lists what else there is, and begins what is chosen."""
    from ilmcoach.tui.screens.things import ThingsScreen

    ways = more_ways(pane.workspace)

    def chosen(thing: NextThing | None) -> None:
        for way, begin in ways:
            if way == thing:
                begin(pane)

    pane.app.push_screen(ThingsScreen([way for way, _ in ways]), chosen)


def show_my_set(pane: RecordPane) -> None:
    """Opens the page about the set."""

    def make(keeper: Keeper) -> Screen[None]:
        from ilmcoach.tui.screens.my_set import MySetScreen

        return MySetScreen(keeper)

    pane.post_message(ShowScreen(make))


def in_meeting(pane: RecordPane) -> None:
    """Opens the page for while a meeting goes on: the meeting stood on, if it is still to come,
    else today's."""
    record = pane.record
    meeting_id = record.id if isinstance(record, Meeting) and record.to_come else ""

    def make(keeper: Keeper) -> Screen[None]:
        from ilmcoach.tui.screens.in_meeting import InMeetingScreen

        return InMeetingScreen(keeper, meeting_id=meeting_id)

    pane.post_message(ShowScreen(make))

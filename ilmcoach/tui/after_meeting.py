"""From the meeting to the questions about it."""

from __future__ import annotations

from textual.screen import Screen

from ilmcoach.packs.model import Pack, Walk
from ilmcoach.portfolio.records import Meeting
from ilmcoach.services.keeper import Keeper
from ilmcoach.walks.subject import prepares, run_about

from .going import Going


def walk_afterwards(pack: Pack) -> Walk | None:
    """The pack's full walk that looks back on a set meeting, else its short one; None if it has
    neither."""
    walks = (one for one in pack.walks_making(Meeting.kind) if not prepares(one))
    return next(walks, None)


def go_on_afterwards(screen: Screen[None], keeper: Keeper, meeting: Meeting | None) -> bool:
    """Leaves `screen` for the questions about `meeting`, or about a new one, carried on where
    they were begun already. False where the pack has none: then nothing happens."""
    space = keeper.workspace
    walk = walk_afterwards(space.working_pack)
    if walk is None:
        return False
    subject = meeting.id if meeting else ""
    run = run_about(walk, subject, space.portfolio, space.today) if subject else None
    below = screen.app.screen_stack[-2]
    going = Going(below, keeper)

    async def go() -> None:
        await going.walk(walk.id, run_id=run.id if run else "", subject=subject)

    screen.dismiss()
    below.call_later(go)
    return True

"""Turning the coach off, from wherever a learner has had enough of it."""

from __future__ import annotations

from msgspec.structs import replace

from ilmcoach.services.keeper import Keeper


async def turn_off(keeper: Keeper) -> None:
    """From now on nothing is sent. Raises IlmcoachError if that cannot be kept."""
    from ilmcoach.services.coach_settings import coach_settings, keep_coach_settings

    space = keeper.workspace
    await keeper.run(keep_coach_settings, space, replace(coach_settings(space), way="off"))

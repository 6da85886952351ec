"""What a finished walk left open to be told later."""

from __future__ import annotations

from .sitting import Sitting
from .spots import Spot


def left_open(sitting: Sitting) -> tuple[Spot, ...]:
    """The places that a pack wants asked again `until answered`, with nothing at them, in a run
    that is finished. None in one that is not: it is carried on anyhow. A field of a record is
    no matter here: whatever the record is about asks for it."""
    if sitting.run.finished is None:
        return ()
    places = (one for one in sitting.spots() if one.step.until_answered and not one.step.fills)
    return tuple(one for one in places if not sitting.is_answered(one))

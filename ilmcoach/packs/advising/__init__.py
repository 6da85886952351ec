"""What a tutor may like to hear of a pack that works: nothing here keeps it from being used.

Opening a pack has no time for it; checking one has.
"""

from __future__ import annotations

from collections.abc import Collection

from ilmcoach.packs.draft import Draft
from ilmcoach.packs.model import Pack, Problem

from .reach import out_of_reach
from .sums import odd_facts
from .twice import said_twice
from .wording import question_advice


def advise(
    draft: Draft, pack: Pack, *, built_on: bool, spoilt: Collection[str]
) -> tuple[Problem, ...]:
    """All advice on `draft`, whose merged pack is `pack`, in no order.

    `built_on` says that other packs build on it: those may have the steps that lead to its
    questions. A file of `spoilt`, one with an error, is looked at for the wording of its
    questions only: the rest may come of the error, and so may all that depends on several files.
    """
    found = [*odd_facts(draft), *said_twice(draft)]
    if not spoilt:
        found.extend(out_of_reach(draft, pack, built_on))
    return (*question_advice(draft), *(one for one in found if one.file not in spoilt))

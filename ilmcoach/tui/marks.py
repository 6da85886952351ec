"""The few marks on screen, with plain characters for terminals whose fonts lack them."""

from __future__ import annotations

import os
from collections.abc import Mapping

from msgspec import Struct


class Marks(Struct, frozen=True):
    """One character each."""

    here: str = "●"
    answered: str = "✓"
    open: str = "○"
    met: str = "✓"
    unmet: str = "?"
    late: str = "!"
    dot: str = "·"
    today: str = "◆"
    held: str = "●"
    coming: str = "○"
    goal: str = "▲"
    review: str = "△"
    end: str = "■"
    way: str = "─"
    sent: str = "↑"


PLAIN = Marks(
    here=">",
    answered="x",
    open="-",
    met="+",
    unmet="?",
    late="!",
    dot="-",
    today="#",
    held="*",
    coming="o",
    goal="^",
    review="~",
    end="|",
    way="-",
    sent="^",
)


def marks_for(environment: Mapping[str, str] = os.environ, system: str = os.name) -> Marks:
    """Marks that this terminal can show: plain ones on a bare console or an old Windows one."""
    bare = environment.get("TERM", "") in ("linux", "dumb")
    old_windows = system == "nt" and not environment.get("WT_SESSION")
    asked = environment.get("ILMCOACH_PLAIN", "") == "1"
    return PLAIN if bare or old_windows or asked else Marks()

"""The spelling of the open portfolio, for screens and parts of them."""

from __future__ import annotations

from textual.dom import DOMNode

from ilmcoach.services.spelling import Spelling


def spelling_of(part: DOMNode) -> Spelling | None:
    """What the app looks at spelling with; None before a portfolio is open."""
    spelling = getattr(part.app, "spelling", None)
    return spelling if isinstance(spelling, Spelling) else None

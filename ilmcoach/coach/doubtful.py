"""Words that may be names and are on no list: shown to the learner before anything is sent."""

from __future__ import annotations

import re
from collections.abc import Collection

from ilmcoach.portfolio.doubtful import may_be_names

_PLACEHOLDER = re.compile(r"(?:Person|Word|Address|Number|Phrase)\s+(?:[A-Z]\d*|\d+)(?!\w)")


def doubtful_words(masked: str, ordinary: Collection[str] = ()) -> tuple[str, ...]:
    """Words of a masked text that may be names: see `may_be_names`. Placeholders are none."""
    text = _PLACEHOLDER.sub(lambda found: "·" * len(found.group()), masked)
    return may_be_names(text, ordinary)

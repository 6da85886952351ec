"""Numbers, ranges, flags and lists as a tutor may write them."""

from __future__ import annotations

import re

NUMBER = re.compile(r"([0-9]{1,3}(?:[,\s][0-9]{3}){1,2}|[0-9]{1,9})(?:\s*[^\W\d_]+)?")
RANGE = re.compile(r"(.+?[0-9])\s*(?:-|‐|‑|‒|–|—|~|\bto\b|\band\b)\s*([0-9].*)")
YES = frozenset({"yes", "true", "on", "y"})
NO = frozenset({"no", "false", "off", "n", "none"})


def number(text: str) -> int | None:
    """A whole number, thousands set off by a comma or space, a unit after it allowed
    (`1,200 words`); None if it is none."""
    found = NUMBER.fullmatch(text.strip())
    return int(re.sub(r"[,\s]", "", found[1])) if found else None


def number_range(text: str) -> tuple[int, int] | None:
    """Two numbers with a dash or `to` between, as written, not sorted; None if they are not."""
    found = RANGE.fullmatch(f" {text.strip()}")
    if not found:
        return None
    low, high = number(found[1]), number(found[2])
    return None if low is None or high is None else (low, high)


def flag(text: str) -> bool | None:
    """Yes or no; None if it is neither."""
    word = text.strip().casefold()
    return True if word in YES else False if word in NO else None


def parts(text: str) -> tuple[str, ...]:
    """The entries of a list separated by commas or semicolons, empty ones left out."""
    return tuple(one for part in re.split(r"[,;，；、]", text) if (one := part.strip()))

"""Asking before something that is not easily taken back."""

from __future__ import annotations

import sys

from ilmcoach.errors import WrongUse

from .streams import line


def agreed(question: str) -> bool:
    """Asks on the standard error and reads one line; True for `y` or `yes`.

    Raises WrongUse where nobody is there to answer.
    """
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr):
        raise WrongUse(
            "This asks a question first, and there is no terminal to ask it in.",
            "Say --yes to do it without being asked.",
        )
    print(f"{line(question)} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "yes")

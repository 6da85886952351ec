"""The three standard streams, whatever they are tied to.

`text` compiles large patterns, so it is imported when there is something to print.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress

MOST_INPUT = 1_000_000
"""Bytes read from the standard input: far more than anyone writes, and it ends."""


def prepare_streams() -> None:
    """Lets results and messages leave as UTF-8 in any locale, and no character stop them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str = "") -> None:
    """Prints a result, cleaned, for stored words may come from a file that somebody changed."""
    from ilmcoach.text import clean

    print(clean(text))


def complain(message: str, hint: str = "") -> None:
    """Tells the user of a problem, on the standard error, cleaned."""
    if sys.stderr is None:
        return
    from ilmcoach.text import clean

    for text in (message, hint):
        if text:
            print(clean(text), file=sys.stderr)


def line(text: str) -> str:
    """`text` as it fits into a line: cleaned, white space run together."""
    from ilmcoach.text import clean_line

    return clean_line(text)


def read_input() -> str | None:
    """All of the standard input as text; None if it is closed or longer than `MOST_INPUT`.

    UTF-8 is tried first, with or without a byte order mark, then the locale's encoding.
    """
    if sys.stdin is None:
        return None
    raw = sys.stdin.buffer.read(MOST_INPUT + 1)
    if len(raw) > MOST_INPUT:
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode(sys.stdin.encoding, errors="replace")


def flush_results() -> None:
    """Sends off what was printed. Raises OSError if it cannot be."""
    if sys.stdout is not None:
        sys.stdout.flush()


def let_go() -> None:
    """Drops what cannot be sent off any more, so that Python does not complain of it at its end."""
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        try:
            stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
                os.close(nowhere)

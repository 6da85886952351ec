"""The moment between the command and the first picture, in which nothing idle should be done."""

from __future__ import annotations

import gc


def put_off_collecting() -> None:
    """No search for garbage for now: while the program loads there is hardly any."""
    gc.disable()


def collect_again() -> None:
    """Garbage is looked for again, if it was put off; not among what was loaded, which stays."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()

"""Where in the program an error arose, without a word of what it was working on."""

from __future__ import annotations

from pathlib import Path


def where(error: BaseException | None) -> str:
    """The innermost place of our own in an error's trace, as `module:line`."""
    trace = error.__traceback__ if error else None
    place = "somewhere"
    while trace:
        file = Path(trace.tb_frame.f_code.co_filename)
        if "ilmcoach" in file.parts:
            place = f"{file.stem}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place

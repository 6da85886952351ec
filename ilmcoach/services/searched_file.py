"""Whether a name that was to be hidden still stands in a file that was written."""

from __future__ import annotations

from pathlib import Path

from ilmcoach.errors import IlmcoachError
from ilmcoach.export.document import Document
from ilmcoach.portfolio.hiding import Plan


def search_written(written: Path, form: str, document: Document, plan: Plan) -> str:
    """What a search of the file `written` from `document`, for the names of `plan`, found, in
    words for the learner. Raises IlmcoachError if the file cannot be read."""
    from ilmcoach.export import hiding

    try:
        found = hiding.search_written(written.read_bytes(), form, document, plan)
    except OSError as error:
        raise _unsearched(written, f"{error.strerror or error}.") from error
    except IlmcoachError as error:
        raise _unsearched(written, error.message) from error
    return hiding.tell_leaks(found)


def _unsearched(written: Path, why: str) -> IlmcoachError:
    return IlmcoachError(
        f"{written} was written, but cannot be searched: {why}",
        "Read it through before you give it to anybody.",
    )

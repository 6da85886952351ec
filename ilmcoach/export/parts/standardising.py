"""The learner's choice on standardisation: a learner may refuse it (the specification)."""

from __future__ import annotations

from ilmcoach.export.document import Box, Boxes, Label, Node

LABEL = "Using my work to compare marking (standardisation)"
YES = "My work may be used for this once nothing in it shows who I am."
NO = "My work may not be used for this."


def standardisation(choice: bool | None) -> tuple[Node, ...]:
    """Both answers with the learner's own ticked; nothing while they gave none."""
    if choice is None:
        return ()
    return Label(LABEL), Boxes((Box(YES, ticked=choice), Box(NO, ticked=not choice)))

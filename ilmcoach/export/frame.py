"""What the formats with pages and headings (HTML, PDF) put around a document in the same way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ilmcoach.dates import say_day

from .document import Cell, Cover, Document, OwnWork, WordTable
from .markdown import OPEN

CONTENTS = "Contents"
WORDS = "Words under each heading."
OWN_WORK = "My own work."
BOXES = ("☐", "☒")
"""A box as it stands, and ticked."""

_FEWEST = 3
"""Headings of level 2 from which a list of contents is a help."""
_LONGEST = 2000
_WEB = re.compile(r"(?:https?://|mailto:)[^\s\"<>]+", re.IGNORECASE)


def wants_contents(document: Document) -> bool:
    """True for a work with a cover and several headings, whose words are counted, and for what
    asks for a list; a form or a set of cards needs none."""
    kinds = {type(node) for node in document.nodes}
    asked = kinds >= {Cover, WordTable} or document.contents
    return asked and sum(one.level == 2 for one in document.headings()) >= _FEWEST


def to_write_in(row: Sequence[Cell]) -> bool:
    """True for a row of a form, whose empty cells want room for a hand: one with at most a label
    in it, and no word of the learner's."""
    return sum(bool(one.said()) for one in row) <= 1 and not any(one.learners for one in row)


def given(node: OwnWork) -> str:
    """The line under an own-work statement: who gave it and when, or room for both."""
    if not node.name:
        return f"Not yet confirmed: name {OPEN} date {OPEN}"
    return f"Confirmed: name {node.name}, date {say_day(node.on) if node.on else OPEN}"


def web_address(link: str) -> str:
    """`link` where it leads to the web or to a mailbox; empty for any other, as a document may
    be read far from its files, and nothing else should be opened by a click."""
    return link if len(link) <= _LONGEST and _WEB.fullmatch(link) else ""

"""Every kind of file that a pack may hold, with all its keys."""

from __future__ import annotations

from ilmcoach.packs.definitions import Kind

from .asking import QUESTIONS, READING, TESTS, WALK
from .course import ASSESSMENT, PACK, PROGRAMME, UNIT

KINDS: tuple[Kind, ...] = (PACK, PROGRAMME, UNIT, ASSESSMENT, WALK, QUESTIONS, READING, TESTS)
"""In the order in which a tutor may come to need them."""

"""Something that can be done next."""

from __future__ import annotations

from msgspec import Struct


class NextThing(Struct, frozen=True):
    """Something to do next: `run` to carry on, `walk` to begin, `assessment` to write,
    `draft` to pick up, `screen` to open (`week`, `in-meeting`, `coach`, `ai-record`); none of
    them means set up the programme. `run` may name a place too, as `run-id#place`; `at` is the
    place to begin `walk` at."""

    title: str
    about: str
    button: str
    walk: str = ""
    run: str = ""
    assessment: str = ""
    draft: str = ""
    screen: str = ""
    at: str = ""

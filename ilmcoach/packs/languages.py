"""Which language a part of a pack is in, where packs in several languages stand in one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import replace

from .model import Assessment, Bank, Pack, Reading, Section, Step, Walk, is_english, primary

Spoken = TypeVar("Spoken", Walk, Bank, Reading, Assessment)


def language_of(part: Walk | Bank | Reading | Assessment, pack: Pack) -> str:
    """The language of a part of `pack`: its own if it came from a pack in another, else that of
    the pack."""
    return part.language or pack.language


def language_at(place: Step | Section, pack: Pack) -> str:
    """The language of the walk or assessment of `pack` that holds `place`; that of the pack if
    none does."""
    if isinstance(place, Step):
        walks = (one for one in pack.walks if place in one.steps())
        return next((language_of(one, pack) for one in walks), pack.language)
    tasks = (one for one in pack.assessments if place in one.sections)
    return next((language_of(one, pack) for one in tasks), pack.language)


def judged(part: Walk | Assessment, pack: Pack) -> bool:
    """True if our rules of words, which know English only, may judge what is written there."""
    return pack.in_english and is_english(language_of(part, pack))


def taken_into(parts: Iterable[Spoken], own: str, language: str) -> tuple[Spoken, ...]:
    """Parts of a pack in the language `own`, as they stand in one in `language`: each keeps its
    own where it is another."""
    return tuple(_taken(part, part.language or own, language) for part in parts)


def near_first(parts: Iterable[Spoken], language: str, pack: Pack) -> tuple[Spoken, ...]:
    """`parts` of `pack`, those in `language` before all others, else in the same order."""
    wanted = primary(language)
    return tuple(sorted(parts, key=lambda one: primary(language_of(one, pack)) != wanted))


def without_others(pack: Pack) -> Pack:
    """`pack` with only those open questions and that reading which are in its own language."""
    banks = tuple(one for one in pack.banks if not one.language)
    readings = tuple(one for one in pack.readings if not one.language)
    if (len(banks), len(readings)) == (len(pack.banks), len(pack.readings)):
        return pack
    return replace(pack, banks=banks, readings=readings)


def _taken(part: Spoken, spoken: str, language: str) -> Spoken:
    mark = "" if primary(spoken) == primary(language) else spoken
    return part if mark == part.language else replace(part, language=mark)

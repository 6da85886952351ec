"""A draft and the packs it builds on, put together into one pack."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from .draft import Draft, Placed
from .languages import taken_into
from .model import Assessment, Pack, primary

T = TypeVar("T")


def merge(draft: Draft, bases: Sequence[Pack]) -> Pack:
    """The pack of a draft on top of `bases`, in the order in which it uses them.

    What has the same id replaces the older one in its place; the rest is added after it. The
    programme, and what is said of the pack as a whole, are the draft's own. What comes from a pack
    in another language keeps its own.
    """
    label = draft.label
    bases = [_within(base, label.language) for base in bases]
    return Pack(
        id=label.id,
        title=label.title,
        folder=draft.folder,
        version=label.version,
        language=label.language,
        author=label.author,
        licence=label.licence,
        circulation=label.circulation,
        about=label.about,
        uses=label.uses,
        programme=draft.programme.item if draft.programme else None,
        units=_layered((base.units for base in bases), draft.units, lambda one: one.id),
        assessments=_in_order(
            _layered((base.assessments for base in bases), draft.assessments, lambda one: one.id),
            draft.programme.item.assessments if draft.programme else (),
        ),
        walks=_layered((base.walks for base in bases), draft.walks, lambda one: one.id),
        banks=_own_first(
            _layered((base.banks for base in bases), draft.banks, lambda one: one.id),
            {placed.item.id for placed in draft.banks},
            lambda one: one.id,
        ),
        readings=_own_first(
            _layered((base.readings for base in bases), draft.readings, lambda one: one.id),
            {placed.item.id for placed in draft.readings},
            lambda one: one.id,
        ),
        test_words=_layered(
            (base.test_words for base in bases), draft.test_words, lambda one: one.code
        ),
    )


def beside(main: Pack, extras: Sequence[Pack]) -> Pack:
    """`main` with what `extras` hold and it lacks, after its own.

    Nothing of `main` is replaced: a learner's answers belong to its steps and sections. Who it is
    from, its language and its programme stay its own; what comes from a pack in another language
    keeps that, and the words of checks, which are for one language, stay away.
    """
    packs = (main, *(_within(pack, main.language) for pack in extras))
    alike = (pack for pack in packs if primary(pack.language) == primary(main.language))
    return replace(
        main,
        units=_first((pack.units for pack in packs), lambda one: one.id),
        assessments=_first((pack.assessments for pack in packs), lambda one: one.id),
        walks=_first((pack.walks for pack in packs), lambda one: one.id),
        banks=_first((pack.banks for pack in packs), lambda one: one.id),
        readings=_first((pack.readings for pack in packs), lambda one: one.id),
        test_words=_first((pack.test_words for pack in alike), lambda one: one.code),
    )


def _within(pack: Pack, language: str) -> Pack:
    """`pack` with its parts as they stand in one in `language`."""
    return replace(
        pack,
        assessments=taken_into(pack.assessments, pack.language, language),
        walks=taken_into(pack.walks, pack.language, language),
        banks=taken_into(pack.banks, pack.language, language),
        readings=taken_into(pack.readings, pack.language, language),
    )


def _in_order(found: tuple[Assessment, ...], named: tuple[str, ...]) -> tuple[Assessment, ...]:
    """Assessments in the order in which the programme names them, those it does not name last."""
    place = {task_id: number for number, task_id in enumerate(named)}
    return tuple(sorted(found, key=lambda one: place.get(one.id, len(named))))


def _own_first(
    found: tuple[T, ...], own: Collection[str], key: Callable[[T], str]
) -> tuple[T, ...]:
    """A pack's own questions and reading, by their ids `own`, before those that it builds on."""
    return tuple(sorted(found, key=lambda one: key(one) not in own))


def _layered(
    below: Iterable[tuple[T, ...]], own: Iterable[Placed[T]], key: Callable[[T], str]
) -> tuple[T, ...]:
    found: dict[str, T] = {}
    for layer in below:
        found.update({key(one): one for one in layer})
    found.update({key(one.item): one.item for one in own})
    return tuple(found.values())


def _first(layers: Iterable[tuple[T, ...]], key: Callable[[T], str]) -> tuple[T, ...]:
    found: dict[str, T] = {}
    for layer in layers:
        for one in layer:
            found.setdefault(key(one), one)
    return tuple(found.values())

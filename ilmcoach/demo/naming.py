"""Ids that stay the same from one build of the story to the next, made from names."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from uuid import NAMESPACE_URL, uuid5

_NAMESPACE = uuid5(NAMESPACE_URL, "ilmcoach:demo")


def id_of(name: str) -> str:
    """The id that belongs to a name, shaped like every other record's."""
    return uuid5(_NAMESPACE, name).hex


def ids_of(name: str) -> Callable[[], str]:
    """A maker of ids for what comes to be at one place: `name/1`, `name/2` and so on."""
    numbers = count(1)
    return lambda: id_of(f"{name}/{next(numbers)}")


def run_id(name: str) -> str:
    """The id of the run with that name in the story."""
    return id_of(f"run/{name}/1")


def action_id(name: str) -> str:
    """The id of the action with that name in the story."""
    return id_of(f"action/{name}")

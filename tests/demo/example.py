"""The made-up learner and her pack, built once for a run of tests."""

from __future__ import annotations

from functools import cache

from ilmcoach.demo import PACK, build
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.portfolio import Portfolio


def load_pack() -> Pack:
    """The bundled pack, read from its files."""
    pack = Library.find([bundled_folder()]).pack(PACK)
    assert pack is not None
    return pack


@cache
def example_pack() -> Pack:
    """The same pack for every test."""
    return load_pack()


@cache
def example() -> Portfolio:
    """The portfolio."""
    return build(example_pack())

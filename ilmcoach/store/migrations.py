"""Steps from one version of the file to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .envelope import VERSION, Contents, Damaged, Tables

Step = Callable[[Tables], Tables]
"""Takes all tables of one version and returns those of the next, leaving its input alone."""

STEPS: Mapping[int, Step] = {}
"""The step that starts from each version. There is one version so far, so there is none."""


def migrate(contents: Contents, steps: Mapping[int, Step]) -> Tables:
    """The tables of a file, brought up to this version step by step.

    Raises `Damaged` if no step leads on from the file's version.
    """
    tables = contents.tables
    for version in range(contents.header.version, VERSION):
        step = steps.get(version)
        if step is None:
            raise Damaged(f"No ilmcoach ever wrote a file of version {version}.")
        tables = step(tables)
    return tables

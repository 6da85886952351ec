"""`ilmcoach pack`: the tutor's kit, put together of its parts."""

from __future__ import annotations

from . import pack_check, pack_giving, pack_making, pack_preview
from .command import AddCommand, commands_of


def add(commands: AddCommand) -> None:
    """Adds the group."""
    group = commands_of(commands("pack", "see the prompt packs; check, give and take in one"))
    for part in (pack_check, pack_making, pack_preview, pack_giving):
        part.add(group)

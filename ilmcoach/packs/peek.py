"""A first look at a pack: its id and what it builds on, without reading the rest."""

from __future__ import annotations

from pathlib import Path

from .draft import Draft
from .limits import PACK_FILE, read_file
from .loaded import Glance
from .model import Problem
from .page import page_parser, read_page
from .readers.common import Desk
from .readers.pack import read_pack
from .report import Report


def glance(folder: Path) -> Glance:
    """What `pack.md` of a folder says. Problems are left to the reading of the whole pack."""
    ignored: list[Problem] = []
    source = read_file(folder, folder / PACK_FILE, ignored)
    if source is None:
        return Glance(folder, "", ())
    report = Report(PACK_FILE)
    draft = Draft(folder)
    read_pack(Desk(read_page(page_parser(), source.text, report), report, draft))
    return Glance(folder, draft.label.id, draft.label.uses)

"""`ilmcoach data`: everything the learner put in, to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import AddCommand, commands_of
from .streams import say

if TYPE_CHECKING:
    from argparse import Namespace

    from ilmcoach.settings import Folders


def add(commands: AddCommand) -> None:
    """Adds the group."""
    group = commands_of(commands("data", "take everything you wrote with you"))
    export = group("export", "write all that is kept to one JSON file that people can read")
    export.add_argument("out", metavar="FILE", help="the file")
    export.add_argument("--force", action="store_true", help="replace a file that is there")
    export.set_defaults(run=run_export)


def run_export(arguments: Namespace, folders: Folders) -> int:
    """Writes the file and says where. Raises IlmcoachError if that cannot be done."""
    from pathlib import Path

    from ilmcoach.services.documents import export_data
    from ilmcoach.services.workspace import open_workspace

    workspace = open_workspace(folders, read_only=True)
    try:
        written = export_data(workspace, Path(arguments.out), force=arguments.force)
    finally:
        workspace.close()
    say(f"Written: {written}")
    return 0

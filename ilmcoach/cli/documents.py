"""`ilmcoach export`: a document to hand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import AddCommand
from .streams import say

if TYPE_CHECKING:
    from argparse import Namespace

    from ilmcoach.settings import Folders


def add(commands: AddCommand) -> None:
    """Adds the command."""
    export = commands("export", "write an assessment, in your own words, to a file")
    export.add_argument("assessment", metavar="ASSESSMENT", help="its id, as in `assignments`")
    export.add_argument(
        "--format", default="md", metavar="FORMAT", help="md (the only one in this version)"
    )
    export.add_argument("--out", required=True, metavar="FILE", help="the file")
    export.add_argument("--force", action="store_true", help="replace a file that is there")
    export.set_defaults(run=run)


def run(arguments: Namespace, folders: Folders) -> int:
    """Writes the document and says where. Raises IlmcoachError if that cannot be done."""
    from pathlib import Path

    from ilmcoach.services.documents import export_assessment
    from ilmcoach.services.workspace import open_workspace

    workspace = open_workspace(folders, read_only=True)
    try:
        written = export_assessment(
            workspace,
            arguments.assessment,
            arguments.format,
            Path(arguments.out),
            force=arguments.force,
        )
    finally:
        workspace.close()
    say(f"Written: {written}")
    return 0

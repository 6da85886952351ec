"""`ilmcoach backup`: a verified copy of everything saved, now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import AddCommand
from .streams import say

if TYPE_CHECKING:
    from argparse import Namespace

    from ilmcoach.settings import Folders


def add(commands: AddCommand) -> None:
    """Adds the command."""
    backup = commands("backup", "make a backup now, also while the app is open")
    backup.add_argument("--out", metavar="FILE", help="write one more copy to FILE")
    backup.add_argument("--force", action="store_true", help="replace a FILE that is there")
    backup.set_defaults(run=run)


def run(arguments: Namespace, folders: Folders) -> int:
    """Makes the backup and says where it is. Raises IlmcoachError if that cannot be done."""
    from pathlib import Path

    from ilmcoach.portfolio.records import Attachment
    from ilmcoach.services.backing_up import back_up_now, copy_to
    from ilmcoach.services.workspace import open_workspace

    workspace = open_workspace(folders, read_only=True)
    try:
        say(f"Backed up and read again: {back_up_now(workspace)}")
        if workspace.portfolio.live(Attachment):
            say("The files you attached are not in it: `ilmcoach data export FILE` takes them too.")
        if arguments.out is not None:
            copy = copy_to(workspace, Path(arguments.out), force=arguments.force)
            say(f"Copied and read again: {copy}")
    finally:
        workspace.close()
    return 0

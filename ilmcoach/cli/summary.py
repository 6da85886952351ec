"""`ilmcoach summary`: days and counts for a tutor, and none of the learner's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import AddCommand
from .streams import say

if TYPE_CHECKING:
    from argparse import Namespace

    from ilmcoach.settings import Folders

PRIVATE = "It holds days, and how many of what. Nothing that you wrote is in it."


def add(commands: AddCommand) -> None:
    """Adds the command."""
    summary = commands("summary", "days and counts for your tutor, without your words")
    summary.add_argument("--out", metavar="FILE", help="the file; without it, what would be in it")
    summary.add_argument(
        "--as",
        dest="shown_as",
        default="",
        metavar="NAME",
        help="the name that your tutor sees; without it, none",
    )
    summary.add_argument("--force", action="store_true", help="replace a file that is there")
    summary.set_defaults(run=run)


def run(arguments: Namespace, folders: Folders) -> int:
    """Writes or shows the summary. Raises IlmcoachError if the portfolio cannot be read or the
    file cannot be written."""
    from pathlib import Path

    from ilmcoach.services.summary import say_summary, summary_of, write_summary
    from ilmcoach.services.workspace import open_workspace

    workspace = open_workspace(folders, read_only=True)
    try:
        made = summary_of(workspace, arguments.shown_as)
        if arguments.out:
            out = Path(arguments.out)
            say(f"Written: {write_summary(workspace, out, made, force=arguments.force)}")
        else:
            say(say_summary(made))
    finally:
        workspace.close()
    say(PRIVATE)
    return 0

"""`ilmcoach export`: a document to hand in, the days for a calendar, or the whole log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import AddCommand
from .streams import say

if TYPE_CHECKING:
    from argparse import Namespace

    from ilmcoach.settings import Folders

CALENDAR = "calendar"
"""What is asked for in the place of an assessment to get the calendar."""

LOG = "log"
"""What is asked for in its place to get the whole log."""


def add(commands: AddCommand) -> None:
    """Adds the command."""
    export = commands("export", "write an assessment, your days or your whole log to a file")
    export.add_argument(
        "assessment",
        metavar="ASSESSMENT",
        help="its id, as in `assignments`; or `calendar`: what is due, set meetings and ends, "
        "as an .ics file for your own calendar; or `log`: all that you wrote, month by month",
    )
    export.add_argument(
        "--format", metavar="FORMAT", help="md (the only one in this version); not for a calendar"
    )
    export.add_argument("--out", required=True, metavar="FILE", help="the file")
    export.add_argument("--force", action="store_true", help="replace a file that is there")
    export.add_argument(
        "--no-words",
        action="store_true",
        help="a calendar without your own words in it: `Action due`, `Set meeting`",
    )
    export.set_defaults(run=run)


def run(arguments: Namespace, folders: Folders) -> int:
    """Writes the file and says where. Raises WrongUse for options that do not go together, and
    IlmcoachError if the file cannot be written."""
    from pathlib import Path

    from ilmcoach.services.workspace import open_workspace

    _refuse_odd_options(arguments)
    out = Path(arguments.out)
    workspace = open_workspace(folders, read_only=True)
    try:
        if arguments.assessment == CALENDAR:
            from ilmcoach.services.calendar import export_calendar

            words, force = not arguments.no_words, arguments.force
            written = export_calendar(workspace, out, words=words, force=force)
        elif arguments.assessment == LOG:
            from ilmcoach.services.log_export import export_log
            from ilmcoach.tui.showing.telling import log_entry

            written = export_log(workspace, out, log_entry, force=arguments.force)
        else:
            from ilmcoach.services.documents import export_assessment

            form = arguments.format or "md"
            written = export_assessment(
                workspace, arguments.assessment, form, out, force=arguments.force
            )
    finally:
        workspace.close()
    say(f"Written: {written}")
    return 0


def _refuse_odd_options(arguments: Namespace) -> None:
    from ilmcoach.errors import WrongUse

    if arguments.assessment == CALENDAR and arguments.format not in (None, "ics"):
        raise WrongUse(
            f"A calendar is not written as {arguments.format}: calendars read .ics only.",
            "Leave --format away.",
        )
    if arguments.assessment == LOG and arguments.format not in (None, "md"):
        raise WrongUse("The log is written as Markdown.", "Leave --format away.")
    if arguments.assessment != CALENDAR and arguments.no_words:
        raise WrongUse("--no-words goes with `export calendar` only.")

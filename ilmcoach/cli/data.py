"""`ilmcoach data`: everything the learner put in, to take away and to bring back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import AddCommand, commands_of
from .streams import say

if TYPE_CHECKING:
    from argparse import Namespace

    from ilmcoach.settings import Folders


def add(commands: AddCommand) -> None:
    """Adds the group."""
    group = commands_of(commands("data", "take everything you wrote with you, and bring it back"))
    export = group("export", "write all that is kept to one JSON file that people can read")
    export.add_argument("out", metavar="FILE", help="the file")
    export.add_argument("--force", action="store_true", help="replace a file that is there")
    export.set_defaults(run=run_export)
    bring = group("import", "take in what `data export` wrote, a backup or a portfolio.json")
    bring.add_argument("file", metavar="FILE", help="the file")
    bring.add_argument(
        "--replace",
        action="store_true",
        help="put it in the place of what is there, after a backup",
    )
    bring.set_defaults(run=run_import)


def run_export(arguments: Namespace, folders: Folders) -> int:
    """Writes the file and says where. Raises IlmcoachError if that cannot be done."""
    from pathlib import Path

    from ilmcoach.services.attachments import not_in_order
    from ilmcoach.services.counts import many
    from ilmcoach.services.documents import export_data
    from ilmcoach.services.workspace import open_workspace

    workspace = open_workspace(folders, read_only=True)
    try:
        written = export_data(workspace, Path(arguments.out), force=arguments.force)
        lacking = not_in_order(workspace)
    finally:
        workspace.close()
    say(f"Written: {written}")
    if lacking:
        say(
            f"Not in it: {many(len(lacking), 'attached file')}, missing or changed. "
            "`ilmcoach doctor` names what to look for."
        )
    return 0


def run_import(arguments: Namespace, folders: Folders) -> int:
    """Takes the file in and says what it brought. Raises IlmcoachError if that cannot be done;
    nothing is changed then."""
    from pathlib import Path

    from ilmcoach.services.bringing_in import bring_in
    from ilmcoach.services.counts import counts_in_words, many

    brought = bring_in(folders, Path(arguments.file), replace=arguments.replace)
    say(f"Taken in: {counts_in_words(brought.counts) or 'nothing, for it is empty'}.")
    if brought.notes:
        say(f"{many(brought.notes, 'note')} waiting: ilmcoach takes that in when it opens.")
    if brought.drafts:
        say(f"{many(brought.drafts, 'text')} not saved yet: ilmcoach offers that back.")
    if brought.files:
        say(f"{many(brought.files, 'attached file')} brought with it.")
    if brought.versions:
        say(f"{many(brought.versions, 'version')} of your texts brought with it.")
    if brought.lacking:
        say(
            f"{many(brought.lacking, 'attached file')} not in it: what a backup or a "
            "portfolio.json tells of stays in the folder that it came from."
        )
    if arguments.replace:
        say("What was there before is kept: `ilmcoach restore` lists your backups.")
    return 0

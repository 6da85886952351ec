"""`ilmcoach restore`: the backups, and going back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ilmcoach.errors import WrongUse

from .asking import agreed
from .command import AddCommand
from .streams import say

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import datetime
    from pathlib import Path

    from ilmcoach.services.mending import Choices
    from ilmcoach.settings import Folders


def add(commands: AddCommand) -> None:
    """Adds the command."""
    restore = commands("restore", "list the backups, or go back to one")
    restore.add_argument(
        "which",
        nargs="?",
        metavar="NUMBER|FILE",
        help="a backup's number, or a portfolio file; without it the backups are listed",
    )
    restore.add_argument("--yes", action="store_true", help="do not ask first")
    restore.set_defaults(run=run)


def run(arguments: Namespace, folders: Folders) -> int:
    """Lists the backups, or puts one back and says what it brought. Returns 1 if the learner
    says no. Raises WrongUse for a number that is not in the list and IlmcoachError if it cannot
    be put back."""
    from ilmcoach.services.mending import backups_to_choose

    choices = backups_to_choose(folders)
    if arguments.which is None:
        _list(choices)
        return 0
    return _put_back(folders, _find(arguments.which, choices), yes=arguments.yes)


def _list(choices: Choices) -> None:
    from ilmcoach.services.counts import counts_in_words

    if not choices.good:
        say("There are no backups yet. One is made each time you open ilmcoach after a change.")
    else:
        say("Your backups, newest first")
    for number, backup in enumerate(choices.good, 1):
        what = counts_in_words(backup.counts) or "empty"
        say(f"  {number:>3}  {_moment(backup.taken)}  {what}")
    for path in choices.damaged:
        say(f"  damaged: {path}")
    if choices.good:
        say("\nTo go back to one: ilmcoach restore NUMBER")


def _find(which: str, choices: Choices) -> Path:
    from pathlib import Path

    if not which.isdecimal():
        return Path(which)
    number = int(which[:9])
    if not 1 <= number <= len(choices.good):
        raise WrongUse(
            f"There is no backup with the number {which[:20]}.",
            "`ilmcoach restore` lists them. A file with such a name: ./NAME",
        )
    return choices.good[number - 1].path


def _put_back(folders: Folders, file: Path, *, yes: bool) -> int:
    from ilmcoach.services.counts import counts_in_words
    from ilmcoach.services.mending import go_back_to, look_at

    contents = look_at(file)
    what = counts_in_words(contents.counts()) or "nothing"
    saved = _moment(contents.header.saved.astimezone())
    question = (
        f"Go back to what was saved {saved} ({what})? What is there now is kept as a backup, or "
        "beside it if it is damaged."
    )
    if not yes and not agreed(question):
        say("Nothing was changed.")
        return 1
    go_back_to(folders, file)
    say(f"Your portfolio is as it was saved {saved}: {what}.")
    say("What was there before is kept.")
    return 0


def _moment(moment: datetime) -> str:
    from ilmcoach.dates import say_day

    return f"{say_day(moment.date())}, {moment:%H:%M}"

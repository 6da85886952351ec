"""`ilmcoach cohort`: the summaries of a tutor's learners as one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import AddCommand
from .streams import complain, say
from .wording import counted

if TYPE_CHECKING:
    from argparse import Namespace

    from ilmcoach.kit.cohort.table import Table
    from ilmcoach.settings import Folders

FORMATS = ("text", "html", "csv")
ENDINGS = {".html": "html", ".htm": "html", ".csv": "csv", ".txt": "text"}


def add(commands: AddCommand) -> None:
    """Adds the command."""
    cohort = commands("cohort", "summaries that learners gave you, as one table")
    cohort.add_argument("folder", metavar="FOLDER", help="where the summaries lie")
    cohort.add_argument(
        "--format",
        choices=FORMATS,
        help="text, html, or csv for a spreadsheet; left away, it is what FILE ends in, else text",
    )
    cohort.add_argument("--out", metavar="FILE", help="the file; without it, it is shown here")
    cohort.add_argument("--force", action="store_true", help="replace a file that is there")
    cohort.set_defaults(run=run)


def run(arguments: Namespace, folders: Folders) -> int:
    """Shows or writes the table. Returns 1 if there was no summary or one was passed over.
    Raises WrongUse if the folder cannot be looked at."""
    from pathlib import Path

    from ilmcoach.errors import WrongUse
    from ilmcoach.kit.cohort.reading import read_cohort
    from ilmcoach.kit.cohort.table import tabulate

    folder = Path(arguments.folder)
    try:
        cohort = read_cohort(folder)
    except OSError as error:
        why = error.strerror or "no reason given"
        raise WrongUse(f"{folder} cannot be looked at: {why}.", "Give a folder.") from error
    for words in cohort.passed_over:
        complain(f"Passed over: {words}")
    if not cohort.summaries:
        complain(
            f"There is no summary in {folder}.",
            "Learners make one with `ilmcoach summary --out FILE`, or in the app: Summary for my "
            "tutor.",
        )
        return 1
    out = Path(arguments.out) if arguments.out else None
    form = arguments.format or (ENDINGS.get(out.suffix.casefold(), "text") if out else "text")
    made = _made(form, tabulate(cohort.summaries), to_screen=out is None)
    if out is None:
        say(made.rstrip("\n"))
    else:
        from ilmcoach.files import RealDisk
        from ilmcoach.services.outside import write_file

        data = made.encode("utf-8")
        written = write_file(folders, RealDisk(), out, data, force=arguments.force)
        say(f"Written: {written} ({counted(len(cohort.summaries), 'learner')})")
    return 1 if cohort.passed_over else 0


def _made(form: str, table: Table, *, to_screen: bool) -> str:
    if form == "csv":
        from ilmcoach.kit.cohort.csv import to_csv

        return to_csv(table)
    if form == "html":
        from ilmcoach.clock import SystemClock, today
        from ilmcoach.dates import say_day
        from ilmcoach.kit.cohort.html import to_html

        return to_html(table, f"Made on {say_day(today(SystemClock()))}.")
    from shutil import get_terminal_size

    from ilmcoach.kit.cohort.text import to_text

    return to_text(table, get_terminal_size().columns if to_screen else 120) + "\n"

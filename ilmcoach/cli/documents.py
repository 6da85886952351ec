"""`ilmcoach export`: a document to hand in, the days for a calendar, or the whole log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import AddCommand
from .streams import complain, say

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from ilmcoach.export.choices import Choices
    from ilmcoach.services.workspace import Workspace
    from ilmcoach.settings import Folders

CALENDAR = "calendar"
"""What is asked for in the place of an assessment to get the calendar."""

LOG = "log"
"""What is asked for in its place to get the whole log."""

MANAGER_SHEET = "manager-sheet"
WORKBOOK, MARK_SHEET, CUE_CARDS = "workbook", "mark-sheet", "cue-cards"
"""What is asked for in its place, each of something: `workbook:WALK`, `cue-cards:ASSESSMENT`."""


def add(commands: AddCommand) -> None:
    """Adds the command."""
    export = commands("export", "write an assessment or another document to a file")
    export.add_argument(
        "assessment",
        metavar="ASSESSMENT",
        help="its id, as in `assignments`; or `mark-sheet:ASSESSMENT`; `cue-cards:ASSESSMENT`; "
        "`manager-sheet`: a page for your line manager; `workbook:WALK`: guided questions to "
        "print; `calendar`: what is due, set meetings and ends, as an .ics file for your own "
        "calendar; `log`: all that you wrote, month by month",
    )
    export.add_argument(
        "--format",
        metavar="FORMAT",
        help="md, docx (Word), html or pdf; left away, it is what FILE ends in, else md",
    )
    export.add_argument("--out", required=True, metavar="FILE", help="the file")
    export.add_argument("--force", action="store_true", help="replace a file that is there")
    export.add_argument(
        "--with",
        dest="extras",
        metavar="PARTS",
        help="what stands after the work, with commas between: log, goals, activities, feedback, "
        "ratings, journey, references",
    )
    export.add_argument(
        "--hide-names",
        dest="names",
        metavar="WAY",
        help="write names of people as `roles` or `initials`; look it through before you send it",
    )
    export.add_argument(
        "--cover",
        metavar="FILE",
        help="your centre's own cover page: a .docx in front of Word, a .pdf in front of PDF",
    )
    export.add_argument(
        "--standardisation",
        metavar="ANSWER",
        help="`yes` or `no`: may your work, without your name, be used to compare marking?",
    )
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

    choices = _choices(arguments)
    _refuse_odd_options(arguments)
    out = Path(arguments.out)
    plain = arguments.assessment in (CALENDAR, LOG)
    workspace = open_workspace(folders, read_only=plain or not folders.data.is_dir())
    try:
        if plain:
            say(f"Written: {_write_plain(arguments, workspace, out)}")
        else:
            _write(arguments, workspace, out, choices)
    finally:
        workspace.close()
    return 0


def _write_plain(arguments: Namespace, workspace: Workspace, out: Path) -> Path:
    """The calendar or the whole log."""
    force = arguments.force
    if arguments.assessment == CALENDAR:
        from ilmcoach.services.calendar import export_calendar

        return export_calendar(workspace, out, words=not arguments.no_words, force=force)
    from ilmcoach.services.log_export import export_log
    from ilmcoach.tui.showing.telling import log_entry

    return export_log(workspace, out, log_entry, force=force)


def _write(arguments: Namespace, workspace: Workspace, out: Path, choices: Choices) -> None:
    """A document, of which the portfolio keeps that it was made; it says where it is, and what
    a search of it found where names were to be hidden."""
    from ilmcoach.services import documents

    asked, force = arguments.assessment, arguments.force
    form = arguments.format or _form(out, documents.FORMATS)
    what, _, of = asked.partition(":")
    if what == WORKBOOK:
        document = documents.workbook_of(workspace, of)
    elif what == MARK_SHEET:
        document = documents.mark_sheet_of(workspace, of)
    elif what == CUE_CARDS:
        document = documents.cue_cards_of(workspace, of)
    elif asked == MANAGER_SHEET:
        document = documents.manager_sheet_of(workspace)
    else:
        document = documents.document_of(workspace, asked, choices)
    written = documents.export_document(
        workspace,
        document,
        form,
        out,
        what=asked,
        force=force,
        names=choices.names,
        cover=choices.cover,
        warn=complain,
    )
    say(f"Written: {written}")
    if choices.names:
        from ilmcoach.portfolio.hiding import plan_for
        from ilmcoach.services.searched_file import search_written

        plan = plan_for(workspace.portfolio, choices.names)
        say(search_written(written, form, document, plan))


def _form(out: Path, known: dict[str, str]) -> str:
    """The format that a file's name ends in, else Markdown."""
    ending = out.suffix[1:].casefold()
    return ending if ending in known else "md"


def _choices(arguments: Namespace) -> Choices:
    """What the options choose. Raises WrongUse for a word that is none of theirs."""
    from pathlib import Path

    from ilmcoach.errors import WrongUse
    from ilmcoach.export.choices import EXTRAS, NAMES, Choices

    asked = [part.strip() for part in (arguments.extras or "").split(",") if part.strip()]
    if odd := next((part for part in asked if part not in EXTRAS), ""):
        raise WrongUse(f"--with cannot take {odd}.", f"It takes {', '.join(EXTRAS)}.")
    if arguments.names not in (None, *NAMES[1:]):
        raise WrongUse(f"--hide-names cannot be {arguments.names}.", "Say roles or initials.")
    if arguments.standardisation not in (None, "yes", "no"):
        raise WrongUse(
            f"--standardisation cannot be {arguments.standardisation}.", "Say yes or no."
        )
    answer = None if arguments.standardisation is None else arguments.standardisation == "yes"
    return Choices(
        extras=tuple(name for name in EXTRAS if name in asked),
        names=arguments.names or "",
        cover=Path(arguments.cover) if arguments.cover else None,
        standardisation=answer,
    )


def _refuse_odd_options(arguments: Namespace) -> None:
    from ilmcoach.errors import WrongUse

    asked = arguments.assessment
    if asked == CALENDAR and arguments.format not in (None, "ics"):
        raise WrongUse(
            f"A calendar is not written as {arguments.format}: calendars read .ics only.",
            "Leave --format away.",
        )
    if asked == LOG and arguments.format not in (None, "md"):
        raise WrongUse("The log is written as Markdown.", "Leave --format away.")
    if asked != CALENDAR and arguments.no_words:
        raise WrongUse("--no-words goes with `export calendar` only.")
    given = {
        "--with": arguments.extras,
        "--hide-names": arguments.names,
        "--cover": arguments.cover,
        "--standardisation": arguments.standardisation,
    }
    others = asked in (CALENDAR, LOG, MANAGER_SHEET) or asked.partition(":")[0] in (
        WORKBOOK,
        MARK_SHEET,
        CUE_CARDS,
    )
    if others and (option := next((name for name, value in given.items() if value), "")):
        raise WrongUse(f"{option} goes with an assessment only.")

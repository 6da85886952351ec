"""`ilmcoach status`: where the learner stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .command import AddCommand
from .streams import line, say
from .wording import counted, no_programme, words_against_range

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date

    from ilmcoach.settings import Folders


def add(commands: AddCommand) -> None:
    """Adds the command."""
    status = commands("status", "show where you stand: the month, what is due, your words")
    status.add_argument("--json", action="store_true", help="the same facts for a program")
    status.set_defaults(run=run)


def run(arguments: Namespace, folders: Folders) -> int:
    """Prints the facts of `services.status`. Raises IlmcoachError if nothing can be read."""
    from ilmcoach.services.status import status
    from ilmcoach.services.workspace import open_workspace

    workspace = open_workspace(folders, read_only=True)
    try:
        facts, today = status(workspace), workspace.today
        enrolment = workspace.portfolio.enrolment
    finally:
        workspace.close()
    if arguments.json:
        import json

        say(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        _tell(facts, today, line(enrolment.pack) if enrolment and enrolment.pack else None)
    return 0


def _tell(facts: dict[str, Any], today: date, pack: str | None) -> None:
    from ilmcoach.services.counts import counts_in_words

    if facts["programme"] is None:
        say(no_programme(pack))
    else:
        say(line(facts["programme"]))
    if facts["month"] is not None:
        of = f" of {facts['months']}" if facts["months"] else ""
        say(f"Month {facts['month']}{of}.")
    if facts["next_meeting"]:
        say(f"Your set meets on {_day(facts['next_meeting'], today)}.")
    if facts["actions_due"]:
        say("\nTo do")
        for action in facts["actions_due"]:
            due = f"  (by {_day(action['due'], today)})" if action["due"] else ""
            say(f"  - {line(action['text'])}{due}")
    if kept := counts_in_words(facts["records"]):
        say(f"\nKept: {kept}.")
    for assessment in facts["assessments"]:
        _tell_assessment(assessment)


def _tell_assessment(assessment: dict[str, Any]) -> None:
    say(
        f"\n{line(assessment['title'])}: "
        f"{words_against_range(assessment['words'], assessment['range'])}"
    )
    for section in assessment["sections"]:
        say(f"  {line(section['title'])}: {counted(section['words'], 'word')}")
        empty = [line(one["label"]) for one in section["criteria"] if not one["covered"]]
        if empty:
            say(f"    no records yet for {', '.join(empty)}")


def _day(iso: str, today: date) -> str:
    from datetime import date as day_type

    from ilmcoach.dates import say_day, say_distance

    day = day_type.fromisoformat(iso)
    return f"{say_day(day)}, {say_distance(day, today)}"

"""`ilmcoach assignments`: the assessments of the programme, with counts and no judgement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import AddCommand
from .streams import line, say
from .wording import counted, no_programme, words_against_range

if TYPE_CHECKING:
    from argparse import Namespace

    from ilmcoach.portfolio.coverage import AssessmentCount, CriterionCount, SectionCount
    from ilmcoach.settings import Folders


def add(commands: AddCommand) -> None:
    """Adds the command."""
    command = commands("assignments", "list your assessments, their ids and what is there so far")
    command.set_defaults(run=run)


def run(arguments: Namespace, folders: Folders) -> int:
    """Prints each assessment. Raises IlmcoachError if nothing can be read."""
    from ilmcoach.services.status import assessment_counts
    from ilmcoach.services.workspace import open_workspace

    workspace = open_workspace(folders, read_only=True)
    try:
        counts = assessment_counts(workspace)
        enrolment, pack = workspace.portfolio.enrolment, workspace.pack
    finally:
        workspace.close()
    if pack is None:
        say(no_programme(line(enrolment.pack) if enrolment and enrolment.pack else None))
    elif not counts:
        say("The prompt pack of your programme holds no assessments.")
    else:
        say("\n\n".join(_told(count) for count in counts))
    return 0


def _told(count: AssessmentCount) -> str:
    head = f"{count.id}: {line(count.title)}\n  {words_against_range(count.words, count.range)}"
    return "\n".join([head, *(_section(section) for section in count.sections)])


def _section(section: SectionCount) -> str:
    facts = [counted(section.words, "word")]
    if section.marks is not None:
        facts.insert(0, _marks(section.marks, section.minimum))
    return "\n".join(
        [
            f"  {line(section.title)} ({', '.join(facts)})",
            *(f"    {_criterion(one)}" for one in section.criteria),
        ]
    )


def _marks(marks: int, minimum: int | None) -> str:
    return counted(marks, "mark") + (f", at least {minimum} needed" if minimum is not None else "")


def _criterion(criterion: CriterionCount) -> str:
    found = counted(criterion.records, "record") if criterion.records else "nothing yet"
    return f"{line(criterion.label)}: {found}"

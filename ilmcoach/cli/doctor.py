"""`ilmcoach doctor`: where things are kept, and whether all is well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import AddCommand
from .streams import line, say
from .wording import counted

if TYPE_CHECKING:
    from argparse import Namespace

    from ilmcoach.settings import Folders


def add(commands: AddCommand) -> None:
    """Adds the command."""
    command = commands("doctor", "show where things are kept and check that all is well")
    command.set_defaults(run=run)


def run(arguments: Namespace, folders: Folders) -> int:
    """Prints the facts and changes nothing. Returns 1 if something needs a look."""
    from ilmcoach.services.health import examine

    health = examine(folders)
    say("Where things are kept")
    for what, where in health.places:
        say(f"  {what}: {where}")
    say("\nYour portfolio")
    for fact in health.facts:
        say(f"  {'well' if fact.ok else 'LOOK'}  {line(fact.what)}")
        if fact.mend and not fact.ok:
            say(f"        {line(fact.mend)}")
    say("\nPrompt packs")
    for pack in health.packs:
        say(f"  {'LOOK' if pack.problems else 'well'}  {line(pack.name)}")
        for problem in pack.problems:
            say(f"        {line(problem)}")
    number = health.concerns
    say(f"\n{counted(number, 'thing')} to look at." if number else "\nAll is well.")
    return 1 if number else 0

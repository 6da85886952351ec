"""How a command joins the command line."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser
from typing import Protocol

DATA_DIR_HELP = "keep and look for everything in DIR (or set ILMCOACH_HOME)"


class AddCommand(Protocol):
    """Makes the parser of one more command. Its function is set as the default `run`; it takes
    the parsed arguments and the folders in use, and returns the exit code."""

    def __call__(self, name: str, about: str, /) -> ArgumentParser: ...


def commands_of(parser: ArgumentParser, *, required: bool = True) -> AddCommand:
    """What adds commands to `parser`; each takes `--data-dir` after its name too."""
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=required)

    def add(name: str, about: str, /) -> ArgumentParser:
        command = commands.add_parser(
            name, help=about, description=f"{about[0].upper()}{about[1:]}.", allow_abbrev=False
        )
        # Without SUPPRESS the command's own default would undo a --data-dir given before it.
        command.add_argument("--data-dir", metavar="DIR", default=SUPPRESS, help=DATA_DIR_HELP)
        return command

    return add

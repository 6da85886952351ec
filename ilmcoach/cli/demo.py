"""`ilmcoach demo`: a made-up learner, six months in, to look round with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ilmcoach.errors import WrongUse

from .app import need_terminal
from .command import AddCommand
from .streams import say

if TYPE_CHECKING:
    from argparse import Namespace

    from ilmcoach.settings import Folders


def add(commands: AddCommand) -> None:
    """Adds the command."""
    demo = commands("demo", "look round with a made-up learner; nothing of yours is touched")
    demo.add_argument(
        "--into", metavar="DIR", help="write her portfolio into DIR (new or empty) and stop"
    )
    demo.set_defaults(run=run)


def run(arguments: Namespace, folders: Folders) -> int:
    """Opens the app on the example, which is gone afterwards, or writes it with `--into`.
    Raises WrongUse where there is no terminal to open in, IlmcoachError if DIR is in use."""
    if arguments.into is not None:
        return _write(arguments.into)
    need_terminal()
    from ilmcoach.services.demo import demo_clock, passing_demo
    from ilmcoach.tui.app import run_app

    with passing_demo() as example:
        return run_app(example, clock=demo_clock(), example=True)


def _write(into: str) -> int:
    from ilmcoach.services.demo import write_demo
    from ilmcoach.settings import find_folders

    if not into:
        raise WrongUse("--into needs the name of a folder.")
    folders = find_folders(into)
    write_demo(folders)
    say(f"Written: {folders.data}")
    say(f'To open it: ilmcoach --data-dir "{folders.data}"')
    return 0

"""`ilmcoach` by itself: opens the app."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ilmcoach.errors import WrongUse

if TYPE_CHECKING:
    from argparse import Namespace

    from ilmcoach.settings import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Opens the app and returns its exit code. Raises WrongUse where there is no terminal."""
    need_terminal()
    from ilmcoach.tui.starting import put_off_collecting

    put_off_collecting()
    from ilmcoach.tui.app import run_app

    return run_app(folders)


def need_terminal() -> None:
    """Raises WrongUse where there is no terminal to open the app in."""
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise WrongUse(
            "ilmcoach opens in a terminal, and there is none here.",
            "Open a terminal window and run `ilmcoach`, or see `ilmcoach --help` for commands "
            "that need none.",
        )

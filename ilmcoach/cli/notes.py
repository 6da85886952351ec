"""`ilmcoach note`: a thought caught on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ilmcoach.errors import WrongUse

from .command import AddCommand
from .streams import MOST_INPUT, read_input, say

if TYPE_CHECKING:
    from argparse import Namespace

    from ilmcoach.settings import Folders


def add(commands: AddCommand) -> None:
    """Adds the command."""
    note = commands("note", "keep a note; `note -` reads it from the standard input")
    note.add_argument("words", nargs="*", metavar="TEXT", help="the note's words")
    note.set_defaults(run=run)


def run(arguments: Namespace, folders: Folders) -> int:
    """Keeps the note and says where. Raises WrongUse when there is nothing to keep."""
    text = _text(arguments.words)
    from ilmcoach.services.notes import keep_note

    kept = keep_note(folders, text)
    say("Noted, in your portfolio." if not kept.waits else f"Noted, in the inbox. {kept.why}")
    return 0


def _text(words: list[str]) -> str:
    if words != ["-"]:
        return " ".join(words)
    text = read_input()
    if text is None:
        raise WrongUse(
            "Nothing was noted: the standard input is closed or too long.",
            f"A note may have up to {MOST_INPUT:,} bytes.",
        )
    return text

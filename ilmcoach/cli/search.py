"""`ilmcoach search`: finding what was written by its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .command import AddCommand
from .streams import complain, line, say

if TYPE_CHECKING:
    from argparse import Namespace

    from ilmcoach.services.workspace import Workspace
    from ilmcoach.settings import Folders


def add(commands: AddCommand) -> None:
    """Adds the command."""
    search = commands("search", "find what you wrote, by words in it")
    search.add_argument(
        "words", nargs="+", metavar="WORDS", help="all of them; the last may be a beginning"
    )
    search.add_argument("--json", action="store_true", help="the same for a program")
    search.set_defaults(run=run)


def run(arguments: Namespace, folders: Folders) -> int:
    """Prints what was found, the best first, and returns 0; says so and returns 1 if nothing
    was. Raises IlmcoachError if nothing can be read."""
    from ilmcoach.services.workspace import open_workspace

    workspace = open_workspace(folders, read_only=True)
    try:
        found, total = _find(workspace, " ".join(arguments.words))
    finally:
        workspace.close()
    if arguments.json:
        import json

        say(json.dumps(found, ensure_ascii=False, indent=2))
    elif found:
        say("\n".join(map(_told, found)))
        if total > len(found):
            say(f"\nThese {len(found)} fit best; {total - len(found):,} more have the words.")
    if not found:
        complain("Nothing that you wrote has these words.", "Try fewer words, or a beginning.")
    return 0 if found else 1


def _find(workspace: Workspace, typed: str) -> tuple[list[dict[str, Any]], int]:
    """Each record found, as `--json` prints it, and how many there are in all."""
    from ilmcoach.services.searching import Searching
    from ilmcoach.tui.present import KIND_NAMES, show

    found = Searching(workspace).find(typed)
    told = []
    for hit in found.hits:
        record = workspace.portfolio.get(hit.id)
        if record is not None:
            told.append(
                {
                    "id": hit.id,
                    "date": record.made.date().isoformat(),
                    "kind": KIND_NAMES.get(record.kind, record.kind),
                    "title": line(show(record, workspace.portfolio, workspace.pack).title),
                    "snippet": hit.snippet,
                }
            )
    return told, found.total


def _told(one: dict[str, Any]) -> str:
    title = one["title"] if len(one["title"]) <= 60 else f"{one['title'][:59]}…"
    return f"{one['date']}  {one['kind']}: {title}\n    {one['snippet']}"

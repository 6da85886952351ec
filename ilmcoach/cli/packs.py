"""`ilmcoach pack`: what packs there are, and what is wrong with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ilmcoach.errors import WrongUse

from .command import AddCommand, commands_of
from .streams import line, say
from .wording import counted

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from ilmcoach.packs.library import Entry
    from ilmcoach.packs.model import Problem
    from ilmcoach.settings import Folders


def add(commands: AddCommand) -> None:
    """Adds the group."""
    group = commands_of(commands("pack", "see the prompt packs, and check one you write"))
    group("list", "list the prompt packs that were found").set_defaults(run=run_list)
    check = group("check", "name every problem of a pack, where it is and how to mend it")
    check.add_argument(
        "folders",
        nargs="*",
        metavar="PATH",
        help="a pack's folder, or a folder of packs; without one, every pack there is",
    )
    check.set_defaults(run=run_check)


def run_list(arguments: Namespace, folders: Folders) -> int:
    """Prints each pack found, a broken one with its problems. Returns 1 if one is broken."""
    from ilmcoach.services.workspace import find_library

    entries = find_library(folders).entries
    for entry in entries:
        say(_entry(entry))
        if entry.pack is None:
            for problem in entry.problems:
                say(f"  {_problem(entry.folder, problem)}")
    return 0 if all(entry.pack for entry in entries) else 1


def run_check(arguments: Namespace, folders: Folders) -> int:
    """Prints every problem and a summary. Returns 1 if any is more than advice. Raises WrongUse
    if a path is no folder."""

    from ilmcoach.packs.bundled import bundled_folder
    from ilmcoach.packs.library import Library, check

    given = [_named(one, folders) for one in arguments.folders]
    for folder in given:
        if not folder.is_dir():
            raise WrongUse(f"{folder} is not a folder.", "Give the folder that holds pack.md.")
    shelves = given or [one for one in (folders.packs, bundled_folder()) if one.is_dir()]
    places = [place for folder in shelves for place in _packs_in(folder)]
    # Packs that are checked together may build on each other before they are put in place.
    library = Library.find([*places, folders.packs, bundled_folder()])
    found = [(folder, problem) for folder in places for problem in check(folder, library)]
    for folder, problem in found:
        say(_problem(folder, problem))
    advice = sum(problem.advice for _, problem in found)
    say(_summary(len(places), len(found) - advice, advice))
    return 1 if len(found) > advice else 0


def _named(given: str, folders: Folders) -> Path:
    """The folder of that path, or the learner's own pack of that name."""
    from pathlib import Path

    own = folders.packs / given
    return own if own.is_dir() and not Path(given).is_dir() else Path(given)


def _packs_in(folder: Path) -> list[Path]:
    """The folder itself, or the packs in it where it holds packs and is none."""
    if (folder / "pack.md").exists():
        return [folder]
    inside = sorted(one.parent for one in folder.glob("*/pack.md"))
    return inside or [folder]


def _entry(entry: Entry) -> str:
    whose = "comes with ilmcoach" if entry.origin == "bundled" else "your own"
    if entry.pack is None:
        return f"{line(entry.folder.name)}: cannot be used ({whose}, {entry.folder})"
    version = f" {line(entry.pack.version)}" if entry.pack.version else ""
    return f"{entry.pack.id}{version}: {line(entry.pack.title)} ({whose})"


def _problem(folder: Path, problem: Problem) -> str:
    """`file:line: what. how to mend it`, as editors and terminals make a link of it."""
    what = f"{'advice: ' if problem.advice else ''}{problem.what} {problem.mend}"
    return line(f"{folder / problem.file}:{problem.line}: {what}")


def _summary(packs: int, problems: int, advice: int) -> str:
    found = counted(problems, "problem") if problems else "no problems"
    more = f", {counted(advice, 'piece')} of advice" if advice else ""
    return f"{counted(packs, 'pack')} checked: {found}{more}."

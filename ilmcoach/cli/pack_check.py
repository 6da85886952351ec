"""`ilmcoach pack list`, `pack check` and `pack keys`: what packs there are, what is wrong with
one, and what one may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ilmcoach.errors import WrongUse

from .command import AddCommand
from .streams import line, say
from .wording import counted

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from ilmcoach.kit.changes import Counts
    from ilmcoach.packs.library import Entry, Library
    from ilmcoach.packs.loaded import LoadedPack
    from ilmcoach.packs.model import Problem
    from ilmcoach.settings import Folders


def add(group: AddCommand) -> None:
    """Adds the commands to the group `pack`."""
    group("list", "list the prompt packs that were found").set_defaults(run=run_list)
    check = group("check", "name every problem of a pack, where it is and how to mend it")
    check.add_argument(
        "folders",
        nargs="*",
        metavar="PATH",
        help="a pack's folder, or a folder of packs; without one, every pack there is",
    )
    check.add_argument("--json", action="store_true", help="the same for a program")
    check.set_defaults(run=run_check)
    keys = group("keys", "print every key that a pack may use, with what it means")
    keys.set_defaults(run=run_keys)


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
    """Prints every problem, what each pack holds that has none, and a summary. Returns 1 if any
    is more than advice. Raises WrongUse if a path is no folder."""

    from ilmcoach.packs.bundled import bundled_folder
    from ilmcoach.packs.library import Library, look_over

    given = [_named(one, folders) for one in arguments.folders]
    for folder in given:
        if not folder.is_dir():
            raise WrongUse(f"{folder} is not a folder.", "Give the folder that holds pack.md.")
    shelves = given or [one for one in (folders.packs, bundled_folder()) if one.is_dir()]
    places = [place for folder in shelves for place in _packs_in(folder)]
    # Packs that are checked together may build on each other before they are put in place.
    library = Library.find([*places, folders.packs, bundled_folder()])
    found = [(folder, look_over(folder, library)) for folder in places]
    if arguments.json:
        import json

        facts = [_facts(folder, one, library) for folder, one in found]
        say(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        for folder, one in found:
            _tell(folder, one, library)
        say(_summary([problem for _, one in found for problem in one.problems], len(found)))
    return 0 if all(one.pack for _, one in found) else 1


def run_keys(arguments: Namespace, folders: Folders) -> int:
    """Prints the reference of all keys, as it stands in the guide for tutors."""
    from ilmcoach.packs.reference import reference

    say(reference().rstrip())
    return 0


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


def _tell(folder: Path, one: LoadedPack, library: Library) -> None:
    for problem in one.problems:
        say(_problem(folder, problem))
    if one.pack:
        say(f"{line(one.pack.title)} ({one.id}) can be used. It holds {_holds(one, library)}.")
    else:
        say(f"{one.id or line(folder.name)} can't be used before that is mended.")


def _problem(folder: Path, problem: Problem) -> str:
    """`file:line: what. how to mend it`, as editors and terminals make a link of it."""
    what = f"{'advice: ' if problem.advice else ''}{problem.what} {problem.mend}"
    return line(f"{folder / problem.file}:{problem.line}: {what}")


def _holds(one: LoadedPack, library: Library) -> str:
    """What a usable pack holds of its own, in one line."""
    counts = _counts(one, library)
    walks = f" of guided questions ({counted(counts.steps, 'question')})"
    parts = [
        "a programme" if counts.programmes else "",
        counts.units and counted(counts.units, "unit"),
        counts.assessments and counted(counts.assessments, "assessment"),
        counts.walks and counted(counts.walks, "set") + walks,
        counts.questions and counted(counts.questions, "open question"),
        counts.readings and f"{counts.readings:,} to read",
    ]
    own = ", ".join(str(part) for part in parts if part) or "nothing of its own"
    uses = ", ".join(one.pack.uses) if one.pack else ""
    return f"{own}; it builds on {uses}" if uses else own


def _counts(one: LoadedPack, library: Library) -> Counts:
    from ilmcoach.kit.changes import Counts, own_counts

    if one.pack is None:
        return Counts()
    return own_counts(one.pack, [base for id_ in one.pack.uses if (base := library.pack(id_))])


def _facts(folder: Path, one: LoadedPack, library: Library) -> dict[str, Any]:
    """A pack for `--json`; what it holds is null where it can't be used."""
    from msgspec.structs import asdict

    return {
        "id": one.id,
        "folder": str(folder),
        "usable": one.pack is not None,
        "holds": asdict(_counts(one, library)) if one.pack else None,
        "problems": [asdict(problem) for problem in one.problems],
    }


def _summary(found: list[Problem], packs: int) -> str:
    advice = sum(problem.advice for problem in found)
    wrong = len(found) - advice
    told = counted(wrong, "problem") if wrong else "no problems"
    more = f", {counted(advice, 'piece')} of advice" if advice else ""
    return f"{counted(packs, 'pack')} checked: {told}{more}."

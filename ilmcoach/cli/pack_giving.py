"""`ilmcoach pack build`, `pack add` and `pack remove`: handing a pack on, and taking one in."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from .asking import agreed
from .command import AddCommand
from .streams import complain, line, say
from .wording import counted

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from ilmcoach.kit.archive import Built
    from ilmcoach.services.packs import Leaving, Offer, PackDesk
    from ilmcoach.settings import Folders


def add(group: AddCommand) -> None:
    """Adds the commands to the group `pack`."""
    build = group("build", "make one file of a pack, to send to learners")
    build.add_argument("path", metavar="PATH", help="the pack's folder")
    build.add_argument("--out", metavar="FILE", help="the file; else beside the folder")
    build.add_argument("--yes", action="store_true", help="replace a file without being asked")
    build.set_defaults(run=run_build)
    take = group("add", "add a pack that somebody sent, or put in a newer one")
    take.add_argument("path", metavar="FILE-or-FOLDER", help="a zip, a pack.md or a pack's folder")
    take.add_argument("--yes", action="store_true", help="do not ask first")
    take.add_argument("--use", action="store_true", help="use it beside your programme from now on")
    take.set_defaults(run=run_add)
    out = group("remove", "take a pack of your own out of use")
    out.add_argument("id", metavar="ID", help="its id, as in `pack list`")
    out.add_argument("--yes", action="store_true", help="do not ask first")
    out.set_defaults(run=run_remove)


def run_build(arguments: Namespace, folders: Folders) -> int:
    """Checks the pack and writes the file. Returns 1 if it has a problem or the user says no.
    Raises WrongUse for a path that is no folder, IlmcoachError if the file can't be written."""
    from pathlib import Path

    from ilmcoach.errors import WrongUse
    from ilmcoach.files import RealDisk
    from ilmcoach.kit.archive import build
    from ilmcoach.packs.bundled import bundled_folder
    from ilmcoach.packs.library import Library
    from ilmcoach.services.outside import write_file

    own = folders.packs / arguments.path
    given = Path(arguments.path)
    folder = (own if own.is_dir() and not given.is_dir() else given).absolute()
    if not folder.is_dir():
        raise WrongUse(f"{folder} is not a folder.", "Give the folder that holds pack.md.")
    shelves = [folder, folder.parent, folders.packs, bundled_folder()]
    built = build(folder, Library.find(shelves))
    _tell_problems(built, folder)
    if not built.data:
        complain("So nothing was built: mend what is no advice first.")
        return 1
    out = Path(arguments.out) if arguments.out else folder.parent / built.name
    if out.is_dir():
        out /= built.name
    if out.is_file() and not _same(out, built.data):
        if out.name == built.name:
            _tell_of_version(built)
        if not arguments.yes and not agreed(f"Replace {out}?"):
            say("Nothing was changed.")
            return 1
    written = write_file(folders, RealDisk(), out, built.data, force=True)
    say(f"Built: {written}")
    say(f"{counted(built.files, 'file')}, {counted(len(built.data), 'byte')}")
    say(f"SHA-256: {built.sha256}")
    if built.readme:
        say("README.md goes along with it: let nothing stand there that is only for you.")
    _tell_needs(built)
    return 0


def run_add(arguments: Namespace, folders: Folders) -> int:
    """Shows what a pack brings, asks, and installs it. Returns 1 if it has a problem or the user
    says no. Raises WrongUse where nobody can be asked, IlmcoachError if it can't be done."""
    from pathlib import Path

    from ilmcoach.services.packs import PackDesk
    from ilmcoach.services.workspace import open_workspace

    path = Path(arguments.path)
    with (
        closing(open_workspace(folders, read_only=not arguments.use)) as workspace,
        closing(PackDesk(workspace)) as desk,
    ):
        if arguments.use and not path.exists() and arguments.path in workspace.library.ids():
            desk.use(arguments.path)
            say(f"In use: {arguments.path}")
            return 0
        offer = desk.offer(path)
        if not _show(offer):
            return 1
        if not arguments.yes and not agreed(_question(offer)):
            say("Nothing was changed.")
            return 1
        done = desk.add(offer)
        say(f"Added: {done.folder}")
        if done.earlier is not None:
            say(f"The one before is kept: {done.earlier}")
        if arguments.use:
            desk.use(offer.parcel.id)
        _say_how(offer, desk)
    return 0


def run_remove(arguments: Namespace, folders: Folders) -> int:
    """Says what removing a pack does, asks, and does it. Returns 1 if the user says no. Raises
    WrongUse for an id that is no pack of theirs, IlmcoachError if it can't be done."""
    from ilmcoach.services.packs import PackDesk
    from ilmcoach.services.workspace import open_workspace

    with closing(open_workspace(folders, read_only=not folders.data.is_dir())) as workspace:
        desk = PackDesk(workspace)
        if desk.only_used(arguments.id):
            desk.stop_using(arguments.id)
            say(f"No longer used beside your programme: {arguments.id}. What you wrote stays.")
            return 0
        leaving = desk.leaving(arguments.id)
        _warn_of(leaving)
        if not arguments.yes and not agreed(f"Remove {leaving.title or leaving.id}?"):
            say("Nothing was changed.")
            return 1
        kept = desk.remove(leaving.id)
    say(f"Removed: {leaving.id}. A copy is kept: {kept}")
    if leaving.behind:
        say(f"The pack '{leaving.id}' that comes with ilmcoach is used again.")
    return 0


def _same(file: Path, data: bytes) -> bool:
    """True if `file` holds just `data` already, so that nothing would be lost."""
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False


def _tell_of_version(built: Built) -> None:
    """Says that a file that may be with learners already would get another of the same name."""
    version = built.pack.version if built.pack else ""
    if version:
        complain(
            f"There is a file of version {version} already, and something else is in it.",
            "If learners have it, raise `version` in pack.md first.",
        )
    else:
        complain(
            "There is a file of this name already, and something else is in it.",
            "Add a `version` to pack.md, so that learners can tell the two apart.",
        )


def _tell_problems(built: Built, folder: Path) -> None:
    for problem in built.problems:
        what = f"{'advice: ' if problem.advice else ''}{problem.what} {problem.mend}"
        complain(line(f"{folder / problem.file}:{problem.line}: {what}"))


def _tell_needs(built: Built) -> None:
    """Names the packs that learners need as well."""
    from ilmcoach.packs.bundled import bundled_folder
    from ilmcoach.packs.library import Library

    bundled = Library.find([bundled_folder()]).ids()
    for name in built.pack.uses if built.pack else ():
        if name not in bundled:
            say(f"It builds on '{name}', which does not come with ilmcoach: send that one too.")


def _show(offer: Offer) -> bool:
    """Prints what a pack brings, and what is wrong with it; False if it can't be added."""
    from ilmcoach.services.pack_words import effects, facts

    if offer.parcel.usable:
        for name, fact in facts(offer):
            say(line(f"{name}: {fact}"))
        for effect in effects(offer):
            say(line(effect))
    for problem in offer.parcel.problems:
        # Advice is for the tutor, who got it when the pack was built.
        if not problem.advice:
            complain(line(str(problem)))
    for name in offer.breaks:
        complain(f"With it your pack '{name}', which builds on it, could not be used any more.")
    if not offer.usable:
        complain("So it was not added.", "Send this to whoever made it, to have it mended.")
    return offer.usable


def _question(offer: Offer) -> str:
    title = offer.parcel.title
    return f"Put it in the place of {offer.before.title}?" if offer.before else f"Add {title}?"


def _say_how(offer: Offer, desk: PackDesk) -> None:
    """Says how to use a pack that was just added."""
    parcel = offer.parcel
    if desk.in_use(parcel.id):
        say("It is in use.")
        return
    if parcel.counts.programmes:
        say("To follow its programme: open ilmcoach, press Ctrl+P and type `Set up my programme`.")
    else:
        say(f"To use it beside your programme: ilmcoach pack add {parcel.id} --use")


def _warn_of(leaving: Leaving) -> None:
    if leaving.used == "programme":
        say("It is the pack of your programme. What you have written stays.")
    elif leaving.used:
        say("You use it beside your programme. What you have written stays.")
    for name in leaving.builders:
        say(f"The pack '{name}' builds on it and cannot be used without it.")

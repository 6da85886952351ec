"""`ilmcoach pack preview`: the app on a pack that is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ilmcoach.errors import WrongUse

from .app import need_terminal
from .command import AddCommand
from .streams import complain, line, say
from .wording import counted

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from ilmcoach.services.preview import Trial
    from ilmcoach.settings import Folders


def add(group: AddCommand) -> None:
    """Adds the command to the group `pack`."""
    preview = group("preview", "open the app on a pack to try it; saving a file shows it at once")
    preview.add_argument("path", metavar="PATH", help="the pack's folder, or a built .zip of one")
    preview.set_defaults(run=run)


def run(arguments: Namespace, folders: Folders) -> int:
    """Opens the app on the pack, with a portfolio that is gone afterwards. Returns 1, and names
    the problems, if it cannot be used. Raises WrongUse for a path that is not there, and where
    there is no terminal."""
    path = _named(arguments.path, folders)
    from ilmcoach.services.preview import PackOnTrial, passing_folder
    from ilmcoach.settings import Folders as Place

    with passing_folder() as passing:
        pack = PackOnTrial(path, folders.packs, passing)
        trial = pack.read()
        if trial.pack is None:
            return _cannot(trial)
        need_terminal()
        from ilmcoach.tui.preview import run_preview

        return run_preview(Place(passing / "portfolio"), pack, trial)


def _named(given: str, folders: Folders) -> Path:
    """What is at that path, or the learner's own pack of that name."""
    from pathlib import Path

    path, own = Path(given), folders.packs / given
    if not given or not (path.exists() or own.is_dir()):
        raise WrongUse(
            f"There is no file or folder {line(given)}.", "Give the folder that holds pack.md."
        )
    return path if path.exists() else own


def _cannot(trial: Trial) -> int:
    """Names what keeps the pack from being used, as `pack check` does."""
    for one in trial.problems:
        advice = "advice: " if one.advice else ""
        say(line(f"{trial.place(one)}: {advice}{one.what} {one.mend}"))
    complain(f"{counted(len(trial.errors), 'problem')}: the pack cannot be tried before that.")
    return 1

"""One run of the command line, and the boundary at which every error becomes a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from ilmcoach.errors import IlmcoachError, WrongUse

from .streams import complain, flush_results, let_go, prepare_streams

if TYPE_CHECKING:
    from argparse import Namespace

DONE, PROBLEM, WRONG_USE, STOPPED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command in `argv` (else the process's own arguments) and returns the exit code:
    0 done, 1 a problem was found or reported, 2 wrong use, 130 stopped with Ctrl+C.

    Results go to the standard output, messages to the standard error. Nothing is raised.
    """
    prepare_streams()
    return guarded(lambda: _run(argv))


def guarded(work: Callable[[], int]) -> int:
    """The exit code of `work`, whatever it raises; errors become sentences for the user."""
    try:
        code = work()
        flush_results()
    except KeyboardInterrupt:
        code = STOPPED
    except BrokenPipeError:
        # Whoever read the results has seen enough, as `head` does.
        code = DONE
    except IlmcoachError as error:
        complain(error.message, error.hint)
        code = WRONG_USE if isinstance(error, WrongUse) else PROBLEM
    except Exception as error:  # noqa: BLE001 - the one outer boundary: no traceback for a user
        complain(*_unforeseen(error))
        code = PROBLEM
    let_go()
    return code


def _run(argv: Sequence[str] | None) -> int:
    from .parser import build_parser

    try:
        arguments = build_parser().parse_args(argv)
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else DONE
    return _command(arguments)


def _command(arguments: Namespace) -> int:
    from ilmcoach.settings import find_folders

    code: int = arguments.run(arguments, find_folders(arguments.data_dir))
    return code


def _unforeseen(error: Exception) -> tuple[str, str]:
    """What is said of an error that nobody thought of. Its own text is left out: it may hold
    a learner's words."""
    return (
        f"Something went wrong that ilmcoach did not expect ({type(error).__name__} at "
        f"{_place(error.__traceback__)}).",
        "`ilmcoach doctor` checks your saved work. If this comes again, please tell us that line.",
    )


def _place(trail: TracebackType | None) -> str:
    """The last place in this program on the way to an error, as `module:line`."""
    place = "an unknown place"
    while trail:
        module = str(trail.tb_frame.f_globals.get("__name__", ""))
        if module.partition(".")[0] == "ilmcoach":
            place = f"{module}:{trail.tb_lineno}"
        trail = trail.tb_next
    return place

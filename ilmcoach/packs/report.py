"""Problems of one file, gathered while it is read."""

from __future__ import annotations

from .model import Problem

MOST = 200


class Report:
    """Takes down what is wrong in `file`, so that every problem is told at once.

    `file` is the path inside the pack, with forward slashes.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self._problems: dict[Problem, None] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was taken down so far, each once, at most 200 of them and a word that there
        is more."""
        return tuple(self._problems)

    @property
    def full(self) -> bool:
        """True if nothing more is taken down, so that no work need go into saying it."""
        return len(self._problems) > MOST

    def error(self, line: int, what: str, mend: str = "") -> None:
        """Something that keeps the pack from being used, at a line counted from 1."""
        self._add(Problem(self.file, max(line, 1), what, mend))

    def advice(self, line: int, what: str, mend: str = "") -> None:
        """Something allowed that is probably not meant."""
        self._add(Problem(self.file, max(line, 1), what, mend, advice=True))

    def _add(self, problem: Problem) -> None:
        if len(self._problems) < MOST:
            self._problems[problem] = None
        elif len(self._problems) == MOST and problem not in self._problems:
            more = Problem(self.file, problem.line, "There is more amiss.", "Mend the rest first.")
            self._problems[more] = None

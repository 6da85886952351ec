"""Problems of one file, gathered while it is read."""

from __future__ import annotations

from .model import Problem


class Report:
    """Takes down what is wrong in `file`, so that every problem is told at once.

    `file` is the path inside the pack, with forward slashes.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def error(self, line: int, what: str, mend: str = "") -> None:
        """Something that keeps the pack from being used, at a line counted from 1."""
        self._add(Problem(self.file, max(line, 1), what, mend))

    def advice(self, line: int, what: str, mend: str = "") -> None:
        """Something allowed that is probably not meant."""
        self._add(Problem(self.file, max(line, 1), what, mend, advice=True))

    def _add(self, problem: Problem) -> None:
        if problem not in self.problems:
            self.problems.append(problem)

"""Medians of several runs, taken turn and turn about so that a busy minute hits both alike."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median

ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(["", *sys.path])}
# A program that was installed is compiled once, not at every start.
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)


def medians(works: Sequence[Callable[[], float]], runs: int) -> list[float]:
    """The median of what each work says it took, after one run of each that does not count."""
    for work in works:
        work()
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for work, times in zip(works, taken, strict=True):
            times.append(work())
    return [median(times) for times in taken]


def timed(work: Callable[[], object]) -> float:
    """The milliseconds that `work` takes by the clock on the wall."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def process(*arguments: str) -> float:
    """The milliseconds that Python takes with these arguments, from its start to its end."""
    command = [sys.executable, *arguments]
    return timed(lambda: subprocess.run(command, env=ENVIRONMENT, capture_output=True, check=True))

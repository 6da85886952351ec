"""Running a program that is killed, and hearing what it had confirmed."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import ilmcoach

CHILD = Path(__file__).with_name("child.py")


@contextmanager
def child(*words: object) -> Iterator[subprocess.Popen[bytes]]:
    environment = {**os.environ, "PYTHONPATH": str(Path(ilmcoach.__file__).parents[1])}
    command = [sys.executable, "-B", str(CHILD), *map(str, words)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
        try:
            yield process
        finally:
            process.kill()


def killed_at_random(seed: int, *words: object) -> list[int]:
    """Numbers that the child confirmed before it was killed, at a random point of its work."""
    chance = random.Random(seed)
    with child(*words) as process:
        assert process.stdout is not None
        # Reading a random number of confirmations puts the kill somewhere into the next save;
        # spinning a little spreads it over that save's steps.
        told = b"".join(process.stdout.readline() for _ in range(chance.randrange(2, 9)))
        for _ in range(chance.randrange(20_000)):
            pass
        process.kill()
        told += process.stdout.read()
    return confirmed(told)


def killed_by_itself(*words: object) -> list[int]:
    with child(*words) as process:
        told, _ = process.communicate(timeout=60)
    assert process.returncode == -9
    return confirmed(told)


def confirmed(told: bytes) -> list[int]:
    return [number for number in map(int, told.split()) if number >= 0]

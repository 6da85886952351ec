"""Asks each address given, and prints how much more memory that took than the first one did."""

from __future__ import annotations

import asyncio
import json
import resource
import sys

from ilmcoach.coach.address import read_address
from ilmcoach.coach.line import Kind, Trouble, ladder
from ilmcoach.coach.openai_line import OpenAILine

from .test_hostile_server import PICK


def most_memory() -> float:
    """The most memory this process ever held, in megabytes (Linux counts in kilobytes, macOS in
    bytes)."""
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


async def kind_met(url: str) -> Kind | None:
    try:
        await ladder(OpenAILine(read_address(url), "some-model"), PICK, within=20)
    except Trouble as trouble:
        return trouble.kind
    return None


async def main(urls: list[str]) -> None:
    kinds = [await kind_met(urls[0])]
    before = most_memory()
    kinds += [await kind_met(url) for url in urls[1:]]
    print(json.dumps({"kinds": kinds, "megabytes": most_memory() - before}))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))

"""Pieces of a pack's pages put into files that keep within what a file may hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ilmcoach.kit.page_writing import front, page
from ilmcoach.packs.limits import FILE_BYTES, HEADINGS

ROOM = FILE_BYTES - 6 * 1024
"""Bytes that are filled of a file; the rest is for its head and for what a tutor adds."""

_HEADINGS = HEADINGS - 50


def size(text: str) -> int:
    """The bytes of a text in a file."""
    return len(text.encode())


def paged(
    folder: str, name: str, keys: Mapping[str, str], pieces: Sequence[str], spare: int = 0
) -> dict[str, str]:
    """Files with `pieces` in their order, as many as it takes: `folder/name.md`, then with numbers
    behind the name and the id. `keys` stand at the head of each. A piece that is longer than a
    file can be is left as it is; no piece made here is. `spare` bytes are kept free."""
    groups: list[list[str]] = []
    used = headings = 0
    for piece in pieces:
        length, heads = size(piece) + 1, piece.count("\n#") + 1
        if not groups or used + length > ROOM - spare or headings + heads > _HEADINGS:
            groups.append([])
            used = headings = 0
        groups[-1].append(piece)
        used, headings = used + length, headings + heads
    files = {}
    for number, group in enumerate(groups, 1):
        behind = f"-{number}" if number > 1 else ""
        given = {**keys, "id": f"{keys['id']}{behind}"}
        if number > 1:
            given["title"] = f"{keys['title']} ({number})"
        files[f"{folder}{name}{behind}.md"] = page(front(given), *group)
    return files

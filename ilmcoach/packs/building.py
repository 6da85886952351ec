"""Which packs build on which, and over how many steps. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

DEEPEST = 12
"""Packs that build on each other in a row, more than anybody needs and few enough to be read one
inside the other."""


class Building:
    """`uses` has the ids that each pack names, by its own id."""

    def __init__(self, uses: Mapping[str, Iterable[str]]) -> None:
        self._uses = {name: frozenset(others) for name, others in uses.items()}
        self._above: dict[str, frozenset[str]] = {}

    def leads_to(self, pack_id: str, target: str) -> bool:
        """True if the pack is the one called `target`, or builds on it in however many steps."""
        if pack_id == target:
            return True
        if target not in self._above:
            self._above[target] = self._builders(target)
        return pack_id in self._above[target]

    def level(self, pack_id: str) -> int | None:
        """Over how many others in a row a pack stands, 0 if it uses none that is there; None if
        it rests on packs that build on each other."""
        return self._levels.get(pack_id)

    def _builders(self, target: str) -> frozenset[str]:
        found: set[str] = set()
        waiting = [target]
        while waiting:
            users = self._users.get(waiting.pop(), ())
            waiting.extend(one for one in users if one not in found)
            found.update(users)
        return frozenset(found)

    @cached_property
    def _users(self) -> dict[str, list[str]]:
        users: dict[str, list[str]] = {}
        for name, others in self._uses.items():
            for other in others:
                users.setdefault(other, []).append(name)
        return users

    @cached_property
    def _levels(self) -> dict[str, int]:
        waits = {name: len(others & self._uses.keys()) for name, others in self._uses.items()}
        levels: dict[str, int] = {}
        wave, level = [name for name, many in waits.items() if not many], 0
        while wave:
            levels.update(dict.fromkeys(wave, level))
            freed = []
            for user in (user for name in wave for user in self._users.get(name, ())):
                waits[user] -= 1
                if not waits[user]:
                    freed.append(user)
            wave, level = freed, level + 1
        return levels

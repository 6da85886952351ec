"""The keys of a front matter or a key line, asked for by name and kind.

Whatever does not fit is reported where it stands; the answer is then as if it were absent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from . import values
from .blocks import Pair
from .definitions import Level, Value
from .names import is_id, likely_id, lookalike, nearest, plain_id, plain_name, shown, suggest
from .report import Report

KIND = "kind"


class Keys:
    """The pairs of one heading or file, which may have the keys of `level`; `line` is where it
    stands.

    Only a key that the level defines may be asked for: any other raises KeyError.
    """

    def __init__(self, pairs: Sequence[Pair], level: Level, line: int, report: Report) -> None:
        self.owner = level.owner
        self.line = line
        self._level = level
        self._report = report
        self._pairs: dict[str, Pair] = {}
        allowed = level.names if level.marks else (KIND, *level.names)
        for pair in pairs:
            self._add(pair, allowed)

    def has(self, key: str) -> bool:
        """True if the key was written, even with a value that cannot be used."""
        return key in self._pairs

    def line_of(self, key: str) -> int:
        """The line of a key; that of its owner if it was not written."""
        return self._pairs[key].line if key in self._pairs else self.line

    def text(self, key: str, otherwise: str = "") -> str:
        """The value as text."""
        self._level.key(key)
        pair = self._pairs.get(key)
        return (pair.value or "").strip() if pair else otherwise

    def need(self, key: str, example: str = "") -> str:
        """The value of a key that has to be there; `example`, else that of its definition, shows
        how it may look."""
        if key not in self._pairs:
            mend = f"Add `{key}: {example or self._level.key(key).example}`."
            self._report.error(self.line, f"{self.owner} has no `{key}`.", mend)
        return self.text(key)

    def id(self, example: str = "", otherwise: str = "") -> str:
        """The `id`. Without `otherwise` it has to be there; empty text if it can't be used."""
        written = self.text("id", otherwise) if otherwise else self.need("id", example)
        name = plain_id(written)
        if written and not is_id(name):
            better = likely_id(written)
            rule = f"'{shown(written)}' can't be an id: small letters, digits, hyphens, up to 64."
            mend = f"Perhaps `id: {better}`." if better else ""
            self._report.error(self.line_of("id"), lookalike(written) or rule, mend)
            return ""
        return name

    def number(self, key: str) -> int | None:
        """A whole number of 0 or more; None if absent."""
        written = self.text(key)
        found = values.number(written)
        if found is None and key in self._pairs:
            self._refuse(key, "a whole number")
        return found

    def number_range(self, key: str) -> tuple[int, int] | None:
        """Two numbers, the smaller one first; None if absent."""
        found = values.number_range(self.text(key))
        if found is None:
            if key in self._pairs:
                self._refuse(key, "two numbers")
            return None
        if found[0] > found[1]:
            self._report.error(
                self.line_of(key),
                f"`{key}` runs backwards: {found[0]} is more than {found[1]}.",
                f"Write `{key}: {found[1]} to {found[0]}`.",
            )
            return None
        return found

    def flag(self, key: str, otherwise: bool = False) -> bool:
        """Yes or no; a bare key is yes."""
        self._level.key(key)
        if key not in self._pairs:
            return otherwise
        if self._pairs[key].value is None:
            return True
        found = values.flag(self.text(key))
        if found is None:
            self._refuse(key, "yes or no")
        return bool(found)

    def list(self, key: str) -> tuple[str, ...]:
        """The entries of a list, in small letters, each once; empty if absent."""
        self._level.key(key)
        pair = self._pairs.get(key)
        if pair is None:
            return ()
        found = pair.items if pair.items is not None else values.parts(pair.value or "")
        return tuple(dict.fromkeys(one for name in found if (one := name.strip().casefold())))

    def one_of(self, key: str) -> str:
        """One of the names that the key's definition lists; empty if absent or unknown."""
        written = self.text(key)
        return self._known(written, key) if written else ""

    def some_of(self, key: str) -> tuple[str, ...]:
        """Several of the names that the key's definition lists; unknown ones are reported and
        left out."""
        found = (self._known(one, key) for one in self.list(key))
        return tuple(dict.fromkeys(one for one in found if one))

    def _known(self, written: str, key: str) -> str:
        defined = self._level.key(key)
        by_name: Mapping[str, str] = {plain_name(name): name for name in defined.values}
        found = by_name.get(plain_name(written), "")
        if not found and not self._report.full:
            what = f"There is no {defined.called} '{shown(written)}'."
            self._report.error(self.line_of(key), what, suggest(written, by_name.values()))
        return found

    def _refuse(self, key: str, wanted: str) -> None:
        example = f"`{key}: {self._level.key(key).example}`"
        what = f"`{key}` has to be {wanted}, not '{shown(self.text(key))}'."
        self._report.error(self.line_of(key), what, f"For instance {example}.")

    def _add(self, pair: Pair, allowed: Sequence[str]) -> None:
        name = plain_name(pair.key)
        if name not in allowed:
            if self._report.full:
                return
            near = nearest(name, allowed)
            mend = suggest(name, allowed)
            self._report.error(pair.line, f"{self.owner} has no key '{shown(pair.key)}'.", mend)
            if not near or near in self._pairs:
                return
            name = near
        if name in self._pairs:
            first = self._pairs[name].line
            self._report.error(
                pair.line, f"`{name}` stands here twice (first on line {first}).", "Keep one."
            )
            return
        if not (pair.value or "").strip() and not (pair.value is None and self._is_flag(name)):
            self._report.error(
                pair.line, f"`{name}` has no value.", f"Write `{name}: …` or take it out."
            )
        self._pairs[name] = pair

    def _is_flag(self, name: str) -> bool:
        return name != KIND and self._level.key(name).value is Value.FLAG

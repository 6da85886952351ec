"""What every reader of a file needs: its page, its report and the pack it adds to."""

from __future__ import annotations

from collections.abc import Collection

from ilmcoach.packs.blocks import Block, Items, Page, Pair, Part, Table
from ilmcoach.packs.draft import Draft
from ilmcoach.packs.keys import Keys
from ilmcoach.packs.names import is_criterion_id, is_id, shown, slug
from ilmcoach.packs.report import Report


class Desk:
    """The page being read, where its problems go, and the draft that it adds to."""

    def __init__(self, page: Page, report: Report, draft: Draft) -> None:
        self.page = page
        self.report = report
        self.draft = draft

    def front(self, allowed: Collection[str], owner: str) -> Keys:
        """The front matter's keys; `kind` is always allowed."""
        return self.keys(self.page.front, {"kind", *allowed}, owner, 1)

    def keys(
        self, pairs: tuple[Pair, ...], allowed: Collection[str], owner: str, line: int
    ) -> Keys:
        """The keys of one heading or file."""
        return Keys(pairs, allowed, owner, line, self.report)

    def title(self, keys: Keys) -> str:
        """The `title` of the file, else its first-level heading; reported if there is neither."""
        return keys.text("title") or self.page.title or keys.need("title", "a few words")

    def parts(self, lowest: int = 2) -> tuple[Part, ...]:
        """The headings, none deeper than `lowest`; others are reported and then read as if
        they stood at the nearest level."""
        found: list[Part] = []
        for part in self.page.parts:
            level = min(max(part.level, 2), lowest)
            if level != part.level:
                marks = " or ".join("#" * one for one in range(2, lowest + 1))
                what = f"'{shown(part.title)}' is a heading of level {part.level}."
                self.report.error(part.line, what, f"Here a heading begins with {marks}.")
            found.append(Part(part.line, level, part.title, part.pairs, part.blocks))
        return tuple(found)

    def name(self, sort: str, name: str, line: int) -> bool:
        """Take down a name given here; False, and reported, if it was given before."""
        before = self.draft.name(sort, name, self.report.file, line)
        if before:
            what = f"There is a {sort} '{name}' already (at {before})."
            self.report.error(line, what, "Give one of them another id.")
        return not before

    def refer(self, sort: str, keys: Keys, key: str) -> tuple[str, ...]:
        """The ids listed under `key`, taken down to be looked up when all files are read."""
        line = keys.line_of(key)
        names = keys.list(key)
        fits = is_criterion_id if sort == "criterion" else is_id
        good = tuple(one for one in names if fits(one))
        for name in names:
            if name not in good:
                like = "Write it as in m3-37/2.2." if sort == "criterion" else self._like(name)
                self.report.error(line, f"'{shown(name)}' can't be the id of a {sort}.", like)
        self.draft.refer(sort, good, self.report.file, line)
        return good

    def topics(self, keys: Keys, key: str = "topics") -> tuple[str, ...]:
        """Topics as ids: `giving feedback` and `giving-feedback` are the same."""
        return tuple(dict.fromkeys(one for name in keys.list(key) if (one := _topic(name))))

    def no_table(self, blocks: tuple[Block, ...], owner: str) -> None:
        """Report tables where none is read."""
        for block in blocks:
            if isinstance(block, Table):
                self.report.error(
                    block.line, f"A table is not read in {owner}.", "Write it as text."
                )

    def no_list(self, blocks: tuple[Block, ...], owner: str) -> None:
        """Report lists where none is read."""
        for block in blocks:
            if isinstance(block, Items):
                self.report.error(
                    block.line, f"A list is not read in {owner}.", "Write it as text."
                )

    @staticmethod
    def _like(name: str) -> str:
        better = slug(name)
        return f"Perhaps '{better}'." if better else ""


def _topic(name: str) -> str:
    return slug(name) or " ".join(name.split())

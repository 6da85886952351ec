"""What every reader of a file needs: its page, its report and the pack it adds to."""

from __future__ import annotations

from ilmcoach.packs.blocks import Block, Items, Page, Part, Table
from ilmcoach.packs.definitions import Kind, Level
from ilmcoach.packs.draft import Draft
from ilmcoach.packs.keys import Keys
from ilmcoach.packs.names import is_criterion_id, is_id, plain_id, shown, slug
from ilmcoach.packs.report import Report


class Desk:
    """The page being read, where its problems go, and the draft that it adds to."""

    def __init__(self, page: Page, report: Report, draft: Draft) -> None:
        self.page = page
        self.report = report
        self.draft = draft

    def front(self, kind: Kind) -> Keys:
        """The front matter's keys."""
        return Keys(self.page.front, kind.front, 1, self.report)

    def keys(self, part: Part, level: Level) -> Keys:
        """The keys of one heading."""
        return Keys(part.pairs, level, part.line, self.report)

    def file_id(self, keys: Keys) -> str:
        """The `id` of the file; empty if it has none that can be used."""
        named = keys.text("title") or self.page.title
        stem = self.report.file.rpartition("/")[2].removesuffix(".md")
        return keys.id(slug(named) or slug(stem))

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
        good: list[str] = []
        for name in keys.list(key):
            plain = plain_id(name)
            if (is_criterion_id if sort == "criterion" else is_id)(plain):
                good.append(plain)
            else:
                self.draft.misspell(sort, name, self.report.file, line)
        self.draft.refer(sort, tuple(good), self.report.file, line)
        return tuple(dict.fromkeys(good))

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


def _topic(name: str) -> str:
    return slug(name) or " ".join(name.split())

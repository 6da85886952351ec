"""Deleting for good: asked about, done, and told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from textual.screen import Screen

from ilmcoach.dates import say_day
from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.records import Record
from ilmcoach.services.counts import counts_in_words, many
from ilmcoach.services.erasing import erase_for_good, exported, remove_doubtful
from ilmcoach.services.keeper import Keeper
from ilmcoach.store.erasing import Erased

from .present import show
from .screens.confirm import ConfirmScreen


class ForGood:
    """Asks before deleted records go for good, over one screen. `done` is called with the ids
    that went."""

    def __init__(
        self,
        screen: Screen[Any],
        keeper: Keeper,
        say: Callable[..., None],
        done: Callable[[frozenset[str]], None],
    ) -> None:
        self._screen = screen
        self._keeper = keeper
        self._say = say
        self._done = done

    async def ask(self, records: Sequence[Record]) -> None:
        """Says what would go, and lets it go if the learner says yes."""
        if not records:
            self._say("Nothing is deleted, so there is nothing to delete for good.")
            return
        try:
            text = await self._keeper.run(self._what_goes, records)
        except IlmcoachError as problem:
            self._say(str(problem), trouble=True)
            return

        async def answered(yes: bool | None) -> None:
            if yes:
                await self._erase(records)

        await self._screen.app.push_screen(
            ConfirmScreen("Delete for good?", text, yes="Delete for good", no="No, keep it"),
            answered,
        )

    def _what_goes(self, records: Sequence[Record]) -> str:
        space = self._keeper.workspace
        if len(records) == 1:
            one = records[0]
            title = " ".join(show(one, space.portfolio, space.pack).title.split())
            what = f"“{title[:200]}”, written {say_day(one.made.date())}."
        else:
            counts = counts_in_words(Counter(one.kind for one in records))
            what = f"Everything in the deleted list: {counts}."
        documents = exported(space)
        lie = f" There {_are(len(documents))} in {space.folders.exports}." if documents else ""
        return (
            f"{what}\n\nIt goes from your portfolio, from its backups, copies and earlier "
            "versions, and from typing that was not saved. It cannot be brought back.\n\n"
            f"Documents you have exported are files of their own: they stay as they are.{lie}"
        )

    async def _erase(self, records: Sequence[Record]) -> None:
        try:
            erased = await self._keeper.run(erase_for_good, self._keeper.workspace, records)
        except IlmcoachError as problem:
            self._finish(records)
            self._say(str(problem), trouble=True)
            return
        self._finish(records)
        await self.tell(erased)

    async def tell(self, erased: Erased) -> None:
        """Says what went, and asks about damaged files that may still hold some of it."""
        self._say(_what_went(erased))
        if erased.doubtful:
            await self._ask_about(erased)

    def _finish(self, records: Sequence[Record]) -> None:
        portfolio = self._keeper.workspace.portfolio
        self._done(frozenset(one.id for one in records if portfolio.get(one.id) is None))

    async def _ask_about(self, erased: Erased) -> None:
        names = "\n".join(str(path) for path in erased.doubtful)

        async def answered(yes: bool | None) -> None:
            if not yes:
                return
            try:
                await self._keeper.run(remove_doubtful, self._keeper.workspace, erased.doubtful)
            except IlmcoachError as problem:
                self._say(str(problem), trouble=True)
            else:
                self._say("The damaged files are gone too.")

        await self._screen.app.push_screen(
            ConfirmScreen(
                "Damaged files are left",
                "These are damaged, so nobody can tell whether they still hold some of it. They "
                f"may also hold the only trace of something else.\n\n{names}",
                yes="Remove them",
                no="Keep them",
            ),
            answered,
        )


def _are(count: int) -> str:
    return f"{'is' if count == 1 else 'are'} {count}"


def _what_went(erased: Erased) -> str:
    places = [
        many(number, noun, more)
        for number, noun, more in (
            (erased.backups, "backup", ""),
            (erased.copies, "damaged copy", "damaged copies"),
            (erased.drafts, "text not saved yet", "texts not saved yet"),
            (erased.notes, "note waiting", "notes waiting"),
            (erased.files, "attached file", ""),
            (erased.versions, "earlier version", ""),
        )
        if number
    ]
    rest = f" and from {', '.join(places)}" if places else ""
    return f"Gone for good: from your portfolio{rest}. Exported documents were not touched."

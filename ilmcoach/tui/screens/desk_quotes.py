"""Quotes at the writing desk: brought in, shown, gone to, accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ilmcoach.errors import IlmcoachError
from ilmcoach.packs.model import Assessment, Section
from ilmcoach.portfolio.quoting import Quotes, Standing, quotes_for
from ilmcoach.portfolio.records import Quote, Record
from ilmcoach.services.keeper import Keeper
from ilmcoach.text import clean
from ilmcoach.tui.drafted_editor import DraftedEditor
from ilmcoach.tui.widgets.marked import Rows, Span
from ilmcoach.tui.widgets.quotes_line import QuotesLine

from .quote import QuoteScreen

if TYPE_CHECKING:
    from ilmcoach.portfolio.records import SectionText

    from .desk import DeskScreen


class DeskQuotes:
    """The quotes under the heading stood at. A quote is saved before its words are put in, so
    that no quoted words ever stand unmarked."""

    def __init__(
        self,
        screen: DeskScreen,
        keeper: Keeper,
        assessment: Assessment,
        text: DraftedEditor[SectionText],
    ) -> None:
        self._screen = screen
        self._keeper = keeper
        self._assessment = assessment
        self._text = text
        self._section = assessment.sections[0]
        self._quotes: tuple[Quote, ...] = ()
        self._look = Quotes(())
        self._looked: tuple[str, tuple[Standing, ...]] = ("", ())
        self._accepted: Quote | None = None

    def turn_to(self, section: Section) -> None:
        """Looks for the quotes of another heading, and marks them."""
        self._section, self._accepted = section, None
        self.look_again()

    def look_again(self) -> None:
        """After records were saved: the quotes as they are now."""
        portfolio = self._keeper.workspace.portfolio
        quotes = quotes_for(self._assessment.id, self._section.id, portfolio)
        if quotes != self._quotes:
            self._quotes, self._look = quotes, Quotes(quotes)
            self._looked = ("", ())
            self._text.editor.mark(self._spans)
        self.tell()

    def standing(self) -> tuple[Standing, ...]:
        """The quotes that stand as they were, in the text as it is typed now."""
        return self._standing_in(self._text.editor.text) if self._quotes else ()

    def _standing_in(self, text: str) -> tuple[Standing, ...]:
        if self._looked[0] != text:
            self._looked = (text, self._look.standing(text))
        return self._looked[1]

    def _spans(self, text: str) -> list[Span]:
        return [(one.start, one.end) for one in self._standing_in(text)]

    def tell(self) -> None:
        """Says under the text how many there are."""
        line = self._screen.query_one(QuotesLine)
        if line.tell(len(self.standing()), accepted=self._accepted is not None):
            self._screen.keep_cursor_in_sight()

    def offer(self, record: Record) -> None:
        """Lets the learner choose which words of a record to bring in."""
        section = self._section

        async def chosen(words: str | None) -> None:
            if words and section == self._section:
                await self._bring_in(record, words)

        self._screen.app.push_screen(QuoteScreen(self._keeper.workspace, record), chosen)

    async def _bring_in(self, record: Record, words: str) -> None:
        stamp, section = self._keeper.workspace.stamp(), self._section
        quote = Quote(
            id=stamp.new_id(),
            made=stamp.now,
            changed=stamp.now,
            assessment=self._assessment.id,
            section=section.id,
            source=record.id,
            text=clean(words),
        )
        if await self._save(quote) and section == self._section:
            self._accepted = None
            self._text.editor.put_at_cursor(quote.text)
            self._text.editor.focus()
            self.look_again()

    def go(self) -> None:
        """To where the next quote after the cursor begins, round and round. Nothing is selected:
        the next key must not take the quote's place."""
        found, editor = self.standing(), self._text.editor
        if not found:
            return
        rows = Rows(editor.text)
        at = rows.offset(editor.cursor_location)
        one = next((one for one in found if one.start > at), found[0])
        editor.move_cursor(rows.location(one.start), center=True)
        editor.focus()

    def here(self) -> Standing | None:
        """The quote that the cursor stands in; the only one there is; else None."""
        found, editor = self.standing(), self._text.editor
        at = Rows(editor.text).offset(editor.cursor_location)
        stood_in = (one for one in found if one.start <= at <= one.end)
        return next(stood_in, found[0] if len(found) == 1 else None)

    async def accept(self) -> None:
        """The quote stood in may stay as it is. With several and none stood in, goes to one."""
        one = self.here()
        if one is None:
            self.go()
        elif await self._save(self._again(one.quote, accepted=True)):
            self._accepted = one.quote
            self.look_again()

    async def take_back(self) -> None:
        """What was accepted last is marked again."""
        if self._accepted and await self._save(self._again(self._accepted, accepted=False)):
            self._accepted = None
            self.look_again()

    def _again(self, quote: Quote, *, accepted: bool) -> Quote:
        """The quote as it is kept now, accepted or not."""
        kept = self._keeper.workspace.portfolio.live_get(Quote, quote.id) or quote
        return replace(kept, accepted=accepted, changed=self._keeper.workspace.stamp().now)

    async def _save(self, quote: Quote) -> bool:
        try:
            await self._keeper.save([quote])
        except IlmcoachError as problem:
            self._text.trouble(str(problem))
            return False
        return True

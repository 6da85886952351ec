"""Search: any words the learner wrote, found as they type."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from ilmcoach.dates import say_day
from ilmcoach.portfolio.records import Record
from ilmcoach.search.model import Found, Hit
from ilmcoach.services.keeper import Keeper
from ilmcoach.tui.commands import Command
from ilmcoach.tui.going import Going
from ilmcoach.tui.present import KIND_NAMES, show
from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Plain, choice_line, plain
from ilmcoach.tui.widgets.titlebar import TitleBar

EMPTY = (
    "Type any words you wrote: a name, an area of leading, half a word. Everything is searched, "
    "but what you deleted."
)
NOTHING = "Nothing you wrote has all of these words. Try fewer, or only the beginning of one."


class SearchScreen(Screen[None]):
    """A line to type in and what it finds below it. The arrow keys move in the list while one
    types; what was looked for last stands there again the next time."""

    HELP_PAGE = "search"
    CSS_PATH = "../styles/search.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open"),
        Binding("down", "move('down')", "Next", show=False),
        Binding("up", "move('up')", "Before", show=False),
        Binding("pagedown", "move('page_down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
        Binding("ctrl+f", "type", show=False, priority=True),
        Binding("ctrl+p", "app.command_palette", "Commands", priority=True),
        Binding("escape", "leave", "Leave"),
    ]

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._going = Going(self, keeper)

    def compose(self) -> ComposeResult:
        yield TitleBar("Search")
        yield Line(self._keeper.searching.typed, hint="words you wrote", id="search-words")
        yield Plain(EMPTY, id="search-told", classes="quiet")
        yield OptionList(id="search-found", compact=True)
        yield KeysLine()

    def on_mount(self) -> None:
        """Ready to type over what was looked for last."""
        line = self.query_one(Line)
        line.focus()
        line.action_select_all()
        self._look()

    def on_screen_resume(self) -> None:
        """Back from a record: what was changed there shows here."""
        if self.query(Line):
            self._look()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._look()

    @work(exclusive=True, group="search")
    async def _look(self) -> None:
        """Finds what stands in the line; the next one takes the place of one not done yet."""
        searching, typed = self._keeper.searching, self.query_one(Line).value
        searching.typed = typed
        if not searching.is_ready:
            self.query_one("#search-told", Plain).say("Reading through what you wrote…")
        found = await asyncio.to_thread(searching.find, typed)
        self._show(typed, found)

    def _show(self, typed: str, found: Found) -> None:
        options = self.query_one(OptionList)
        stood_on = self.found_id
        lines = [line for hit in found.hits if (line := self._line(hit))]
        options.clear_options()
        options.add_options(lines)
        options.display = bool(lines)
        ids = [line.id for line in lines]
        if lines:
            options.highlighted = ids.index(stood_on) if stood_on in ids else 0
        self.query_one("#search-told", Plain).say(_told(typed, found))

    def _line(self, hit: Hit) -> Option | None:
        space = self._keeper.workspace
        record = space.portfolio.get(hit.id)
        if record is None:
            return None
        shown = show(record, space.portfolio, space.pack)
        title = " ".join(shown.title.split())
        about = plain(f"\n  {say_day(record.made.date())}, {_kind(record)}", "$quiet")
        if title == hit.snippet:
            return choice_line(Content.assemble(_marked(hit, "bold"), about), id=hit.id)
        head = plain(title if len(title) <= 72 else f"{title[:71]}…", "bold")
        piece = Content.assemble(plain(": ", "$quiet"), _marked(hit, "$quiet"))
        return choice_line(Content.assemble(head, about, piece), id=hit.id)

    @property
    def found_id(self) -> str:
        """The id of the record stood on; empty if none."""
        options = self.query_one(OptionList)
        at = options.highlighted
        if at is None or at >= options.option_count:
            return ""
        return options.get_option_at_index(at).id or ""

    def action_move(self, way: str) -> None:
        """Moves in the list while the cursor stays in the line."""
        options = self.query_one(OptionList)
        if options.option_count:
            getattr(options, f"action_cursor_{way}" if way in ("up", "down") else f"action_{way}")()

    def action_type(self) -> None:
        """Ctrl+F: back to the line, to look for something else."""
        line = self.query_one(Line)
        line.focus()
        line.action_select_all()

    @on(Input.Submitted)
    async def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        await self.action_open()

    @on(OptionList.OptionSelected)
    async def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self.action_open()

    async def action_open(self) -> None:
        """Opens the record stood on where it can be read and changed."""
        record = self._keeper.workspace.portfolio.get(self.found_id)
        if record:
            await self._going.edit(record)

    def commands(self) -> tuple[Command, ...]:
        """What the command palette offers here."""
        return (("Back to the tabs", "Leave the search", self.action_leave),)

    def action_leave(self) -> None:
        """Escape: back to where one was."""
        self.dismiss(None)


def _kind(record: Record) -> str:
    return KIND_NAMES.get(record.kind, record.kind)


def _told(typed: str, found: Found) -> str:
    if not typed.strip():
        return EMPTY
    if not found.total:
        return NOTHING
    if found.total > len(found.hits):
        return f"The best {len(found.hits)} of {found.total:,}. One more word finds fewer."
    return f"{found.total:,} found. The arrow keys move, Enter opens."


def _marked(hit: Hit, style: str) -> Content:
    parts, at = [], 0
    for start, end in hit.marks:
        parts += [plain(hit.snippet[at:start], style), plain(hit.snippet[start:end], "$accent")]
        at = end
    return Content.assemble(*parts, plain(hit.snippet[at:], style))

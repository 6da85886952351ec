"""Prompt packs: which are used, which are there, and what can be done with each."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, OptionList

from ilmcoach.errors import IlmcoachError
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.packs import BESIDE, Leaving, PackDesk
from ilmcoach.tui.commands import Command
from ilmcoach.tui.going import Going
from ilmcoach.tui.marks import marks_for
from ilmcoach.tui.showing.packs import TOO, YOURS, PackRow, leaving_words, pack_rows
from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.plain import Act, Plain, choice_line, plain
from ilmcoach.tui.widgets.standing import StandingList
from ilmcoach.tui.widgets.titlebar import TitleBar

ABOUT = "Where questions, headings and reading come from. Changing packs loses nothing."


class PacksScreen(Screen[None]):
    """The packs on the left, the one stood on at the right. One that `adds` asks for a file that
    somebody sent when it opens."""

    HELP_PAGE = "packs"
    CSS_PATH = "../styles/packs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+p", "app.command_palette", "Commands", priority=True, show=False),
        Binding("ctrl+n", "add", "Add a file"),
        Binding("space", "turn", "Use or stop"),
        Binding("delete", "take_away", "Take away", show=False),
        Binding("escape", "leave", "Back"),
    ]

    def __init__(self, keeper: Keeper, *, adds: bool = False) -> None:
        super().__init__()
        self._keeper = keeper
        self._going = Going(self, keeper)
        self._desk = PackDesk(keeper.workspace)
        self._rows: dict[str, PackRow] = {}
        self._wanted = ""
        self._adds = adds

    def compose(self) -> ComposeResult:
        yield TitleBar("Prompt packs")
        yield Plain(ABOUT, id="over-list", classes="quiet")
        with Horizontal(classes="buttons", id="ways-in"):
            yield Act("My tutor sent me a file…", id="add", main=True)
        with Horizontal(classes="browser", id="packs"):
            yield StandingList(id="pack-list", compact=True)
            with Vertical(classes="detail panel"):
                with VerticalScroll():
                    yield Plain("", id="pack-detail")
                with Horizontal(classes="buttons"):
                    yield Act("Use it too", id="turn", main=True)
                    yield Act("Set up my programme…", id="set-up")
                with Horizontal(classes="buttons", id="more"):
                    yield Act("Its guided questions…", id="walks")
                    yield Act("Take it away…", id="take-away")
        yield KeysLine()

    async def on_mount(self) -> None:
        """Lists the packs that there are."""
        await self._fill()
        self.query_one("#pack-list").focus()
        if self._adds:
            self._add()

    async def on_screen_resume(self) -> None:
        """Back from another screen: what was added or chosen there shows here."""
        if self._rows:
            await self._fill()

    async def on_unmount(self) -> None:
        """Takes away what was unpacked to be looked at."""
        await self._keeper.run(self._desk.close)

    def on_paste(self, event: events.Paste) -> None:
        """A file dragged into the window is one to add."""
        event.stop()
        self._add(" ".join(event.text.split()))

    async def _fill(self) -> None:
        library = self._keeper.workspace.library
        rows = await self._keeper.run(pack_rows, self._desk, library)
        here = self._row
        listed = self.query_one("#pack-list", OptionList)
        listed.clear_options()
        self._rows = {}
        for number, row in enumerate(rows):
            if not number or rows[number - 1].group != row.group:
                space = "\n" if number else ""
                head = plain(f"{space}{row.group}", "bold $quiet")
                listed.add_option(choice_line(head, disabled=True))
            self._rows[str(number)] = row
            listed.add_option(choice_line(_line(row), str(number)))
        wanted = self._wanted or (here.id if here else "")
        self._wanted = ""
        stand = next((key for key, one in self._rows.items() if one.id == wanted), "0")
        if stand in self._rows:
            listed.highlighted = listed.get_option_index(stand)
        self._show()

    @property
    def _row(self) -> PackRow | None:
        """The pack stood on."""
        option = self.query_one("#pack-list", OptionList).highlighted_option
        return self._rows.get((option.id if option else "") or "")

    @on(OptionList.OptionHighlighted)
    def _stood_on(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show()
        self.query_one(".detail VerticalScroll", VerticalScroll).scroll_home(animate=False)

    @on(OptionList.OptionSelected)
    def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.query_one(".detail VerticalScroll").focus()

    def _show(self) -> None:
        row = self._row
        if row is None:
            return
        self.query_one("#pack-detail", Plain).say(_detail(row))
        turn = self.query_one("#turn", Act)
        turn.say("Stop using it" if row.used == BESIDE else "Use it too")
        turn.display = self._may_turn(row)
        self.query_one("#set-up").display = row.has_programme and row.used != "programme"
        self.query_one("#walks").display = row.has_walks and bool(row.used)
        self.query_one("#take-away").display = row.own
        more = self.query_one("#more")
        more.display = any(one.display for one in more.children)
        self.refresh_bindings()

    def _may_turn(self, row: PackRow | None) -> bool:
        """True for a pack that can be used beside the programme's, or is."""
        if row is None or row.used:
            return row is not None and row.used == BESIDE
        return row.usable and not self._desk.in_use(row.id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done with the pack stood on."""
        if action == "turn" and self._rows:
            return self._may_turn(self._row)
        return True

    def action_add(self) -> None:
        """Ctrl+N: a file that somebody sent."""
        self._add()

    def _add(self, path: str = "") -> None:
        from .packs_add import AddPackScreen

        if not self._going.cannot_write():
            self.app.push_screen(AddPackScreen(self._keeper, path), self._added)

    def _added(self, pack_id: str | None) -> None:
        if pack_id:
            self._set_up(pack_id)

    def _set_up(self, pack_id: str) -> None:
        from .setup import SetupScreen

        if not self._going.cannot_write():
            self.app.push_screen(SetupScreen(self._keeper, pack_id))

    async def action_turn(self) -> None:
        """Space: uses the pack beside the programme's, or stops using it."""
        row = self._row
        if row is None or not self._may_turn(row) or self._going.cannot_write():
            return
        stops = row.used == BESIDE
        act = self._desk.stop_using if stops else self._desk.use
        if await self._do(partial(act, row.id)):
            stopped = "No longer used. What you wrote stays."
            self._going.say(stopped if stops else f"{row.title}: used from now on.")
            self._wanted = row.id
            await self._fill()
            self.query_one("#pack-list").focus()

    async def action_take_away(self) -> None:
        """Del: takes a pack that the learner added away; asks first."""
        from .confirm import ConfirmScreen

        row = self._row
        if row is None or not row.own or self._going.cannot_write():
            return
        try:
            leaving = await self._keeper.run(self._desk.leaving, row.id)
        except IlmcoachError as problem:
            self._going.say(str(problem), trouble=True)
            return

        async def answered(yes: bool | None) -> None:
            if yes:
                await self._take_away(leaving)

        words = leaving_words(leaving)
        title = f"Take away {row.title}?"
        self.app.push_screen(ConfirmScreen(title, words, yes="Take it away"), answered)

    async def _take_away(self, leaving: Leaving) -> None:
        if await self._do(partial(self._desk.remove, leaving.id)):
            self._going.say("Taken away. What you wrote stays, and a copy of the pack is kept.")
            await self._fill()
            self.query_one("#pack-list").focus()

    async def _do(self, act: partial[Any]) -> bool:
        """True once it is done; what went wrong is said."""
        try:
            await self._keeper.run(act)
        except IlmcoachError as problem:
            self._going.say(str(problem), trouble=True)
            return False
        return True

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        row = self._row
        match event.button.id:
            case "add":
                self.action_add()
            case "turn":
                await self.action_turn()
            case "take-away":
                await self.action_take_away()
            case "set-up" if row:
                self._set_up(row.id)
            case "walks" if row:
                await self._walks(row.id)

    async def _walks(self, pack_id: str) -> None:
        from .walk_list import WalkListScreen

        await self._going.show(lambda keeper: WalkListScreen(keeper, pack_id))

    def commands(self) -> tuple[Command, ...]:
        """What the command palette offers here."""
        return (
            ("My tutor sent me a file", "Look at it, then add it", self.action_add),
            ("Use it, or stop using it", "The pack you stand on, Space", self.action_turn),
            ("Take it away…", "A pack that you added; asks first", self.action_take_away),
            ("Back", "To where you were", self.action_leave),
        )

    def action_leave(self) -> None:
        """Escape: back to where one was."""
        self.dismiss(None)


def _line(row: PackRow) -> Content:
    """A line of the list; the mark shows where one title ends and the next begins."""
    marks = marks_for()
    if not row.usable:
        return Content.assemble(plain(f"{marks.late} ", "$warning"), plain(row.title, "$warning"))
    if row.group in (YOURS, TOO):
        return Content.assemble(plain(f"{marks.here} ", "$accent"), plain(row.title, "bold"))
    return Content.assemble(plain(f"{marks.open} ", "$quiet"), plain(row.title))


def _detail(row: PackRow) -> Content:
    parts = [plain(row.title, "bold")]
    if row.trouble:
        parts.append(plain(f"\n{row.trouble}", "$warning"))
    for name, fact in row.facts:
        parts += [plain(f"\n{name}  ", "$quiet"), plain(fact)]
    if row.about:
        parts.append(plain(f"\n\n{row.about}"))
    return Content.assemble(*parts)

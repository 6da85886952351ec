"""The first screen once there is something: seven tabs, each a pane of its own."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import TabbedContent, TabPane

from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.records import KINDS, Action, Record, Telling
from ilmcoach.portfolio.trash import from_trash, to_trash
from ilmcoach.services.erasing import in_trash
from ilmcoach.services.keeper import Keeper
from ilmcoach.tui.commands import Command
from ilmcoach.tui.drafted import screen_of
from ilmcoach.tui.going import Going
from ilmcoach.tui.left_words import has_place
from ilmcoach.tui.panes.base import DeleteRecord, EditRecord, Pane, StartWalk
from ilmcoach.tui.panes.messages import (
    ForGoodAsked,
    HandIn,
    NewRecord,
    OpenAssessment,
    OpenDraft,
    SetUp,
    ShowScreen,
    TellAction,
    ToggleTrash,
)
from ilmcoach.tui.panes.today import TodayPane, title_fact
from ilmcoach.tui.showing.shown import KIND_NAMES
from ilmcoach.tui.ways import screen_commands
from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.late_tab import LateTab
from ilmcoach.tui.widgets.plain import Plain, plain
from ilmcoach.tui.widgets.titlebar import TitleBar

TITLES = {"telling": "How did it go?"}
TABS = ("Today", "Strengths", "Goals", "Set", "Log", "Assignment", "Reading")
TICK = 20
"""Seconds between looks for notes put down from the command line."""


class HomeScreen(Screen[None]):
    """Tabs over the whole portfolio."""

    HELP_PAGE = "home"
    # The first tab puts the focus where it belongs; the tabs themselves would flash first.
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "carry_on", "Carry on"),
        Binding("ctrl+t", "app.quick_note", "Note"),
        Binding("ctrl+f", "search", "Search"),
        Binding("ctrl+z", "undo", "Undo delete", show=False),
        Binding("ctrl+p", "app.command_palette", "Commands", priority=True),
        Binding("ctrl+q", "app.quit", "Quit", priority=True),
        *(Binding(str(n + 1), f"tab({n})", show=False) for n in range(7)),
    ]

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._going = Going(self, keeper)
        self._deleted: list[tuple[Record, ...]] = []
        self._show_trash = False
        self._opening = True
        self._left_at = keeper.workspace.portfolio
        self._packs = keeper.workspace.pack

    def compose(self) -> ComposeResult:
        space = self._keeper.workspace
        yield TitleBar("ilmcoach")
        yield Plain("", id="read-only")
        # The tabs behind the first are made once that can be seen.
        with TabbedContent(id="tabs"):
            with TabPane(plain("Today"), id="tab-today"):
                yield TodayPane(space)
            for name in TABS[1:]:
                yield LateTab(plain(name), partial(self._make, name), id=f"tab-{name.lower()}")
        yield KeysLine()

    def _make(self, name: str) -> Pane:
        from ilmcoach.tui.panes.behind import make_pane

        return make_pane(name, self._keeper.workspace, in_trash=lambda: self._show_trash)

    def on_mount(self) -> None:
        """Says where the learner is and watches for notes from outside."""
        self._say_title()
        self._look()
        self._focus_pane()
        self.set_interval(TICK, self._take_inbox)

    def _say_title(self) -> None:
        space = self._keeper.workspace
        pack = space.pack
        title = pack.programme.title if pack and pack.programme else ""
        why = space.store.why_read_only or getattr(self.app, "passing", "") or space.pack_trouble
        self.query_one("#read-only", Plain).say(why)
        self.query_one("#read-only").display = bool(why)
        self._name_set_tab(has_set=pack is None or bool(pack.programme and pack.programme.has_set))
        narrow = self.has_class("-narrow")
        words = title if title and narrow else f"ilmcoach   {title}".strip()
        self.query_one(TitleBar).say(words, title_fact(space, short=narrow))

    def _name_set_tab(self, *, has_set: bool) -> None:
        """A programme without a set has actions only."""
        tab = self.query_one(TabbedContent).get_tab("tab-set")
        words = "Set" if has_set else "Actions"
        if tab.label_text != words:
            tab.label = plain(words)

    def _pane(self) -> Pane | None:
        """The pane in front; None for the moment that it takes to be made."""
        tabs = self.query_one(TabbedContent)
        return next(iter(tabs.get_pane(tabs.active).query(Pane)), None)

    def _look(self) -> None:
        if pane := self._pane():
            pane.look()

    @on(Pane.Made)
    def _made(self) -> None:
        self._look()

    def _focus_pane(self) -> None:
        if pane := self._pane():
            pane.focus_first()

    def refresh_panes(self, made: frozenset[str] = frozenset()) -> None:
        """Shows the portfolio as it is now; lists stand on what was just `made`, by its ids."""
        self._say_title()
        if self._packs is not self._keeper.workspace.pack:
            self._packs = self._keeper.workspace.pack
            self.run_worker(self._make_tabs_again())
        for pane in self.query(Pane):
            pane.mark_stale(made)
        self._look()

    async def _make_tabs_again(self) -> None:
        """With other packs other buttons stand in the tabs."""
        self._show_trash = False
        for tab in self.query(LateTab):
            await tab.make_again()
        if self.focused is None and self.app.screen is self:
            self.call_after_refresh(self._focus_pane)

    async def _take_inbox(self) -> None:
        try:
            taken = await self._keeper.take_inbox()
        except IlmcoachError as problem:
            self._going.say(str(problem))
            return
        if taken:
            self.refresh_panes()

    def on_screen_suspend(self) -> None:
        """Another screen comes in front: what is made there is what was not there before."""
        self._left_at = self._keeper.workspace.portfolio

    def on_screen_resume(self) -> None:
        """Back from another screen: what was written there shows here."""
        if self._opening:
            # Mounting has shown everything already.
            self._opening = False
        elif self.query(TabbedContent):
            before, now = self._left_at, self._keeper.workspace.portfolio
            same = before is now
            made = () if same else (one.id for one in now if before.get(one.id) is None)
            self.refresh_panes(frozenset(made))

    def on_resize(self) -> None:
        """A narrower window has a shorter title."""
        self.call_after_refresh(self._say_title)

    @on(TabbedContent.TabActivated)
    def _turned(self, event: TabbedContent.TabActivated) -> None:
        event.stop()
        self._look()

    def action_tab(self, number: int) -> None:
        """Keys 1 to 7: the tabs."""
        tabs = self.query_one(TabbedContent)
        panes = list(tabs.query(TabPane))
        # A focus left in the tab that is being hidden would call that tab back.
        self.set_focus(None)
        tabs.active = panes[number].id or ""
        self._look()
        self.call_after_refresh(self._focus_pane)

    def action_carry_on(self) -> None:
        """Ctrl+N: the one next thing."""
        today = self.query_one(TodayPane)
        today.look()
        today.carry_on()

    async def action_search(self) -> None:
        """Ctrl+F: finds any words that were written."""
        from .search import SearchScreen

        await self._going.show(SearchScreen, writes=False)

    def commands(self) -> tuple[Command, ...]:
        """What the command palette offers here."""
        pane = self._pane()
        space = self._keeper.workspace
        walks = [
            (walk.title, "Guided questions", partial(self._going.walk, walk.id))
            for walk in space.working_pack.walks_for_learner()
            if not walk.again
        ]
        tasks = space.pack.assessments if space.pack else ()
        desks = [(f"Write: {t.title}", "The desk", partial(self._going.desk, t.id)) for t in tasks]
        hand_ins = [
            (f"Hand in: {t.title}", "Make the document", partial(self._going.hand_in, t.id))
            for t in tasks
        ]
        tabs = [
            (f"Go to {name}", "A tab", partial(self.action_tab, number))
            for number, name in enumerate(TABS)
        ]
        return (
            ("Carry on", "The one next thing", self.action_carry_on),
            ("Search", "Any words you wrote", self.action_search),
            *(pane.commands() if pane else ()),
            *walks,
            *desks,
            *hand_ins,
            *tabs,
            *screen_commands(self._going),
            ("Set up my programme", "Qualification, dates, name", self._going.set_up),
            ("Undo delete", "Bring back what was deleted last", self.action_undo),
            ("Empty the deleted list…", "Delete it all for good", self._ask_for_good),
        )

    @on(StartWalk)
    async def _start_walk(self, event: StartWalk) -> None:
        run_id, _, at = event.run_id.partition("#")
        subject = event.record.id if event.record else ""
        await self._going.walk(event.walk_id, run_id=run_id, subject=subject, at=at)

    @on(EditRecord)
    async def _edit(self, event: EditRecord) -> None:
        await self._going.edit(event.record)

    @on(SetUp)
    async def _set_up(self) -> None:
        await self._going.set_up()

    @on(OpenAssessment)
    async def _open(self, event: OpenAssessment) -> None:
        await self._going.desk(event.assessment_id, event.section_id)

    @on(HandIn)
    async def _hand_in(self, event: HandIn) -> None:
        await self._going.hand_in(event.assessment_id)

    @on(OpenDraft)
    async def _open_draft(self, event: OpenDraft) -> None:
        kind, _, rest = event.key.partition("/")
        portfolio = self._keeper.workspace.portfolio
        if kind == "section" and has_place(event.key, self._keeper.workspace):
            await self._going.desk(*rest.split("/", 1))
        elif kind == "form" and (record := portfolio.get(rest)):
            await self._going.edit(record)
        elif kind == "set":
            await self._going.my_set()
        elif kind == "new":
            name, _, action_id = rest.partition("/")
            action = portfolio.live_get(Action, action_id)
            await self._form(KINDS[name], name, about=action)
        elif screen := screen_of(event.key, self._keeper):
            await self._going.show(lambda _: screen)
        else:
            await self.app.run_action("quick_note")

    @on(NewRecord)
    async def _new(self, event: NewRecord) -> None:
        await self._form(KINDS[event.kind], event.kind, **event.fields)

    @on(ShowScreen)
    async def _show(self, event: ShowScreen) -> None:
        await self._going.show(event.make, writes=event.writes)

    @on(TellAction)
    async def _tell(self, event: TellAction) -> None:
        await self._form(Telling, "telling", about=event.action)

    async def _form(
        self, kind: type[Record], name: str, about: Action | None = None, **fields: Any
    ) -> None:
        from .form import FormScreen

        if self._going.cannot_write():
            return
        stamp = self._keeper.workspace.stamp()
        if about:
            fields["links"] = (about.id,)
        record = kind(id=stamp.new_id(), made=stamp.now, changed=stamp.now, **fields)
        words = TITLES.get(name) or KIND_NAMES[name]
        title = f"{words}  {about.text}" if about else words
        key = f"new/{name}/{about.id}" if about else f"new/{name}"
        await self.app.push_screen(FormScreen(self._keeper, record, title, draft_key=key))

    @on(ToggleTrash)
    def _toggle_trash(self) -> None:
        self._show_trash = not self._show_trash
        from ilmcoach.tui.panes.records import RecordPane

        pane = self.query_one("#log", RecordPane)
        words = "Back to the log" if self._show_trash else "Show what was deleted"
        pane.relabel("trash", words)
        pane.refresh_pane()

    @on(DeleteRecord)
    async def _delete(self, event: DeleteRecord) -> None:
        if self._going.cannot_write():
            return
        space = self._keeper.workspace
        if event.record.trashed is not None:
            if await self._save(from_trash((event.record,)), "It is back."):
                self._focus_pane()
            return
        gone = to_trash(event.record, space.portfolio, space.clock.now())
        if await self._save(gone, "Deleted. Ctrl+Z brings it back; so does the log, later."):
            self._deleted.append(gone)
            self._focus_pane()

    @on(ForGoodAsked)
    async def _delete_for_good(self, event: ForGoodAsked) -> None:
        await self._ask_for_good(event.record)

    async def _ask_for_good(self, record: Record | None = None) -> None:
        from ilmcoach.tui.for_good import ForGood

        if not self._going.cannot_write():
            portfolio = self._keeper.workspace.portfolio
            asking = ForGood(self, self._keeper, self._going.say, self._gone)
            await asking.ask((record,) if record else in_trash(portfolio))

    def _gone(self, ids: frozenset[str]) -> None:
        """Undo does not bring back what went for good."""
        left = (tuple(one for one in some if one.id not in ids) for some in self._deleted)
        self._deleted = [some for some in left if some]
        self.refresh_panes()

    async def action_undo(self) -> None:
        """Ctrl+Z: what was deleted last is back."""
        if not self._deleted:
            self._going.say("Nothing was deleted just now. Older ones: Log, Show what was deleted.")
            return
        if await self._save(from_trash(self._deleted[-1]), "It is back."):
            self._deleted.pop()

    async def _save(self, records: tuple[Record, ...], words: str) -> bool:
        try:
            await self._keeper.save(records)
        except IlmcoachError as problem:
            self._going.say(str(problem), trouble=True)
            return False
        self.refresh_panes()
        self._going.say(words)
        return True

"""Hours: time spent on the programme, put down a line at a time, beside the programme's figures."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, OptionList

from ilmcoach.dates import say_day
from ilmcoach.errors import IlmcoachError
from ilmcoach.packs.model import Programme
from ilmcoach.portfolio.agenda import last_date
from ilmcoach.portfolio.hours import hours_facts, meetings_held
from ilmcoach.portfolio.records import Hours, Record
from ilmcoach.portfolio.spans import say_span
from ilmcoach.portfolio.trash import from_trash, to_trash
from ilmcoach.portfolio.wording import HOURS_SORTS
from ilmcoach.services.keeper import Keeper
from ilmcoach.tui.commands import Command
from ilmcoach.tui.drafter import Drafter
from ilmcoach.tui.labels import number_of
from ilmcoach.tui.saying import say
from ilmcoach.tui.widgets.hours_entry import HoursEntry
from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.plain import Act, Plain, choice_line, plain
from ilmcoach.tui.widgets.standing import StandingList
from ilmcoach.tui.widgets.titlebar import TitleBar

NEW = "hours/new"
"""The draft of a line that is not kept yet; of one being changed it is `hours/` and its id."""


class HoursScreen(Screen[None]):
    """One line a time to put down, all lines, and what they come to."""

    HELP_PAGE = "hours"
    CSS_PATH = "../styles/hours.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep it"),
        Binding("delete", "delete_here", "Delete", show=False),
        Binding("ctrl+z", "undo", "Undo delete", show=False),
        Binding("ctrl+p", "app.command_palette", "Commands", priority=True),
        Binding("escape", "leave", "Leave"),
    ]

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._changing: Hours | None = None
        self._start = ""
        self._deleted: list[tuple[Record, ...]] = []
        self.drafter = Drafter(self, keeper, self._trouble)

    def compose(self) -> ComposeResult:
        yield TitleBar("Hours", self._last_date())
        with Vertical(id="entry", classes="panel"):
            yield HoursEntry(self._sorts(), self._keeper.workspace.today)
            yield Plain("", id="problem")
            with Horizontal(classes="buttons"):
                yield Act("Keep it", id="keep", main=True)
                yield Act("Leave it as it was", id="as-it-was")
        with Horizontal(id="kept"):
            with Vertical(id="lines"):
                yield Plain(
                    "Nothing put down yet. Choose what it was, say how long it took, press Enter.",
                    classes="empty",
                )
                yield StandingList(id="list", compact=True)
                with Horizontal(classes="buttons", id="line-buttons"):
                    yield Act("Change", id="change")
                    yield Act("Delete", id="delete")
                    yield Act("Undo delete", id="undo")
            with VerticalScroll(id="totals", classes="panel", can_focus=False) as totals:
                totals.border_title = plain("So far")
                yield Plain("", id="totals-text")
        yield KeysLine()

    def on_mount(self) -> None:
        """Brings back a line that was not kept, and shows the others."""
        self._refresh()
        self._turn_to(self._left_open())
        self.query_one(HoursEntry).focus_first()

    @property
    def _programme(self) -> Programme | None:
        pack = self._keeper.workspace.pack
        return pack.programme if pack else None

    def _last_date(self) -> str:
        enrolment = self._keeper.workspace.portfolio.enrolment
        years = self._programme.years if self._programme else None
        last = last_date(enrolment.start if enrolment else None, years)
        return f"to be finished by {say_day(last)}" if last else ""

    def _sorts(self) -> dict[str, str]:
        """Set meetings are no choice where the programme has no set."""
        programme, records = self._programme, self._records()
        has_set = programme is None or programme.has_set or any(r.sort == "set" for r in records)
        return {sort: label for sort, label in HOURS_SORTS.items() if sort != "set" or has_set}

    def _records(self) -> list[Hours]:
        """What is put down, the latest day first."""
        found = self._keeper.workspace.portfolio.live(Hours)
        return sorted(found, key=lambda one: (one.on or one.made.date(), one.made), reverse=True)

    def _left_open(self) -> Hours | None:
        """The line whose change was not kept; None if there is none, or a new one."""
        drafts = self._keeper.workspace.drafts
        if drafts.get(NEW):
            return None
        return next((one for one in self._records() if drafts.get(f"hours/{one.id}")), None)

    @property
    def _key(self) -> str:
        return f"hours/{self._changing.id}" if self._changing else NEW

    def _turn_to(self, record: Hours | None) -> None:
        """Shows a line to change, or with None an empty one, and what was typed there before."""
        self.drafter.rest()
        self._changing = record
        entry = self.query_one(HoursEntry)
        entry.fill(record)
        self._start = entry.draft
        draft = self._keeper.workspace.drafts.get(self._key)
        told = ""
        if draft and draft.text != self._start:
            entry.restore(draft.text)
            told = f"Brought back what you typed at {draft.at:%H:%M} and had not kept."
        self._trouble(told)
        self.drafter.watch(self._key, lambda: entry.draft)
        self.query_one("#entry").border_title = plain("Change a line" if record else "A new line")
        self.query_one("#as-it-was", Act).say("Leave it as it was" if record else "Clear")
        self._show_clear()

    def _show_clear(self) -> None:
        entry = self.query_one(HoursEntry)
        self.query_one("#as-it-was").display = bool(self._changing) or not entry.untouched

    def _refresh(self) -> None:
        records = self._records()
        options = self.query_one("#list", OptionList)
        at = options.highlighted or 0
        options.clear_options()
        for one in records:
            options.add_option(choice_line(_line(one), id=one.id))
        if records:
            options.highlighted = min(at, len(records) - 1)
        options.display = bool(records)
        self.query_one(".empty").display = not records
        for name in ("#change", "#delete"):
            self.query_one(name).display = bool(records)
        self.query_one("#undo").display = bool(self._deleted)
        self.query_one("#totals-text", Plain).say(self._totals())

    def _totals(self) -> Content:
        portfolio, programme = self._keeper.workspace.portfolio, self._programme
        facts = hours_facts(portfolio, programme)
        parts = [
            Content.assemble(plain(f"{fact.label}\n", "$quiet"), plain(f"{fact.words}\n"))
            for fact in facts
        ]
        if any(fact.label == "Set meetings" for fact in facts):
            held = number_of(meetings_held(portfolio), "meeting")
            parts.append(plain(f"{held} written down\n", "$quiet"))
        return Content("").join(parts)

    @property
    def _stood_on(self) -> Hours | None:
        options = self.query_one("#list", OptionList)
        if options.highlighted is None or not options.option_count:
            return None
        found = options.get_option_at_index(options.highlighted).id or ""
        return self._keeper.workspace.portfolio.live_get(Hours, found)

    def commands(self) -> tuple[Command, ...]:
        """What the command palette offers here."""
        return (
            ("Keep it", "Ctrl+S", self.action_keep),
            ("Change the line", "The one you stand on in the list", self.action_change),
            ("Delete the line", "The one you stand on in the list", self.action_delete),
            ("Undo delete", "Bring back what was deleted last", self.action_undo),
            ("Leave", "Back to the tabs", self.action_leave),
        )

    @on(HoursEntry.Edited)
    def _edited(self) -> None:
        if self.query_one(HoursEntry).draft != self._start:
            self.drafter.edited()
        self._show_clear()

    @on(HoursEntry.Finished)
    async def _finished(self) -> None:
        await self.action_keep()

    async def action_keep(self) -> None:
        """Keeps the line and offers an empty one; stays, with every word, if that cannot be."""
        entry = self.query_one(HoursEntry)
        if problem := entry.problem:
            self._trouble(problem)
            return
        stamp = self._keeper.workspace.stamp()
        new = Hours(id=stamp.new_id(), made=stamp.now, changed=stamp.now)
        record = replace(entry.put_into(self._changing or new), changed=stamp.now)
        typed = entry.draft
        if not await self._save((record,), self._key):
            return
        if entry.draft == typed:
            self._turn_to(None)
            entry.focus_first()
        else:
            # Keys hit while it was saved: they change the line that is kept now.
            self._changing, self._start = record, typed
            self.drafter.watch(self._key, lambda: entry.draft)
            self.drafter.edited()

    async def action_change(self) -> None:
        """The line stood on goes up to be changed; what was typed there is kept for later."""
        if record := self._stood_on:
            await self.drafter.write()
            self._turn_to(record)
            self.query_one(HoursEntry).focus_first()

    async def action_delete_here(self) -> None:
        """Del, in the list only: elsewhere it is easily hit by mistake."""
        if isinstance(self.focused, StandingList):
            await self.action_delete()

    async def action_delete(self) -> None:
        """Deletes the line stood on, with undo."""
        record = self._stood_on
        if record is None:
            return
        space = self._keeper.workspace
        gone = to_trash(record, space.portfolio, space.clock.now())
        if await self._save(gone):
            self._deleted.append(gone)
            self._refresh()
            say(self.app, "Deleted. Ctrl+Z brings it back; so does the log, later.")
            if self._changing and self._changing.id == record.id:
                self._turn_to(None)

    async def action_undo(self) -> None:
        """What was deleted here last is back."""
        if not self._deleted:
            say(self.app, "Nothing was deleted here just now.")
        elif await self._save(from_trash(self._deleted[-1])):
            self._deleted.pop()
            self._refresh()
            say(self.app, "It is back.")

    async def _save(self, records: tuple[Record, ...], draft: str = "") -> bool:
        try:
            await self._keeper.save(records)
            if draft:
                self.drafter.rest()
                await self._keeper.drop_draft(draft)
        except IlmcoachError as problem:
            self._trouble(str(problem))
            return False
        self._refresh()
        return True

    async def _as_it_was(self) -> None:
        """What was typed goes; an empty line is there."""
        self.drafter.rest()
        try:
            await self._keeper.drop_draft(self._key)
        except IlmcoachError as problem:
            self._trouble(str(problem))
            return
        self._turn_to(None)
        self.query_one(HoursEntry).focus_first()

    async def action_leave(self) -> None:
        """Escape: back; what is typed and not kept is offered back the next time."""
        await self.drafter.write()
        self.dismiss(None)

    @on(OptionList.OptionSelected, "#list")
    async def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self.action_change()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "keep":
                await self.action_keep()
            case "as-it-was":
                await self._as_it_was()
            case "change":
                await self.action_change()
            case "delete":
                await self.action_delete()
            case "undo":
                await self.action_undo()

    def _trouble(self, text: str) -> None:
        self.query_one("#problem", Plain).say(text)


def _line(one: Hours) -> Content:
    when = say_day(one.on or one.made.date())
    about = " · ".join(filter(None, (HOURS_SORTS.get(one.sort, "Of no sort yet"), one.text)))
    return Content.assemble(
        plain(f"{when}  {say_span(max(one.minutes or 0, 0))}"), plain(f"\n{about}", "$quiet")
    )

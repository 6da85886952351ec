"""Earlier versions of the text under a heading: looked at, compared, brought back."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Button, OptionList

from ilmcoach.errors import IlmcoachError
from ilmcoach.packs.model import Assessment, Section
from ilmcoach.portfolio.word_diff import compare
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.versions import (
    Entry,
    Version,
    history,
    restore,
    text_now,
    unsaved,
)
from ilmcoach.text import count_words
from ilmcoach.tui.commands import Command
from ilmcoach.tui.going import Going
from ilmcoach.tui.labels import number_of
from ilmcoach.tui.showing.versions import changed_words, entry_line, moment, tutor_line
from ilmcoach.tui.widgets.compared import Compared, legend
from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.plain import Act, Plain, choice_line, plain
from ilmcoach.tui.widgets.titlebar import TitleBar

from .confirm import ConfirmScreen

EMPTY = (
    "Nothing was saved under this heading yet. Each time you save your text there, it is also kept "
    "here as it stood, so that you can look back, compare and bring it back."
)
_TUTOR = "tutor"


class VersionsScreen(Screen[bool]):
    """A list of versions, the newest first, each compared beside it with the text now. Gives
    back True if a version was restored, so that whoever shows the text shows it anew."""

    HELP_PAGE = "versions"
    CSS_PATH = "../styles/versions.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+p", "app.command_palette", "Commands", priority=True, show=False),
        Binding("c", "switch", "As it was"),
        Binding("n", "change(1)", "Next change"),
        Binding("p", "change(-1)", "Change before", show=False),
        Binding("r", "restore", "Restore"),
        Binding("ctrl+n", "turn(1)", "Next heading", show=False, priority=True),
        Binding("ctrl+b", "turn(-1)", "Heading before", show=False, priority=True),
        Binding("escape", "leave", "Back"),
    ]

    def __init__(self, keeper: Keeper, assessment: Assessment, section: Section) -> None:
        super().__init__()
        self._keeper = keeper
        self._assessment = assessment
        self._section = section
        self._going = Going(self, keeper)
        self._zone = keeper.workspace.clock.now().tzinfo
        self._entries: tuple[Entry, ...] = ()
        self._seen: Version | None = None
        self._compares = True
        self._restored = False

    def compose(self) -> ComposeResult:
        yield TitleBar(f"Versions: {self._section.title}")
        with Horizontal(classes="browser", id="versions"):
            yield OptionList(id="history")
            with Vertical(id="beside"):
                yield Plain("", id="what")
                yield Compared(id="compared")
        yield Plain(EMPTY, id="nothing", classes="empty")
        with Horizontal(classes="buttons"):
            yield Act("Restore…", id="restore", main=True)
            yield Act("As it was", id="switch")
            yield Act("Next change", id="next")
            yield Act("Next heading", id="turn")
            yield Act("Back", id="leave")
        yield KeysLine()

    async def on_mount(self) -> None:
        """Lists what is kept."""
        await self._fill()

    async def _fill(self) -> None:
        place = self._keeper.workspace, self._assessment.id, self._section.id
        try:
            self._entries = await self._keeper.run(history, *place)
        except IlmcoachError as problem:
            self._entries = ()
            self._going.say(str(problem), trouble=True)
        handed = next((one for one in self._entries if one.handed), None)
        self._seen = handed.version if handed else None
        count = number_of(len(self._entries), "version") if self._entries else ""
        self.query_one(TitleBar).say(f"Versions: {self._section.title}", count)
        listed = self.query_one("#history", OptionList)
        listed.clear_options()
        if handed:
            listed.add_option(choice_line(tutor_line(handed.handed[-1], self._zone), id=_TUTOR))
        listed.add_options(
            choice_line(entry_line(one, self._seen, self._zone), id=str(number))
            for number, one in enumerate(self._entries)
        )
        for part in ("#versions", "#restore", "#switch", "#next"):
            self.query_one(part).display = bool(self._entries)
        self.query_one("#nothing").display = not self._entries
        if self._entries:
            listed.highlighted = 1 if handed and self._restored else 0
            listed.focus()
        else:
            self.query_one("#leave").focus()

    def _stood_on(self) -> Version | None:
        """The version that is looked at."""
        option = self.query_one("#history", OptionList).highlighted_option
        if option is None or not self._entries:
            return None
        return self._seen if option.id == _TUTOR else self._entries[int(option.id or 0)].version

    @on(OptionList.OptionHighlighted, "#history")
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show()

    def _show(self) -> None:
        self.run_worker(self._show_it(), exclusive=True, group="compare")

    async def _show_it(self) -> None:
        version = self._stood_on()
        if version is None:
            return
        kept = text_now(self._keeper.workspace, self._assessment.id, self._section.id)
        now = kept.text if kept else ""
        said = f"{moment(version.at, self._zone)}, {number_of(version.words, 'word')}"
        compared, what = self.query_one(Compared), self.query_one("#what", Plain)
        self.query_one("#switch", Act).say("Compare" if not self._compares else "As it was")
        self.query_one("#next").display = self._compares
        if not self._compares:
            compared.show_text(version.text)
            what.say(f"As it was: {said}.")
            return
        changes = await asyncio.to_thread(compare, version.text, now)
        compared.show_changes(changes)
        words = f"{said}, and the text now, {number_of(count_words(now), 'word')}."
        if version.text == now:
            what.say(f"{said}. This is the text as it is now.")
        else:
            head = plain(f"{words} {changed_words(changes)} ")
            what.say(head + plain("(") + legend() + plain(")"))

    def action_switch(self) -> None:
        """Between the text as it was and what changed since."""
        if self._entries:
            self._compares = not self._compares
            self._show()

    def action_change(self, by: int) -> None:
        """To the next place that changed, or the one before."""
        if self._entries and self._compares and not self.query_one(Compared).next_change(by):
            self._going.say("Nothing changed between these two.")

    @on(OptionList.OptionSelected, "#history")
    def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.query_one(Compared).focus()

    async def action_turn(self, by: int) -> None:
        """The next heading's versions, or those of the one before."""
        sections = self._assessment.sections
        at = [one.id for one in sections].index(self._section.id)
        self._section = sections[(at + by) % len(sections)]
        await self._fill()

    async def action_restore(self) -> None:
        """Asks, then lets the version stand under its heading again."""
        version, space = self._stood_on(), self._keeper.workspace
        if version is None or self._going.cannot_write():
            return
        kept = text_now(space, version.assessment, version.section)
        typed = unsaved(space, version.assessment, version.section)
        if kept and kept.text == version.text and not typed:
            self._going.say("That is the text as it is now.")
            return
        rest = " So is what you typed and have not saved." if typed else ""

        async def answered(yes: bool | None) -> None:
            if yes:
                await self._restore(version)

        await self.app.push_screen(
            ConfirmScreen(
                "Restore this version?",
                f"The text of {moment(version.at, self._zone)}, "
                f"{number_of(version.words, 'word')}, takes the place of the text under "
                f"“{self._section.title}”.\n\nThe text as it is now is kept as a version "
                f"first.{rest} To undo this, restore that one.",
                yes="Restore it",
            ),
            answered,
        )

    async def _restore(self, version: Version) -> None:
        space = self._keeper.workspace
        try:
            await self._keeper.run(restore, space, version)
        except IlmcoachError as problem:
            self._going.say(str(problem), trouble=True)
            return
        self._restored = True
        await self._fill()
        before = "" if space.store.version_problem else " The text from before is in the list."
        self._going.say(f"Restored.{before}")

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "restore":
                await self.action_restore()
            case "switch":
                self.action_switch()
            case "next":
                self.action_change(1)
            case "turn":
                await self.action_turn(1)
            case "leave":
                self.action_leave()

    def commands(self) -> tuple[Command, ...]:
        """What the command palette offers here."""
        return (
            ("Restore this version", "It asks first", self.action_restore),
            ("As it was, or compared", "Switch between the two", self.action_switch),
            ("Next change", "To the next place that changed", lambda: self.action_change(1)),
            ("Next heading", "Its versions", lambda: self.action_turn(1)),
            ("Heading before", "Its versions", lambda: self.action_turn(-1)),
            ("Leave", "Back to where you were", self.action_leave),
        )

    def action_leave(self) -> None:
        """Escape: back to where one was."""
        self.dismiss(self._restored)

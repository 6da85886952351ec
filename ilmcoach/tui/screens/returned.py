"""A Word file brought back: what came back under each heading, compared by word, and kept."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input, OptionList

from ilmcoach.errors import IlmcoachError
from ilmcoach.packs.model import Assessment
from ilmcoach.portfolio.word_diff import Change, Kind, compare
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.returned import ReturnedComment, ReturnedHeading, ReturnedLook, keep, look_at
from ilmcoach.tui.commands import Command
from ilmcoach.tui.going import Going
from ilmcoach.tui.labels import number_of
from ilmcoach.tui.showing.returned import (
    NOTHING_LOST,
    about_look,
    comment_line,
    comment_text,
    heading_line,
    is_trouble,
    say_kept,
)
from ilmcoach.tui.showing.versions import changed_words
from ilmcoach.tui.widgets.compared import Compared, legend
from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Act, Plain, choice_line, plain
from ilmcoach.tui.widgets.titlebar import TitleBar

EMPTY = (
    "Finishing in Word is fine. Save the document there (.docx), then say here where it is: type "
    "or paste it, or drag the file into this window.\n\nYou see what came back under each heading, "
    "and the comments in it. " + NOTHING_LOST
)
_ABOUT = "about"
LONG = 40_000
"""Letters that take a moment to compare."""


class ReturnedScreen(Screen[None]):
    """Asks for the file; lists its headings and comments, each with what it says beside it."""

    HELP_PAGE = "returned"
    CSS_PATH = "../styles/returned.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+p", "app.command_palette", "Commands", priority=True, show=False),
        Binding("ctrl+s", "keep", "Keep", priority=True),
        Binding("space", "turn", "Keep or leave"),
        Binding("n", "change(1)", "Next change"),
        Binding("p", "change(-1)", "Change before", show=False),
        Binding("v", "versions", "Versions"),
        Binding("escape", "leave", "Back"),
    ]

    def __init__(self, keeper: Keeper, assessment: Assessment) -> None:
        super().__init__()
        self._keeper = keeper
        self._assessment = assessment
        self._going = Going(self, keeper)
        self._look: ReturnedLook | None = None
        self._typed = ""
        self._chosen: set[str] = set()

    def compose(self) -> ComposeResult:
        yield TitleBar("Bring back a Word file", self._assessment.title)
        with Horizontal(id="file-line"):
            yield Plain("The file")
            yield Line(id="path", hint="e.g. ~/Documents/assignment.docx")
            yield Act("Look at it", id="look", main=True)
        yield Plain("", id="facts")
        with Horizontal(classes="browser", id="returned"):
            yield OptionList(id="came")
            with Vertical(id="beside"):
                yield Plain("", id="what")
                yield Compared(id="compared")
        yield Plain(EMPTY, id="nothing", classes="empty")
        with Horizontal(classes="buttons"):
            yield Act("Keep as versions", id="keep", main=True)
            yield Act("Leave out", id="turn")
            yield Act("Next change", id="next")
            yield Act("Versions…", id="to-versions")
            yield Act("Back", id="leave")
        yield KeysLine()

    def on_mount(self) -> None:
        """Begins with the file."""
        self._fill()
        self.query_one("#path").focus()

    def on_paste(self, event: events.Paste) -> None:
        """A file dragged into the window is the one that is meant."""
        if not isinstance(self.focused, Input):
            line = self.query_one("#path", Line)
            line.value = " ".join(event.text.split())
            line.focus()

    @on(Input.Submitted, "#path")
    def _given(self, event: Input.Submitted) -> None:
        event.stop()
        self._begin()

    def _begin(self) -> None:
        """Reads in the background: a long file takes seconds, and Escape leaves it at any time."""
        self.run_worker(self._read(), exclusive=True, group="read")

    async def _read(self) -> None:
        """Reads the file that is named, and lists what is in it."""
        typed = self.query_one("#path", Line).value
        self._tell("Reading it…")
        try:
            # Not by the keeper's one hand: a long file must not hold up what is saved.
            place = self._keeper.workspace, self._assessment.id, typed
            look = await asyncio.to_thread(look_at, *place)
        except IlmcoachError as problem:
            self._look = None
            self._fill()
            self._tell(str(problem), trouble=True)
            return
        self._typed, self._look = typed, look
        self._chosen = {key for key, one in self._parts() if _fits(one) and not _own(one)}
        self._fill()
        self._tell(NOTHING_LOST)
        self.query_one("#came").focus()

    def _parts(self) -> list[tuple[str, ReturnedHeading | ReturnedComment]]:
        """What came back, each with the id of its line in the list."""
        look = self._look
        if look is None:
            return []
        heads = [(f"heading-{number}", one) for number, one in enumerate(look.headings)]
        notes = [(f"comment-{number}", one) for number, one in enumerate(look.comments)]
        return [*heads, *notes]

    def _fill(self) -> None:
        listed, look = self.query_one("#came", OptionList), self._look
        before = listed.highlighted_option.id if listed.highlighted_option else ""
        listed.clear_options()
        for part in ("#returned", "#keep", "#turn", "#next"):
            self.query_one(part).display = look is not None
        self.query_one("#nothing").display = look is None
        self.query_one("#look", Act).variant = "default" if look else "primary"
        if look is None:
            return
        notes = about_look(look, self._assessment)
        if notes:
            count = plain(number_of(len(notes), "thing") + " to know", "$quiet")
            style = "bold $warning" if is_trouble(look) else "bold"
            listed.add_option(
                choice_line(Content.assemble(plain("About this file", style), "\n", count), _ABOUT)
            )
        for key, one in self._parts():
            listed.add_option(choice_line(self._line(key, one), key))
        ids = [option.id for option in listed.options]
        first = 1 if notes and not is_trouble(look) else 0
        listed.highlighted = ids.index(before) if before in ids else first

    def _line(self, key: str, one: ReturnedHeading | ReturnedComment) -> Content:
        chosen = key in self._chosen
        if isinstance(one, ReturnedHeading):
            return heading_line(one, chosen=chosen)
        return comment_line(one, self._assessment, chosen=chosen)

    def _stood_on(self) -> tuple[str, ReturnedHeading | ReturnedComment | None]:
        """The line of the list that is stood on, and what it is of; None for the file itself."""
        option = self.query_one("#came", OptionList).highlighted_option
        key = (option.id if option else "") or ""
        return key, dict(self._parts()).get(key)

    @on(OptionList.OptionHighlighted, "#came")
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.run_worker(self._show(), exclusive=True, group="compare")

    async def _show(self) -> None:
        """Shows beside the list what is stood on."""
        key, one = self._stood_on()
        if self._look is None:
            return
        compared, what = self.query_one(Compared), self.query_one("#what", Plain)
        self.query_one("#next").display = isinstance(one, ReturnedHeading) and not one.same
        self.query_one("#turn").display = _fits(one)
        self.query_one("#turn", Act).say("Leave out" if key in self._chosen else "Keep this too")
        if isinstance(one, ReturnedHeading):
            if one.same:
                what.say("It came back as it stands here.")
                compared.show_text(one.text)
                return
            if len(one.now) + len(one.text) > LONG:
                what.say("Comparing it word by word…")
            changes = await asyncio.to_thread(compare, one.now, one.text)
            words = f"From your text now to what came back: {changed_words(changes)} ("
            what.say(Content.assemble(plain(words), legend(), plain(")")))
            compared.show_changes(changes)
        elif one is not None:
            head_line, text = comment_text(one, self._assessment)
            what.say(head_line)
            compared.show_changes((Change(Kind.SAME, text),))
        else:
            what.say(f"About {self._look.name}")
            notes = "\n\n".join(about_look(self._look, self._assessment))
            compared.show_changes((Change(Kind.SAME, notes),))

    @on(OptionList.OptionSelected, "#came")
    def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.query_one(Compared).focus()

    def action_turn(self) -> None:
        """Takes what is stood on in, or leaves it out."""
        key, one = self._stood_on()
        if one is None or not _fits(one):
            return
        self._chosen ^= {key}
        listed = self.query_one("#came", OptionList)
        listed.replace_option_prompt(key, self._line(key, one))
        self.query_one("#turn", Act).say("Leave out" if key in self._chosen else "Keep this too")

    def action_change(self, by: int) -> None:
        """To the next place that changed, or the one before."""
        _, one = self._stood_on()
        if isinstance(one, ReturnedHeading) and not self.query_one(Compared).next_change(by):
            self._going.say("No word changed under this heading.")

    async def action_keep(self) -> None:
        """Keeps what is ticked; the texts under the headings stay as they are."""
        look = self._look
        if look is None or self._going.cannot_write():
            return
        parts = [one for key, one in self._parts() if key in self._chosen]
        sections = [one.section for one in parts if isinstance(one, ReturnedHeading)]
        comments = [one.comment for one in parts if isinstance(one, ReturnedComment)]
        if not parts:
            self._tell("Nothing is ticked, so there is nothing to keep.")
            return
        space = self._keeper.workspace
        try:
            await self._keeper.run(keep, space, look, sections, comments)
        except IlmcoachError as problem:
            self._tell(str(problem), trouble=True)
            return
        await self._again()
        self._tell(say_kept(len(sections), len(comments)))

    async def _again(self) -> None:
        """Looks once more, now that something is kept or restored; the file may be gone by now,
        and then what was seen of it stays."""
        place = self._keeper.workspace, self._assessment.id, self._typed
        try:
            self._look = await asyncio.to_thread(look_at, *place)
        except IlmcoachError:
            return
        self._chosen = {key for key, one in self._parts() if key in self._chosen and _fits(one)}
        self._fill()

    async def action_versions(self) -> None:
        """Earlier versions of the heading that is stood on, where one is restored."""
        from .versions import VersionsScreen

        _, one = self._stood_on()
        wanted = ""
        if isinstance(one, ReturnedHeading):
            wanted = one.section
        elif isinstance(one, ReturnedComment):
            wanted = one.comment.section
        sections = self._assessment.sections
        section = next((each for each in sections if each.id == wanted), sections[0])

        async def back(restored: bool | None) -> None:
            if restored and self._look:
                await self._again()

        await self.app.push_screen(VersionsScreen(self._keeper, self._assessment, section), back)

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "look":
                self._begin()
            case "keep":
                await self.action_keep()
            case "turn":
                self.action_turn()
            case "next":
                self.action_change(1)
            case "to-versions":
                await self.action_versions()
            case "leave":
                self.action_leave()

    def commands(self) -> tuple[Command, ...]:
        """What the command palette offers here."""
        return (
            ("Keep as versions", "What is ticked, Ctrl+S", self.action_keep),
            ("Keep this, or leave it out", "What you stand on, Space", self.action_turn),
            ("Next change", "To the next place that changed", lambda: self.action_change(1)),
            ("Versions", "Of the heading you stand on; restore one", self.action_versions),
            ("Leave", "Back to where you were", self.action_leave),
        )

    def action_leave(self) -> None:
        """Escape: back to where one was."""
        self.dismiss(None)

    def _tell(self, text: str, *, trouble: bool = False) -> None:
        facts = self.query_one("#facts", Plain)
        facts.set_class(trouble, "-odd")
        facts.say(text)


def _fits(one: ReturnedHeading | ReturnedComment | None) -> bool:
    """True for what can be kept."""
    if isinstance(one, ReturnedHeading):
        return one.worth_keeping
    return one is not None and not one.kept


def _own(one: ReturnedHeading | ReturnedComment) -> bool:
    """True for a comment that the learner wrote."""
    return isinstance(one, ReturnedComment) and one.own

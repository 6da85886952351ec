"""Words to look at in one text, and what can be set about spelling."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, OptionList

from ilmcoach.errors import IlmcoachError
from ilmcoach.services.spelling import OTHER_TEXT, Found, Look, Spelling
from ilmcoach.spelling.dictionary import Verdict
from ilmcoach.tui.from_part import keeper_of
from ilmcoach.tui.labels import number_of
from ilmcoach.tui.spelling_here import spelling_of
from ilmcoach.tui.widgets.plain import Act, Plain, choice_line, plain

from .window import Window

MOST_LISTED = 200
AROUND = 24
"""Characters shown before a word and behind it."""
WHAT = (
    "Words that a British dictionary does not know can be underlined while you write. You look at "
    "each; nothing is ever changed for you."
)
AT_THE_DESK = "It is on. At the writing desk, Ctrl+L lists the words to look at."
NONE = "No words to look at. A dictionary sees no grammar, and not which word you meant."
IZE = (
    "most of Britain writes -ise. Both are British, and -ize is Oxford's way: keep to one. "
    "The button below leaves all of them alone."
)


class SpellingScreen(Window[Found]):
    """Lists the words of `text` to look at and gives back the one to go to. Opened without a
    text, or with one that the dictionary does not read, it holds the settings alone."""

    HELP_PAGE = "spelling"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "leave", "Leave this word"),
        Binding("ctrl+z", "undo", "Undo", show=False),
    ]

    def __init__(self, text: str | None = None, *, reads: bool = True) -> None:
        super().__init__()
        self._text = text if reads else None
        self._reads = reads
        self._look = Look()
        self._last_left = ""

    @property
    def _spelling(self) -> Spelling | None:
        return spelling_of(self)

    def title_text(self) -> str:
        return "UK spelling"

    def body(self) -> Iterable[Widget]:
        yield Plain(WHAT, id="state", classes="para")
        yield OptionList(id="spelling-words", compact=True)
        yield Plain("", id="near", classes="para quiet")
        yield Plain("", id="problem")

    def buttons(self) -> Iterable[Widget]:
        yield Act("Go to it", id="go")
        yield Act("Leave this word", id="leave")
        yield Act("-ize is fine", id="ize")
        yield Act("Turn on", id="switch", main=True)
        yield Act("Close", id="close")

    def on_mount(self) -> None:
        """Looks at the text."""
        self._refresh()

    def _refresh(self) -> None:
        self.run_worker(self._look_at())

    async def _look_at(self) -> None:
        spelling = self._spelling
        if spelling is None:
            return
        if spelling.on and self._text is not None:
            self.query_one("#state", Plain).say("Looking…")
            self._look = await asyncio.to_thread(spelling.look, self._text)
        else:
            self._look = Look()
        self._fill(spelling)

    def _fill(self, spelling: Spelling) -> None:
        found, left = self._look.found[:MOST_LISTED], spelling.settings.left[::-1]
        listed = self.query_one("#spelling-words", OptionList)
        stood = listed.highlighted or 0
        listed.clear_options()
        on = spelling.on
        lines = [(f"word {at}", self._line(one)) for at, one in enumerate(found)]
        if on:
            lines += [(f"left {one}", _left_line(one)) for one in left]
        listed.add_options(choice_line(line, id=id_) for id_, line in lines)
        listed.display = bool(lines)
        for name, shown in (("go", found), ("leave", found), ("ize", on)):
            self.query_one(f"#{name}").display = bool(shown)
        # Where the dictionary is missing, turning it on would change nothing.
        switch = self.query_one("#switch", Act)
        switch.display = spelling.settings.on or not spelling.why_not
        switch.say("Turn off" if spelling.settings.on else "Turn on")
        self.query_one("#ize", Act).say(
            "Tell me of -ize" if spelling.settings.ize else "-ize is fine"
        )
        self.query_one("#state", Plain).say(self._state(spelling))
        self.query_one("#near", Plain).say("")
        self.refresh_bindings()
        if lines:
            listed.highlighted = min(stood, len(lines) - 1)
            listed.focus()
        else:
            self.query_one("#switch" if switch.display else "#close").focus()

    def _state(self, spelling: Spelling) -> str:
        if why := spelling.why_not:
            return f"{WHAT}\n\n{why}"
        if not spelling.settings.on:
            return f"{WHAT} It is off."
        if not self._reads:
            return f"{WHAT}\n\n{OTHER_TEXT}"
        if self._text is None:
            return AT_THE_DESK
        count = len(self._look.found)
        if not count:
            return NONE
        first = f" The first {MOST_LISTED}:" if count > MOST_LISTED else ""
        return f"{number_of(count, 'word')} to look at.{first}"

    def _line(self, found: Found) -> Content:
        row = (self._text or "").split("\n")[found.row]
        before, behind = row[: found.start].lstrip(), row[found.end :].rstrip()
        start = before if len(before) <= AROUND else f"…{before[-AROUND:].partition(' ')[2]}"
        end = behind if len(behind) <= AROUND else f"{behind[:AROUND].rpartition(' ')[0]} …"
        return Content.assemble(
            plain(f"line {found.row + 1:<4}", "$quiet"),
            plain(start, "$quiet"),
            plain(found.text, "bold $warning underline"),
            plain(end, "$quiet"),
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A word is left alone where one is listed."""
        return action != "leave" or bool(self._look.found)

    @property
    def _stood_on(self) -> Found | None:
        listed = self.query_one("#spelling-words", OptionList)
        kind, _, number = self._id_stood_on(listed).partition(" ")
        return self._look.found[int(number)] if kind == "word" else None

    @staticmethod
    def _id_stood_on(listed: OptionList) -> str:
        at = listed.highlighted
        return "" if at is None else listed.get_option_at_index(at).id or ""

    @on(OptionList.OptionHighlighted)
    def _stands(self) -> None:
        self.run_worker(self._read_near())

    async def _read_near(self) -> None:
        spelling, found, place = self._spelling, self._stood_on, self.query_one("#near", Plain)
        if spelling is None or found is None:
            place.say("Left alone, as you said. Enter: look at this word again.")
            return
        near = await asyncio.to_thread(spelling.near, found.text)
        if self._stood_on != found:
            return
        words = ", ".join(near)
        if found.verdict == Verdict.IZE:
            place.say(f"{words}: {IZE}")
        elif near:
            place.say(f"Near it in the dictionary, to read: {words}.")
        else:
            place.say("The dictionary has nothing near it.")

    @on(OptionList.OptionSelected)
    async def _picked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        kind, _, word = (event.option.id or "").partition(" ")
        if kind == "left" and self._spelling:
            await self._change(self._spelling.look_again, word)
        else:
            self.action_go()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        spelling = self._spelling
        match event.button.id:
            case "go":
                self.action_go()
            case "leave":
                await self.action_leave()
            case "ize" if spelling:
                allowed = not spelling.settings.ize
                await self._change(lambda: spelling.allow_ize(allowed=allowed))
            case "switch" if spelling:
                on = not spelling.settings.on
                await self._change(lambda: spelling.turn(on=on))
            case _:
                self.dismiss(None)

    def action_go(self) -> None:
        """Enter: to the word in the text."""
        if found := self._stood_on:
            self.dismiss(found)

    async def action_leave(self) -> None:
        """L: the word stood on is left alone, here and everywhere."""
        found, spelling = self._stood_on, self._spelling
        if found and spelling:
            before = spelling.settings.left
            await self._change(spelling.leave, found.text)
            new = set(spelling.settings.left) - set(before)
            self._last_left = next(iter(new), "")

    async def action_undo(self) -> None:
        """Ctrl+Z: the word left alone last is looked at again."""
        if self._last_left and self._spelling:
            await self._change(self._spelling.look_again, self._last_left)
            self._last_left = ""

    async def _change(self, change: Callable[..., None], *given: str) -> None:
        keeper = keeper_of(self)
        if keeper is None:
            return
        try:
            await keeper.run(change, *given)
        except IlmcoachError as problem:
            self.query_one("#problem", Plain).say(str(problem))
            return
        self.query_one("#problem", Plain).say("")
        self._refresh()


def _left_line(word: str) -> Content:
    return Content.assemble(plain(word), plain("  left alone", "$quiet"))

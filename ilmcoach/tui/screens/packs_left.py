"""Words that were typed and not saved, whose question or heading is gone from the packs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Button

from ilmcoach.errors import IlmcoachError
from ilmcoach.services.keeper import Keeper
from ilmcoach.tui.going import Going
from ilmcoach.tui.left_words import as_words
from ilmcoach.tui.widgets.plain import Act, OwnWords, Plain

from .window import Window

ABOUT = (
    "You typed this and had not saved it. The question or heading it belonged to is not in your "
    "prompt packs any more."
)


class LeftWordsScreen(Window[None]):
    """Shows the words of one draft; keeps them as a note, if that is wanted."""

    HELP_PAGE = "left-words"
    WINDOW_TITLE = "Words without their question"
    SCROLLS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep as a note"),
        Binding("ctrl+k", "copy", "Copy"),
    ]

    def __init__(self, keeper: Keeper, key: str) -> None:
        super().__init__()
        self._keeper = keeper
        self._key = key
        draft = keeper.workspace.drafts.get(key)
        self._words = as_words(draft.text) if draft else ""

    def body(self) -> Iterable[Widget]:
        yield Plain(ABOUT, classes="quiet para")
        yield Plain("", id="problem")
        yield OwnWords(self._words, id="words", classes="para")

    def buttons(self) -> Iterable[Widget]:
        yield Act("Keep as a note", id="keep", main=True)
        yield Act("Copy", id="copy")
        yield Act("Close, it waits here", id="close")

    def on_mount(self) -> None:
        """Stands on what keeps the words."""
        self.query_one("#keep").focus()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "keep":
                await self.action_keep()
            case "copy":
                self.action_copy()
            case _:
                self.dismiss(None)

    def action_copy(self) -> None:
        """The words onto the clipboard."""
        self.app.copy_to_clipboard(self._words)
        Going(self, self._keeper).say("Copied. Paste it where you want it.")

    async def action_keep(self) -> None:
        """Makes a note of the words; the draft goes once that is safe."""
        if Going(self, self._keeper).cannot_write():
            return
        note = self._keeper.workspace.stamp().make("note", text=self._words)
        try:
            await self._keeper.save([note])
            await self._keeper.drop_draft(self._key)
        except IlmcoachError as problem:
            self.query_one("#problem", Plain).say(str(problem))
            return
        Going(self, self._keeper).say("Kept as a note; it is in the Log.")
        self.dismiss(None)

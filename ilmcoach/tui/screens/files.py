"""The files attached to a record: whether they are in order, where they lie, opening them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Button, OptionList

from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.records import Attachment, Record
from ilmcoach.portfolio.wording import say_size
from ilmcoach.services.attachments import Attached, attached
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.outside_viewer import open_outside, viewer
from ilmcoach.store.attachments import State
from ilmcoach.tui.keeping import Keeping
from ilmcoach.tui.present import show
from ilmcoach.tui.saying import say
from ilmcoach.tui.widgets.plain import Act, OwnWords, Plain, choice_line
from ilmcoach.tui.widgets.standing import StandingList

from .attach import AttachScreen
from .form import FormScreen
from .window import Window

_HOW_IT_STANDS = {
    State.GOOD: "It is as you attached it.",
    State.MISSING: "The copy is missing. If you still have the file, attach it again.",
    State.CHANGED: "The copy was changed since you attached it.",
}
_NONE = "No file is attached here yet."


class FilesScreen(Window[None]):
    """What is attached to one record."""

    HELP_PAGE = "attach"
    WINDOW_TITLE = "Attached files"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete", "delete", "Delete"),
        Binding("ctrl+z", "undo", "Undo delete", show=False),
    ]

    def __init__(self, keeper: Keeper, record: Record) -> None:
        super().__init__()
        self._keeper = keeper
        self._record = record
        self._files: tuple[Attached, ...] = ()
        self._keeping = Keeping(keeper, self._trouble)

    def body(self) -> Iterable[Widget]:
        space = self._keeper.workspace
        title = " ".join(show(self._record, space.portfolio, space.pack).title.split())
        yield OwnWords(title[:200])
        yield StandingList(id="files", compact=True)
        yield Plain("", id="state", classes="para")
        yield OwnWords("", id="shows")
        yield OwnWords("", id="lies", classes="quiet")

    def buttons(self) -> Iterable[Widget]:
        yield Act("Open it", id="open", main=True)
        yield Act("What it shows", id="words")
        yield Act("Attach a file", id="another")
        yield Act("Delete", id="delete")
        yield Act("Close", id="close")

    async def on_mount(self) -> None:
        """Looks at each file."""
        await self._look()
        self.query_one("#files" if self._files else "#another").focus()

    async def _look(self) -> None:
        space = self._keeper.workspace
        files = await self._keeper.run(attached, space, self._record)
        self._files = tuple(one for one in files if one.record.trashed is None)
        options = self.query_one("#files", OptionList)
        stood = options.highlighted or 0
        options.clear_options()
        for one in self._files:
            state = "" if one.state is State.GOOD else f", {one.state}"
            options.add_option(
                choice_line(f"{one.record.name}, {say_size(one.record.size)}{state}")
            )
        if self._files:
            options.highlighted = min(stood, len(self._files) - 1)
        self._show()

    @property
    def _file(self) -> Attached | None:
        at = self.query_one("#files", OptionList).highlighted
        return self._files[at] if at is not None and at < len(self._files) else None

    def _show(self) -> None:
        one = self._file
        self.query_one("#state", Plain).say(_HOW_IT_STANDS[one.state] if one else _NONE)
        self.query_one("#shows", Plain).say(one.record.text if one else "")
        self.query_one("#lies", Plain).say(f"{one.path}" if one else "")
        for button in ("open", "words", "delete"):
            self.query_one(f"#{button}").display = one is not None
        self.query_one("#another").display = not isinstance(self._record, Attachment)

    @on(OptionList.OptionHighlighted)
    def _stood_on(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show()

    @on(OptionList.OptionSelected)
    async def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self._open()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "open":
                await self._open()
            case "words" if self._file:
                form = FormScreen(self._keeper, self._file.record, "What it shows")
                await self._go_on(form)
            case "another":
                await self._go_on(AttachScreen(self._keeper, self._record))
            case "delete":
                await self.action_delete()
            case _:
                self.dismiss(None)

    async def _go_on(self, screen: FormScreen | AttachScreen) -> None:
        why = self._keeper.workspace.store.why_read_only
        if why:
            self._trouble(why)
            return

        async def back(_: Record | None) -> None:
            await self._look()

        await self.app.push_screen(screen, back)

    async def _open(self) -> None:
        await self._look()
        one = self._file
        if one is None:
            return
        if one.state is State.MISSING:
            self._trouble(f"{_HOW_IT_STANDS[one.state]} It should be {one.path}.")
            return
        try:
            open_outside(one.path, viewer())
        except IlmcoachError as problem:
            self._trouble(str(problem))
            return
        changed = one.state is State.CHANGED
        say(self.app, _HOW_IT_STANDS[one.state] if changed else "Opened.", trouble=changed)

    async def action_delete(self) -> None:
        """Deletes the file stood on, with undo; its copy stays until it goes for good."""
        if self._file and await self._keeping.delete(self._file.record):
            say(self.app, "Deleted. Ctrl+Z brings it back; so does the log, later.")
            await self._look()

    async def action_undo(self) -> None:
        """Ctrl+Z: what was deleted here last is back."""
        if words := await self._keeping.undo():
            say(self.app, words)
            await self._look()

    def _trouble(self, text: str) -> None:
        say(self.app, text, trouble=True)

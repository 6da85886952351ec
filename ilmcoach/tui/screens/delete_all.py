"""Deleting everything: what would go, what stays, a copy first, and a word to be typed."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text
from textual import on
from textual.widget import Widget
from textual.widgets import Button, Input

from ilmcoach.errors import IlmcoachError
from ilmcoach.services.delete_all import Everything, delete_everything, everything_kept
from ilmcoach.services.documents import export_data
from ilmcoach.services.keeper import Keeper
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Act, OwnWords, Plain

from .confirm import ConfirmScreen
from .window import Window

WORD = "delete everything"
SHOWN = 12
"""Documents that are named one by one."""


class DeleteAllScreen(Window[None]):
    """Everything that is kept, and the way to be rid of it."""

    HELP_PAGE = "delete-all"
    WINDOW_TITLE = "Delete everything"

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper

    def body(self) -> Iterable[Widget]:
        yield Plain("", id="goes", classes="para")
        yield Plain("", id="stays", classes="quiet para")
        yield Plain(
            "It cannot be brought back. You may want a copy first: one file with everything in "
            "it, which `ilmcoach data import` takes.",
            classes="para",
        )
        yield OwnWords("", id="told")
        yield Plain(f"To go on, type: {WORD}", classes="field")
        yield Line("", id="word")

    def buttons(self) -> Iterable[Widget]:
        yield Act("Keep it all", id="close", main=True)
        yield Act("Take a copy first", id="copy")
        yield Act("Delete everything…", id="delete")

    async def on_mount(self) -> None:
        """Looks at what there is."""
        self.query_one("#delete").disabled = True
        self.query_one("#close").focus()
        try:
            found = await self._keeper.run(everything_kept, self._keeper.workspace)
        except IlmcoachError as problem:
            self._tell(str(problem), trouble=True)
            return
        self.query_one("#goes", Plain).say(goes(found))
        self.query_one("#stays", Plain).say(stays(found))
        # What goes is read first, and the line to type in stands at the end.
        self.call_after_refresh(self.query_one("#window-body").scroll_home, animate=False)

    @on(Input.Changed, "#word")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        typed = " ".join(event.value.casefold().split())
        self.query_one("#delete").disabled = typed != WORD

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "copy":
            await self._copy()
        elif event.button.id == "delete":
            await self.app.push_screen(
                ConfirmScreen(
                    "Delete everything?",
                    "All that you wrote goes now, with every copy that ilmcoach keeps of it.",
                    yes="Delete everything",
                    no="No, keep it",
                ),
                self._answered,
            )
        else:
            self.dismiss(None)

    async def _copy(self) -> None:
        space = self._keeper.workspace
        name = f"everything-{space.clock.now():%Y-%m-%d-%H%M%S}.json"
        try:
            written = await self._keeper.run(export_data, space, space.folders.exports / name)
        except IlmcoachError as problem:
            self._tell(str(problem), trouble=True)
            return
        self._tell(f"A copy of everything lies in {written}")

    async def _answered(self, yes: bool | None) -> None:
        if not yes:
            return
        try:
            gone = await self._keeper.run(delete_everything, self._keeper.workspace)
        except IlmcoachError as problem:
            self._tell(str(problem), trouble=True)
            return
        self.app.exit(message=Text(f"Deleted: {goes(gone)}\n\n{stays(gone)}"))

    def _tell(self, text: str, *, trouble: bool = False) -> None:
        told = self.query_one("#told", OwnWords)
        told.set_class(trouble, "-trouble")
        told.say(text)
        line = self.query_one("#word")
        self.call_after_refresh(line.scroll_visible, animate=False)


def goes(found: Everything) -> str:
    """What goes, in a sentence or two."""
    kept = f" Beside it: {', '.join(found.kinds)}." if found.kinds else ""
    return f"Your portfolio: {found.records}.{kept} Your preferences too, and the AI record."


def stays(found: Everything) -> str:
    """What stays, documents by name."""
    first = "What stays: your prompt packs, and a key in this computer's keyring."
    if not found.stays:
        return f"{first} No documents are known that were made of your writing."
    named = "\n".join(f"  {path}" for path in found.stays[:SHOWN])
    more = len(found.stays) - SHOWN
    rest = f"\n  and {more} more in the same folders" if more > 0 else ""
    return (
        f"{first} Documents you made stay, as files of their own; delete them yourself if you "
        f"want them gone:\n{named}{rest}"
    )

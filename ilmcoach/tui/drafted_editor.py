"""One editor for many places: what is kept for the place stood at, its draft, its saves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from msgspec.structs import replace
from textual.screen import Screen

from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.records import CueCard, SectionText
from ilmcoach.services.keeper import Keeper
from ilmcoach.text import clean
from ilmcoach.walks.stamp import Stamp

from .drafter import Drafter
from .widgets.editor import Editor
from .widgets.plain import Plain

R = TypeVar("R", SectionText, CueCard)


class DraftedEditor(Generic[R]):
    """The one editor of a screen that also has a `#notice` and a button `#saved-words`.

    `kept` gives the record that holds the words for the place stood at, None before there is one;
    `fresh` makes such a record, still empty; `key` names the draft of that place.
    """

    def __init__(
        self,
        screen: Screen[Any],
        keeper: Keeper,
        *,
        kept: Callable[[], R | None],
        fresh: Callable[[Stamp], R],
        key: Callable[[], str],
    ) -> None:
        self._screen = screen
        self._keeper = keeper
        self._kept: Callable[[], R | None] = kept
        self._fresh: Callable[[Stamp], R] = fresh
        self._key = key
        self._watched = ""
        self._differs = False
        self.drafter = Drafter(screen, keeper, self.trouble)

    @property
    def editor(self) -> Editor:
        """Where it is typed."""
        return self._screen.query_one(Editor)

    @property
    def saved(self) -> str:
        """The words as they were last saved; empty if they never were."""
        kept = self._kept()
        return kept.text if kept else ""

    def show(self) -> None:
        """Turns to the place stood at: its saved words, or what was typed there and not saved."""
        saved, editor = self.saved, self.editor
        draft = self._keeper.workspace.drafts.get(self._key())
        brought_back = draft is not None and draft.text != saved
        self.drafter.rest()
        editor.load_text(draft.text if draft and brought_back else saved)
        editor.move_cursor(editor.document.end)
        self._watch(differs=brought_back)
        self._offer_saved(offered=brought_back and bool(saved))
        self.say(
            f"Brought back what you typed at {draft.at:%H:%M}." if draft and brought_back else ""
        )

    def edited(self) -> bool:
        """To be called at each edit; False if nothing was typed since the last save."""
        # Words that came to stand as they were saved may have another draft already.
        if not self._differs and self.editor.text == self.saved:
            return False
        self._differs = True
        self.drafter.edited()
        return True

    async def commit(self) -> bool:
        """Saves the words as they stand; False, with the reason shown, if they cannot be saved."""
        editor = self.editor
        text = None
        while text is None or text != editor.text:
            text = editor.text
            kept, stamp = self._kept(), self._keeper.workspace.stamp()
            if kept is None and not text.strip():
                return True
            record = kept or self._fresh(stamp)
            try:
                if clean(text) != record.text:
                    await self._keeper.save([replace(record, text=clean(text), changed=stamp.now)])
                self.drafter.rest()
                # A record that is new may give its draft another name.
                for key in {self._watched, self._key()}:
                    await self._keeper.drop_draft(key)
            except IlmcoachError as problem:
                self.trouble(str(problem))
                return False
        self._watch(differs=False)
        return True

    async def save(self) -> bool:
        """Saves and has nothing more to tell; False if it cannot be saved."""
        if not await self.commit():
            return False
        self.say("")
        self._offer_saved(offered=False)
        return True

    async def back_to_saved(self) -> bool:
        """Lets go of what was brought back; False, with the reason shown, if that fails."""
        self.drafter.rest()
        try:
            await self._keeper.drop_draft(self._key())
        except IlmcoachError as problem:
            self.trouble(str(problem))
            return False
        return True

    def say(self, text: str, *, trouble: bool = False) -> None:
        """Tells something over the editor; nothing takes away what was told."""
        notice = self._screen.query_one("#notice", Plain)
        notice.set_class(trouble, "-trouble")
        notice.say(text)

    def trouble(self, text: str) -> None:
        """Tells what went wrong."""
        self.say(text, trouble=True)

    def _offer_saved(self, *, offered: bool) -> None:
        """Shows the button for the saved words; the class tells others to make room for it."""
        self._screen.query_one("#saved-words").display = offered
        self._screen.set_class(offered, "-brought-back")

    def _watch(self, *, differs: bool) -> None:
        editor, self._differs = self.editor, differs
        self._watched = self._key()
        self.drafter.watch(self._watched, lambda: editor.text)

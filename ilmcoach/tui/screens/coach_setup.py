"""The coach: what a model may do, where it is, and what the centre allows, on one page."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

import msgspec
from msgspec.structs import replace
from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Input

from ilmcoach.errors import IlmcoachError
from ilmcoach.services.coach_settings import (
    coach_settings,
    find_key,
    keep_coach_settings,
    with_allowance,
)
from ilmcoach.services.keeper import Keeper
from ilmcoach.settings import CoachPreferences
from ilmcoach.tui.coach_words import KEY_HELP, OPENLY, OTHER_LANGUAGE, PRIVACY, STRONG, WAYS
from ilmcoach.tui.drafter import Drafter
from ilmcoach.tui.widgets.centre_allows import CentreAllows
from ilmcoach.tui.widgets.choices import ChoiceList
from ilmcoach.tui.widgets.hidden_line import HiddenLine
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Act, Plain

from .window import Window

if TYPE_CHECKING:
    from ilmcoach.coach.address import Address
    from ilmcoach.services.coach_settings import KeyRing

DRAFT_KEY = "coach/page"
FIELDS = ("address", "model", "key_variable", "private")


class CoachScreen(Window[None]):
    """Everything about the coach. What is typed stays until it is saved; what the centre allows
    and a key for the keyring are kept at once."""

    HELP_PAGE = "coach"
    WINDOW_TITLE = "The coach"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "Save")]

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._openly = False
        self.drafter = Drafter(self, keeper, self._trouble)

    def body(self) -> Iterable[Widget]:
        now = coach_settings(self._keeper.workspace)
        self._openly = now.open_line
        yield Plain("What may a model do?", classes="field")
        yield ChoiceList(WAYS, [now.way], id="way")
        if not self._keeper.workspace.working_pack.in_english:
            yield Plain(OTHER_LANGUAGE, classes="para")
        yield Plain(PRIVACY, classes="quiet para")
        yield Plain("", id="problem")
        yield Act("Use http:// all the same", id="openly")
        yield Plain("Where the model is", classes="field")
        hint = "e.g. https://models.example.org/v1"
        yield _row("Address", Line(now.address, hint=hint, id="address"))
        yield _row("Model", Line(now.model, hint="its name there", id="model"))
        hint = "its name, not the key"
        yield _row("Key variable", Line(now.key_variable, hint=hint, id="key_variable"))
        hint = "the key itself, never shown again"
        yield _row("or key", HiddenLine(hint=hint, id="key"))
        with Horizontal(classes="buttons"):
            yield Act("Keep the key in the keyring", id="keep-key")
            yield Act("Forget it", id="drop-key")
        yield Plain(KEY_HELP, id="key-state", classes="quiet")
        hint = "e.g. your firm, a product; commas between"
        yield _row("Also hide", Line(", ".join(now.private), hint=hint, id="private"))
        yield Plain("What my centre allows", classes="field")
        yield CentreAllows(self._keeper.workspace)
        yield Plain(STRONG, classes="quiet para")

    def buttons(self) -> Iterable[Widget]:
        yield Act("Save", id="save", main=True)
        yield Act("Try it", id="try")
        yield Act("AI record…", id="record")
        yield Act("Close", id="close")

    def on_mount(self) -> None:
        """Brings back typing that was not saved."""
        self.query_one("#openly").display = False
        draft = self._keeper.workspace.drafts.get(DRAFT_KEY)
        if draft:
            self._restore(draft.text)
            self._trouble(f"Brought back what you typed at {draft.at:%H:%M} and had not saved.")
        self.drafter.watch(DRAFT_KEY, self._draft)
        self.query_one(ChoiceList).focus()
        self.run_worker(self._say_key())

    def _line(self, name: str) -> Line:
        return self.query_one(f"#{name}", Line)

    def _draft(self) -> str:
        """What stands on the page, but for the key."""
        chosen = "".join(self.query_one(ChoiceList).chosen)
        return msgspec.json.encode([chosen, *(self._line(one).value for one in FIELDS)]).decode()

    def _restore(self, draft: str) -> None:
        try:
            texts = msgspec.json.decode(draft, type=list[str])
        except msgspec.DecodeError:
            return
        self.query_one(ChoiceList).choose(texts[:1])
        for name, text in zip(FIELDS, texts[1:], strict=False):
            self._line(name).value = text

    @on(ChoiceList.Changed)
    def _chosen(self) -> None:
        self.drafter.edited()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if event.input.id in FIELDS:
            self.drafter.edited()
        if event.input.id == "address":
            self._openly = False

    @on(Input.Submitted)
    def _next_line(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus_next()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "save":
                await self.action_save()
            case "try":
                self.run_worker(self._try(), group="try", exclusive=True)
            case "record":
                from .ai_record import AIRecordScreen

                await self.app.push_screen(AIRecordScreen(self._keeper))
            case "openly":
                self._openly = True
                await self.action_save()
            case "keep-key" | "drop-key":
                self.run_worker(self._key(keep=event.button.id == "keep-key"))
            case "close":
                await self.action_close()

    async def action_save(self) -> None:
        """Saves the page and closes it; stays, with what has to be mended, if it cannot."""
        if await self._save():
            self.dismiss(None)

    async def _save(self) -> bool:
        from ilmcoach.coach.trouble import Kind, Trouble

        space = self._keeper.workspace
        try:
            await self._keeper.run(keep_coach_settings, space, self._wanted())
            self.drafter.rest()
            await self._keeper.drop_draft(DRAFT_KEY)
        except IlmcoachError as problem:
            openly = isinstance(problem, Trouble) and problem.kind is Kind.OPEN_LINE
            self.query_one("#openly").display = openly
            self._trouble(f"{problem}\n{OPENLY}" if openly else str(problem))
            return False
        self.query_one("#openly").display = False
        return True

    def _wanted(self) -> CoachPreferences:
        words = self._line("private").value.split(",")
        return replace(
            coach_settings(self._keeper.workspace),
            way="".join(self.query_one(ChoiceList).chosen) or "off",
            address=self._line("address").value,
            model=self._line("model").value,
            key_variable=self._line("key_variable").value,
            private=tuple(words),
            open_line=self._openly,
        )

    async def _try(self) -> None:
        """Saves the page, asks the model something of ours, and says how it went."""
        coach = getattr(self.app, "coach", None)
        if coach is None or not await self._save():
            return
        from ilmcoach.coach.trying import try_line

        self._say("Trying it… nothing of yours is sent.")
        try:
            line = await asyncio.to_thread(coach.line)
        except IlmcoachError as problem:
            self._trouble(str(problem))
            return
        tried = await try_line(line)
        self._say(tried.words, trouble=not tried.works)

    async def _key(self, *, keep: bool) -> None:
        """Puts the key that was typed into the keyring, or takes the one there out of it."""
        ring, typed = self._ring, self.query_one("#key", HiddenLine)
        try:
            host = self._address().host
            if not keep:
                await asyncio.to_thread(ring.drop, host)
            elif key := typed.take():
                await asyncio.to_thread(ring.put, host, key)
            else:
                self._trouble("Type or paste the key first.")
                typed.focus()
                return
        except IlmcoachError as problem:
            self._trouble(str(problem))
            return
        done = "Kept in this computer's keyring" if keep else "Gone from this computer's keyring"
        self._say(f"{done}, for {host}.")
        await self._say_key()

    @property
    def _ring(self) -> KeyRing:
        ring: KeyRing = self.app.key_ring  # type: ignore[attr-defined]
        return ring

    def _address(self) -> Address:
        from ilmcoach.coach.address import read_address

        return read_address(self._line("address").value, open_line=True)

    async def _say_key(self) -> None:
        """Says where a key was found, never the key."""
        settings = self._wanted()
        if not settings.address.strip():
            return
        try:
            host = self._address().host
            found = await asyncio.to_thread(find_key, settings, host, self._ring)
        except IlmcoachError as problem:
            said = str(problem)
        else:
            named = bool(os.environ.get(settings.key_variable.strip(), "").strip())
            where = settings.key_variable if named else "this computer's keyring"
            said = f"A key is in {where}." if found else f"No key found. {KEY_HELP}"
        self.query_one("#key-state", Plain).say(said)

    @on(CentreAllows.Said)
    async def _said(self, event: CentreAllows.Said) -> None:
        event.stop()
        space = self._keeper.workspace
        try:
            record = with_allowance(space, event.assessment, allowed=event.allowed)
            await self._keeper.save([record])
        except IlmcoachError as problem:
            self._trouble(str(problem))
            return
        self.query_one(CentreAllows).look()

    async def action_close(self) -> None:
        """Escape: closes; what was typed is offered back, but for a key."""
        await self.drafter.write()
        self.dismiss(None)

    def _trouble(self, text: str) -> None:
        self._say(text, trouble=True)

    def _say(self, text: str, *, trouble: bool = False) -> None:
        told = self.query_one("#problem", Plain)
        told.set_class(not trouble, "-told")
        told.say(text)
        told.scroll_visible()


def _row(label: str, widget: Widget) -> Horizontal:
    return Horizontal(Plain(label, classes="label"), widget, classes="form-row")

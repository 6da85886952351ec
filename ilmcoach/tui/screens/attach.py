"""Attaching a file: a copy of it is kept beside what the learner wrote."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import ClassVar

import msgspec
from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, TextArea

from ilmcoach.errors import IlmcoachError
from ilmcoach.packs.model import AnswerKind, Step
from ilmcoach.portfolio.records import Attachment, Record
from ilmcoach.portfolio.wording import say_size
from ilmcoach.services.attachments import attach, choose, may_have_files
from ilmcoach.services.keeper import Keeper
from ilmcoach.text import clean
from ilmcoach.tui.drafter import Drafter
from ilmcoach.tui.present import KIND_NAMES, show
from ilmcoach.tui.saying import say
from ilmcoach.tui.widgets.answers.base import AnswerBox, Around
from ilmcoach.tui.widgets.answers.texts import LongText
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Act, OwnWords, Plain, choice_line, plain

from .window import Window

SHOWN = 100
"""So many records, those changed last, are offered when none was stood on."""

_HOW = "Type or paste where it is, or drag the file into this window."
_WHAT = Step("text", "What it shows", "What it shows", AnswerKind.LONG_TEXT)


class AttachScreen(Window[Attachment]):
    """Attaches a file to a record, the one to be chosen here if none is given; gives back the
    attachment as saved, or None."""

    HELP_PAGE = "attach"
    WINDOW_TITLE = "Attach a file"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "Attach")]

    def __init__(self, keeper: Keeper, record: Record | None = None) -> None:
        super().__init__()
        self._keeper = keeper
        self._record = record
        self._key = f"attach/{record.id if record else 'new'}"
        self._offered: tuple[Record, ...] = ()
        self.drafter = Drafter(self, keeper, self._trouble)

    def body(self) -> Iterable[Widget]:
        space = self._keeper.workspace
        if self._record:
            yield OwnWords(self._title(self._record))
        else:
            yield Plain("What it belongs to", classes="field")
            yield OptionList(id="belongs", compact=True)
        yield Plain("The file", classes="field")
        yield Line(id="path", hint="e.g. ~/Documents/rota.pdf")
        yield Plain(_HOW, id="facts", classes="echo")
        yield Plain("", id="problem")
        yield Plain("What it shows (can wait)", classes="field")
        yield LongText(_WHAT, "", Around(space.today, (), space.stamp().new_id))

    def buttons(self) -> Iterable[Widget]:
        yield Act("Attach", id="attach", main=True)
        yield Act("Close, keep for later", id="close")

    def on_mount(self) -> None:
        """Offers what a file may belong to, and brings back typing that was not saved."""
        if not self._record:
            self._offer()
        draft = self._keeper.workspace.drafts.get(self._key)
        if draft:
            self._restore(draft.text)
        self.drafter.watch(self._key, self._draft)
        (self.query_one("#path") if self._record else self.query_one("#belongs")).focus()

    def _offer(self) -> None:
        space = self._keeper.workspace
        self._offered = may_have_files(space.portfolio)[:SHOWN]
        options = self.query_one("#belongs", OptionList)
        for one in self._offered:
            kind = KIND_NAMES.get(one.kind, one.kind)
            options.add_option(choice_line(plain(f"{kind}: {self._title(one)}"[:200]), one.id))
        if self._offered:
            options.highlighted = 0
        else:
            self._trouble("There is nothing to attach a file to yet. A note will do: Ctrl+T.")

    def _title(self, record: Record) -> str:
        space = self._keeper.workspace
        return " ".join(show(record, space.portfolio, space.pack).title.split())[:200]

    @property
    def _belongs(self) -> str:
        """The id of what the file is for; empty if nothing is chosen."""
        if self._record:
            return self._record.id
        options = self.query_one("#belongs", OptionList)
        chosen = options.highlighted_option
        return chosen.id or "" if chosen else ""

    @property
    def _box(self) -> LongText:
        return self.query_one(LongText)

    def _draft(self) -> str:
        typed = [self._belongs, self.query_one("#path", Line).value, self._box.draft]
        return msgspec.json.encode(typed).decode()

    def _restore(self, draft: str) -> None:
        try:
            belongs, path, text = msgspec.json.decode(draft, type=tuple[str, str, str])
        except msgspec.MsgspecError:
            belongs, path, text = "", "", draft
        ids = [one.id for one in self._offered]
        if belongs in ids:
            self.query_one("#belongs", OptionList).highlighted = ids.index(belongs)
        self.query_one("#path", Line).value = path
        self._box.restore(text)

    def on_paste(self, event: events.Paste) -> None:
        """A file dragged into the window is the one to attach, unless words are being written."""
        if not isinstance(self.focused, Input | TextArea):
            line = self.query_one("#path", Line)
            line.value = " ".join(event.text.split())
            line.focus()

    @on(Input.Changed, "#path")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.drafter.edited()
        self._trouble("")
        self._look(event.value)

    @on(AnswerBox.Edited)
    def _edited(self) -> None:
        self.drafter.edited()

    @on(Input.Submitted, "#path")
    def _on_to_the_words(self, event: Input.Submitted) -> None:
        event.stop()
        self._box.focus_first()

    @on(OptionList.OptionSelected, "#belongs")
    def _on_to_the_path(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.query_one("#path").focus()

    @work(exclusive=True, group="look")
    async def _look(self, typed: str) -> None:
        """Says which file is meant and how large it is, before anything is done."""
        facts = self.query_one("#facts", Plain)
        if not typed.strip():
            facts.say(_HOW)
            return
        try:
            chosen = await asyncio.to_thread(choose, self._keeper.workspace, typed)
        except IlmcoachError as problem:
            facts.say(str(problem))
            return
        facts.say(
            f"{chosen.name}, {say_size(chosen.size)}. A copy goes into ilmcoach's own folder; "
            "the file itself stays as it is."
        )

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "attach":
            await self.action_save()
        else:
            await self.action_close()

    async def action_save(self) -> None:
        """Attaches the file and closes; stays, with every word, if that cannot be done."""
        keeper, typed = self._keeper, self.query_one("#path", Line).value
        text, belongs = clean(self._box.draft).strip(), self._belongs
        if not belongs:
            self._trouble("Choose what the file belongs to.")
            return
        try:
            chosen = await keeper.run(choose, keeper.workspace, typed)
            record = await keeper.run(attach, keeper.workspace, belongs, chosen, text)
            self.drafter.rest()
            await keeper.drop_draft(self._key)
        except IlmcoachError as problem:
            self.query_one("#facts", Plain).say(_HOW)
            self._trouble(str(problem))
            return
        say(self.app, f"Attached: {record.name}, {say_size(record.size)}.")
        self.dismiss(record)

    async def action_close(self) -> None:
        """Escape: closes; typing stays as a draft and is offered back."""
        if self.query_one("#path", Line).value.strip() or self._box.draft.strip():
            await self.drafter.write()
        else:
            self.drafter.rest()
            await self._drop()
        self.dismiss(None)

    async def _drop(self) -> None:
        try:
            await self._keeper.drop_draft(self._key)
        except IlmcoachError as problem:
            self._trouble(str(problem))

    def _trouble(self, text: str) -> None:
        problem = self.query_one("#problem", Plain)
        problem.say(text)
        if text:
            problem.scroll_visible()

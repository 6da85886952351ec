"""The statement of AI use: how it will read, and the place to name other tools."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, TextArea

from ilmcoach.errors import IlmcoachError
from ilmcoach.services.ai_record import statement_of_ai_use
from ilmcoach.services.coach_settings import allowance_for, with_other_tools
from ilmcoach.services.keeper import Keeper
from ilmcoach.tui.drafter import Drafter
from ilmcoach.tui.showing.exchanges import statement_text
from ilmcoach.tui.widgets.choices import ChoiceList
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.plain import Act, Plain, plain

from .window import Window

ABOUT = (
    "It goes with your document as an appendix, outside the word count. What passed here stands "
    "in it by itself. If you used any other AI tool, name it in your own words: which, when, what "
    "for."
)
NO_TASK = "Once your programme is set up, the statement for each of its assessments stands here."


class AIStatementScreen(Window[None]):
    """The statement for one assessment at a time. Other tools are the learner's own words, kept
    as a draft while they are typed."""

    HELP_PAGE = "ai-record"
    WINDOW_TITLE = "Statement of AI use"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", "Save")]

    def __init__(self, keeper: Keeper, assessment: str = "") -> None:
        super().__init__()
        self._keeper = keeper
        pack = keeper.workspace.pack
        self._tasks = {one.id: one.title for one in (pack.assessments if pack else ())}
        self._assessment = assessment if assessment in self._tasks else next(iter(self._tasks), "")
        self.drafter = Drafter(self, keeper, self._trouble)

    def body(self) -> Iterable[Widget]:
        if not self._assessment:
            yield Plain(NO_TASK, classes="para")
            return
        yield Plain("", id="problem")
        if len(self._tasks) > 1:
            offered = [(key, title, "") for key, title in self._tasks.items()]
            yield ChoiceList(offered, [self._assessment], id="task-choice")
        yield Plain(ABOUT, classes="quiet para")
        yield Plain("Other AI tools I used for it", classes="field")
        yield Editor(id="other-tools")
        with VerticalScroll(id="statement-box", classes="panel") as box:
            box.border_title = plain("The statement")
            yield Plain("", id="statement-text")

    def buttons(self) -> Iterable[Widget]:
        if self._assessment:
            yield Act("Save", id="save", main=True)
        yield Act("Close", id="close")

    def on_mount(self) -> None:
        """Shows the statement of the first assessment."""
        if self._assessment:
            self._show()
            self.query_one(Editor).focus()

    @property
    def _key(self) -> str:
        return f"ai-tools/{self._assessment}"

    def _kept(self) -> str:
        said = allowance_for(self._keeper.workspace.portfolio, self._assessment)
        return said.other_tools if said else ""

    def _show(self) -> None:
        editor = self.query_one(Editor)
        draft = self._keeper.workspace.drafts.get(self._key)
        brought_back = draft is not None and draft.text != self._kept()
        self.drafter.rest()
        editor.load_text(draft.text if draft and brought_back else self._kept())
        editor.move_cursor(editor.document.end)
        self.drafter.watch(self._key, lambda: editor.text)
        self._trouble(
            f"Brought back what you typed at {draft.at:%H:%M} and had not saved."
            if draft and brought_back
            else ""
        )
        self._show_statement()

    def _show_statement(self) -> None:
        document = statement_of_ai_use(self._keeper.workspace, self._assessment)
        self.query_one("#statement-text", Plain).say(statement_text(document))

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self.query_one(Editor).text != self._kept():
            self.drafter.edited()

    @on(ChoiceList.Changed)
    async def _other_task(self) -> None:
        chosen = "".join(self.query_one(ChoiceList).chosen)
        if chosen != self._assessment:
            await self.drafter.write()
            self._assessment = chosen
            self._show()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "save":
            await self.action_save()
        else:
            await self.action_close()

    async def action_save(self) -> None:
        """Saves what stands there, and shows it in the statement."""
        if not self._assessment:
            return
        space, text = self._keeper.workspace, self.query_one(Editor).text
        if why := space.store.why_read_only:
            self._trouble(why)
            return
        try:
            if text.strip() != self._kept():
                await self._keeper.save([with_other_tools(space, self._assessment, text.strip())])
            self.drafter.rest()
            await self._keeper.drop_draft(self._key)
        except IlmcoachError as problem:
            self._trouble(str(problem))
            return
        self._trouble("Saved.")
        self._show_statement()

    async def action_close(self) -> None:
        """Escape: closes; typing stays as a draft and is offered back."""
        if self._assessment:
            if self.query_one(Editor).text == self._kept():
                self.drafter.rest()
            await self.drafter.write()
        self.dismiss(None)

    def _trouble(self, text: str) -> None:
        self.query_one("#problem", Plain).say(text)

"""Hand in: look once more, confirm that it is one's own work, write the document."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button

from ilmcoach.dates import say_day
from ilmcoach.errors import IlmcoachError
from ilmcoach.export.assignment import statement_for
from ilmcoach.packs.model import Assessment
from ilmcoach.portfolio.body import log_meetings
from ilmcoach.portfolio.coverage import count_assessment
from ilmcoach.portfolio.records import Statement
from ilmcoach.portfolio.wording import on_cover
from ilmcoach.services.documents import export_assessment
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.outside import FileThere
from ilmcoach.tui.labels import number_of, shorter_labels
from ilmcoach.tui.panes.assignment import words_against
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Act, OwnWords, Plain, plain

from .confirm import ConfirmScreen
from .log_choice import LogChoiceScreen
from .statement import StatementScreen
from .window import Window


class HandInScreen(Window[None]):
    """What is there, what is not, and the document."""

    HELP_PAGE = "handin"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "write", "Write the document")]

    def __init__(self, keeper: Keeper, task: Assessment) -> None:
        super().__init__()
        self._keeper = keeper
        self._assessment = task

    def title_text(self) -> str:
        return f"Hand in: {self._assessment.title}"

    def body(self) -> Iterable[Widget]:
        yield Plain("", id="hand-in-facts")
        yield Plain("", id="hand-in-statement", classes="para")
        yield Plain("The document (Markdown, opens in any text editor)", classes="field")
        yield Line(str(self._usual_file()), id="file")
        yield OwnWords("", id="written")

    def buttons(self) -> Iterable[Widget]:
        yield Act("Write the document", id="write", main=True)
        yield Act("Confirm: my own work…", id="confirm")
        if any(section.log for section in self._assessment.sections):
            yield Act("Meetings in the log…", id="log-choice")
        yield Act("Close", id="close")

    def on_mount(self) -> None:
        """Looks over the assignment."""
        self._refresh()
        self.query_one("#write").focus()

    def _usual_file(self) -> Path:
        space = self._keeper.workspace
        return space.folders.exports / f"{self._assessment.id}-{space.today.isoformat()}.md"

    def _refresh(self) -> None:
        space = self._keeper.workspace
        count = count_assessment(self._assessment, space.working_pack, space.portfolio)
        lines = [plain(words_against(count), "bold")]
        for section in count.sections:
            open_ones = shorter_labels([one.label for one in section.criteria if not one.covered])
            missing = f"; nothing linked yet: {', '.join(open_ones)}" if open_ones else ""
            words = number_of(section.words, "word") if section.words else "empty so far"
            style = "$warning" if open_ones or not section.words else "$quiet"
            lines.append(
                Content.assemble(plain(section.title), plain(f"  {words}{missing}", style))
            )
        if any(section.log for section in self._assessment.sections):
            chosen = len(log_meetings(space.portfolio))
            lines.append(plain(f"Meetings in the log: {chosen}", "$quiet"))
        blank = self._blank_cover()
        if blank:
            lines.append(plain(f"Empty on the cover: {', '.join(blank)}", "$quiet"))
        self.query_one("#hand-in-facts", Plain).say(Content("\n").join(lines))
        self.query_one("#hand-in-statement", Plain).say(self._statement_words())

    def _blank_cover(self) -> list[str]:
        learner = self._keeper.workspace.portfolio.learner
        return [one for one in self._assessment.cover if not on_cover(one, learner)]

    def _statement_words(self) -> str:
        portfolio = self._keeper.workspace.portfolio
        given = statement_for(self._assessment, portfolio)
        if given and given.on:
            return f"Own-work statement: confirmed by {given.name}, {say_day(given.on)}."
        if any(one.assessment == self._assessment.id for one in portfolio.live(Statement)):
            return "Own-work statement: open again, because the text has changed since you gave it."
        return "Own-work statement: open until you confirm it."

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "write":
                await self.action_write()
            case "confirm":
                self.app.push_screen(StatementScreen(self._keeper, self._assessment), self._back)
            case "log-choice":
                self.app.push_screen(LogChoiceScreen(self._keeper), self._back)
            case "close":
                self.dismiss(None)

    def _back(self, _: object) -> None:
        self._refresh()

    async def action_write(self) -> None:
        """Writes the document; asks before a file is replaced."""
        typed = self.query_one("#file", Line).value.strip()
        if not typed:
            self._tell("Say where the document should go.", trouble=True)
            return
        out = Path(typed).expanduser()
        if not out.suffix:
            out = out.with_suffix(".md")
        await self._write(out, force=False)

    def _ask_to_replace(self, out: Path) -> None:
        async def replace_it(yes: bool | None) -> None:
            if yes:
                await self._write(out, force=True)

        self.app.push_screen(
            ConfirmScreen(
                "Replace the file?",
                f"{out} is already there. Replacing it cannot be undone.",
                yes="Replace it",
            ),
            replace_it,
        )

    async def _write(self, out: Path, *, force: bool) -> None:
        space = self._keeper.workspace
        try:
            if out.parent == space.folders.exports:
                await self._keeper.run(space.disk.make_folder, out.parent)
            await self._keeper.run(
                lambda: export_assessment(space, self._assessment.id, "md", out, force=force)
            )
        except FileThere:
            self._ask_to_replace(out)
            return
        except IlmcoachError as problem:
            self._tell(str(problem), trouble=True)
            return
        self._tell(f"Written: {out}\nIt may name people you wrote about. Think who you send it to.")

    def _tell(self, text: str, *, trouble: bool = False) -> None:
        told = self.query_one("#written", OwnWords)
        told.set_class(trouble, "-trouble")
        told.say(text)
        told.scroll_visible()

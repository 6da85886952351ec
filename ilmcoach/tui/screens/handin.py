"""Hand in: look once more, confirm that it is one's own work, make the document."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Button

from ilmcoach.errors import IlmcoachError
from ilmcoach.packs.model import Assessment
from ilmcoach.services.documents import document_of, export_document, extras_of
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.outside import FileThere
from ilmcoach.services.where_to import ENDINGS
from ilmcoach.tui.handin_facts import facts, has_log, statement_words
from ilmcoach.tui.widgets.document_choices import DocumentChoices
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.made_document import MadeDocument
from ilmcoach.tui.widgets.plain import Act, Plain

from .aiming import Aim
from .confirm import ask_to_replace
from .log_choice import LogChoiceScreen
from .statement import StatementScreen
from .window import Window

if TYPE_CHECKING:
    from ilmcoach.export.document import Document
    from ilmcoach.portfolio.hiding import Plan

THINK = "It may name people you wrote about. Think who you send it to."
NEXT = "Once you have given it to somebody, put that down under Handed in."


class HandInScreen(Window[None]):
    """What is there, what is not, and the document."""

    HELP_PAGE = "handin"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "write", "Make the document")]

    def __init__(self, keeper: Keeper, task: Assessment) -> None:
        super().__init__()
        self._keeper = keeper
        self._assessment = task
        self._aim = Aim(self, keeper, partial(self._tell, trouble=True))
        self._plan: Plan | None = None

    def title_text(self) -> str:
        return f"Hand in: {self._assessment.title}"

    def body(self) -> Iterable[Widget]:
        yield Plain("", id="hand-in-facts")
        yield Plain("", id="hand-in-statement", classes="para")
        yield DocumentChoices(
            extras_of(self._keeper.workspace), standardised=bool(self._assessment.statement)
        )
        yield Plain("The file", classes="field")
        yield Line(str(self._usual_file("docx", "")), id="file")
        yield MadeDocument()

    def buttons(self) -> Iterable[Widget]:
        yield Act("Make it", id="write", main=True)
        yield Act("My own work…", id="confirm")
        if has_log(self._assessment):
            yield Act("Meetings…", id="log-choice")
        yield Act("Handed in…", id="handed")
        yield Act("Close", id="close")

    def on_mount(self) -> None:
        """Looks over the assignment."""
        self._refresh()
        self.query_one("#write").focus()
        # The lists below stand on what is chosen in them; the page begins at its top.
        self._to_top()

    def _to_top(self) -> None:
        self.call_after_refresh(self.query_one("#window-body").scroll_home, animate=False)

    def _usual_file(self, form: str, names: str) -> Path:
        """Where it goes if the learner says nothing; one with names hidden beside the other."""
        space = self._keeper.workspace
        hidden = "-names-hidden" if names else ""
        name = f"{self._assessment.id}-{space.today.isoformat()}{hidden}.{form}"
        return space.folders.exports / name

    def _refresh(self) -> None:
        space = self._keeper.workspace
        self.query_one("#hand-in-facts", Plain).say(facts(self._assessment, space))
        words = statement_words(self._assessment, space.portfolio)
        self.query_one("#hand-in-statement", Plain).say(words)

    @property
    def _asked(self) -> DocumentChoices:
        return self.query_one(DocumentChoices)

    @on(DocumentChoices.Changed)
    def _chose_another(self) -> None:
        form, names = self._asked.form, self._asked.choices.names
        line = self.query_one("#file", Line)
        typed = Path(line.value.strip())
        ours = {self._usual_file(one, by) for one in ENDINGS for by in ("", "roles")}
        if typed in ours:
            line.value = str(self._usual_file(form, names))
        elif any(typed.suffix.casefold() in endings for endings in ENDINGS.values()):
            line.value = str(typed.with_suffix(f".{form}"))
        self.query_one(MadeDocument).forget()

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
            case "handed":
                from .handed import HandedScreen

                self._plan = None  # it may bring somebody in whom the plan does not know
                self.app.push_screen(HandedScreen(self._keeper, self._assessment))
            case "close":
                self.dismiss(None)

    def _back(self, _: object) -> None:
        self._refresh()
        self._to_top()
        # What was made before is not what would be made now.
        self.query_one(MadeDocument).forget()

    async def action_write(self) -> None:
        """Makes the document: shows first how names are hidden, if they are, and asks before a
        file is replaced."""
        form, names = self._asked.form, self._asked.choices.names
        typed = self.query_one("#file", Line).value
        await self._aim.at(typed, form, self._usual_file(form, names), self._prepare)

    async def _prepare(self, out: Path) -> None:
        space, chosen = self._keeper.workspace, self._asked.choices
        plainly = replace(chosen, names="")
        try:
            document = await self._keeper.run(document_of, space, self._assessment.id, plainly)
        except IlmcoachError as problem:
            self._tell(str(problem), trouble=True)
            return
        if not chosen.names:
            await self._write(document, out)
            return
        from .hidden_names import HiddenNamesScreen

        screen = HiddenNamesScreen(self._keeper, document, chosen.names, self._plan)
        await self.app.push_screen(screen, partial(self._agreed, document, out))

    def _agreed(self, document: Document, out: Path, plan: Plan | None) -> None:
        if plan:
            self._plan = plan
            # Only once this window is in front again can it show what came of it.
            self.call_later(self._write, document, out, plan)

    async def _write(
        self, document: Document, out: Path, plan: Plan | None = None, *, force: bool = False
    ) -> None:
        space, form, cover = self._keeper.workspace, self._asked.form, self._asked.choices.cover
        what = self._assessment.id
        warned: list[str] = []

        def make() -> tuple[Path, str]:
            if plan is None:
                made = export_document(
                    space,
                    document,
                    form,
                    out,
                    what=what,
                    force=force,
                    cover=cover,
                    warn=warned.append,
                )
                return made, THINK
            from ilmcoach.services.hidden_document import export_hidden

            return export_hidden(
                space,
                document,
                plan,
                form,
                out,
                what=what,
                force=force,
                cover=cover,
                warn=warned.append,
            )

        try:
            written, told = await self._keeper.run(make)
        except FileThere:
            ask_to_replace(self, out, partial(self._write, document, out, plan, force=True))
            return
        except IlmcoachError as problem:
            self._tell(str(problem), trouble=True)
            return
        self._tell("\n".join([f"Written: {written}", told, *warned, NEXT]), path=written)

    def _tell(self, text: str, *, path: Path | None = None, trouble: bool = False) -> None:
        self.query_one(MadeDocument).tell(text, path=path, trouble=trouble)

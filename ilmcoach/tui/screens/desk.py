"""The writing desk: one heading at a time, the learner's own records beside the text."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Footer, OptionList, TextArea

from ilmcoach.errors import IlmcoachError
from ilmcoach.packs.model import Assessment, Section
from ilmcoach.portfolio.coverage import AssessmentCount, count_assessment, records_for
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import SectionText
from ilmcoach.services.keeper import Keeper
from ilmcoach.text import clean
from ilmcoach.tui.coach_places import AtHeading
from ilmcoach.tui.commands import Command
from ilmcoach.tui.drafter import Drafter
from ilmcoach.tui.labels import number_of, shorter_labels
from ilmcoach.tui.outside import outside_commands
from ilmcoach.tui.panes.assignment import words_against
from ilmcoach.tui.widgets.beside import Beside
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.find_bar import FindBar
from ilmcoach.tui.widgets.mine import Mine
from ilmcoach.tui.widgets.plain import Act, Plain, choice_line, plain
from ilmcoach.tui.widgets.titlebar import TitleBar
from ilmcoach.tui.word_counter import WordCounter
from ilmcoach.walks.beside import questions_for_section, reading_for_section

from .log_choice import LogChoiceScreen


class DeskScreen(Screen[None]):
    """An editor for each heading of an assessment."""

    HELP_PAGE = "desk"
    CSS_PATH = ["../styles/walk.tcss", "../styles/desk.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "turn(1)", "Next", priority=True),
        Binding("ctrl+b", "turn(-1)", "Back", show=False, priority=True),
        Binding("f2", "questions", "Questions"),
        Binding("ctrl+g", "questions", show=False, priority=True),
        Binding("f3", "reading", "Reading", show=False),
        Binding("f4", "mine", "Mine"),
        Binding("f5", "log", "Log"),
        Binding("ctrl+o", "hand_in", "Hand in", priority=True),
        Binding("ctrl+s", "save", "Save", show=False),
        Binding("ctrl+f", "find", "Find", show=False, priority=True),
        Binding("escape", "leave", "Leave"),
    ]

    def __init__(self, keeper: Keeper, task: Assessment, section_id: str = "") -> None:
        super().__init__()
        self._keeper = keeper
        self._assessment = task
        self._section = next((s for s in task.sections if s.id == section_id), task.sections[0])
        self._words, self._saved_words = WordCounter(), WordCounter()
        self._counted: tuple[Portfolio, AssessmentCount] | None = None
        self.drafter = Drafter(self, keeper, self._trouble)

    def compose(self) -> ComposeResult:
        yield TitleBar(self._assessment.title)
        with Horizontal(id="desk"):
            yield OptionList(id="headings", compact=True)
            with Vertical(id="middle"):
                yield Plain("", id="stage")
                yield Plain("", id="asks")
                yield Plain("", id="verbs")
                yield Plain("", id="notice")
                yield Editor(id="section-editor")
                yield FindBar()
                with Horizontal(id="moves"):
                    yield Act("Save", id="save", main=True)
                    yield Act("Questions", id="ask-coach")
                    yield Act("Meetings…", id="log-choice")
                    yield Act("Hand in…", id="hand-in")
                    yield Act("Use the saved words", id="saved-words")
            with Vertical(id="side"):
                with VerticalScroll(id="task", classes="panel", can_focus=False) as task:
                    task.border_title = plain("What it asks")
                    yield Plain("", id="task-text")
                yield Mine(self._keeper.workspace)
                yield Beside()
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Opens at the heading asked for."""
        self._show(self._section)
        self.query_one(Beside).display = False
        self.query_one("#task").display = False

    def _kept(self) -> SectionText | None:
        portfolio = self._keeper.workspace.portfolio
        found = [
            one
            for one in portfolio.live(SectionText)
            if one.assessment == self._assessment.id and one.section == self._section.id
        ]
        return max(found, key=lambda one: (one.changed, one.id)) if found else None

    @property
    def _draft_key(self) -> str:
        return f"section/{self._assessment.id}/{self._section.id}"

    def _show(self, section: Section) -> None:
        self._section = section
        kept = self._kept()
        saved = kept.text if kept else ""
        editor = self.query_one(Editor)
        draft = self._keeper.workspace.drafts.get(self._draft_key)
        brought_back = draft is not None and draft.text != saved
        self.drafter.rest()
        editor.load_text(draft.text if draft and brought_back else saved)
        editor.move_cursor(editor.document.end)
        self.drafter.watch(self._draft_key, lambda: editor.text)
        self.query_one("#saved-words").display = brought_back and bool(saved)
        self.query_one("#log-choice").display = section.log
        self.refresh_bindings()
        notice = self.query_one("#notice", Plain)
        notice.remove_class("-trouble")
        notice.say(
            f"Brought back what you typed at {draft.at:%H:%M}." if draft and brought_back else ""
        )
        self._refresh_around()
        pack = self._keeper.workspace.working_pack
        self.query_one(Beside).fill(
            questions_for_section(section, pack), reading_for_section(section, pack)
        )
        editor.focus()

    def _refresh_around(self) -> None:
        space = self._keeper.workspace
        pack = space.working_pack
        section = self._section
        self.query_one("#stage", Plain).say(plain(section.title, "bold"))
        verbs = []
        for criterion_id in section.criteria:
            criterion = pack.criterion(criterion_id)
            if criterion:
                verbs.append(
                    Content.assemble(
                        plain(f"{criterion.label} {criterion.verb}: ", "$accent"),
                        plain(criterion.asks, "$quiet"),
                    )
                )
        self.query_one("#asks", Plain).say(Content("\n").join(verbs))
        self.query_one("#verbs", Plain).say(self._verbs())
        points = [f"· {point}" for point in section.points]
        self.query_one("#task-text", Plain).say(
            Content("\n").join([plain("\n".join([section.about, *points]), "$quiet"), *verbs])
        )
        self.query_one(Mine).fill(records_for(section.criteria, space.portfolio))
        self._say_words()
        self._fill_headings()

    def _verbs(self) -> Content:
        """The criteria in one line, for a narrow window: how deep each says to go."""
        pack = self._keeper.workspace.working_pack
        found = [one for id_ in self._section.criteria if (one := pack.criterion(id_))]
        labels = shorter_labels([one.label for one in found])
        return plain(
            " · ".join(f"{label} {one.verb}" for label, one in zip(labels, found, strict=True)),
            "$accent",
        )

    def _counts(self) -> AssessmentCount:
        space = self._keeper.workspace
        return count_assessment(self._assessment, space.working_pack, space.portfolio)

    def _fill_headings(self) -> None:
        counts = self._counts()
        options = self.query_one("#headings", OptionList)
        options.clear_options()
        for number, section in enumerate(counts.sections):
            missing = shorter_labels([one.label for one in section.criteria if not one.covered])
            text = [plain(section.title, "bold" if section.id == self._section.id else "")]
            text.append(plain(f"\n{number_of(section.words, 'word')}", "$quiet"))
            if missing:
                text.append(plain(f"\nnothing linked yet: {', '.join(missing)}", "$warning"))
            options.add_option(choice_line(Content.assemble(*text), id=section.id))
            if section.id == self._section.id:
                options.highlighted = number

    def _say_words(self) -> None:
        # At every key: what is saved is counted once for each save.
        kept, space = self._kept(), self._keeper.workspace
        if self._counted is None or self._counted[0] is not space.portfolio:
            self._counted = (space.portfolio, self._counts())
        counts = self._counted[1]
        saved_words = self._saved_words.count(kept.text if kept else "")
        typed = self._words.count(self.query_one(Editor).text) - saved_words
        words = replace(counts, words=max(counts.words + typed, 0))
        saved = f" · saved {kept.changed:%H:%M}" if kept else ""
        self.query_one(TitleBar).say(self._assessment.title, words_against(words) + saved)

    def commands(self) -> tuple[Command, ...]:
        """What the command palette offers here."""
        return (
            ("Next heading", "Ctrl+N", lambda: self.action_turn(1)),
            ("Heading before", "Ctrl+B", lambda: self.action_turn(-1)),
            ("Questions", "On what I wrote here so far, F2 or Ctrl+G", self.action_questions),
            ("Reading", "What to read for this heading, F3", self.action_reading),
            ("Mine, for this heading", "Your own records", self.action_mine),
            ("Meetings in the log", "Choose them", self.action_log),
            ("Hand in", "Make the document", self.action_hand_in),
            ("Find", "Words in this text, Ctrl+F", self.action_find),
            ("Save", "Ctrl+S", self.action_save),
            ("Leave", "Back to the tabs", self.action_leave),
            *outside_commands(self.app, self._keeper.workspace, self.query_one(Editor)),
        )

    @on(TextArea.Changed, "#section-editor")
    def _edited(self, event: TextArea.Changed) -> None:
        event.stop()
        kept = self._kept()
        if self.query_one(Editor).text == (kept.text if kept else ""):
            return
        self.drafter.edited()
        self._say_words()

    async def commit(self) -> bool:
        """Saves the text as it stands; False, with the reason shown, if it cannot be saved."""
        space = self._keeper.workspace
        editor = self.query_one(Editor)
        text = None
        while text is None or text != editor.text:
            text = editor.text
            kept, stamp = self._kept(), space.stamp()
            if kept is None and not text.strip():
                return True
            record = kept or SectionText(
                id=stamp.new_id(),
                made=stamp.now,
                changed=stamp.now,
                assessment=self._assessment.id,
                section=self._section.id,
            )
            try:
                if clean(text) != record.text:
                    await self._keeper.save([replace(record, text=clean(text), changed=stamp.now)])
                self.drafter.rest()
                await self._keeper.drop_draft(self._draft_key)
            except IlmcoachError as problem:
                self._trouble(str(problem))
                return False
        return True

    async def action_save(self) -> None:
        """Saves and stays."""
        if await self.commit():
            self.query_one("#notice", Plain).say("")
            self.query_one("#saved-words").display = False
            self._refresh_around()

    async def action_turn(self, by: int) -> None:
        """To the next heading or the one before, round and round."""
        if await self.commit():
            sections = self._assessment.sections
            at = [one.id for one in sections].index(self._section.id)
            self._show(sections[(at + by) % len(sections)])

    def action_find(self) -> None:
        """Ctrl+F: words in the text."""
        editor = next(iter(self.query(Editor)), None)
        if editor:
            self.query_one(FindBar).open(editor)

    async def action_leave(self) -> None:
        """Escape: stops a model that is being asked, closes a drawer, or saves and leaves."""
        side = self.query_one("#side")
        if self.query_one(Beside).stop():
            return
        if side.has_class("-open"):
            side.remove_class("-open")
            self.query_one(Editor).focus()
        elif await self.commit():
            self.dismiss(None)

    def action_questions(self) -> None:
        """F2 or Ctrl+G: what the heading asks, and questions on what is written so far; again
        for others."""
        editor, beside = self.query_one(Editor), self.query_one(Beside)
        wanted = AtHeading(self._assessment, self._section, editor.text)
        if wanted.sends or (beside.display and self._side_is_seen):
            beside.ask(wanted)
        self._open_side(Beside, "")
        editor.focus()

    @on(Beside.Others)
    def _other_questions(self) -> None:
        self.action_questions()

    def action_reading(self) -> None:
        """F3: reading for this heading; again to put it away."""
        beside = self.query_one(Beside)
        if self._side_is_seen and beside.display and beside.part == "reading":
            self._open_side(Mine)
            self.query_one("#side").remove_class("-open")
        else:
            self._open_side(Beside, "reading")
        self.query_one(Editor).focus()

    def action_mine(self) -> None:
        """F4: the learner's own records for this heading."""
        side = self.query_one("#side")
        if side.has_class("-open") and self.query_one(Mine).display:
            side.remove_class("-open")
            self.query_one(Editor).focus()
            return
        self._open_side(Mine)
        self.query_one(Mine).focus_first()

    def _open_side(self, part: type[Mine] | type[Beside], alone: str = "") -> None:
        """Shows a part at the side; of questions and reading, one alone if it is named."""
        beside = self.query_one(Beside)
        beside.display = part is Beside
        beside.show_only(alone)
        self.query_one("#task").display = part is Beside and not alone
        self.query_one(Mine).display = part is Mine
        self.query_one("#side").add_class("-open")

    @property
    def _side_is_seen(self) -> bool:
        return self._wide or self.query_one("#side").has_class("-open")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Meetings are chosen under the heading that holds the log."""
        return action != "log" or self._section.log

    @property
    def _wide(self) -> bool:
        return self.has_class("-wide")

    async def action_log(self) -> None:
        """F5: which meetings stand in the log."""
        if await self.commit():
            await self.app.push_screen(LogChoiceScreen(self._keeper), self._log_chosen)

    def _log_chosen(self, _: None) -> None:
        self._refresh_around()

    async def action_hand_in(self) -> None:
        """Ctrl+O: the page that makes the document."""
        from .handin import HandInScreen

        if await self.commit():
            await self.app.push_screen(HandInScreen(self._keeper, self._assessment))

    @on(OptionList.OptionSelected, "#headings")
    async def _jump(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        found = next((s for s in self._assessment.sections if s.id == event.option.id), None)
        if found and await self.commit():
            self._show(found)

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "save":
                await self.action_save()
            case "ask-coach":
                self.action_questions()
            case "log-choice":
                await self.action_log()
            case "hand-in":
                await self.action_hand_in()
            case "saved-words":
                self.drafter.rest()
                await self._keeper.drop_draft(self._draft_key)
                self._show(self._section)

    def _trouble(self, text: str) -> None:
        notice = self.query_one("#notice", Plain)
        notice.add_class("-trouble")
        notice.say(text)

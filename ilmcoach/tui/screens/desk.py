"""The writing desk: one heading at a time, the learner's own records beside the text."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Button, OptionList, TextArea

from ilmcoach.packs.model import Assessment, Section
from ilmcoach.portfolio.coverage import records_for
from ilmcoach.portfolio.handing import in_question, remarks_to_deal_with
from ilmcoach.portfolio.records import SectionText
from ilmcoach.services.keeper import Keeper
from ilmcoach.tui.coach_places import AtHeading
from ilmcoach.tui.commands import Command
from ilmcoach.tui.drafted_editor import DraftedEditor
from ilmcoach.tui.hearing import heard
from ilmcoach.tui.outside import outside_commands
from ilmcoach.tui.panes.assignment import words_against
from ilmcoach.tui.widgets.beside import Beside
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.find_bar import FindBar
from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.mine import Mine
from ilmcoach.tui.widgets.plain import Act, Plain, choice_line, plain
from ilmcoach.tui.widgets.quotes_line import QuotesLine
from ilmcoach.tui.widgets.titlebar import TitleBar
from ilmcoach.walks.beside import questions_for_section, reading_for_section
from ilmcoach.walks.stamp import Stamp

from .desk_commands import desk_commands
from .desk_counting import DeskCounting
from .desk_quotes import DeskQuotes
from .desk_side import DeskSide
from .desk_spelling import DeskSpelling
from .desk_words import asks, heading_line, stage_line, task_words, verbs
from .log_choice import LogChoiceScreen

BEGIN = (
    "Begin anywhere, in your own words. F2: what is asked here, and questions to start from. "
    "F4: what you wrote before."
)


class DeskScreen(Screen[None]):
    """An editor for each heading of an assessment. It opens at the heading asked for; with none
    named, at one that is in question, else at the first."""

    HELP_PAGE = "desk"
    CSS_PATH = ["../styles/walk.tcss", "../styles/desk.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "turn(1)", "Next", priority=True),
        Binding("ctrl+b", "turn(-1)", "Back", show=False, priority=True),
        Binding("f2", "questions", "Questions"),
        Binding("ctrl+g", "questions", show=False, priority=True),
        Binding("f3", "reading", "Reading", show=False),
        Binding("f4", "mine", "Mine"),
        Binding("f5", "versions", "Versions"),
        # The editor would take these two for selecting.
        Binding("f6", "log", "Log", show=False, priority=True),
        Binding("f7", "accept_quote", "Accept the quote", show=False, priority=True),
        Binding("f8", "where", "Where"),
        Binding("f9", "next_quote", "Next quote", show=False),
        Binding("ctrl+o", "hand_in", "Hand in", priority=True),
        Binding("ctrl+s", "save", "Save", show=False),
        Binding("ctrl+f", "find", "Find", show=False, priority=True),
        Binding("ctrl+l", "spelling", "Spelling", show=False, priority=True),
        Binding("escape", "leave", "Leave"),
        # In a narrow window the footer has no more room.
        Binding("f1", "app.help", "Help", show=False),
    ]

    def __init__(self, keeper: Keeper, task: Assessment, section_id: str = "") -> None:
        super().__init__()
        self._keeper = keeper
        self._assessment = task
        self._section = self._first(section_id)
        self._counting = DeskCounting(self, keeper)
        self._text = DraftedEditor(
            self, keeper, kept=self._kept, fresh=self._fresh, key=lambda: self._draft_key
        )
        self.drafter = self._text.drafter
        self._side = DeskSide(self)
        self._quotes = DeskQuotes(self, keeper, task, self._text)
        self._spelling = DeskSpelling(self)

    def compose(self) -> ComposeResult:
        yield TitleBar(self._assessment.title)
        with Horizontal(id="desk"):
            yield OptionList(id="headings", compact=True)
            with Vertical(id="middle"):
                yield Plain("", id="stage")
                yield Plain("", id="asks")
                yield Plain("", id="verbs")
                yield Plain("", id="notice")
                editor = Editor(id="section-editor")
                editor.placeholder = BEGIN
                yield editor
                yield QuotesLine()
                yield FindBar()
                with Horizontal(id="moves"):
                    yield Act("Save", id="save", main=True)
                    yield Act("Questions", id="ask-coach")
                    yield Act("Meetings…", id="log-choice")
                    yield Act("Hand in…", id="hand-in")
                    yield Act("Spelling", id="spelling")
                    yield Act("Use the saved words", id="saved-words")
            with Vertical(id="side"):
                with VerticalScroll(id="task", classes="panel", can_focus=True) as task:
                    task.border_title = plain("What it asks")
                    yield Plain("", id="task-text")
                yield Mine(self._keeper.workspace, quoted=True)
                yield Beside()
        yield KeysLine()

    def on_mount(self) -> None:
        """Opens at the heading asked for."""
        self._show(self._section)
        self._side.begin()

    def _first(self, section_id: str) -> Section:
        questioned = self._questioned
        asked = [one for one in self._assessment.sections if one.id == section_id]
        sent_back = [one for one in self._assessment.sections if one.id in questioned]
        return next(iter((*asked, *sent_back, *self._assessment.sections)))

    @property
    def _questioned(self) -> tuple[str, ...]:
        """The headings in question after work was sent back; none where all or none are."""
        found = in_question(self._assessment, self._keeper.workspace.portfolio)
        return found if len(found) < len(self._assessment.sections) else ()

    def _kept(self) -> SectionText | None:
        portfolio = self._keeper.workspace.portfolio
        found = [
            one
            for one in portfolio.live(SectionText)
            if one.assessment == self._assessment.id and one.section == self._section.id
        ]
        return max(found, key=lambda one: (one.changed, one.id)) if found else None

    def _fresh(self, stamp: Stamp) -> SectionText:
        return SectionText(
            id=stamp.new_id(),
            made=stamp.now,
            changed=stamp.now,
            assessment=self._assessment.id,
            section=self._section.id,
        )

    @property
    def _draft_key(self) -> str:
        return f"section/{self._assessment.id}/{self._section.id}"

    @property
    def assessment(self) -> Assessment:
        """The assessment whose headings these are."""
        return self._assessment

    @property
    def has_log(self) -> bool:
        """True under the heading that holds the log: there meetings are chosen for it."""
        return self._section.log

    @property
    def has_quotes(self) -> bool:
        """True while quotes stand in the text as they were."""
        return bool(self._quotes.standing())

    def _show(self, section: Section) -> None:
        self._section = section
        self._text.show()
        self.query_one("#log-choice").display = section.log
        self.query_one(Mine).turn()
        self._quotes.turn_to(section)
        self._spelling.turned()
        self._refresh_around()
        pack = self._keeper.workspace.working_pack
        self.query_one(Beside).fill(
            questions_for_section(section, pack), reading_for_section(section, pack)
        )
        self.query_one(Editor).focus()

    def _refresh_around(self) -> None:
        space, section = self._keeper.workspace, self._section
        pack, kept = space.working_pack, self._kept()
        self.query_one("#asks", Plain).say(asks(section, pack))
        self.query_one("#verbs", Plain).say(verbs(section, pack))
        self.query_one("#task-text", Plain).say(task_words(section, pack))
        said = remarks_to_deal_with(self._assessment, section.id, space.portfolio)
        here = (*said, *records_for(section.criteria, space.portfolio))
        self.query_one(Mine).fill(here, but=kept.id if kept else "")
        self._quotes.look_again()
        self.say_words()
        self._fill_headings()

    def _fill_headings(self) -> None:
        options, questioned = self.query_one("#headings", OptionList), self._questioned
        options.clear_options()
        for number, count in enumerate(self._counting.saved().sections):
            here = count.id == self._section.id
            line = heading_line(count, here=here, questioned=questioned)
            if number:
                options.add_option(None)
            options.add_option(choice_line(line, id=count.id))
            if here:
                options.highlighted = number

    def say_words(self) -> None:
        """How many words there are now, here and in all, and whether they are saved or kept."""
        text, kept = self.query_one(Editor).text, self._kept()
        counts = self._counting.now(self._section.id, text, kept)
        kept_at = None if self.drafter.waiting else self.drafter.kept_at
        became = self._counting.what_became(text, kept, kept_at)
        self.query_one(TitleBar).say(self._assessment.title, words_against(counts) + became)
        words = next((one.words for one in counts.sections if one.id == self._section.id), 0)
        stage = stage_line(self._section, words, self._questioned)
        self.query_one("#stage", Plain).say(stage)

    def keep_cursor_in_sight(self) -> None:
        """After something around the text took room from it, or gave room back."""
        # The text is folded anew once its new width is known, and can be scrolled after that.
        editor = self.query_one(Editor)
        self.call_after_refresh(lambda: self.call_after_refresh(editor.scroll_cursor_visible))

    def commands(self) -> tuple[Command, ...]:
        """What the command palette offers here."""
        outside = outside_commands(self.app, self._keeper.workspace, self.query_one(Editor))
        return (*desk_commands(self), *outside)

    @on(TextArea.Changed, "#section-editor")
    def _edited(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._text.edited():
            self.say_words()
            self._counting.look_again()
        self._quotes.tell()
        self._spelling.edited()

    async def commit(self) -> bool:
        """Saves the text as it stands; False, with the reason shown, if it cannot be saved."""
        return await self._text.save()

    async def action_save(self) -> None:
        """Saves and stays."""
        if await self.commit():
            self._refresh_around()

    async def action_turn(self, by: int) -> None:
        """To the next heading or the one before, round and round."""
        await heard(self.focused)
        if await self.commit():
            sections = self._assessment.sections
            at = [one.id for one in sections].index(self._section.id)
            self._show(sections[(at + by) % len(sections)])

    def action_find(self) -> None:
        """Ctrl+F: words in the text."""
        editor = next(iter(self.query(Editor)), None)
        if editor:
            self.query_one(FindBar).open(editor)

    @on(Button.Pressed, "#spelling")
    def action_spelling(self) -> None:
        """Ctrl+L: words that a dictionary does not know, and the switch for it."""
        self._spelling.open()

    async def action_leave(self) -> None:
        """Escape: stops a model that is being asked, closes a drawer, or saves and leaves."""
        if self.query_one(Beside).stop() or self._side.close():
            return
        if await self.commit():
            self.dismiss(None)

    def action_questions(self) -> None:
        """F2 or Ctrl+G: what the heading asks, and questions on what is written so far; again
        for others."""
        text = self.query_one(Editor).text
        self._side.questions(AtHeading(self._assessment, self._section, text))

    @on(Beside.Others)
    def _other_questions(self) -> None:
        self.action_questions()

    def action_reading(self) -> None:
        """F3: reading for this heading; again to put it away."""
        self._side.reading()

    def action_mine(self) -> None:
        """F4: the learner's own records for this heading."""
        self._side.mine()

    @on(Mine.Quoted)
    def _quote(self, event: Mine.Quoted) -> None:
        event.stop()
        self._quotes.offer(event.record)

    def action_next_quote(self) -> None:
        """F9: to the next quote that stands as it was."""
        self._quotes.go()

    async def action_accept_quote(self) -> None:
        """F7: the quote that the cursor stands in may stay as it is."""
        await self._quotes.accept()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Meetings are chosen under the heading that holds the log; quotes are gone to and
        accepted where there are some."""
        if action == "log":
            return self.has_log
        return action not in ("next_quote", "accept_quote") or self.has_quotes

    async def action_log(self) -> None:
        """F6: which meetings stand in the log."""
        if await self.commit():
            await self.app.push_screen(LogChoiceScreen(self._keeper), self._came_back)

    async def action_versions(self) -> None:
        """F5: what stood under this heading before."""
        from .versions import VersionsScreen

        if await self.commit():
            screen = VersionsScreen(self._keeper, self._assessment, self._section)
            await self.app.push_screen(screen, self._text_may_be_another)

    async def action_where(self) -> None:
        """F8: what's written where."""
        from .whereabouts import WhereaboutsScreen

        if await self.commit():
            screen = WhereaboutsScreen(self._keeper, self._assessment, self._section.id)
            await self.app.push_screen(screen, self._go_to)

    async def action_hand_in(self) -> None:
        """Ctrl+O: the page that makes the document."""
        from .handin import HandInScreen

        if await self.commit():
            screen = HandInScreen(self._keeper, self._assessment)
            await self.app.push_screen(screen, self._came_back)

    def _go_to(self, section_id: str | None) -> None:
        found = next((one for one in self._assessment.sections if one.id == section_id), None)
        if found:
            self._show(found)
        else:
            self._text_may_be_another(None)

    def _came_back(self, _: object) -> None:
        self._refresh_around()

    def _text_may_be_another(self, _: object) -> None:
        if self.query_one(Editor).text == self._text.saved:
            self._refresh_around()
        else:
            self._show(self._section)

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
            case "quote-next":
                self.action_next_quote()
            case "quote-accept":
                await self.action_accept_quote()
            case "quote-undo":
                await self._quotes.take_back()
            case "saved-words":
                if await self._text.back_to_saved():
                    self._show(self._section)

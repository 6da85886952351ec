"""Guided questions, one at a time; can be left anywhere and carried on there."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Button, OptionList

from ilmcoach.errors import IlmcoachError
from ilmcoach.packs.model import Walk
from ilmcoach.packs.vocabulary import TEXTS
from ilmcoach.portfolio.records import Run
from ilmcoach.portfolio.sources import SOURCES
from ilmcoach.services.keeper import Keeper
from ilmcoach.tui.coach_places import AtStep
from ilmcoach.tui.commands import Command
from ilmcoach.tui.drafter import Drafter
from ilmcoach.tui.hearing import heard
from ilmcoach.tui.labels import number_of
from ilmcoach.tui.marks import marks_for
from ilmcoach.tui.outside import outside_commands
from ilmcoach.tui.present import criteria_labels
from ilmcoach.tui.widgets.answers.base import AnswerBox, Around
from ilmcoach.tui.widgets.answers.make import make_box
from ilmcoach.tui.widgets.beside import Beside
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.find_bar import FindBar
from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.outline import Outline
from ilmcoach.tui.widgets.plain import Act, Plain
from ilmcoach.tui.widgets.titlebar import TitleBar
from ilmcoach.tui.widgets.walk_end import WalkEnd
from ilmcoach.tui.widgets.walk_head import WalkHead
from ilmcoach.tui.widgets.walk_side import WalkSide
from ilmcoach.tui.word_counter import WordCounter
from ilmcoach.walks.answers import is_blank
from ilmcoach.walks.changes import answer, finish, move
from ilmcoach.walks.sitting import Sitting
from ilmcoach.walks.spots import Spot, describe

from .walk_commands import walk_commands
from .walk_drawers import WalkDrawers


class WalkScreen(Screen[str]):
    """One run of one walk. Gives back the id of the walk to go deeper into, or an empty text."""

    HELP_PAGE = "walk"
    CSS_PATH = "../styles/walk.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "next", "Next", priority=True),
        Binding("ctrl+b", "back", "Back", show=False, priority=True),
        Binding("f2", "questions", "Questions"),
        Binding("ctrl+g", "questions", show=False, priority=True),
        Binding("f3", "reading", "Reading"),
        Binding("f4", "steps", "Steps"),
        Binding("f5", "tests", "Tests"),
        Binding("ctrl+s", "save", "Save", show=False),
        Binding("ctrl+f", "find", "Find", show=False, priority=True),
        Binding("escape", "leave", "Leave"),
    ]

    def __init__(self, keeper: Keeper, walk: Walk, run: Run, *, at: str = "") -> None:
        super().__init__()
        self._keeper = keeper
        self._walk = walk
        self._at = at
        self.run = run
        self.spot: Spot | None = None
        self._warned = ""
        self._words = WordCounter()
        self._drawers = WalkDrawers(self)
        self.drafter = Drafter(self, keeper, self._trouble)

    @property
    def sitting(self) -> Sitting:
        """The walk, this run of it and the portfolio as they are now."""
        return Sitting(self._walk, self.run, self._keeper.workspace.portfolio)

    @property
    def box(self) -> AnswerBox | None:
        """The answer being given, None on the last page."""
        return next(iter(self.query(AnswerBox)), None)

    def compose(self) -> ComposeResult:
        yield TitleBar(self._walk.title)
        with Horizontal(id="walk"):
            yield Outline(marks_for())
            with Vertical(id="middle"):
                yield WalkHead()
                yield VerticalScroll(id="holder", can_focus=False)
                yield FindBar()
                yield Plain("", id="counts")
                with Horizontal(id="moves"):
                    yield Act("Back", id="back")
                    yield Act("Next", id="next", main=True)
                    yield Act("Questions", id="ask-coach")
                    yield Act("Use the saved words instead", id="saved-words")
            yield WalkSide(self._keeper.workspace, self._walk)
        yield KeysLine()

    async def on_mount(self) -> None:
        """Stands where the learner stopped."""
        places = self.sitting.spots()
        asked = next((place for place in places if place.key == self._at), None)
        await self._show(asked or self.sitting.current())

    async def _show(self, spot: Spot | None) -> None:
        self.spot = spot
        holder = self.query_one("#holder", VerticalScroll)
        self.drafter.rest()
        # A text area that is going may be drawn once more, for want of styles with a crash.
        with self.app.batch_update():
            await holder.remove_children()
        self.query_one("#saved-words").display = False
        self.query_one(WalkHead).notice("")
        if spot is None:
            await holder.mount(WalkEnd(self.sitting, self._keeper.workspace))
            self._describe_end()
        else:
            await holder.mount(self._make_box(spot))
            self._describe(spot)
            self._bring_back_draft(spot)
        self._refresh_around()
        for name in ("#next", "#ask-coach"):
            self.query_one(name).display = spot is not None
        self.query_one("#moves").query_one("#back").display = self._has_before(spot)
        self.focus_answer()

    def _make_box(self, spot: Spot) -> AnswerBox:
        workspace = self._keeper.workspace
        source = SOURCES.get(spot.step.source)
        records = source(workspace.portfolio) if source else ()
        offered = tuple((one.id, " ".join(describe(one).split())) for one in records)
        around = Around(workspace.today, offered, workspace.stamp().new_id)
        return make_box(spot.step, self.sitting.value_at(spot), around)

    def _describe(self, spot: Spot) -> None:
        places = self.sitting.spots()
        number = [place.key for place in places].index(spot.key) + 1
        self.query_one(WalkHead).ask(spot, number, len(places), self.sitting.stood_before(spot))
        labels = criteria_labels(spot.step.criteria, self._keeper.workspace.pack)
        self.query_one("#counts", Plain).say(
            f"counts towards {', '.join(labels)}" if labels else ""
        )
        self.query_one(WalkSide).fill(spot)

    def _describe_end(self) -> None:
        self.query_one(WalkHead).end()
        self.query_one("#counts", Plain).say("")
        self.query_one(WalkSide).fill(None)

    def _bring_back_draft(self, spot: Spot) -> None:
        key = self._draft_key(spot)
        draft = self._keeper.workspace.drafts.get(key)
        box = self.box
        if box is None:
            return
        self.drafter.watch(key, lambda: box.draft)
        if draft and draft.text != box.draft:
            box.restore(draft.text)
            at = f"{draft.at:%H:%M}"
            self.query_one(WalkHead).notice(f"Brought back what you typed at {at}.")
            self.query_one("#saved-words").display = not is_blank(box.first_value)

    def _draft_key(self, spot: Spot) -> str:
        return f"walk/{self.run.id}/{spot.key}"

    def _has_before(self, spot: Spot | None) -> bool:
        places = self.sitting.spots()
        return bool(places) and (spot is None or places[0].key != spot.key)

    def _refresh_around(self) -> None:
        sitting = self.sitting
        places = sitting.spots()
        answered = [sitting.is_answered(place) for place in places]
        self.query_one(Outline).fill(places, answered, self.spot)
        self.query_one(WalkSide).test(self.run)
        self._say_saved()

    def _say_saved(self) -> None:
        saved = self._keeper.workspace.portfolio.get(self.run.id)
        box = self.box
        words = self._words.count(box.draft) if box and self._is_text() else 0
        kept = [one for one in (self.drafter.kept_at, saved.changed if saved else None) if one]
        facts = [f"Kept {max(kept):%H:%M}"] if kept else []
        facts += [number_of(words, "word")] if words else []
        self.query_one(TitleBar).say(self._walk.title, " · ".join(facts))

    def _is_text(self) -> bool:
        return self.spot is not None and self.spot.step.answer in TEXTS

    def _trouble(self, text: str) -> None:
        self.query_one(WalkHead).notice(text, trouble=True)

    def commands(self) -> tuple[Command, ...]:
        """What the command palette offers here."""
        outside = outside_commands(self.app, self._keeper.workspace, self._editor)
        return (*walk_commands(self), *outside)

    @on(AnswerBox.Edited)
    async def _edited(self) -> None:
        # Counted before anything is waited for: if the program ends now, the words are kept.
        self.drafter.edited()
        if self._keeper.workspace.portfolio.get(self.run.id) is None:
            # The run has to be there for a draft to be found again after a crash.
            await self._keep_place()
        if self.query_one(WalkHead).in_trouble and self.box and not self.box.problem:
            self.query_one(WalkHead).notice("")
        self._say_saved()

    async def _keep_place(self) -> bool:
        if self.spot:
            self.run = move(self.run, self.spot, self._keeper.workspace.stamp())
        return await self._save(self.run)

    async def _save(self, *records: Run) -> bool:
        try:
            await self._keeper.save(records)
        except IlmcoachError as problem:
            self._trouble(str(problem))
            return False
        return True

    async def commit(self) -> bool:
        """Saves the answer as it stands; False, with the reason shown, if that cannot be done."""
        spot, box = self.spot, self.box
        if spot is None or box is None:
            return True
        if box.problem:
            self._trouble(box.problem)
            return False
        value = None
        while value is None or value != box.value:
            value = box.value
            change = answer(self.sitting, spot, value, self._keeper.workspace.stamp())
            try:
                if change.records:
                    await self._keeper.save(change.records)
                self.run = change.run
                self.drafter.rest()
                await self._keeper.drop_draft(self._draft_key(spot))
            except IlmcoachError as problem:
                self._trouble(str(problem))
                return False
            if value is None:
                return True
        return True

    async def _go(self, by: int) -> None:
        await heard(self.focused)
        spot, box = self.spot, self.box
        if box and box.problem and (by < 0 or self._warned == box.draft):
            # Nothing is refused twice: what cannot be understood yet waits as a draft.
            await self.drafter.write()
        elif not await self.commit():
            self._warned = box.draft if box else ""
            return
        if spot and by > 0 and spot.step.required and not self.sitting.is_answered(spot):
            self._trouble("Choose or write something here first; the next questions need it.")
            return
        target = self.sitting.step_from(spot, by) if spot else self.sitting.spots()[-1]
        if target or by > 0:
            await self._stand_at(target)

    async def _stand_at(self, spot: Spot | None) -> None:
        if spot:
            self.run = move(self.run, spot, self._keeper.workspace.stamp())
            # What was typed meanwhile belongs to the answer that still stands there.
            if not await self._save(self.run):
                return
            if not (self.box and self.box.problem) and not await self.commit():
                return
        else:
            self.run = finish(self.run, self._keeper.workspace.stamp())
            if not await self._save(self.run):
                return
        await self._show(spot)

    async def action_next(self) -> None:
        """On to the next question, the answer saved."""
        if self.spot is None:
            await self._finish("")
        else:
            await self._go(1)

    async def action_back(self) -> None:
        """Back to the question before, the answer saved."""
        await self._go(-1)

    async def action_save(self) -> None:
        """Saves and stays."""
        if await self.commit():
            self._refresh_around()

    def action_find(self) -> None:
        """Ctrl+F: words in the text."""
        if self._editor:
            self.query_one(FindBar).open(self._editor)

    @property
    def _editor(self) -> Editor | None:
        return next(iter(self.query(Editor)), None)

    async def action_leave(self) -> None:
        """Stops a model that is being asked, closes a drawer, or leaves; carries on here another
        time."""
        if self.query_one(WalkSide).stop():
            return
        looking = isinstance(self.focused, Outline) and self.spot is not None
        if self._drawers.open or looking:
            self._drawers.close()
            return
        box = self.box
        if box and not box.problem and not await self.commit():
            return
        await self.drafter.write()
        self.dismiss("")

    async def _finish(self, deeper: str) -> None:
        self.run = finish(self.run, self._keeper.workspace.stamp())
        if await self._save(self.run):
            self.dismiss(deeper)

    @on(Beside.Others)
    def action_questions(self) -> None:
        """F2 or Ctrl+G: questions on what is written here so far; again for others."""
        if self.spot:
            note = self.box.draft if self.box and self._is_text() else ""
            self._drawers.questions(AtStep(self.sitting, self.spot, note))

    def action_reading(self) -> None:
        """F3: the reading; again to put it away."""
        self._drawers.turn("reading")

    def action_tests(self) -> None:
        """F5: the goal's five tests; again to put them away."""
        self._drawers.turn("tests")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The five tests belong to goals only."""
        return action != "tests" or self._walk.makes == "goal"

    def action_steps(self) -> None:
        """F4: the list of steps."""
        self._drawers.steps()

    @on(Outline.Typed)
    def _typed_over_the_steps(self, event: Outline.Typed) -> None:
        """A letter typed while the steps are looked at belongs to the answer."""
        event.stop()
        self._drawers.close()
        if self._editor:
            self._editor.insert(event.character)

    def focus_answer(self) -> None:
        """Stands where one writes, or at the end of the walk, once either is there."""
        for part in self.query("#holder > *"):
            if isinstance(part, AnswerBox | WalkEnd):
                part.focus_first()
                return

    @on(OptionList.OptionSelected, "#outline")
    async def _jump(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if not await self.commit():
            return
        key = event.option.id
        target = next((place for place in self.sitting.spots() if place.key == key), None)
        self._drawers.close()
        if target:
            await self._stand_at(target)

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "next":
                await self.action_next()
            case "back":
                await self.action_back()
            case "ask-coach":
                self.action_questions()
                self.focus_answer()
            case "saved-words":
                await self._use_saved_words()
            case "finish" | "deeper" as way:
                await self._finish(self._walk.deeper if way == "deeper" else "")

    async def _use_saved_words(self) -> None:
        if self.spot:
            self.drafter.rest()
            await self._keeper.drop_draft(self._draft_key(self.spot))
            await self._show(self.spot)

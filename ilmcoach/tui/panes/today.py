"""The first tab: the one next thing, what is due, how far each assignment is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, OptionList

from ilmcoach.dates import say_day, say_distance
from ilmcoach.portfolio.coverage import SectionCount
from ilmcoach.portfolio.journey import journey
from ilmcoach.portfolio.overview import Overview, look_over
from ilmcoach.portfolio.records import Action
from ilmcoach.portfolio.week import Waiting, waiting
from ilmcoach.services.status import assessment_counts
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.labels import number_of, shorter_labels
from ilmcoach.tui.marks import marks_for
from ilmcoach.tui.screens.things import ThingsScreen
from ilmcoach.tui.ways import (
    Make,
    ai_record_screen,
    coach_screen,
    in_meeting_screen,
    walk_list_screen,
    week_screen,
    writes,
)
from ilmcoach.tui.widgets.journey import JourneyLine
from ilmcoach.tui.widgets.plain import Act, Plain, choice_line, plain

from .assignment import words_against
from .base import EditRecord, Pane, StartWalk
from .due_words import due_line
from .messages import OpenAssessment, OpenDraft, SetUp, ShowScreen, TellAction
from .next_due import IN_MEETING, look_at_goal
from .next_thing import next_things
from .thing import NextThing

if TYPE_CHECKING:
    from ilmcoach.tui.widgets.question_today import QuestionToday

SHOWN = 6
"""Lines about what waits on the first tab."""

_ALWAYS = (
    NextThing(
        "All guided questions",
        "Every one that there is, by prompt pack.",
        "Open it",
        screen="walks",
    ),
    NextThing(
        "The coach",
        "What a model may do for you, if anything, and what your centre allows.",
        "Open it",
        screen="coach",
    ),
    NextThing(
        "AI record",
        "What was sent to a model and shown of it, and your statement of AI use.",
        "Open it",
        screen="ai-record",
    ),
)
"""What can be looked at any day, after what comes next."""
_SCREENS: dict[str, Make] = {
    "week": week_screen,
    IN_MEETING: in_meeting_screen,
    "walks": walk_list_screen,
    "coach": coach_screen,
    "ai-record": ai_record_screen,
}


class TodayPane(Pane):
    """What matters now, and nothing else."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._things: tuple[NextThing, ...] = ()
        self._due: tuple[Waiting, ...] = ()
        self._daily: QuestionToday | None = None

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="today", can_focus=False):
            with Horizontal(id="top"):
                with Vertical(id="next-panel", classes="panel") as panel:
                    panel.border_title = plain("Next")
                    yield Plain("", id="next-title")
                    yield Plain("", id="next-about")
                    with Horizontal(classes="buttons"):
                        yield Act("Carry on", id="next-go", main=True)
                        yield Act("Something else…", id="next-other")
                with Vertical(id="due-panel", classes="panel") as panel:
                    panel.border_title = plain("To do")
                    yield Plain("Nothing is waiting to be done.", id="due-none", classes="quiet")
                    yield OptionList(id="due-list", compact=True)
            yield JourneyLine()
            yield Vertical(id="progress")
            yield Vertical(id="today-question")

    def on_mount(self) -> None:
        """The question for today comes once the first picture stands."""
        super().on_mount()
        self.call_after_refresh(self._ask)

    async def _ask(self) -> None:
        from ilmcoach.tui.widgets.question_today import QuestionToday

        # The learner may have left in between.
        if self.is_attached:
            self._daily = QuestionToday(self.workspace)
            await self.query_one("#today-question").mount(self._daily)

    def refresh_pane(self) -> None:
        if self._daily:
            self._daily.refresh_question()
        overview = look_over(self.workspace.portfolio, self.workspace.today)
        self._things = next_things(self.workspace, overview)
        self._show_next()
        self._show_due(overview)
        self.query_one(JourneyLine).say(journey(self.workspace.portfolio, self.workspace.today))
        self._show_progress()

    def _show_next(self) -> None:
        thing = self._things[0]
        self.query_one("#next-title", Plain).say(plain(thing.title, "bold"))
        self.query_one("#next-about", Plain).say(thing.about)
        self.query_one("#next-go", Act).say(thing.button)

    def _show_due(self, overview: Overview) -> None:
        panel = self.query_one("#due-panel")
        title = "To do"
        if overview.next_meeting:
            title = f"Before {say_day(overview.next_meeting)}"
        panel.border_title = plain(title)
        space = self.workspace
        pack = space.pack
        years = pack.programme.years if pack and pack.programme else None
        self._due = waiting(space.portfolio, space.today, years=years)
        due, marks = self.query_one("#due-list", OptionList), marks_for()
        due.clear_options()
        for number, one in enumerate(self._due[:SHOWN]):
            line = due_line(one, space.portfolio, space.today, marks)
            due.add_option(choice_line(line, id=str(number)))
        more = len(self._due) - SHOWN
        if more > 0:
            due.add_option(choice_line(plain(f"and {more} more", "$quiet"), disabled=True))
        due.display = bool(self._due)
        self.query_one("#due-none").display = not self._due

    def _show_progress(self) -> None:
        holder = self.query_one("#progress", Vertical)
        holder.remove_children()
        for count in assessment_counts(self.workspace):
            lines = []
            for section in count.sections:
                criteria = _criteria_line(section)
                marks = f"{section.marks} marks · " if section.marks is not None else ""
                head = plain(section.title)
                words = number_of(section.words, "word")
                lines.append(
                    Content.assemble(head, plain(f"   {marks}{words}\n  {criteria}", "$quiet"))
                )
            panel = Vertical(
                Plain(Content("\n").join(lines)),
                Act("Open", classes="open-assessment", id=f"open-{count.id}"),
                classes="panel assessment",
            )
            panel.border_title = plain(count.title)
            panel.border_subtitle = plain(words_against(count))
            holder.mount(panel)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "next-go":
            self.carry_on()
        elif event.button.id == "next-other":
            self.app.push_screen(ThingsScreen((*self._things, *_ALWAYS)), self._chosen)
        elif event.button.id and event.button.id.startswith("open-"):
            self.post_message(OpenAssessment(event.button.id.removeprefix("open-")))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Stands on the first thing to do, so that Enter does something."""
        if isinstance(event.widget, OptionList) and event.widget.highlighted is None:
            event.widget.highlighted = 0

    @on(OptionList.OptionSelected, "#due-list")
    def _take_up(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        one = self._due[int(event.option.id or 0)]
        record = self.workspace.portfolio.get(one.record)
        if isinstance(record, Action):
            self.post_message(TellAction(record))
        elif one.sort in ("goal", "goal-review"):
            looks = look_at_goal(self.workspace, one.record)
            if looks:
                self._do(looks[0])
            elif record:
                self.post_message(EditRecord(record))
        elif one.sort in ("programme-end", "programme-last"):
            self.post_message(SetUp())
        elif record:
            self.post_message(EditRecord(record))

    def _chosen(self, thing: NextThing | None) -> None:
        if thing:
            self._do(thing)

    def carry_on(self) -> None:
        """Does the next thing."""
        self._do(self._things[0])

    def _do(self, thing: NextThing) -> None:
        if make := _SCREENS.get(thing.screen):
            self.post_message(ShowScreen(make, writes=writes(make)))
        elif thing.draft:
            self.post_message(OpenDraft(thing.draft))
        elif thing.walk or thing.run:
            place = f"#{thing.at}" if thing.at else ""
            self.post_message(StartWalk(thing.walk, run_id=f"{thing.run}{place}"))
        elif thing.assessment:
            self.post_message(OpenAssessment(thing.assessment))
        else:
            self.post_message(SetUp())

    def focus_first(self) -> None:
        self.query_one("#next-go").focus()


def _criteria_line(section: SectionCount) -> str:
    """'M3.37 1.1: 3 records  1.2: nothing yet'."""
    labels = shorter_labels([one.label for one in section.criteria])
    counts = [_records(one.records) for one in section.criteria]
    return "  ".join(f"{label}: {count}" for label, count in zip(labels, counts, strict=True))


def _records(number: int) -> str:
    if not number:
        return "nothing yet"
    return "1 record" if number == 1 else f"{number} records"


def title_fact(workspace: Workspace, *, short: bool) -> str:
    """The month and the next meeting, as far as they are known."""
    overview = look_over(workspace.portfolio, workspace.today)
    facts = []
    if overview.month:
        facts.append(
            f"month {overview.month} of {overview.months}"
            if overview.months
            else f"month {overview.month}"
        )
    if overview.next_meeting:
        distance = say_distance(overview.next_meeting, workspace.today)
        day = say_day(overview.next_meeting)[:-5]
        facts.append(f"set meets {day}" if short else f"set meets {day}, {distance}")
    return " · ".join(facts)

"""The assignment tab: each task's headings, with words and records counted."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, OptionList

from ilmcoach.portfolio.coverage import AssessmentCount, SectionCount
from ilmcoach.portfolio.handing import last_handed, say_handed, say_sent_back
from ilmcoach.portfolio.placeless import placeless_cards, placeless_texts
from ilmcoach.services.status import assessment_counts
from ilmcoach.tui.labels import number_of
from ilmcoach.tui.ways import (
    calendar_screen,
    cards_screen,
    handed_screen,
    hours_screen,
    placeless_screen,
    whereabouts_screen,
)
from ilmcoach.tui.widgets.plain import Act, Plain, choice_line, plain
from ilmcoach.tui.widgets.standing import StandingList

from .base import Pane
from .messages import HandIn, OpenAssessment, SetUp, ShowScreen


def words_against(count: AssessmentCount) -> str:
    """The words so far against what the task suggests; a guide, never a bar."""
    if count.range is None:
        return number_of(count.words, "word")
    least, most = count.range
    return f"{number_of(count.words, 'word')}; the task suggests {least:,} to {most:,}"


def _briefly(count: AssessmentCount) -> str:
    if count.range is None:
        return number_of(count.words, "word")
    least, most = count.range
    return f"{number_of(count.words, 'word')} ({least:,}–{most:,})"


class AssignmentPane(Pane):
    """Headings to the left, what a heading asks and what counts towards it to the right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f8", "whereabouts", "What's written where", show=False),
    ]

    def compose(self) -> ComposeResult:
        yield Plain(
            "Set up your programme first: then its assignments stand here.", classes="empty"
        )
        with Horizontal(classes="buttons"):
            yield Act("Set up my programme…", id="set-up")
            yield Act("Hours…", id="hours")
            yield Act("Calendar file…", id="calendar")
            yield Act("Gone headings…", id="placeless")
        with Horizontal(classes="browser"):
            yield StandingList(compact=True)
            with Vertical(classes="detail panel"):
                with VerticalScroll(can_focus=False):
                    yield Plain("", classes="section-detail")
                with Horizontal(classes="buttons"):
                    yield Act("Write", classes="write", main=True)
                    yield Act("Hand in…", classes="hand-in")
                    yield Act("Cue cards…", classes="cards")
                with Horizontal(classes="buttons"):
                    yield Act("What's written where…", classes="whereabouts")
                    yield Act("Handed in…", classes="handed")

    def on_resize(self) -> None:
        """A wide window has room to say what the cards are for."""
        wide = self.screen.has_class("-wide")
        handed = "Handed in and sent back…" if wide else "Handed in…"
        self.query_one(".handed", Act).say(handed)
        self.query_one(".cards", Act).say("Cue cards, for speaking…" if wide else "Cue cards…")

    def refresh_pane(self) -> None:
        counts = assessment_counts(self.workspace)
        self._counts = {one.id: one for one in counts}
        options = self.query_one(OptionList)
        at = options.highlighted
        options.clear_options()
        for count in counts:
            head = Content.assemble(
                "\n" if options.option_count else "",
                plain(count.title, "bold"),
                "\n",
                plain(_briefly(count), "$quiet"),
            )
            options.add_option(choice_line(head, disabled=True))
            for section in count.sections:
                options.add_option(choice_line(_line(section), id=f"{count.id}/{section.id}"))
        space = self.workspace
        found = placeless_texts, placeless_cards
        gone = any(look(space.portfolio, space.pack) for look in found)
        self.query_one("#placeless").display = gone
        self.query_one(".empty").display = not counts
        self.query_one(".browser").display = bool(counts)
        if counts:
            options.highlighted = at or 1

    def _current(self) -> tuple[AssessmentCount, SectionCount] | None:
        options = self.query_one(OptionList)
        if options.highlighted is None:
            return None
        key = options.get_option_at_index(options.highlighted).id or ""
        assessment_id, _, section_id = key.partition("/")
        count = self._counts.get(assessment_id)
        section = next((s for s in count.sections if s.id == section_id), None) if count else None
        return (count, section) if count and section else None

    @on(OptionList.OptionHighlighted)
    def _stood_on(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        found = self._current()
        pack = self.workspace.pack
        if not found or not pack:
            return
        count, section = found
        task = pack.assessment(count.id)
        part = next((s for s in task.sections if s.id == section.id), None) if task else None
        parts = [plain(section.title, "bold"), plain(f"\n{_facts(section)}", "$quiet")]
        parts.append(plain(f"\n{count.title}: {words_against(count)}", "$quiet"))
        if task:
            back = say_sent_back(task, self.workspace.portfolio)
            handed = last_handed(task, self.workspace.portfolio)
            parts += [plain(f"\n{back}", "$warning")] if back else []
            parts += [plain(f"\n{say_handed(handed)}.", "$quiet")] if handed else []
        if part and part.about:
            parts.append(plain(f"\n\n{part.about}"))
        for point in part.points if part else ():
            parts.append(plain(f"\n· {point}"))
        parts.append(plain("\n\nWhat counts here", "bold"))
        for criterion in section.criteria:
            wording = pack.criterion(criterion.id)
            records = (
                "nothing yet" if not criterion.records else number_of(criterion.records, "record")
            )
            said = (wording.verb, wording.asks) if wording else ()
            verb = ": ".join(filter(None, said))
            style = "$accent" if criterion.records else "$warning"
            parts += [
                plain(f"\n{criterion.label}  ", "bold"),
                plain(records, style),
                plain(f"\n  {verb}", "$quiet"),
            ]
        if task and task.rule:
            parts.append(plain(f"\n\n{task.rule}", "$quiet"))
        self.query_one(".section-detail", Plain).say(Content.assemble(*parts))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._write()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        found = self._current()
        if event.button.id == "set-up":
            self.post_message(SetUp())
        elif event.button.id == "hours":
            self.post_message(ShowScreen(hours_screen))
        elif event.button.id == "calendar":
            self.post_message(ShowScreen(calendar_screen))
        elif event.button.id == "placeless":
            self.post_message(ShowScreen(placeless_screen, writes=False))
        elif event.button.has_class("write"):
            self._write()
        elif found and event.button.has_class("cards"):
            self.post_message(ShowScreen(partial(cards_screen, assessment_id=found[0].id)))
        elif found and event.button.has_class("whereabouts"):
            self.action_whereabouts()
        elif found and event.button.has_class("handed"):
            make = partial(handed_screen, assessment_id=found[0].id)
            self.post_message(ShowScreen(make, writes=False))
        elif found:
            self.post_message(HandIn(found[0].id))

    def action_whereabouts(self) -> None:
        """F8, as at the desk: what's written where."""
        if found := self._current():
            make = partial(whereabouts_screen, assessment_id=found[0].id)
            self.post_message(ShowScreen(make, writes=False))

    def _write(self) -> None:
        if found := self._current():
            self.post_message(OpenAssessment(found[0].id, found[1].id))

    def focus_first(self) -> None:
        target = self.query_one(OptionList) if self._counts else self.query_one("#set-up")
        target.focus()


def _line(section: SectionCount) -> Content:
    return Content.assemble(
        plain(section.title), "\n", plain(_facts(section, least=False), "$quiet")
    )


def _facts(section: SectionCount, *, least: bool = True) -> str:
    facts = [number_of(section.words, "word")]
    if section.marks is not None:
        minimum = f", at least {section.minimum}" if least and section.minimum is not None else ""
        facts.insert(0, f"{section.marks} marks{minimum}")
    return " · ".join(facts)

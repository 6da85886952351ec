"""What's written where: criterion by heading, and what is still missing."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.coordinate import Coordinate
from textual.screen import Screen
from textual.widgets import Button, OptionList

from ilmcoach.packs.model import Assessment, Criterion
from ilmcoach.portfolio.coverage import count_assessment
from ilmcoach.portfolio.whereabouts import HeadingPlace, Missing, still_missing, whereabouts
from ilmcoach.services.keeper import Keeper
from ilmcoach.tui.commands import Command
from ilmcoach.tui.going import Going
from ilmcoach.tui.handing_forms import note_form
from ilmcoach.tui.labels import number_of
from ilmcoach.tui.panes.assignment import words_against
from ilmcoach.tui.widgets.grid import Cell, Grid
from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.plain import Act, Plain, choice_line, plain
from ilmcoach.tui.widgets.standing import StandingList
from ilmcoach.tui.widgets.titlebar import TitleBar

from .behind import BehindScreen
from .handed import HandedScreen, where_it_stands
from .log_choice import LogChoiceScreen
from .statement import StatementScreen

HEADS = ("Heading, criteria", "Words", "Behind it", "Touched", "My note")
WORDS, BEHIND, TOUCHED, NOTE = 1, 2, 3, 4
NARROW_REST, WIDE_REST = (9, 10, 8, 11), (9, 10, 8, 12)
NOTHING_MISSING = "Nothing that can be counted is missing. Only you can say whether it is good."
NO_RULE = "This task names no rule for its marks."


class WhereaboutsScreen(Screen[str]):
    """The grid, each cell opening what is behind it; beside it or below what is missing.

    It begins at the heading named, else at the first. Opened over the writing desk of the same
    assessment it gives back the heading to go to there.
    """

    HELP_PAGE = "whereabouts"
    CSS_PATH = "../styles/whereabouts.tcss"
    AUTO_FOCUS = "#grid"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "note", "My note"),
        Binding("ctrl+o", "handed", "Handed in"),
        Binding("f5", "versions", "Changes"),
        Binding("f4", "turn_over", "How it is judged"),
        Binding("ctrl+p", "app.command_palette", "Commands", priority=True, show=False),
        Binding("escape", "leave", "Back"),
    ]

    def __init__(self, keeper: Keeper, assessment: Assessment, section_id: str = "") -> None:
        super().__init__()
        self._keeper = keeper
        self._assessment = assessment
        self._going = Going(self, keeper)
        self._places: tuple[HeadingPlace, ...] = ()
        self._missing: tuple[Missing, ...] = ()
        self._judged = False
        self._begin_at = section_id

    def compose(self) -> ComposeResult:
        yield TitleBar("What's written where", self._assessment.title)
        yield Plain("", id="state")
        with Horizontal(classes="buttons"):
            yield Act("Write", id="write", main=True)
            yield Act("My note…", id="note")
            yield Act("Changes…", id="versions")
            yield Act("Handed in and sent back…", id="handed-in")
            yield Act("How it is judged", id="turn-over")
        with Container(id="where"):
            with Vertical(id="table"):
                yield Grid(HEADS, id="grid")
                yield Plain("", id="meaning")
            with Vertical(id="beside", classes="panel"):
                yield Plain(NOTHING_MISSING, id="nothing-missing")
                yield StandingList(id="missing", compact=True)
                yield Plain("", id="meaning-wide")
                with VerticalScroll(id="judged", can_focus=False):
                    yield Plain(self._assessment.rule or NO_RULE, id="rule")
        yield KeysLine()

    def on_mount(self) -> None:
        """Shows where everything stands."""
        self.refresh_grid()

    def on_resize(self) -> None:
        """The columns follow the width, and what the buttons say."""
        self.call_after_refresh(self.refresh_grid)

    def on_screen_resume(self) -> None:
        """Back from what was behind a cell: what was written there shows here."""
        if self.query("#grid"):
            self.call_after_refresh(self.refresh_grid)

    @property
    def _wide(self) -> bool:
        return self.has_class("-wide")

    def refresh_grid(self) -> None:
        """Shows the portfolio as it is now."""
        space = self._keeper.workspace
        pack, task = space.working_pack, self._assessment
        self._places = whereabouts(task, pack, space.portfolio)
        self._missing = still_missing(task, pack, space.portfolio)
        count = count_assessment(task, pack, space.portfolio)
        state = "\n".join(filter(None, (words_against(count), where_it_stands(task, space))))
        self.query_one("#state", Plain).say(state)
        rows = [row for place in self._places for row in self._rows(place)]
        self.query_one(Grid).fill(rows, WIDE_REST if self._wide else NARROW_REST)
        self._begin([key for key, _ in rows])
        missing = self.query_one("#missing", OptionList)
        at = missing.highlighted or 0
        missing.clear_options()
        missing.add_options(
            choice_line(plain(one.words), id=str(number))
            for number, one in enumerate(self._missing)
        )
        if self._missing:
            missing.highlighted = min(at, len(self._missing) - 1)
        self._show_beside()

    def _begin(self, keys: list[str]) -> None:
        """Stands once at the heading that was asked for."""
        grid = self.query_one(Grid)
        if self._begin_at in keys and grid.row_count:
            grid.move_cursor(row=keys.index(self._begin_at), animate=False)
            self._begin_at = ""

    @on(Grid.CellHighlighted)
    def _say_meaning(self, event: Grid.CellHighlighted) -> None:
        event.stop()
        found = self._at(event.coordinate)
        name, meaning = self._meaning(*found) if found else ("", "")
        self.query_one("#meaning", Plain).say(meaning)
        wide = Content.assemble(plain(f"{name}\n", "$accent"), plain(meaning))
        self.query_one("#meaning-wide", Plain).say(wide if meaning else "")

    def _meaning(self, place: HeadingPlace, criterion_id: str) -> tuple[str, str]:
        """What is stood on, and what that asks: a criterion, or what a heading is about."""
        for one in place.criteria:
            if one.id == criterion_id:
                return f"{one.label} {one.verb}".rstrip(), one.asks
        about = (one.about for one in self._assessment.sections if one.id == place.id)
        return place.title, next(about, "")

    def _show_beside(self) -> None:
        """Both where there is room; where there is not, one or the other."""
        handed = "Handed in and sent back…" if self._wide else "Handed in…"
        self.query_one("#handed-in", Act).say(handed)
        judged = self._judged and not self._wide
        self.query_one("#nothing-missing").display = not self._missing and not judged
        self.query_one("#missing").display = bool(self._missing) and not judged
        self.query_one("#judged").display = self._wide or judged
        self.query_one("#turn-over").display = not self._wide
        self.query_one("#turn-over", Act).say("Still missing" if judged else "How it is judged")
        number = len(self._missing)
        words = f"Still missing: {number}" if number else "Still missing"
        self.query_one("#beside").border_title = plain("How it is judged" if judged else words)
        self.query_one("#rule", Plain).say(
            Content.assemble(
                plain("How it is judged\n" if self._wide else "", "$accent"),
                plain(self._assessment.rule or NO_RULE),
            )
        )

    def _rows(self, place: HeadingPlace) -> list[tuple[str, list[Cell]]]:
        style = "title" if place.in_question else "quiet"
        marks = f"{place.marks} marks" if place.marks is not None else ""
        least = f"at least {place.minimum}" if place.minimum is not None else ""
        facts = ", ".join(filter(None, (marks, least)))
        title = f"{place.title}\n{facts}" if facts else place.title
        note = " ".join(place.note.text.split()) if place.note else ""
        remarks = f"{number_of(place.remarks, 'remark')}" if place.remarks else ""
        rows: list[tuple[str, list[Cell]]] = [
            (
                place.id,
                [
                    (title, style),
                    (_words(place), "" if place.words else "warning"),
                    (remarks, "warning"),
                    (_day(place.touched), "quiet"),
                    (note if len(note) <= 40 else f"{note[:39]}…", ""),
                ],
            )
        ]
        for one in place.criteria:
            number = len(one.records)
            told = number_of(number, "record") if number else "nothing"
            said = f"  {one.label} {one.verb}".rstrip()
            rows.append(
                (
                    f"{place.id}/{one.id}",
                    [
                        (said, ""),
                        ("", ""),
                        (told, "accent" if number else "warning"),
                        (_day(one.touched), "quiet"),
                        ("", ""),
                    ],
                )
            )
        return rows

    def _stood_on(self) -> tuple[HeadingPlace, str] | None:
        """The heading stood on, and the criterion's id under it, empty on the heading itself."""
        grid = self.query_one(Grid)
        return self._at(grid.cursor_coordinate) if grid.row_count else None

    def _at(self, coordinate: Coordinate) -> tuple[HeadingPlace, str] | None:
        section_id, _, criterion_id = self.query_one(Grid).key_at(coordinate).partition("/")
        place = next((one for one in self._places if one.id == section_id), None)
        return (place, criterion_id) if place else None

    @on(Grid.CellSelected)
    async def _open_cell(self, event: Grid.CellSelected) -> None:
        event.stop()
        found = self._at(event.coordinate)
        if found is None:
            return
        place, criterion_id = found
        column = event.coordinate.column
        if column == NOTE:
            await self._note(place.id)
        elif criterion_id and column in (0, BEHIND, TOUCHED):
            await self._behind(criterion_id)
        elif column == BEHIND and not criterion_id and place.remarks:
            await self.action_handed()
        elif column == TOUCHED and place.touched:
            await self.action_versions()
        else:
            await self._write(place.id)

    @on(OptionList.OptionSelected, "#missing")
    async def _go_for(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        one = self._missing[int(event.option.id or 0)]
        match one.place:
            case "criterion":
                await self._behind(one.criterion)
            case "remarks":
                await self.action_handed()
            case "log":
                if not self._going.cannot_write():
                    await self.app.push_screen(LogChoiceScreen(self._keeper))
            case "cover":
                await self._going.set_up()
            case "statement":
                if not self._going.cannot_write():
                    await self.app.push_screen(StatementScreen(self._keeper, self._assessment))
            case _:
                await self._write(one.section)

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "write":
                if found := self._stood_on():
                    await self._write(found[0].id)
            case "note":
                await self.action_note()
            case "handed-in":
                await self.action_handed()
            case "versions":
                await self.action_versions()
            case "turn-over":
                self.action_turn_over()

    async def _write(self, section_id: str) -> None:
        """The desk at that heading: the one that this was opened over, or else another."""
        from .desk import DeskScreen

        if any(isinstance(one, DeskScreen) for one in self.app.screen_stack):
            self.dismiss(section_id)
        else:
            await self._going.desk(self._assessment.id, section_id)

    async def _behind(self, criterion_id: str) -> None:
        known = self._keeper.workspace.working_pack.criterion(criterion_id)
        criterion = known or Criterion(criterion_id, criterion_id, "", "")
        await self.app.push_screen(BehindScreen(self._keeper, criterion))

    async def _note(self, section_id: str) -> None:
        if self._going.cannot_write():
            return
        if form := note_form(self._keeper, self._assessment.id, section_id):
            await self.app.push_screen(form)

    async def action_note(self) -> None:
        """Ctrl+N: the learner's own note about the heading stood on."""
        if found := self._stood_on():
            await self._note(found[0].id)

    async def action_versions(self) -> None:
        """F5: what changed under the heading stood on, since it was handed in and before."""
        from .versions import VersionsScreen

        found = self._stood_on()
        ids = {one.id: one for one in self._assessment.sections}
        if found and found[0].id in ids:
            section = ids[found[0].id]
            await self.app.push_screen(VersionsScreen(self._keeper, self._assessment, section))

    async def action_handed(self) -> None:
        """Ctrl+O: drafts handed in, remarks, what was sent back."""
        await self.app.push_screen(HandedScreen(self._keeper, self._assessment))

    def action_turn_over(self) -> None:
        """F4: what is missing, or how the task is judged, where there is no room for both."""
        if not self._wide:
            self._judged = not self._judged
            self._show_beside()

    def commands(self) -> tuple[Command, ...]:
        """What the command palette offers here."""
        return (
            ("My note…", "About the heading you stand on", self.action_note),
            (
                "Handed in and sent back…",
                "Drafts, remarks, what is in question",
                self.action_handed,
            ),
            ("Changes…", "Under the heading you stand on", self.action_versions),
            ("How it is judged", "In words; again for what is missing", self.action_turn_over),
            ("Back", "To where you were", self.action_leave),
        )

    def action_leave(self) -> None:
        """Escape: back to where one was."""
        self.dismiss(None)


def _words(place: HeadingPlace) -> str:
    """The words, and where the work was handed in and changed since, those that it had then."""
    if place.changed and place.words_handed is not None:
        return f"{place.words:,}\nwas {place.words_handed:,}"
    return f"{place.words:,}"


def _day(moment: datetime | None) -> str:
    return f"{moment.day} {moment:%b}" if moment else ""

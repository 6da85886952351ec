"""The log: everything in one list, and what to show of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button

from ilmcoach.portfolio.filtering import Wanted, narrow
from ilmcoach.portfolio.records import Record, Turn
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.widgets.plain import Act, Plain

from .log_choices import CHOICES, is_offered, offered, said
from .records import Group, Plan, RecordPane

NOTHING_FITS = "Nothing fits all of these. Press x, or Show all, to see everything again."


class LogPane(RecordPane):
    """The list, with a row of choices over it. `in_trash` says whether what was deleted is
    shown, all of it."""

    FINDS_MORE = "The choices above, and Ctrl+F, reach them all."
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(one.key, f"choose('{one.field}')", one.title, show=False) for one in CHOICES),
        Binding("x", "show_all", "Show all", show=False),
    ]

    def __init__(
        self, workspace: Workspace, plan: Plan, in_trash: Callable[[], bool], *, id: str
    ) -> None:
        super().__init__(workspace, plan, id=id)
        self._in_trash = in_trash
        self.wanted = Wanted()

    def over_list(self) -> Iterable[Widget]:
        with Horizontal(classes="buttons", id="log-choices"):
            yield Plain("Show only", classes="quiet")
            for one in CHOICES:
                yield Act(one.title, id=f"log-{one.field}")
            yield Act("Show all", id="log-all")
        yield Plain("", id="log-shown", classes="quiet")

    def groups(self) -> Sequence[Group]:
        deleted = self._in_trash()
        groups = super().groups()
        if not deleted and self.wanted.kind != Turn.kind:
            groups = [Group(one.title, _without_turns(one.records)) for one in groups]
        self._show_choices(deleted=deleted)
        if deleted or not self.wanted:
            self.query_one("#log-shown", Plain).say("")
            self.query_one(".empty", Plain).say(self.plan.empty)
            return groups
        space = self.workspace
        fitting = [
            Group(one.title, narrow(one.records, self.wanted, space.portfolio)) for one in groups
        ]
        shown, of = (sum(len(one.records) for one in some) for some in (fitting, groups))
        words = f"{said(self.wanted, space)}: {shown:,} of {of:,}"
        self.query_one("#log-shown", Plain).say(words)
        self.query_one(".empty", Plain).say(NOTHING_FITS)
        return fitting

    def _show_choices(self, *, deleted: bool) -> None:
        self.query_one("#log-choices").display = not deleted
        for one in CHOICES:
            button = self.query_one(f"#log-{one.field}", Act)
            chosen = bool(getattr(self.wanted, one.field))
            button.variant = "primary" if chosen else "default"
            button.display = chosen or is_offered(one.field, self.workspace)
        self.query_one("#log-all").display = bool(self.wanted)

    @on(Button.Pressed, "#log-choices Act")
    def _choice_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        name = (event.button.id or "").removeprefix("log-")
        if name == "all":
            self.action_show_all()
        else:
            self.action_choose(name)

    def action_choose(self, field: str) -> None:
        """Offers what there is of one kind of choice; what is chosen is shown at once."""
        from ilmcoach.tui.screens.pick import PickScreen

        choice = next(one for one in CHOICES if one.field == field)
        if self._in_trash():
            return

        def picked(value: str | None) -> None:
            if value is not None:
                self._show_wanted(replace(self.wanted, **{field: value}))

        found = offered(field, self.workspace)
        screen = PickScreen(choice.ask, [("", choice.any, ""), *found], getattr(self.wanted, field))
        self.app.push_screen(screen, picked)

    def action_show_all(self) -> None:
        """One key: every choice is taken back."""
        if self.wanted:
            self._show_wanted(Wanted())

    def _show_wanted(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.refresh_pane()
        self.focus_first()

    def focus_first(self) -> None:
        if self._records or not self.wanted:
            super().focus_first()
        else:
            self.query_one("#log-all").focus()


def _without_turns(records: Iterable[Record]) -> list[Record]:
    """A clock for everybody at every meeting would bury what was written; meetings show it."""
    return [one for one in records if not isinstance(one, Turn)]

"""Renaming somebody everywhere: who, the new name, each place to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList

from ilmcoach.dates import say_day
from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.names import names_known, names_offered, same_name, texts_in
from ilmcoach.portfolio.records import Record
from ilmcoach.portfolio.renaming import Place, context, find_parts, find_places, is_shared
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.renaming import Renamed, drafts_naming, read_name, rename, undo
from ilmcoach.tui.labels import number_of
from ilmcoach.tui.present import KIND_NAMES
from ilmcoach.tui.widgets.choices import ChoiceList
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Act, Plain, choice_line

from .window import Window

NOBODY = (
    "Nobody is named yet: not under People, and not where it says who said, asked or was asked."
)
STAYS = (
    "Documents you have exported stay as they are, and so do backups. Text under a heading of an "
    "assignment counts as changed, so an own-work statement opens again."
)


class WhoScreen(Window[None]):
    """Everybody who is named, to choose one from."""

    HELP_PAGE = "rename"
    WINDOW_TITLE = "Rename somebody"

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._known = names_offered(keeper.workspace.portfolio)

    def body(self) -> Iterable[Widget]:
        yield Plain("Whose name should be another one?" if self._known else NOBODY)
        yield OptionList(id="names", compact=True)
        yield Plain("Or a name as it stands in your texts", classes="field")
        yield Line(id="typed-name", hint="with capitals as you wrote them; Enter goes on")

    def buttons(self) -> Iterable[Widget]:
        yield Act("Close", id="close")

    def on_mount(self) -> None:
        """Stands on the first name."""
        names = self.query_one("#names", OptionList)
        names.add_options(choice_line(name, id=str(at)) for at, name in enumerate(self._known))
        names.display = bool(self._known)
        if self._known:
            names.highlighted = 0
            names.focus()
        else:
            self.query_one(Line).focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._go_on(self._known[int(event.option.id or 0)])

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        if name := event.value.strip():
            self._go_on(name)

    def _go_on(self, name: str) -> None:
        # Not waited for: this window would wait for its own end.
        self.app.switch_screen(RenameScreen(self._keeper, name))

    def on_button_pressed(self) -> None:
        """The one button."""
        self.dismiss(None)


class RenameScreen(Window[None]):
    """The new name, and every place in the texts where the old one stands, to tick. Fields that
    hold nothing but the name change with it. Where only a part of it stands somebody else may be
    meant: it is ticked only where it is all that a field for a name holds."""

    HELP_PAGE = "rename"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "rename", "Rename"),
        Binding("ctrl+z", "undo", "Undo", show=False),
    ]

    def __init__(self, keeper: Keeper, name: str) -> None:
        super().__init__()
        self._keeper = keeper
        self._old = name
        self._done: Renamed | None = None
        places = find_places(name, keeper.workspace.portfolio)
        self._alone = tuple(one for one in places if one.alone)
        self._full = tuple(one for one in places if not one.alone)
        self._parts = find_parts(name, keeper.workspace.portfolio)
        self._offered = {str(at): one for at, one in enumerate((*self._full, *self._parts))}

    def title_text(self) -> str:
        return "Rename somebody"

    def body(self) -> Iterable[Widget]:
        yield Plain(f"The new name for {self._old}", classes="field")
        yield Line(id="new-name", hint="the new name")
        yield Plain("", id="problem")
        yield Plain(self._about(), id="about", classes="para")
        if self._offered:
            offered = [self._offer(key, place) for key, place in self._offered.items()]
            chosen = [key for key, place in self._offered.items() if self._is_sure(place)]
            yield ChoiceList(offered, chosen, several=True, id="places")
        yield Plain(f"{STAYS}{self._drafts()}", id="stays", classes="para quiet")

    def buttons(self) -> Iterable[Widget]:
        yield Act("Rename", id="rename", main=True)
        yield Act("Tick none", id="tick")
        yield Act("Undo", id="undo")
        yield Act("Close", id="close")

    def on_mount(self) -> None:
        """Ready to type the name."""
        self.query_one("#undo").display = False
        self.query_one("#tick").display = len(self._offered) > 1
        if self._offered:
            self._say_tick()
        self.query_one(Line).focus()

    def _is_sure(self, place: Place) -> bool:
        portfolio = self._keeper.workspace.portfolio
        return not place.part or (place.alone and not is_shared(place.part, self._old, portfolio))

    def _about(self) -> str:
        fields = number_of(len(self._alone), "field")
        texts, parts = len(self._full), self._about_parts()
        where = _kinds(self._alone, self._keeper)
        alone = f"It changes in {fields} that {_hold(len(self._alone))} only this name: {where}."
        said = [alone] if self._alone else []
        if texts:
            said.append(f"It stands in your texts {_times(texts)}.")
            said.append("Untick those that mean somebody else.")
        elif not parts:
            said.append("It stands in no text." if self._alone else "It stands nowhere now.")
        return " ".join([*said, *([parts] if parts else [])])

    def _about_parts(self) -> str:
        words = dict.fromkeys(context(self._text_at(one), one)[1] for one in self._parts)
        fields = sum(one.alone for one in self._parts)
        count = len({(one.record, one.field) for one in self._parts if not one.alone})
        where = [number_of(count, "text")] if count else []
        where += [number_of(fields, "field")] if fields else []
        if not where:
            return ""
        return (
            f"You also wrote {' or '.join(words)} in {' and '.join(where)}: tick those that mean "
            "the same person."
        )

    def _drafts(self) -> str:
        count = drafts_naming(self._keeper.workspace, self._old)
        if not count:
            return ""
        text = "text that is not saved yet has" if count == 1 else "texts not saved yet have"
        return f" {count} {text} the name too, and will keep it."

    def _record_at(self, place: Place) -> Record:
        record = self._keeper.workspace.portfolio.get(place.record)
        assert record is not None
        return record

    def _text_at(self, place: Place) -> str:
        return dict(texts_in(self._record_at(place)))[place.field]

    def _offer(self, key: str, place: Place) -> tuple[str, str, str]:
        record = self._record_at(place)
        before, name, after = context(self._text_at(place), place)
        gone = ", deleted" if record.trashed else ""
        kind = KIND_NAMES.get(record.kind, record.kind)
        return key, f"{before}{name}{after}", f"{kind}, {say_day(record.made.date())}{gone}"

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        new = event.value.strip()
        names = names_known(self._keeper.workspace.portfolio)
        there = new != self._old and any(same_name(new, one) for one in names)
        self._tell(f"Somebody is called {new} already: the two will read as one." if there else "")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        # The places are to be looked at first.
        places = next(iter(self.query("#places")), None) or self.query_one("#rename")
        places.focus()

    def _ticked(self) -> tuple[Place, ...]:
        chosen = next(iter(self.query(ChoiceList)), None)
        return tuple(self._offered[key] for key in chosen.chosen) if chosen else ()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "rename":
                await self.action_rename()
            case "tick":
                self._tick_all_or_none()
            case "undo":
                await self.action_undo()
            case _:
                self.dismiss(None)

    def _tick_all_or_none(self) -> None:
        places = self.query_one(ChoiceList)
        places.choose(() if places.chosen else self._offered)
        self._say_tick()

    @on(ChoiceList.Changed)
    def _say_tick(self) -> None:
        words = "Tick none" if self.query_one(ChoiceList).chosen else "Tick all"
        self.query_one("#tick", Act).say(words)

    async def action_rename(self) -> None:
        """Renames, after a backup; says what was done."""
        if self._done:
            return
        typed, places = self.query_one(Line).value, (*self._alone, *self._ticked())
        try:
            read_name(typed, self._old)
            space = self._keeper.workspace
            self._done = await self._keeper.run(rename, space, typed, self._old, places)
        except IlmcoachError as problem:
            self._tell(str(problem))
            self.query_one(Line).focus()
            return
        done = self._done
        self._tell(
            f"Done: {self._old} is {done.new} now, in {number_of(done.places, 'place')}. Ctrl+Z "
            "undoes it while this window is open; later, the backup made before is under "
            "`ilmcoach restore`."
        )
        self._show_done(done=True)

    async def action_undo(self) -> None:
        """Ctrl+Z: the old name is back everywhere."""
        if self._done is None:
            return
        try:
            await self._keeper.run(undo, self._keeper.workspace, self._done)
        except IlmcoachError as problem:
            self._tell(str(problem))
            return
        self._done = None
        self._show_done(done=False)
        self._tell(f"It is {self._old} again everywhere.")

    def _show_done(self, *, done: bool) -> None:
        for part in ("#about", "#places", "#stays", "#rename", "#new-name"):
            for one in self.query(part):
                one.display = not done
        self.query_one("#tick").display = not done and len(self._offered) > 1
        self.query_one("#undo").display = done
        self.query_one("#close" if done else "#rename").focus()

    def _tell(self, text: str) -> None:
        self.query_one("#problem", Plain).say(text)


def _kinds(places: Sequence[Place], keeper: Keeper) -> str:
    portfolio = keeper.workspace.portfolio
    found = Counter(one.kind for place in places if (one := portfolio.get(place.record)))
    return ", ".join(
        f"{KIND_NAMES.get(kind, kind)} ({count})" if count > 1 else KIND_NAMES.get(kind, kind)
        for kind, count in found.items()
    )


def _hold(count: int) -> str:
    return "holds" if count == 1 else "hold"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")

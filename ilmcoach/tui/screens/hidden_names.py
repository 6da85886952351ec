"""Names hidden in a document: looked at before it is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList

from ilmcoach.export.document import Document
from ilmcoach.export.hiding import STILL, Seen, perhaps_names, seen_in
from ilmcoach.portfolio.hiding import (
    LONGEST,
    WAYS,
    Plan,
    Spot,
    StandIn,
    choose,
    in_way,
    plan_for,
    with_name,
    with_wording,
    without_name,
)
from ilmcoach.portfolio.renaming import words_round
from ilmcoach.services.keeper import Keeper
from ilmcoach.tui.labels import number_of
from ilmcoach.tui.widgets.choices import ChoiceList
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Act, Plain, choice_line, plain

from .window import Window

NOBODY = "Nobody of your list is named in this document."
AROUND = 24
"""Letters shown on each side of a place."""


class HiddenNamesScreen(Window[Plan]):
    """Each place where a name stands and what will stand there; gives back the plan that the
    learner agrees to, None if they close it. Nothing is changed in what they wrote."""

    HELP_PAGE = "hidden-names"
    WINDOW_TITLE = "Hide names"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "agree", "Agree")]

    def __init__(
        self, keeper: Keeper, document: Document, way: str, before: Plan | None = None
    ) -> None:
        """`before` is a plan agreed to just now: what was chosen in it stays chosen."""
        super().__init__()
        self._document = document
        fresh = plan_for(keeper.workspace.portfolio, way)
        self._plan = in_way(before, way) if before else fresh
        pack = keeper.workspace.pack
        works = (one.citation for one in pack.readings) if pack else ()
        self._strangers = perhaps_names(document, fresh, works)
        self._seen: tuple[Seen, ...] = ()
        self._spots: dict[str, Spot] = {}
        self._doubts: ChoiceList | None = None

    def body(self) -> Iterable[Widget]:
        yield Plain("", id="found")
        ways = [(way, title, "") for way, title in WAYS.items()]
        yield ChoiceList(ways, (self._plan.way,), id="way")
        yield Plain("Names, or words of every day? Ticked ones are hidden", classes="field doubts")
        yield Vertical(id="doubts")
        yield Plain("Who, and what stands for them. Enter: your own words", classes="field people")
        yield OptionList(id="people", compact=True)
        if self._strangers:
            yield Plain("On no list. Tick who is a person", classes="field")
            offered = [(one, one, "") for one in self._strangers]
            yield ChoiceList(offered, self._added(), several=True, id="strangers")
        yield Plain("Every place", classes="field places")
        yield OptionList(id="places", compact=True)
        yield Plain(STILL, classes="para quiet")

    def buttons(self) -> Iterable[Widget]:
        yield Act("Hide the names so", id="agree", main=True)
        yield Act("Close", id="close")

    async def on_mount(self) -> None:
        """Looks through the document."""
        await self._look()
        self.query_one("#agree").focus()
        self.call_after_refresh(self.query_one("#window-body").scroll_home, animate=False)

    async def _look(self) -> None:
        """Shows the plan as it is now. The lists stay where the learner stands in them."""
        self._seen = seen_in(self._document, self._plan)
        shown = [(at, one) for at, one in enumerate(self._plan.people) if self._times(at)]
        told = f"{number_of(len(self._seen), 'place')}, {number_of(len(shown), 'name')}."
        self.query_one("#found", Plain).say(told if self._seen else NOBODY)
        _fill(self.query_one("#people", OptionList), [(at, self._who(at, x)) for at, x in shown])
        places = [(at, _change(one)) for at, one in enumerate(self._seen) if one.place.hidden]
        _fill(self.query_one("#places", OptionList), places)
        for name, some in (("people", shown), ("places", places)):
            self.query_one(f".{name}").display = bool(some)
            self.query_one(f"#{name}").display = bool(some)
        await self._look_at_doubts()

    async def _look_at_doubts(self) -> None:
        doubtful = [one for one in self._seen if one.place.doubtful]
        spots = {Spot(one.text, one.place.start): one for one in doubtful}
        offered = [(str(at), *self._doubt(one)) for at, one in enumerate(spots.values())]
        self._spots = {str(at): spot for at, spot in enumerate(spots)}
        chosen = [key for key, spot in self._spots.items() if spots[spot].place.hidden]
        box = self.query_one("#doubts", Vertical)
        self.query_one(".doubts").display = box.display = bool(offered)
        await box.remove_children()
        self._doubts = ChoiceList(offered, chosen, several=True) if offered else None
        if self._doubts:
            await box.mount(self._doubts)

    def _times(self, number: int) -> int:
        return sum(number in one.place.who for one in self._seen)

    def _who(self, number: int, one: StandIn) -> Content:
        times = number_of(self._times(number), "place")
        yours = ", your words" if one.own else ""
        name = plain(" / ".join(one.names), "bold")
        return Content.assemble(name, plain(f": {one.put}"), plain(f"  {times}{yours}", "$quiet"))

    def _doubt(self, one: Seen) -> tuple[Content, str]:
        before, said, after = _round(one)
        shown = Content.assemble(plain(before), plain(said, "bold $accent"), plain(after))
        names = " or ".join(self._plan.people[at].names[0] for at in one.place.who)
        return shown, f"{names}: {one.place.put}"

    @on(ChoiceList.Changed)
    async def _changed(self) -> None:
        way = self.query_one("#way", ChoiceList).chosen[0]
        if way != self._plan.way:
            self._plan = in_way(self._plan, way)
            await self._look()
            return
        if await self._took_strangers():
            return
        self._take_doubts()

    async def _took_strangers(self) -> bool:
        """Puts those ticked on the plan, and takes those unticked off it; True if any were."""
        ticked = set(self.query_one("#strangers", ChoiceList).chosen) if self._strangers else set()
        there = self._added()
        for name in sorted(ticked - there):
            self._plan = with_name(self._plan, name)
        for name in sorted(there - ticked):
            self._plan = without_name(self._plan, name)
        if ticked != there:
            await self._look()
        return ticked != there

    def _added(self) -> set[str]:
        """Those on no list who are on the plan."""
        return {one.names[0] for one in self._plan.people if one.names[0] in self._strangers}

    def _take_doubts(self) -> None:
        ticked = self._doubts.chosen if self._doubts else ()
        for key, spot in self._spots.items():
            self._plan = choose(self._plan, spot, hidden=key in ticked)
        self._seen = seen_in(self._document, self._plan)
        places = [(at, _change(one)) for at, one in enumerate(self._seen) if one.place.hidden]
        _fill(self.query_one("#places", OptionList), places)
        for name in (".places", "#places"):
            self.query_one(name).display = bool(places)

    @on(OptionList.OptionSelected, "#people")
    def _reword(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        number = int(event.option.id or 0)
        one = self._plan.people[number]

        async def take(wording: str | None) -> None:
            if wording is not None:
                self._plan = with_wording(self._plan, number, wording)
                await self._look()

        self.app.push_screen(WordingScreen(one), take)

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "agree":
            await self.action_agree()
        else:
            self.dismiss(None)

    async def action_agree(self) -> None:
        """Ctrl+S: the plan as it is shown."""
        self.dismiss(self._plan)


class WordingScreen(Window[str]):
    """The learner's own words for somebody; empty for ours, None if they close it."""

    HELP_PAGE = "hidden-names"
    WINDOW_TITLE = "In your words"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "take", "Take them")]

    def __init__(self, one: StandIn) -> None:
        super().__init__()
        self._one = one

    def body(self) -> Iterable[Widget]:
        yield Plain(f"What should stand for {self._one.names[0]}?", classes="field")
        yield Line(self._one.put if self._one.own else "", hint=self._one.put, id="wording")
        yield Plain(f"Up to {LONGEST} letters. Leave it empty for our words.", classes="quiet")

    def buttons(self) -> Iterable[Widget]:
        yield Act("Take these words", id="take", main=True)
        yield Act("Close", id="close")

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one(Line).focus()

    @on(Input.Submitted)
    async def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        await self.action_take()

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "take":
            await self.action_take()
        else:
            self.dismiss(None)

    async def action_take(self) -> None:
        """Ctrl+S, Enter: these words."""
        self.dismiss(self.query_one(Line).value.strip())


def _fill(some: OptionList, lines: Sequence[tuple[int, Content]]) -> None:
    stood = some.highlighted
    some.clear_options()
    some.add_options(choice_line(line, id=str(number)) for number, line in lines)
    if lines:
        some.highlighted = min(stood or 0, len(lines) - 1)


def _change(one: Seen) -> Content:
    """A place with a few words round it: what stands there, and what will."""
    before, said, after = _round(one)
    if one.place.put.endswith("."):
        after = after.removeprefix(".")
    return Content.assemble(
        plain(before),
        plain(said, "$quiet strike"),
        plain(" > ", "$quiet"),
        plain(one.place.put, "bold $accent"),
        plain(after),
    )


def _round(one: Seen) -> tuple[str, str, str]:
    return words_round(one.text, one.place.start, one.place.end, AROUND)

"""Cue cards for speaking: a card for each criterion, one's own records beside it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, OptionList, TextArea

from ilmcoach.packs.model import Assessment
from ilmcoach.portfolio.cards import CardPlace, card_for, card_places, written_cards
from ilmcoach.portfolio.coverage import records_for
from ilmcoach.portfolio.records import CueCard
from ilmcoach.services.keeper import Keeper
from ilmcoach.text import count_words
from ilmcoach.tui.commands import Command
from ilmcoach.tui.drafted_editor import DraftedEditor
from ilmcoach.tui.hearing import heard
from ilmcoach.tui.labels import number_of
from ilmcoach.tui.saying import say
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.keys_line import KeysLine
from ilmcoach.tui.widgets.mine import Mine
from ilmcoach.tui.widgets.plain import Act, Plain, choice_line, plain
from ilmcoach.tui.widgets.titlebar import TitleBar
from ilmcoach.walks.stamp import Stamp

from .cards_page import CardsPageScreen


class CardsScreen(Screen[None]):
    """An editor for each card of an assessment. A card counts towards no criterion: it is the
    work itself, as the text under a heading is. `at` is the id of the place to begin at."""

    HELP_PAGE = "cards"
    CSS_PATH = ["../styles/walk.tcss", "../styles/cards.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "turn(1)", "Next", priority=True),
        Binding("ctrl+b", "turn(-1)", "Back", show=False, priority=True),
        Binding("f4", "mine", "Mine"),
        Binding("ctrl+o", "rehearse", "Rehearse", priority=True),
        Binding("ctrl+s", "save", "Save", show=False),
        Binding("escape", "leave", "Leave"),
    ]

    def __init__(self, keeper: Keeper, task: Assessment, *, at: str = "") -> None:
        super().__init__()
        self._keeper = keeper
        self._assessment = task
        self._places = card_places(task, keeper.workspace.working_pack)
        asked = (place for place in self._places if place.id == at)
        self._place = next(asked, self._places[0])
        self._text = DraftedEditor(
            self, keeper, kept=self._kept, fresh=self._fresh, key=lambda: self._draft_key
        )
        self.drafter = self._text.drafter

    def compose(self) -> ComposeResult:
        yield TitleBar(f"Cue cards: {self._assessment.title}")
        with Horizontal(id="cards"):
            yield OptionList(id="places", compact=True)
            with Vertical(id="middle"):
                yield Plain("", id="stage")
                yield Plain("", id="asks")
                with Horizontal(id="notice-line"):
                    yield Plain("", id="notice")
                    yield Act("Use the saved words instead", id="saved-words")
                yield Editor(id="card-editor")
                with Horizontal(id="moves"):
                    yield Act("Save", id="save", main=True)
                    yield Act("Rehearse…", id="rehearse")
                    yield Act("All cards", id="page")
                    yield Act("Mine", id="show-mine")
            with Vertical(id="side"):
                yield Mine(self._keeper.workspace, "this card")
        yield KeysLine()

    def on_mount(self) -> None:
        """Opens at the card asked for, else the first."""
        self._show(self._place)

    def _kept(self) -> CueCard | None:
        portfolio = self._keeper.workspace.portfolio
        return card_for(portfolio, self._assessment.id, self._place.id)

    def _fresh(self, stamp: Stamp) -> CueCard:
        return CueCard(
            id=stamp.new_id(),
            made=stamp.now,
            changed=stamp.now,
            assessment=self._assessment.id,
            criterion=self._place.id,
        )

    @property
    def _draft_key(self) -> str:
        """By the card's id once there is one, so that its draft goes with it for good."""
        kept = self._kept()
        return f"card/{kept.id if kept else f'{self._assessment.id}/{self._place.id}'}"

    def _show(self, place: CardPlace) -> None:
        self._place = place
        self._text.show()
        self.query_one(Mine).turn()
        self._refresh_around()
        self.query_one(Editor).focus()

    def _refresh_around(self) -> None:
        portfolio, place = self._keeper.workspace.portfolio, self._place
        records = records_for(place.criteria, portfolio)
        self.query_one("#stage", Plain).say(plain(place.section, "bold"))
        head = f"{place.label} {place.verb}".strip()
        asks = plain(f"{head}: " if head else "", "$accent"), plain(place.asks, "$quiet")
        self.query_one("#asks", Plain).say(Content.assemble(*asks))
        self.query_one("#show-mine", Act).say(f"Mine ({len(records)})")
        kept = self._kept()
        self.query_one(Mine).fill(records, but=kept.id if kept else "")
        self._fill_places()

    def _fill_places(self) -> None:
        space = self._keeper.workspace
        written = written_cards(self._assessment, space.working_pack, space.portfolio)
        words = {place.id: count_words(card.text) for place, card in written}
        self.query_one(TitleBar).say(
            f"Cue cards: {self._assessment.title}",
            f"{len(words)} of {number_of(len(self._places), 'card')} begun",
        )
        options = self.query_one("#places", OptionList)
        options.clear_options()
        heading = ""
        for place in self._places:
            if place.label and place.section != heading:
                heading = place.section
                space_above = "\n" if options.option_count else ""
                head = plain(f"{space_above}{heading}", "bold $quiet")
                options.add_option(choice_line(head, disabled=True))
            title = f"{place.label} {place.verb}".strip() or place.section
            count = number_of(words[place.id], "word") if place.id in words else "nothing yet"
            line = Content.assemble(
                plain(title, "bold" if place == self._place else ""), plain(f"\n{count}", "$quiet")
            )
            options.add_option(choice_line(line, id=place.id))
        options.highlighted = options.get_option_index(self._place.id)

    def commands(self) -> tuple[Command, ...]:
        """What the command palette offers here."""
        return (
            ("Next card", "Ctrl+N", lambda: self.action_turn(1)),
            ("Card before", "Ctrl+B", lambda: self.action_turn(-1)),
            ("Rehearse", "Card after card, with a clock", self.action_rehearse),
            ("All cards on one page", "To read them through", self.action_page),
            ("Mine, for this card", "Your own records", self.action_mine),
            ("Save", "Ctrl+S", self.action_save),
            ("Leave", "Back to the tabs", self.action_leave),
        )

    @on(TextArea.Changed, "#card-editor")
    def _edited(self, event: TextArea.Changed) -> None:
        event.stop()
        self._text.edited()

    async def commit(self) -> bool:
        """Saves the card as it stands; False, with the reason shown, if it cannot be saved."""
        return await self._text.save()

    async def action_save(self) -> None:
        """Saves and stays."""
        if await self.commit():
            self._refresh_around()
            say(self.app, "Saved.")

    async def action_turn(self, by: int) -> None:
        """To the next card or the one before, round and round."""
        await heard(self.focused)
        if await self.commit():
            self._show(self._places[(self._places.index(self._place) + by) % len(self._places)])

    @on(OptionList.OptionSelected, "#places")
    async def _jump(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        found = next((one for one in self._places if one.id == event.option.id), None)
        if found and await self.commit():
            self._show(found)

    async def action_rehearse(self) -> None:
        """Ctrl+O: card after card, with a clock."""
        from .rehearse import RehearseScreen

        if not await self.commit():
            return
        space = self._keeper.workspace
        if written_cards(self._assessment, space.working_pack, space.portfolio):
            self._refresh_around()
            await self.app.push_screen(RehearseScreen(self._keeper, self._assessment))
        else:
            say(self.app, "Write a card first: then you can rehearse with it.")

    async def action_page(self) -> None:
        """All cards on one page."""
        if await self.commit():
            self._refresh_around()
            await self.app.push_screen(CardsPageScreen(self._keeper.workspace, self._assessment))

    def action_mine(self) -> None:
        """F4: the learner's own records for this card; again, or Escape: back to the card."""
        if self.has_class("-mine"):
            self._close_side()
            return
        self.add_class("-mine")
        self.query_one(Mine).focus_first()

    def _close_side(self) -> None:
        self.remove_class("-mine")
        self.query_one(Editor).focus()

    async def action_leave(self) -> None:
        """Escape: closes a drawer, else saves and leaves."""
        if self.has_class("-mine"):
            self._close_side()
        elif await self.commit():
            self.dismiss(None)

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "save":
                await self.action_save()
            case "rehearse":
                await self.action_rehearse()
            case "page":
                await self.action_page()
            case "show-mine":
                self.action_mine()
            case "saved-words":
                if await self._text.back_to_saved():
                    self._show(self._place)

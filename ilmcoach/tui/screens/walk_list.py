"""All guided questions that there are, pack by pack."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from ilmcoach.packs.model import Pack, Walk
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.going import Going
from ilmcoach.tui.panes.next_due import first_sentence
from ilmcoach.tui.widgets.plain import Act, Plain, choice_line, plain

from .window import Window

EMPTY = "There are none in your packs. Ctrl+P, Prompt packs, has more."


class WalkListScreen(Window[None]):
    """Begins the guided questions that are chosen; those of one pack only, if it is named."""

    HELP_PAGE = "walk-list"
    WINDOW_TITLE = "Guided questions"

    def __init__(self, keeper: Keeper, pack_id: str = "") -> None:
        super().__init__()
        self._keeper = keeper
        self._going = Going(self, keeper)
        self._pack_id = pack_id
        self._begun = False

    def body(self) -> Iterable[Widget]:
        yield Plain(EMPTY, classes="empty")
        yield OptionList(id="walk-list", compact=True)

    def buttons(self) -> Iterable[Widget]:
        yield Act("Close", id="close")

    def on_mount(self) -> None:
        """Lists them."""
        listed = self.query_one("#walk-list", OptionList)
        for title, walks in walks_by_pack(self._keeper.workspace, self._pack_id):
            space = "\n" if listed.option_count else ""
            head = plain(f"{space}{' '.join(title.split())}", "bold $quiet")
            listed.add_option(choice_line(head, disabled=True))
            for walk in walks:
                about = first_sentence(walk.about)
                line = Content.assemble(
                    plain(walk.title, "bold"), plain(f"\n{about}" if about else "", "$quiet")
                )
                listed.add_option(choice_line(line, id=walk.id))
        self.query_one(".empty").display = not listed.option_count
        listed.display = bool(listed.option_count)
        if listed.option_count:
            listed.highlighted = 1
            listed.focus()

    def on_screen_resume(self) -> None:
        """Back from the questions that were chosen: the list has done its work."""
        if self._begun and self.app.screen is self:
            self.dismiss(None)

    @on(OptionList.OptionSelected)
    async def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._begun = True
        await self._going.walk(event.option.id or "")

    def on_button_pressed(self) -> None:
        """The one button."""
        self.dismiss(None)


def walks_by_pack(space: Workspace, pack_id: str = "") -> list[tuple[str, list[Walk]]]:
    """The guided questions that a learner can begin, under the title of the pack that brings
    them; of packs that hold the same, the first. Those that wait for a record to look at again
    are left out. Only those of the pack `pack_id`, if it is given."""
    together = space.working_pack
    offered = {walk.id for walk in together.walks_for_learner() if not walk.again}
    found: list[tuple[str, list[Walk]]] = []
    for pack in _packs(space, together):
        walks = [walk for walk in pack.walks if walk.id in offered]
        offered -= {walk.id for walk in walks}
        if walks and pack_id in ("", pack.id):
            found.append((pack.title, walks))
    return found


def _packs(space: Workspace, together: Pack) -> list[Pack]:
    """The packs that are used, that of the programme first."""
    enrolment = space.portfolio.enrolment
    others = enrolment.also if enrolment else ()
    found = (space.library.pack(one) for one in (together.id, *others))
    return [pack for pack in found if pack]

"""The reading tab: the catalogue, with what each work is good for."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList

from ilmcoach.tui.present import criteria_labels
from ilmcoach.tui.widgets.plain import Plain, choice_line, plain

from .base import Pane


class ReadingPane(Pane):
    """Works on the left, the one stood on at the right."""

    def compose(self) -> ComposeResult:
        yield Plain("No reading list came with this pack.", classes="empty")
        with Horizontal(classes="browser"):
            yield OptionList(compact=True)
            with VerticalScroll(classes="detail panel", can_focus=False):
                yield Plain("", classes="reading-detail")

    def refresh_pane(self) -> None:
        readings = self.workspace.working_pack.readings
        options = self.query_one(OptionList)
        at = options.highlighted
        options.clear_options()
        for one in readings:
            options.add_option(choice_line(_short(one.citation), id=one.id))
        self.query_one(".empty").display = not readings
        self.query_one(".browser").display = bool(readings)
        options.highlighted = at if at is not None and at < len(readings) else 0

    @on(OptionList.OptionHighlighted)
    def _stood_on(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        pack = self.workspace.working_pack
        found = next((one for one in pack.readings if one.id == event.option.id), None)
        if found is None:
            return
        parts = [plain(found.citation, "bold"), plain("\n\n"), plain(found.good_for)]
        if found.topics:
            parts.append(plain(f"\n\nAbout {', '.join(found.topics)}", "$quiet"))
        labels = criteria_labels(found.criteria, pack)
        if labels:
            parts.append(plain(f"\nHelps with {', '.join(labels)}", "$quiet"))
        self.query_one(".reading-detail", Plain).say(Content.assemble(*parts))

    def focus_first(self) -> None:
        self.query_one(OptionList).focus()


def _short(citation: str) -> str:
    head, _, rest = citation.partition(")")
    return f"{head})" if rest else citation

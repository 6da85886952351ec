"""Text shown as it is: never read as markup, never with a control character left in it."""

from __future__ import annotations

from textual.content import Content
from textual.selection import Selection
from textual.widgets import Button, Static
from textual.widgets.option_list import Option

from ilmcoach.text import clean


def plain(text: str, style: str = "") -> Content:
    """`text` as content with no markup in it, in one style."""
    return Content.styled(clean(text), style)


class Plain(Static):
    """Our own words or a pack's. They cannot be selected, so they cannot be copied into what
    the learner writes."""

    ALLOW_SELECT = False

    def __init__(
        self,
        text: str | Content = "",
        *,
        id: str | None = None,
        classes: str = "",
    ) -> None:
        self._said = _content(text)
        super().__init__(self._said, id=id, classes=classes, markup=False)
        self.set_class(not text, "-empty")

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What is selected here: nothing in words that may not be. Textual would give them to a
        selection that begins in another part and goes over this one."""
        return super().get_selection(selection) if self.ALLOW_SELECT else None

    def say(self, text: str | Content) -> None:
        """Shows another text; the same one again costs no new layout."""
        said = _content(text)
        if said.is_same(self._said):
            return
        self._said = said
        self.update(said)
        self.set_class(not text, "-empty")


class OwnWords(Plain):
    """The learner's words, which they may select and copy."""

    ALLOW_SELECT = True


class Act(Button):
    """A button of one line. `label` may be anybody's words."""

    def __init__(
        self,
        label: str,
        *,
        id: str | None = None,
        main: bool = False,
        classes: str = "",
    ) -> None:
        super().__init__(
            plain(label), id=id, variant="primary" if main else "default", classes=classes
        )

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Nothing: a label is for pressing, also for a selection that goes over it."""
        return None

    def say(self, label: str) -> None:
        """Gives the button other words, and the room they need."""
        self.label = plain(label)
        self.refresh(layout=True)


def choice_line(text: str | Content, id: str | None = None, *, disabled: bool = False) -> Option:
    """An option of a list."""
    return Option(_content(text), id=id, disabled=disabled)


def way_line(way: str, title: str, about: str, *, last: bool = False) -> Option:
    """A way to go on, with a line about it, for lists of a few such ways; the `last` of them
    leaves no room after it."""
    end = "" if last else "\n"
    text = Content.assemble(plain(title, "bold"), plain(f"\n{about}{end}", "$quiet"))
    return choice_line(text, id=way)


def _content(text: str | Content) -> Content:
    return text if isinstance(text, Content) else plain(text)

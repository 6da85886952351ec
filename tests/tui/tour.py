"""Going through every screen and looking at what it shows."""

from __future__ import annotations

from textual.content import Content
from textual.css.query import NoMatches
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Button, OptionList, Static

from ilmcoach.text import clean
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.panes.base import Pane
from ilmcoach.tui.widgets.answers.base import AnswerBox
from tests.tui.driving import every, hit, screen_text, settle
from tests.tui.hostile import SIGN

FOLDED = dict.fromkeys(map(ord, " │\n"))
"""What a long word may be folded with in a window."""


class Tour:
    """Notes which screens, panes and answers were looked at, and all that they showed."""

    def __init__(self) -> None:
        self.screens: set[type[Screen[object]]] = set()
        self.panes: set[type[Pane]] = set()
        self.answers: set[type[AnswerBox]] = set()
        self.shown: list[str] = []

    async def go(self, pilot: Pilot[None], *keys: str, sign: bool = True) -> None:
        """Presses keys one by one, looks after each, and in the end sees one of the traps."""
        app = pilot.app
        assert isinstance(app, IlmcoachApp)
        for key in keys:
            hit(app, key)
            await settle(pilot)
            self.look(app, sign=sign and key == keys[-1])

    async def click(self, pilot: Pilot[None], selector: str, *, sign: bool = True) -> None:
        """Presses a button that is there to be pressed."""
        button = pilot.app.screen.query_one(selector, Button)
        assert button.display
        button.press()
        await settle(pilot)
        assert isinstance(pilot.app, IlmcoachApp)
        self.look(pilot.app, sign=sign)

    def look(self, app: IlmcoachApp, *, sign: bool = True) -> None:
        """What is shown is text and nothing else; the app is alive."""
        assert app.is_running
        assert app.return_code is None
        screen = app.screen
        self.screens.add(type(screen))
        for part in every(screen):
            if isinstance(part, Pane) and part.region:
                self.panes.add(type(part))
            if isinstance(part, AnswerBox):
                self.answers.add(type(part))
            for content in contents(part):
                check_content(content)
        check_strips(app)
        text = screen_text(app)
        self.shown.append(text)
        if sign:
            assert SIGN in text.translate(FOLDED), f"{screen}:\n{text}"


def contents(part: object) -> list[Content]:
    """The texts of a part, also what is scrolled out of sight."""
    if isinstance(part, Button):
        found: list[object] = [part.label]
    elif isinstance(part, OptionList):
        found = [option.prompt for option in part.options]
    elif isinstance(part, Static):
        found = [part.content]
    else:
        found = []
    return [one for one in found if isinstance(one, Content)]


def check_content(content: Content) -> None:
    assert clean(content.plain) == content.plain
    for span in content.spans:
        assert isinstance(span.style, str) or not span.style.meta, span


def check_strips(app: IlmcoachApp) -> None:
    for line in app.screen._compositor.render_strips():
        for part in line:
            assert clean(part.text) == part.text, repr(part.text)
            if part.style:
                assert "@click" not in part.style.meta, part
                assert not part.style.link, part


def there(app: IlmcoachApp, selector: str) -> bool:
    """True if such a part is on the screen in front and shown."""
    try:
        return bool(app.screen.query_one(selector).display)
    except NoMatches:
        return False

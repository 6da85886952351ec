"""Where everything is kept, and who can read it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from ilmcoach.settings import Folders
from ilmcoach.tui.widgets.plain import Act, OwnWords, Plain

from .window import Window

LINES = (
    "Everything you write stays on this computer, in one folder:",
    "{folder}",
    "portfolio.json holds your writing. The folder “backups” beside it holds earlier copies, "
    "“drafts” what you are typing just now, “documents” what you exported, “versions” your "
    "assignment texts as they were at each save.",
    "“attachments” holds copies of the files you attached. Backups do not hold those: to keep "
    "everything in one file, press Ctrl+P and choose Export everything.",
    "Only your own account on this computer can open the folder. Somebody who can log in as you, "
    "or who looks after the computer, can read it too. It is not encrypted.",
    "ilmcoach sends nothing over the network, unless you turn on a model: see The coach. To be "
    "rid of everything here: Ctrl+P, Delete everything…",
    "Your writing names colleagues: think about who sees an exported document before you share it.",
)


class WhereScreen(Window[None]):
    """The page 'Where is this kept, who can read it?'."""

    SCROLLS = True
    WINDOW_TITLE = "Where is this kept, who can read it?"

    def __init__(self, folders: Folders) -> None:
        super().__init__()
        self._folders = folders

    def body(self) -> Iterable[Widget]:
        for line in LINES:
            if line == "{folder}":
                yield OwnWords(str(self._folders.data), classes="field")
            else:
                yield Plain(line, classes="para")

    def buttons(self) -> Iterable[Widget]:
        yield Act("Close", id="close", main=True)

    def on_button_pressed(self) -> None:
        """The one button."""
        self.dismiss(None)

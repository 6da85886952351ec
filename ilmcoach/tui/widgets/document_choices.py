"""What kind of document, what stands in it beside the work, and how people are named in it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from ilmcoach.export.choices import Choices

from .choices import ChoiceList
from .line import Line
from .plain import Plain

FORMATS = (
    ("docx", "Word: to finish and hand in, with contents and page numbers", ""),
    ("pdf", "PDF: to print, or to send as it is", ""),
    ("html", "Web page: one file that opens on any phone or computer", ""),
    ("md", "Markdown: plain text for any editor", ""),
)
COVER = {
    "docx": "A cover page of your centre’s own (a Word file)",
    "pdf": "A cover page of your centre’s own (a PDF)",
}
EXTRAS = (
    ("log", "The learning log as a table", ""),
    ("goals", "My goals and how they went", ""),
    ("activities", "What I did to develop, and what it did", ""),
    ("feedback", "Feedback I had", ""),
    ("ratings", "How I rated myself, then and now", ""),
    ("journey", "The months as a table", ""),
    ("references", "What I read", ""),
)
NAMES = (
    ("", "As I wrote them", ""),
    ("roles", "By what they are to me: ‘a member of my set’", ""),
    ("initials", "By initials", ""),
)
STANDARD = (
    ("", "I say nothing of it", ""),
    ("yes", "Yes, without my name", ""),
    ("no", "No", ""),
)


class DocumentChoices(Vertical):
    """The choices. `offered` are the extras for which there is something to show."""

    DEFAULT_CSS = """
    DocumentChoices { height: auto; }
    DocumentChoices ChoiceList { height: auto; }
    DocumentChoices #cover-row { height: auto; }
    """

    class Changed(Message):
        """Another format was chosen."""

    def __init__(self, offered: Collection[str], *, standardised: bool) -> None:
        super().__init__(id="document-choices")
        self._extras = [one for one in EXTRAS if one[0] in offered]
        self._standardised = standardised

    def compose(self) -> ComposeResult:
        yield Plain("What kind of document", classes="field")
        yield ChoiceList(FORMATS, ["docx"], id="format")
        if self._extras:
            yield Plain("After the work, outside its words", classes="field")
            yield ChoiceList(self._extras, several=True, id="extras")
        yield Plain("How people are named", classes="field")
        yield ChoiceList(NAMES, [""], id="names")
        with Vertical(id="cover-row"):
            yield Plain(COVER["docx"], id="cover-asks", classes="field")
            with Horizontal(classes="form-row"):
                yield Line("", hint="the file, or nothing", id="cover")
        if self._standardised:
            asks = "May your centre use this work to compare how it is marked?"
            yield Plain(asks, classes="field")
            yield ChoiceList(STANDARD, [""], id="standardisation")

    @property
    def form(self) -> str:
        """The format: the end of the file's name."""
        return self._one("#format")

    @property
    def choices(self) -> Choices:
        """What was chosen, as the exporter takes it."""
        extras = self.query_one("#extras", ChoiceList).chosen if self._extras else ()
        cover = self.query_one("#cover", Line).value.strip().strip("\"'")
        said = self._one("#standardisation") if self._standardised else ""
        return Choices(
            extras=extras,
            names=self._one("#names"),
            cover=Path(cover).expanduser() if cover and self.form in COVER else None,
            standardisation={"yes": True, "no": False}.get(said),
        )

    def _one(self, selector: str) -> str:
        return next(iter(self.query_one(selector, ChoiceList).chosen), "")

    @on(ChoiceList.Changed)
    def _changed(self, event: ChoiceList.Changed) -> None:
        event.stop()
        self.query_one("#cover-row").display = self.form in COVER
        self.query_one("#cover-asks", Plain).say(COVER.get(self.form, ""))
        self.post_message(self.Changed())

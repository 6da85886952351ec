"""A sheet on which somebody answers the learner's questions: as a page to print, and as text to
paste into a mail. Only its labels are ours."""

from __future__ import annotations

from datetime import date
from html import escape

from msgspec import Struct

from ilmcoach.dates import say_day
from ilmcoach.text import clean, clean_line

from .html_page import html_page

_PAGE_MM = 165
"""The height left for answers on a sheet of A4, under the head and within the margins."""
_LEAST_MM, _MOST_MM = 16, 60
_LINES = 4
"""Empty lines under each question of the text."""

_STYLE = """
@page { size: A4; margin: 18mm; }
body { font: 11pt/1.45 Georgia, serif; color: #222; background: #fff; max-width: 174mm;
  margin: 8mm auto; padding: 0 6mm; overflow-wrap: anywhere; }
h1 { font-size: 17pt; font-weight: normal; margin: 0 0 5mm; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 6mm; margin: 0 0 7mm; }
dt { color: #666; } dd { margin: 0; white-space: pre-wrap; }
ol { padding: 0 0 0 6mm; margin: 0; }
li { break-inside: avoid; }
.room { height: %dmm; margin: 2mm 0 4mm; border: 0.3mm solid #bbb; border-radius: 1mm; }
.ends { color: #666; margin: 6mm 0 0; }
@media print { body { margin: 0; padding: 0; } }
"""


class Sheet(Struct, frozen=True):
    """What stands on it: `who` is asked, `asker` asks (either may be empty), the learner's own
    `questions`, and the day by which they would like it, None for any."""

    who: str
    asker: str
    about: str
    questions: tuple[str, ...]
    by: date | None = None


def sheet_of(who: str, asker: str, about: str, questions: str, by: date | None) -> Sheet:
    """A sheet from texts as the learner typed them; a line of `questions` is a question."""
    lines = (clean_line(line) for line in questions.split("\n"))
    asked = tuple(line for line in lines if line)
    return Sheet(clean_line(who), clean_line(asker), clean(about).strip(), asked, by)


def sheet_html(sheet: Sheet) -> str:
    """The sheet as one HTML page that stands alone: nothing is fetched and nothing can run, by
    its own content security policy; every text is escaped."""
    room = max(_LEAST_MM, min(_MOST_MM, _PAGE_MM // max(len(sheet.questions), 1) - 14))
    style = _STYLE % room
    head = "".join(f"<dt>{label}</dt><dd>{escape(text)}</dd>\n" for label, text in _facts(sheet))
    asked = "".join(f'<li>{escape(one)}<div class="room"></div></li>\n' for one in sheet.questions)
    body = (
        f"<h1>Feedback</h1>\n<dl>\n{head}</dl>\n<ol>\n{asked}</ol>\n"
        '<p class="ends">Your name, if you like, and the date:</p>\n'
    )
    return html_page("Feedback", "en", style, body)


def sheet_text(sheet: Sheet) -> str:
    """The sheet as plain text, with empty lines to answer in."""
    parts = ["Feedback", ""]
    parts += [f"{label}: {text}" for label, text in _facts(sheet)]
    for number, question in enumerate(sheet.questions, 1):
        parts += ["", f"{number}. {question}", *[""] * _LINES]
    return "\n".join([*parts, "Your name, if you like, and the date:", ""])


def _facts(sheet: Sheet) -> list[tuple[str, str]]:
    facts = [
        ("For", sheet.who),
        ("From", sheet.asker),
        ("About", sheet.about),
        ("If you can, by", say_day(sheet.by) if sheet.by else ""),
    ]
    return [(label, text) for label, text in facts if text]

"""A document with a part of every kind, for tests of the formats."""

from __future__ import annotations

from datetime import UTC, date, datetime

from ilmcoach.export.document import (
    Box,
    Boxes,
    Cell,
    Cover,
    CoverRow,
    Document,
    Heading,
    Label,
    LearnerText,
    Listing,
    Node,
    OwnWork,
    PageBreak,
    Paragraph,
    Reference,
    References,
    Room,
    Table,
    Verbatim,
    WordTable,
)

MADE = datetime(2026, 12, 3, 12, 30, tzinfo=UTC)

RICH = """I walked the ward on **Monday *night*** and asked three people. Zoë, Łukasz and
Siân-Marie said “more time”, café-style 👍🎉.

# What I noticed

4. The rota is made by `rota --week 12` and nobody reads it.
5. Handover takes *too long*.

   It begins late.
   - because of parking
   - because of the lift
6. We never ask.

> A question is worth more than an answer.
>
> > And two are worth more still.

| Day | Who | What happened |
| --- | --- | ---: |
| Monday | Amina | She asked the **night** staff |
| Tuesday | Ben | |

```
def rota(week):
    return sorted(week)   # as   it stands
```

See [the guidance](https://example.org/a?b=c&d=e), not [this](javascript:alert(1)).

مرحبا بالعالم هذا اختبار

- مرحبا

团队每周开会。我们学到了很多东西。

---

#let x = panic() $y$ @ref <label> [/notes] <b>bold?</b> \\
The end of it.
"""

_PLAIN = (
    "When I asked my set what they would do, I heard that the efficient office differs from the "
    "affable one; the first finding was that waiting, not walking, took up the time."
)


def rich_document(words: int = 300) -> Document:
    """One of at least so many words of the learner's."""
    paragraphs = [f"{_PLAIN} Round {number}." for number in range(max(1, words // 35))]
    nodes: tuple[Node, ...] = (
        Heading(1, "Leading with action learning"),
        Cover(
            (
                CoverRow("Centre number", ""),
                CoverRow("Learner name", "Zoë Łukasiewicz & Co <z@example.org>", learners=True),
            )
        ),
        Heading(2, "The problem"),
        LearnerText(RICH, under=2),
        Heading(2, "What I did"),
        LearnerText("\n\n".join(paragraphs), under=2),
        Heading(2, "My learning log"),
        Heading(3, "Set meeting on Tue 3 Mar 2026"),
        Label("Problem brought"),
        LearnerText("The rota does not hold.", under=3),
        Label("Nothing is written about this meeting yet.", missing=True),
        WordTable((("The problem", 812), ("What I did", 1200)), 2012, "It suggests 2,000 or so."),
        OwnWork("I confirm that this is my own work.", "Zoë Łukasiewicz", date(2026, 12, 3)),
        PageBreak(),
        Heading(2, "Goals"),
        Table(
            "How they went",
            ("Goal", "By when", "Review"),
            (
                (Cell("Ask first", learners=True), Cell("1 May"), Cell("Well.\nAlmost", True)),
                (Cell("Wait & see", learners=True, before="Done"), Cell("2 May"), Cell("")),
            ),
        ),
        Table("", ("Marks", "Assessor"), ((Cell("Total"), Cell("")),)),
        Room(2),
        Boxes((Box("Yes, it may"), Box("No", ticked=True))),
        References((Reference("Revans, R. (2011)", "ABC of it", ". Farnham: Gower."),)),
        Paragraph("No tool was used for the text."),
        Listing(("Questions: 12", "Reading: 3")),
        Verbatim("> what did I miss?\n  [/notes] <i>x</i>"),
    )
    return Document("Leading with action learning", "en-GB", nodes)


def learners(text: str) -> Document:
    """A document with a title and this text of the learner's."""
    return Document("Title", "en", (Heading(1, "Title"), LearnerText(text, under=1)))

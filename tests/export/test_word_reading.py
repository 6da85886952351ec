"""A Word document that came back is read word for word, whoever saved it, and whatever it is."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ilmcoach.demo import DEMO_NOW, build
from ilmcoach.errors import IlmcoachError
from ilmcoach.export.assignment import build_assignment
from ilmcoach.export.blocks import Block, Code, Grid, Head, Items, Para, Quoted, Spans, read_blocks
from ilmcoach.export.choices import EXTRAS, Choices
from ilmcoach.export.document import Document, Heading, Label, LearnerText, OwnWork, WordTable
from ilmcoach.export.word import to_word
from ilmcoach.export.word_reading import Comment, Returned, read_word
from ilmcoach.export.word_xml import Element, element, properties
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.portfolio.body import section_text

MADE = datetime(2026, 12, 3, 9, 30, tzinfo=UTC)
HEADINGS = (("plan", "My plan"), ("log", "The log"), ("end", "What it means"))
EMPTY = Label("Nothing is written under this heading yet.", missing=True)
WORDS = WordTable((("My plan", 1),), 1)
RICH = """# My own heading

I asked *three* people, **and then *all* of them**. 5 * 3, snake_case_name, a < b & c &amp; d\\
after a break.

- one
- two **bold**
  - deeper

    goes on
  > quoted in a list
- three

3. third
4. fourth

> A quote
>
> - with a list

| a | b |
|---|---|
| x \\| y | *z* |

```
code *here*
    indented
```

***

See [there](https://example.org/a_(b)), <https://x.example> and `co``de`. مرحبا بالعالم, 你好 😀

Set meeting on Thu 19 Nov 2026

Words under each heading.

My own work. It is.

1\\. No list, \\# no heading, \\*no\\* stress
"""
EDGES = (
    "- \n- b\n\n- c",
    "- ```\n  code\n  ```\n- # head",
    "1. a\n   - b\n     5. c\n\n      d\n2. e\n\n7) f",
    "> > deep\n>\n> 1. x\n\nafter",
    "**a**b*c*d ***e***f _g_h",
    "***\n\n---\n\na\n===\n\nb\n---",
    "**My plan**\n\n# My plan\n\nThe log",
    "| a |\n|---|\n|  |\n\n|  | b |\n|---|---|\n| `x|y` |",
    "<b>bold?</b> &lt; \\<i> <!-- x -->",
    "`` ` `` `a` ![alt](x.png) [x](<a b>)",
    "\\\\ \\` ~~no~~ $x$ ^a^ :: == ++",
    "    code at once\n\ntext\n\n    more",
    "+ a\n* b\n- c",
    "a\\\n\\\nb",
)


def written(plan: str, *, log: str = "", end: str = "") -> bytes:
    nodes = [Heading(1, "The task")]
    for (_, title), text in zip(HEADINGS, (plan, log, end), strict=True):
        nodes += [Heading(2, title), LearnerText(text, under=2) if text.strip() else EMPTY]  # type: ignore[list-item]
        if title == "The log":
            nodes += [Heading(3, "Set meeting on Thu 19 Nov 2026"), Label("Problem brought")]  # type: ignore[list-item]
            nodes += [LearnerText("Only in the log", under=3)]  # type: ignore[list-item]
    nodes += [WORDS, OwnWork("It is mine."), Heading(2, "References")]  # type: ignore[list-item]
    return to_word(Document("The task", "en", tuple(nodes)), made=MADE)


def read(data: bytes) -> Returned:
    return read_word(data, HEADINGS)


def edited(data: bytes, change: Callable[[WordFile], object]) -> bytes:
    file = docx.Document(BytesIO(data))
    change(file)
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def paragraph(file: WordFile, start: str) -> WordParagraph:
    return next(one for one in file.paragraphs if one.text.startswith(start))


def words(text: str) -> list[str]:
    """The words as a reader sees them, without marks, in order."""
    return [word for one in spans_of(read_blocks(text, under=2)) for word in one.split()]


def spans_of(blocks: tuple[Block, ...]) -> list[str]:
    def said(spans: Spans) -> str:
        return "".join(one.text for one in spans)

    found: list[str] = []
    for block in blocks:
        match block:
            case Para(spans=spans) | Head(spans=spans):
                found.append(said(spans))
            case Items(items=items):
                found += [text for item in items for text in spans_of(item)]
            case Quoted(blocks=inside):
                found += spans_of(inside)
            case Code(text=text):
                found.append(text)
            case Grid(rows=rows):
                found += [said(spans) for row in rows for spans in row]
    return found


def round_trip(text: str) -> str:
    """Reads `text` back, and makes sure that a second journey changes nothing any more."""
    back = read(written(text)).texts["plan"]
    assert read(written(back)).texts["plan"] == back
    return back


def test_a_rich_document_comes_back_word_for_word() -> None:
    found = read(written(RICH, log="- Before the entries", end="Last. 1 < 2"))
    assert words(found.texts["plan"]) == words(RICH)
    assert found.texts["log"] == "- Before the entries"
    assert found.texts["end"] == "Last. 1 < 2"
    assert (found.missing, found.twice, found.others, found.tracked) == ((), (), (), False)
    back = found.texts["plan"]
    assert round_trip(RICH) == back
    for part in (
        "# My own heading",
        "**and then *all* of them**. 5 * 3, snake_case_name, a < b & c & d\\\nafter a break.",
        "    goes on",
        "  > quoted in a list",
        "3. third\n4. fourth",
        "> - with a list",
        "| x \\| y | *z* |",
        "```\ncode *here*\n    indented\n```",
        "<https://x.example>",
    ):
        assert part in back


def test_nothing_written_is_nothing_returned() -> None:
    assert read(written("")).texts == {"plan": "", "log": "", "end": ""}


@pytest.mark.parametrize("text", EDGES)
def test_marks_of_every_kind_keep_their_words(text: str) -> None:
    shown = [one for one in words(round_trip(text)) if not one.startswith("(")]
    assert shown == words(text)


MARKS = st.sampled_from(
    """a|bc |  |\n|\n\n|*|**|_|`|- |1. |> |# |\\|    |é|#|<b>|&amp;|[x](https://e.example)|***
|```
|!|a ! b\n!---!---!\n""".split("|")
).map(lambda mark: mark.replace("!", "|"))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MARKS, max_size=40).map("".join))
def test_any_text_comes_back_word_for_word(text: str) -> None:
    assert words(round_trip(text)) == words(text)


def test_every_task_of_the_demo_comes_back() -> None:
    library = Library.find([bundled_folder()])
    pack = library.pack("level-3-certificate")
    assert pack is not None
    portfolio = build(pack)
    seen = 0
    for task in pack.assessments:
        choices = Choices(extras=EXTRAS, standardisation=True)
        made = build_assignment(task, pack, portfolio, DEMO_NOW.date(), choices)
        headings = [(one.id, one.title) for one in task.sections]
        found = read_word(to_word(made, made=MADE), headings)
        assert (found.missing, found.twice, found.others) == ((), (), ())
        for section in task.sections:
            text = section_text(task.id, section.id, portfolio)
            assert words(found.texts[section.id]) == words(text)
            seen += bool(text)
    assert seen > 2


def test_what_was_written_in_word_is_read() -> None:
    def change(file: WordFile) -> None:
        paragraph(file, EMPTY.text).runs[0].text = "Typed over the label."
        first = paragraph(file, "First")
        first.add_run(" and more ")
        first.add_run("in bold ").bold = True
        first.add_run("twice").bold = True
        after = paragraph(file, "Second")
        for style in ("Normal", "Body Text"):
            after.insert_paragraph_before(f"New, {style} *as it is*", style=style)
        table = file.add_table(2, 2)
        table.cell(0, 0).text = "Who"
        table.cell(1, 1).text = "Sam | Priya"
        table.cell(1, 1).add_paragraph("and me")
        after._p.addnext(table._tbl)

    found = read(edited(written("First\n\nSecond"), change))
    assert found.texts["plan"] == (
        "First and more **in bold twice**\n\nNew, Normal \\*as it is\\*\n\n"
        "New, Body Text \\*as it is\\*\n\nSecond\n\n| Who |  |\n| --- | --- |\n"
        "|  | Sam \\| Priya and me |"
    )
    assert found.texts["log"] == "Typed over the label."


def test_lists_of_words_own_making() -> None:
    def change(file: WordFile) -> None:
        at = paragraph(file, "b")
        new = deepcopy(at._p)
        at._p.addnext(new)
        WordParagraph(new, at._parent).runs[0].text = "c"
        numbers = new.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        assert numbers is not None
        numbers.find(qn("w:ilvl")).set(qn("w:val"), "1")

    assert read(edited(written("1. a\n2. b"), change)).texts["plan"] == "1. a\n2. b\n   1. c"


def test_tracked_changes_are_read_as_accepted() -> None:
    def change(file: WordFile) -> None:
        first = paragraph(file, "Kept")
        gone = element("del", element("r"), author="T", id=900)
        gone[0].append(element("delText"))
        gone[0][0].text = " gone"
        moved = element("moveFrom", deepcopy(first.runs[0]._r), author="T", id=901)
        came = element("ins", deepcopy(first.runs[0]._r), author="T", id=902)
        came[0].find(qn("w:t")).text = " came"
        first._p.extend([gone, moved, came])
        mark = element("rPr", element("del", author="T", id=903))
        properties(first._p).append(mark)

    found = read(edited(written("Kept\n\n, joined\n\nLast"), change))
    assert found.tracked
    assert found.texts["plan"] == "Kept came, joined\n\nLast"


def test_comments_stand_with_their_section_and_words() -> None:
    def change(file: WordFile) -> None:
        one, two = paragraph(file, "What I saw").runs[0], paragraph(file, "And later").runs[0]
        file.add_comment([one, two], text="Whose\nview?", author=" T.  Utor\u200b ")
        file.add_comment(paragraph(file, "What it means").runs[0], text="[/red] Say more")
        file.add_comment(paragraph(file, "The task").runs[0], text="Good start", author="T")
        file.add_comment(two, text="   ")

    found = read(edited(written("What I saw.\n\nAnd later."), change))
    today = datetime.now(UTC).date()
    near = [replace_day(one, today) for one in found.comments]
    assert near == [
        Comment("", "T", today, "Good start", "The task"),
        Comment("plan", "T. Utor", today, "Whose\nview?", "What I saw. And later."),
        Comment("end", "", today, "[/red] Say more", "What it means"),
    ]


def replace_day(comment: Comment, today: date) -> Comment:
    """With the day of the test for the one of the file: they may part at midnight."""
    assert comment.on is not None
    assert abs((comment.on - today).days) <= 1
    return Comment(comment.section, comment.author, today, comment.text, comment.at)


def test_headings_are_never_guessed() -> None:
    def change(file: WordFile) -> None:
        paragraph(file, "The log").runs[0].text = "My log"
        plan = paragraph(file, "My plan")
        paragraph(file, "Last")._p.addnext(deepcopy(plan._p))

    found = read(edited(written("One", log="Two", end="Last"), change))
    assert (found.missing, found.twice, found.others) == (("The log",), ("My plan",), ("My log",))
    assert dict(found.texts) == {"end": "Last"}
    same = read_word(written("One"), [("a", "My plan"), ("b", "my  plan")])
    assert (same.texts, same.twice) == ({}, ("My plan", "my  plan"))


def test_what_is_not_read_is_named() -> None:
    def change(file: WordFile) -> None:
        run = paragraph(file, "One").runs[0]._r
        run.append(element("footnoteReference", id=2))
        run.append(element("drawing"))

    assert read(edited(written("One"), change)).lost == ("footnotes", "pictures or shapes")


def test_the_centres_cover_in_front_is_no_text() -> None:
    cover = edited(written("", end=""), lambda file: file.add_heading("Form A1", 1))
    document = Document(
        "T", "en", (Heading(1, "T"), Heading(2, "Mine"), LearnerText("One", under=2), WORDS)
    )
    found = read_word(to_word(document, cover=cover, made=MADE), [("mine", "Mine")])
    assert (found.texts, found.others) == ({"mine": "One"}, ())


GOOD = written("One")


def part(name: str, text: str) -> bytes:
    """A good file in which one part holds this instead."""
    out = BytesIO()
    with ZipFile(BytesIO(GOOD)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for one in old.namelist():
            new.writestr(one, text if one == name else old.read(one))
    return out.getvalue()


def lying() -> bytes:
    """A file with a part that says it is small, and unpacks to far more."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", bytes(3_000_000))
    size = (3_000_000).to_bytes(4, "little")
    assert out.getvalue().count(size) == 2
    return out.getvalue().replace(size, (100).to_bytes(4, "little"))


def locked() -> bytes:
    data = bytearray(GOOD)
    for start, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(start) + flag] |= 1
    return bytes(data)


LAUGHS = "".join(
    f'<!ENTITY l{number} "{name * 10}">'
    for number, name in enumerate(("ha", *(f"&l{one};" for one in range(11))))
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def hostile(body: str) -> str:
    """A document's XML that brings entities along: a bomb, and a file of this computer."""
    head = "<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:t>My plan</w:t></w:r></w:p>"
    kinds = f"<!DOCTYPE x [{LAUGHS}<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
    return f"{kinds}<w:document {W}><w:body>{head}{body}&f;</w:body></w:document>"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no Word document"),
        (b"%PDF-1.7 not this", "no Word document"),
        (GOOD[:3000], "no Word document"),
        (part("word/document.xml", "<w:document"), "no Word document"),
        (part("word/styles.xml", "no styles"), "no Word document"),
        (part("[Content_Types].xml", "<x/>"), "no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old one", "old format"),
        (locked(), "password"),
        (lying(), "no Word document"),
        (part("word/document.xml", hostile("<w:p w:a='&l11;'/>")), "no Word document"),
        (part("word/document.xml", hostile("<w:p>&l11;</w:p>")), "no Word document"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_plain_words(data: bytes, said: str) -> None:
    with pytest.raises(IlmcoachError, match=f"^The file is .*{said}"):
        read(data)


def test_what_unpacks_to_too_much_is_refused() -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed, packed.open("word/x.xml", "w") as into:
        for _ in range(70):
            into.write(bytes(1024 * 1024))
    with pytest.raises(IlmcoachError, match="far too big"):
        read(out.getvalue())


def test_a_book_is_refused() -> None:
    long = f"<w:p><w:r><w:t>{'word ' * 200_000}</w:t></w:r></w:p>"
    with pytest.raises(IlmcoachError, match="more text than"):
        read(part("word/document.xml", f"<w:document {W}><w:body>{long}</w:body></w:document>"))


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<w:p/><w:tbl/><w:sdt/>",
        "<w:p><w:pPr><w:pStyle/><w:numPr><w:numId w:val='x'/><w:ilvl w:val='-9'/></w:numPr>"
        "<w:ind w:left='9e99'/><w:outlineLvl w:val='77'/></w:pPr><w:r><w:t/></w:r></w:p>",
        "<w:p><w:commentRangeStart/><w:commentReference w:id='&l0;'/><w:r><w:br/></w:r></w:p>",
        "<w:p><w:r><w:t>&l0;</w:t></w:r></w:p>",
        "<!-- x --><?y z?><w:p><!-- x --><w:r><w:t>a<!-- b -->c</w:t></w:r></w:p>",
        "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc/></w:tr></w:tbl></w:tc></w:tr><w:tr/></w:tbl>",
    ],
)
def test_hostile_xml_brings_nothing_in(body: str) -> None:
    found = read(part("word/document.xml", hostile(body)))
    assert found.missing
    assert "root:" not in str(found)
    assert "haha" not in str(found)


def styles_in_a_circle(file: WordFile) -> None:
    root: Element = file.styles.element
    for one in root.iterchildren(qn("w:style")):
        for based in one.findall(qn("w:basedOn")):
            one.remove(based)
        one.append(element("basedOn", val=one.get(qn("w:styleId"))))


def test_styles_that_stand_on_themselves_end() -> None:
    assert read(edited(GOOD, styles_in_a_circle)).texts["plan"] == "One"

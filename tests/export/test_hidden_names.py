"""No form of a listed name is left in a written document, and what was put for it is a label."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest

from ilmcoach.errors import IlmcoachError
from ilmcoach.export.document import (
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
    Paragraph,
    Reference,
    References,
    Table,
    Verbatim,
)
from ilmcoach.export.hiding import (
    NONE_LEFT,
    STILL,
    hide_names,
    leaks,
    perhaps_names,
    search_written,
    seen_in,
    tell_leaks,
)
from ilmcoach.export.html import to_html
from ilmcoach.export.markdown import to_markdown
from ilmcoach.export.pdf import make_pdf
from ilmcoach.export.pdf_reading import open_pdf
from ilmcoach.export.reading_back import IN_PIECES, READ_BACK, text_of, words_of
from ilmcoach.export.word import to_word
from ilmcoach.portfolio.hiding import Plan, StandIn, in_way

NOW = datetime(2026, 11, 20, tzinfo=UTC)
FIRST = (
    "Zoë",
    "Jörgen",
    "Tamsin",
    "Łukasz",
    "Anne-Lise",
    "Çelik",
    "Vítor",
    "Odette",
    "Bríd",
    "Ngozi",
)
LAST = ("whit", "brand", "osei", "kova", "thor", "lind", "vesper", "quar", "ulm", "yar")
ENDS = ("løck", "marsson", "cs", "feld", "rowe")


def a_name(number: int) -> str:
    (first, last), end = list(product(FIRST, LAST))[number % 100], ENDS[number // 100]
    # The first name is made one of a kind too, so that each can be searched for by itself.
    return f"{first}{last[:2]}{end[:2]} {last.capitalize()}{end}"


NAMES = tuple(a_name(number) for number in range(500))


def bare(text: str) -> str:
    """A crude way to read a text, that shares nothing with the one that is tested."""
    letters = text.lower().replace("ł", "l").replace("ø", "o")
    return "".join(one for one in unicodedata.normalize("NFKD", letters) if one.isalpha())


def forms(name: str) -> list[str]:
    first, last = name.split()
    plain = unicodedata.normalize(
        "NFKD", name.replace("ł", "l").replace("Ł", "L").replace("ø", "o")
    )
    unaccented = "".join(one for one in plain if not unicodedata.combining(one))
    return [
        f"I asked {name} and {first}.",
        f"I liked {first}'s way, {first}’s tone, {last}’s and {name}'s.",
        f"I told {name.upper()}, {first.upper()} and {name.lower()}.",
        f"so {first[0]}. {last}, {first[0]} {last}, {last}, {first[0]}. and {first} {last[0]}. too",
        f"I met {first}\n{last} there.",
        f"I met {unaccented}, {unaccented.split()[0]}, {unaccented.split()[1]}.",
        f"I met **{first}**, _{first}'s_, **{name}**, *{first}* {last} and `{last}`.",
        f"Mail to {unaccented.replace(' ', '.').lower()}@wenford.org, notes_{last.lower()}.pdf",
        f"[the plan](https://wenford.org/{unaccented.replace(' ', '-').lower()})",
        f"{unicodedata.normalize('NFD', name)} and {name.replace(' ', '  ')}",
    ]


def planted(names: tuple[str, ...] = NAMES) -> Document:
    texts = [form for name in names for form in forms(name)]
    cells = tuple((Cell(name, learners=True), Cell(f"Ask {name}", learners=True)) for name in names)
    return Document(
        "Task",
        "en",
        (
            Heading(1, "Task"),
            Cover((CoverRow("Learner name", "Ada Obi", learners=True),)),
            LearnerText("\n\n".join(texts), under=2),
            Table("Feedback", ("Who", "What"), cells),
            *(Label(f"What {name} said") for name in names[::50]),
            Listing(tuple(f"asked about {name}" for name in names[::50])),
            Verbatim("\n".join(names[::50])),
        ),
    )


def the_plan(way: str = "roles") -> Plan:
    roles = ("member", "manager", "colleague", "", "tutor")
    people = (StandIn((name,), roles[at % 5], "") for at, name in enumerate(NAMES))
    return in_way(Plan(way, tuple(people), ("Ada Obi",)), way)


def written(document: Document, form: str) -> bytes:
    if form == "docx":
        return to_word(document, author="Ada Obi", made=NOW)
    if form == "pdf":
        return make_pdf(document, author="Ada Obi", made=NOW, system_fonts=False).data
    return (to_markdown(document) if form == "md" else to_html(document)).encode()


@pytest.fixture(scope="module")
def work() -> Document:
    return planted()


@pytest.fixture(scope="module")
def hidden(work: Document) -> Document:
    return hide_names(work, the_plan())


@pytest.mark.parametrize("form", [form for form in READ_BACK if form not in IN_PIECES])
def test_none_of_500_names_is_left_in_any_form(hidden: Document, form: str) -> None:
    assert len(set(NAMES)) == 500
    some, data = the_plan(), written(hidden, form)
    assert search_written(data, form, hidden, some) == ()
    text = text_of(data, form)
    assert not seen_by_a_stranger(text, some)
    assert "Ada Obi" in text


def test_none_is_left_on_the_pages_of_a_pdf() -> None:
    some, few = the_plan(), NAMES[::20]
    work = planted(few)
    assert {one.name for one in leaks(text_of(written(work, "pdf"), "pdf"), some)} >= set(few)
    hidden = hide_names(work, some)
    data = written(hidden, "pdf")
    assert search_written(data, "pdf", hidden, some) == ()
    text = text_of(data, "pdf")
    assert not seen_by_a_stranger(text, some)
    assert "Ada Obi" in text


def narrow() -> Table:
    cells = (*[f"{'ab' * 6} " * 4] * 7, "minutes-by-Whitlock-in-June")
    return Table("", tuple("abcdefgh"), (tuple(Cell(one) for one in cells),))


ADDRESS = f"https://wenford.org/{'minutes/' * 8}zoe-whitlock/{'notes/' * 12}"


@pytest.mark.parametrize(
    ("node", "said"), [(narrow(), "Whitlock"), (Paragraph(ADDRESS), "zoe-whitlock")]
)
def test_a_name_that_was_broken_on_a_page_is_put_together(node: Node, said: str) -> None:
    """So it is found even where the text that was given says nothing of it, and told once."""
    work = Document("T", "en", (node,))
    data = written(work, "pdf")
    pages = "\n".join(page.extract_text() for page in open_pdf(data).pages)
    assert said not in pages
    found = search_written(data, "pdf", Document("T", "en", ()), SMALL)
    assert said in [one.said for one in found]
    assert [one.said for one in search_written(data, "pdf", work, SMALL)] == [said]


def test_none_is_left_behind_initials(work: Document) -> None:
    some = the_plan("initials")
    text = text_of(written(hide_names(work, some), "md"), "md")
    assert not seen_by_a_stranger(text, some)


def seen_by_a_stranger(text: str, some: Plan) -> list[str]:
    """First and last names that stand in a text, as a crude look finds them."""
    labels = "|".join(map(re.escape, sorted(some.labels(), key=len)[::-1]))
    said = bare(re.sub(labels, "", text))
    return [part for name in NAMES for part in map(bare, name.split()) if part in said]


def test_the_search_finds_what_was_never_hidden(work: Document) -> None:
    assert len(seen_by_a_stranger(text_of(written(work, "html"), "html"), the_plan())) == 1000
    found = leaks(text_of(written(work, "html"), "html"), the_plan())
    assert {one.name for one in found} >= set(NAMES)
    assert len(found) > 500 * 18


SMALL = Plan(
    "roles",
    (
        StandIn(("Zoë Whitlock",), "member", "a member of my set"),
        StandIn(("Will Ward",), "manager", "my manager"),
    ),
    ("Ada Obi",),
)


def one_of_each() -> Document:
    return Document(
        "Will it do?",
        "en",
        (
            Heading(1, "Will it do?"),
            Heading(2, "Zoë Whitlock, as the task is called"),
            Heading(3, "Turn of Zoë"),
            Cover(
                (CoverRow("Learner name", "Ada Obi", learners=True), CoverRow("Set", "Zoë", True))
            ),
            LearnerText("Zoë and Will asked me.", under=2),
            Label("Zoë said, on Will"),
            Paragraph("Zoë's words"),
            Table("Zoë", ("Who",), ((Cell("with Zoë", learners=True, before="Zoë"), Cell("Zoë")),)),
            References(
                (
                    Reference("Whitlock, Z. (2001)", "Zoë", ""),
                    Reference("by Zoë", "Zoë's notes", "for Zoë", learners=True),
                )
            ),
            OwnWork("It is my own work.", "Ada Obi"),
        ),
    )


def test_what_was_put_is_a_label_and_the_rest_the_learners() -> None:
    before, after = one_of_each(), hide_names(one_of_each(), SMALL)
    theirs = " ".join(after.theirs())
    assert "member" not in theirs
    assert "manager" not in theirs
    typed = " ".join(before.theirs())
    assert all(piece in typed for piece in after.theirs())
    ours = [text for node in after.nodes for text in node.ours()]
    assert {"a member of my set", "A member of my set", "my manager"} <= set(ours)


def test_the_tasks_own_words_and_works_stay() -> None:
    text = to_markdown(hide_names(one_of_each(), SMALL))
    assert "# Will it do?" in text
    assert "## Zoë Whitlock, as the task is called" in text
    assert "### Turn of a member of my set" in text
    assert "A member of my set said, on Will" in text
    assert "Whitlock, Z. (2001) *Zoë*" in text
    assert "by a member of my set *A member of my set's notes*" in text
    assert "name Ada Obi" in text


def test_every_node_has_a_say_about_names() -> None:
    class Odd(Node, frozen=True):
        pass

    with pytest.raises(TypeError, match="Odd"):
        hide_names(Document("T", "en", (Odd(),)), SMALL)


def test_nothing_to_hide_changes_nothing() -> None:
    plain = Document("T", "en", (LearnerText("We will see.", under=2),))
    assert hide_names(plain, SMALL) == plain
    assert seen_in(plain, SMALL) == ()


def test_words_on_no_list_are_pointed_out() -> None:
    work = Document("T", "en", (LearnerText("I told Priya, Zoë and Revans. We did.", under=2),))
    assert perhaps_names(work, SMALL, ["Revans, R. W. (1966)"]) == ("Priya",)


def test_what_the_search_found_is_told() -> None:
    assert tell_leaks(()) == f"{NONE_LEFT}\n{STILL}"
    told = tell_leaks(leaks("I told Zoë that Will we go? Will it.", SMALL))
    assert "Still there: Zoë (I told Zoë that Will we go?" in told
    assert "Left, as it may be another word: Will (" in told
    assert told.endswith(STILL)
    assert "anonym" not in told.lower()


def test_links_and_properties_are_read_back(tmp_path: Path) -> None:
    work = Document(
        "Zoë's plan",
        "en",
        (Heading(1, "Plan"), LearnerText("[here](https://x.org/zoe-whitlock)", under=1)),
    )
    for form in READ_BACK:
        data = written(work, form)
        assert "zoe-whitlock" in text_of(data, form), form
        assert form == "md" or "Zoë's plan" in text_of(data, form), form
    assert "zoe-whitlock" in words_of(work)
    with pytest.raises(ValueError, match="odt"):
        text_of(b"PK", "odt")
    with pytest.raises(IlmcoachError, match="cannot be read back"):
        text_of(b"%PDF", "pdf")
    assert leaks(words_of(work), SMALL)

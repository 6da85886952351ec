"""Names and numbers hidden and put back."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ilmcoach.coach.doubtful import doubtful_words
from ilmcoach.coach.masking import Mask

PEOPLE = (
    "Zoë Whitlock, lead cook",
    "Will Ward",
    "K",
    "my manager Anna",
    "me",
    "the set",
    "Manager",
    "Ben, Joe and Łukasz",
    "Mr Davies (nights)",
    "mary-jane",
    "王芳",
)
PRIVATE = ("Wenford College", "Project Heron")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Zoë asked.", "Person A asked."),
        ("zoë, ZOË and Zoë's", "Person A, Person A2 and Person A3's"),
        ("Zoe\u0308 Whitlock", "Person A"),
        ("Zoë\n Whitlock left", "Person A left"),
        ("Whitlock's rota", "Person A's rota"),
        ("I will ask Will on the ward", "I will ask Person A on the ward"),
        ("K said ok, k?", "Person A said ok, k?"),
        ("my manager, the set, me", "my manager, the set, me"),
        ("Anna and anna-led Annabel", "Person A and Person A2-led Annabel"),
        ("Ben told Joe", "Person A told Person B"),
        ("Mr Davies, davies, Davies", "Person A, Person A2, Person A3"),
        ("Mary-Jane", "Person A"),
        ("我问了王芳吗", "我问了Person A吗"),
        ("at wenford college", "at Word A"),
        ("zoe_w@wenford.ac.uk or www.wenford.ac.uk/x?y", "Address 1 or Address 2"),
        ("call +44 7700 900-123 now", "call +Number 1 now"),
        ("AB12 3CD, 2026, at 09:30", "Number 1, 2026, at 09:30"),
        ("badge QQ123456C and 12,000", "badge Number 1 and Number 2"),
        ("Person A and person A2 know", "Phrase 1 and Phrase 2 know"),
    ],
)
def test_what_is_hidden(text: str, masked: str) -> None:
    mask = Mask(PEOPLE, PRIVATE)
    assert mask.mask(text) == masked
    assert mask.unmask(masked) == text


def test_it_is_the_same_throughout_an_exchange() -> None:
    mask = Mask(PEOPLE)
    assert mask.mask("Zoë and Ben") == "Person A and Person B"
    assert mask.mask("Ben and Zoë, Joe") == "Person B and Person A, Person C"
    assert mask.hidden == (("Zoë", "Person A"), ("Ben", "Person B"), ("Joe", "Person C"))


def test_models_write_placeholders_in_their_own_way() -> None:
    mask = Mask(PEOPLE)
    mask.mask("Zoë Whitlock asked Zoë")
    told = "What did person A's team, PERSON  A2 and Person Z want from Person A22?"
    back = "What did Zoë Whitlock's team, Zoë and Person Z want from Person A22?"
    assert mask.unmask(told) == back


def test_more_people_than_letters() -> None:
    names = [f"Name{number:03}x" for number in range(60)]
    mask, text = Mask(names), " ".join(names)
    assert mask.unmask(mask.mask(text)) == text
    assert not re.search("Name", mask.mask(text))
    assert len({placeholder for _, placeholder in mask.hidden}) == 60


WORDS = st.sampled_from(
    [
        *(
            "Zoë zoë ZOË Whitlock Will will K k Anna Ben Joe Davies Mr Łukasz łukasz me Person"
        ).split(),
        *("A A2 1 Number Word Phrase Address person number 07700 900123 a@b.org www.x.org").split(),
        *("the rota I said . , 's - _ ( ) \n \t @ + / ( 12 345 王芳 é e\u0301").split(" "),
    ]
)
TEXTS = st.lists(WORDS).map("".join) | st.lists(WORDS).map(" ".join) | st.text()


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, max_size=3))
@example(["Person Zoë", "Zoë A", "Number 07700 900123"])
@example(["Person A Zoë Person B Ben"])
@example(["王芳王芳"])
@example(["Zoë", "Person APerson A"])
def test_undoing_gives_back_what_stood_there(texts: list[str]) -> None:
    mask = Mask(PEOPLE, PRIVATE)
    masked = [mask.mask(text) for text in texts]
    assert [mask.unmask(one) for one in masked] == texts


NAMES = (
    st.text("abcdefghijklmnopqrstuvwxyzéöłß", min_size=4, max_size=9)
    .map(str.capitalize)
    .filter(
        lambda one: (
            one.casefold() not in {"none", "some", "that", "self", "mine", "ours", "boss", "lead"}
        )
    )
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(NAMES, min_size=1, max_size=5),
    st.lists(st.sampled_from(["{}", "{}'s", "({})", "{},", "x-{}", "the", "rota."]), max_size=9),
)
def test_no_listed_name_is_left(names: list[str], shapes: list[str]) -> None:
    some = [shape.format(names[at % len(names)]) for at, shape in enumerate(shapes)]
    masked = Mask(names).mask(" ".join([*some, *(one.upper() for one in some)]))
    for name in names:
        assert not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", masked, re.IGNORECASE)


def test_a_long_word_takes_no_time() -> None:
    mask = Mask(PEOPLE)
    for text in ("x" * 6000, "1" * 6000, "a.b" * 2000, "@" * 6000, "Person " * 900):
        assert mask.unmask(mask.mask(text)) == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I told Rhiannon about it. Person A knew.", ("Rhiannon",)),
        ("Rhiannon left. The rota stayed.", ("Rhiannon",)),
        ("On Monday I asked HR. Asking was hard.", ("Asking",)),
        ("The Heron Centre's rota", ("Heron", "Centre")),
        ("Revans says so, in Leadership.", ("Leadership",)),
        ("Rotas bore me. Nobody likes rotas.", ()),
    ],
)
def test_words_that_may_be_names(text: str, found: tuple[str, ...]) -> None:
    assert doubtful_words(text, {"revans"}) == found

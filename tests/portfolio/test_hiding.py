"""People of a learner's lists are found in every form of their names and hidden behind words."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ilmcoach.portfolio.hidden_people import people_to_hide
from ilmcoach.portfolio.hiding import (
    WAYS,
    Hider,
    Plan,
    Spot,
    StandIn,
    choose,
    in_way,
    plan_for,
    with_name,
    with_wording,
    without_name,
)
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    Enquiry,
    Feedback,
    FeedbackRequest,
    Learner,
    Person,
    Record,
    SetQuestion,
    Turn,
)
from ilmcoach.portfolio.spelling import fold, folded

NOW = datetime(2026, 11, 20, tzinfo=UTC)
PEOPLE = (
    ("Zoë Whitlock", "member"),
    ("Kim Jones", "manager"),
    ("Will Ward", "tutor"),
    ("Grace", "colleague"),
    ("王芳", "advisor"),
    ("Mr Davies", ""),
    ("Anne-Marie Smith-Jones", ""),
    ("Jan van der Berg", ""),
    ("Kieran O'Brien", ""),
    ("Anna Maria Kovács", ""),
    ("Jörg Müller", ""),
)
PUT = {"Z": "a member of my set", "K": "my manager", "W": "my tutor", "S": "my Set Advisor"}


def plan(*people: tuple[str, str], way: str = "roles", kept: tuple[str, ...] = ()) -> Plan:
    some = tuple(StandIn((name,), role, "") for name, role in people or PEOPLE)
    return in_way(Plan(way, some, kept), way)


def hidden(text: str, some: Plan) -> str:
    return Hider(some).hide(text)[0]


def at(record_id: str) -> dict[str, Any]:
    return {"id": record_id, "made": NOW, "changed": NOW}


def of(*records: Record) -> Portfolio:
    return Portfolio({one.id: one for one in records})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I asked Zoë's team, Zoë’s; ZOË WHITLOCK, zoe", "I asked Z's team, Z’s; Z, Z"),
        ("told zoe whitlock, Zoe\u0308 and Zo&euml;", "told Z, Z and Z"),
        ("> so Zoë\n> Whitlock left", "> so Z left"),
        ("so Zoë\\\nWhitlock left", "so Z left"),
        ("so **Zoë**, _Zoë's_, **Zoë** Whitlock", "so **Z**, _Z's_, **Z**"),
        ("so Zoë *Whitlock*, **Zoë** **Whitlock**", "so *Z*, **Z**"),
        ("all Zoes ideas, the Whitlocks", "all Z's ideas, the Z's"),
        ("so Whitlock, Z. (2020) and Z. Whitlock", "so Z (2020) and Z"),
        ("so K. Jones, K Jones, KJ, K.J., K. J. and Kim J", "so K, K, K, K, K and K"),
        ("so Kim J. Then HR", "so K. Then HR"),
        ("so Kim and I; Kim, I think; a jones", "so K and I; K, I think; a K"),
        ("I will. I asked Will. At will. Will we go?", "I will. I asked W. At will. Will we go?"),
        ("so WILL WARD and will ward, on the ward", "so W and will ward, on the ward"),
        ("IT WILL BE SO", "IT WILL BE SO"),
        ("by the grace of", "by the grace of"),
        ("我问了王芳吗", "我问了S吗"),
        ("so kimono, Kimberley, Jonesy", "so kimono, Kimberley, Jonesy"),
        ("at https://x.org/will-power", "at https://x.org/my-tutor-power"),
        ("in May, 3 May, May 2026", "in May, 3 May, May 2026"),
    ],
)
def test_every_form_is_found(text: str, said: str) -> None:
    wanted = re.sub(r"(?<![A-Za-z.])[ZKWS](?![A-Za-z.]|\.[A-Z])", lambda one: PUT[one[0]], said)
    wanted = re.sub(r"\b([ZKW])\. (?=Then|At)", lambda one: f"{PUT[one[1]]}. ", wanted)
    assert hidden(text, plan()) == wanted


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("so Mr Davies, davies, Mrs. Davies", "so D., D., D."),
        ("so Anne Marie, annemarie smith jones, Smith-Jones, ASJ", "so A., A., A., A."),
        ("so van der Berg's, Jan Berg, J. van der Berg", "so J.'s, J., J."),
        ("so OBrien, o'brien, O’Brien's, Kieran O Brien", "so K. (2), K. (2), K. (2)'s, K. (2)"),
        ("so Anna M. Kovács, A. M. Kovacs, AM Kovács", "so A. (2), A. (2), A. (2)"),
        ("so Mueller, MÜLLER; Jorg Muller.", "so J. (2), J. (2); J. (2)."),
        ("I asked Kim.", "I asked K."),
        ("K. asked; 王芳 asked", "K. asked; N.N. asked"),
        ("so zoe.whitlock@x.org, zwhitlock@x.org, @zoew", "so Z@x.org, Z@x.org, @Z"),
        ("so [it](https://x.org/zo%C3%AB-whitlock?a)", "so [it](https://x.org/Z?a)"),
        ("so feedback_zoe.docx and ZoeWhitlock.pdf", "so feedback_Z.docx and Z.pdf"),
    ],
)
def test_initials_stand_for_every_form(text: str, left: str) -> None:
    assert hidden(text, plan(way="initials")) == left


def test_the_words_put_are_told_apart() -> None:
    text, put = Hider(plan()).hide("Zoë asked. I asked Kim, and Zoë.")
    assert text == "A member of my set asked. I asked my manager, and a member of my set."
    assert [text[start:end] for start, end in put] == [
        "A member of my set",
        "my manager",
        "a member of my set",
    ]


def test_two_of_one_role_have_letters_and_a_shared_name_has_none() -> None:
    some = plan(("Zoë Adams", "member"), ("Zoë Blunt", "member"), ("Kim", ""), ("Ben", ""))
    assert [one.put for one in some.people] == [
        "a member of my set (A)",
        "a member of my set (B)",
        "a colleague (A)",
        "a colleague (B)",
    ]
    text = "so Zoë Blunt, Zoë, Ben"
    assert hidden(text, some) == "so a member of my set (B), a member of my set, a colleague (B)"
    (_, shared, _) = Hider(some).places(text)
    assert shared.doubtful
    assert "a member of my set" in some.labels()
    names = [(f"Name{number}x", "") for number in range(60)]
    assert len({one.put for one in plan(*names).people}) == 60
    letter = plan(("K", ""), *names[:20])
    assert not any("(K)" in one.put for one in letter.people)


def test_the_learner_and_the_centre_are_not_hidden() -> None:
    portfolio = of(
        Learner(name="Ada Whitlock", centre_name="Jones College", **at("me")),
        Person(name="Zoë Whitlock, lead cook", role="member", **at("z")),
        Person(name="Jones", role="manager", **at("j")),
        Turn(who="me", **at("t")),
        Turn(who="Ada", **at("u")),
    )
    some = plan_for(portfolio, "roles")
    text = "so Ada Whitlock, of Jones College, met Whitlock and Jones; Ada"
    wanted = "so Ada Whitlock, of Jones College, met a member of my set and my manager; Ada"
    assert hidden(text, some) == wanted
    with pytest.raises(ValueError, match="roles or initials"):
        plan_for(portfolio, "numbers")


def test_the_list_grows_from_where_people_are_named() -> None:
    portfolio = of(
        Person(name="Zoë", role="member", **at("a")),
        Person(name="Smith, John", role="advisor", **at("b")),
        Feedback(who="Zoë Whitlock", **at("c")),
        Feedback(who="my manager Anna", **at("d")),
        FeedbackRequest(who="Ben and Łukasz", **at("e")),
        Turn(who="Priya", **at("f")),
        SetQuestion(by="Priya", to="the set", **at("g")),
        Enquiry(who="Dr Lee", **at("h")),
        Feedback(who="Gone", trashed=NOW, **at("i")),
        Feedback(who="everybody", **at("j")),
        Feedback(who="Owen's assessor at work", **at("k")),
    )
    assert [(one.names, one.role) for one in people_to_hide(portfolio)] == [
        (("Zoë Whitlock", "Zoë"), "member"),
        (("John Smith",), "advisor"),
        (("Anna",), "manager"),
        (("Ben",), ""),
        (("Łukasz",), ""),
        (("Priya",), "member"),
        (("Dr Lee",), "tutor"),
        (("Owen",), ""),
    ]


def test_a_doubtful_place_is_left_or_taken() -> None:
    some, text = plan(), "Will asked. Will we go?"
    name, word = Hider(some).places(text)
    assert (name.doubtful, name.hidden, word.doubtful, word.hidden) == (True, True, True, False)
    some = choose(some, Spot(text, name.start), hidden=False)
    some = choose(some, Spot(text, word.start), hidden=True)
    assert hidden(text, some) == "Will asked. My tutor we go?"
    again = choose(some, Spot(text, name.start), hidden=True)
    assert hidden(text, again) == "My tutor asked. My tutor we go?"


def test_own_words_stay_in_the_other_way_and_hold_no_marks() -> None:
    some = with_wording(plan(), 0, "  my *dear*\n[friend](x) ")
    assert hidden("so Zoë", in_way(some, "initials")) == "so my dear friend (x)"
    assert hidden("so Zoë", with_wording(some, 0, " ")) == "so a member of my set"
    assert hidden("so Priya", with_name(some, "Priya")) == "so a colleague (H)"
    assert without_name(with_name(some, "Priya"), "Priya") == some


def test_a_letter_that_stands_for_somebody_and_one_that_does_not() -> None:
    some = plan(("P", "member"))
    text = "P asked me. L = P + Q; plan P. I told P's set."
    put = "A member of my set asked me. L = P + Q; plan P. I told a member of my set's set."
    assert hidden(text, some) == put


def test_short_ways_of_a_name_are_doubtful() -> None:
    some = plan(("Benjamin Osei", "member"), ("William Tell", "manager"))
    places = Hider(some).places("I asked Ben, Benj and Bill. Bill it.")
    assert [(one.said, one.doubtful, one.hidden) for one in places] == [
        ("Ben", True, True),
        ("Benj", True, True),
        ("Bill", True, True),
        ("Bill", True, False),
    ]


WORDS = st.sampled_from(
    (
        *(
            "Zoë",
            "zoe",
            "ZOË",
            "Whitlock",
            "K.",
            "Jones",
            "KJ",
            "Will",
            "will",
            "Müller",
            "O’Brien",
        ),
        *(
            " ",
            "\n",
            ", ",
            "'s",
            "’s",
            ". ",
            "**",
            "_",
            "-",
            "\\_",
            "&euml;",
            "%C3",
            "e\u0308",
            "王芳",
        ),
        *("\u200d", "@", "x.org", "https://", ".docx", "(", "](", "I", "a", "`", "|", "# ", "> "),
    )
)


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=14).map("".join), st.sampled_from(tuple(WAYS)))
@example("Zo&euml;\u200d Whit\u200dlock", "roles")
@example("**Zoë** **Whitlock**_'s_", "initials")
def test_nothing_is_lost_but_names(text: str, way: str) -> None:
    some = plan(way=way)
    hider = Hider(some)
    said, put = hider.hide(text)
    places = hider.places(text)
    assert all(one.start < one.end <= two.start for one, two in pairwise(places))
    edges = [0, *(edge for span in put for edge in span), len(said)]
    pieces = [said[edges[at] : edges[at + 1]] for at in range(0, len(edges), 2)]
    rest, at_ = [], 0
    for piece in pieces:
        found = text.find(piece, at_)
        assert found >= 0, (piece, text)
        rest.append(piece)
        at_ = found + len(piece)
    assert not [one for one in hider.places(said) if not one.doubtful]


@settings(max_examples=60)
@given(st.text(max_size=30))
@example("ẞ&#x1F600;\\*%F0%9F%98%80é")
def test_a_folded_text_leads_back(text: str) -> None:
    flat = fold(text)
    assert len(flat.text) == len(flat.cased) == len(flat.at) - 1
    assert list(flat.at) == sorted(flat.at)
    assert folded(text) == " ".join(flat.text.split())


def test_a_letter_of_a_formula_is_no_name_where_it_is_told_what_it_means() -> None:
    some = plan(("P", "member"))
    text = "Revans wrote L = P + Q, where P is what is known and Q comes first."
    assert hidden(text, some) == text
    asked = "In July P is late. In L = P + Q, P asked me."
    assert hidden("In July P is late.", some).startswith("In July a member of my set is")
    assert hidden(asked, some).endswith("a member of my set asked me.")

"""A name is found as a whole word and nowhere else, and another one put in its place."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ilmcoach.portfolio.names import (
    NAME_FIELDS,
    forms_meaning,
    names_in,
    names_known,
    names_offered,
    names_to_find,
    places_of,
    short_forms,
    texts_in,
)
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    KINDS,
    Feedback,
    Meeting,
    Note,
    Person,
    Record,
    Run,
    SetQuestion,
    Turn,
)
from ilmcoach.portfolio.renaming import context, find_parts, find_places, is_shared, renamed

NOW = datetime(2026, 11, 20, tzinfo=UTC)


def at(record_id: str) -> dict[str, Any]:
    return {"id": record_id, "made": NOW, "changed": NOW}


def of(*records: Record) -> Portfolio:
    return Portfolio({one.id: one for one in records})


@pytest.mark.parametrize(
    ("name", "text", "count"),
    [
        ("Anna", "Anna asked. anna did not; ANNA neither.", 1),
        ("Anna", "Anna's, Anna’s, Anna'll, ANNA’S", 3),
        ("Anna", "Annabel, Hanna, Joanna, Anna2", 0),
        ("Anna", "Anna-Lena and Lena-Anna", 0),
        ("Anna", "(Anna) *Anna* _Anna_ “Anna” Anna/Ben Anna—no Anna- Anna'", 8),
        ("Anna", "Anna\u0301, Anna\u200dx", 0),
        ("Brien", "O'Brien", 0),
        ("O'Brien", "O'Brien's", 1),
        ("D", "D'Arcy asked D", 1),
        ("Anna Kovács", "Anna\n  Kovács and Anna Kova\u0301cs", 2),
        ("Kova\u0301cs", "Kovács", 1),
        ("Zoë", "Zoë, Zoe\u0308, Zoe", 2),
        ("James", "James’ and James's", 2),
        ("田中", "田中さんは言った", 1),
        ("Иван", "Иван, Ивана", 1),
        (" Anna ", "Anna", 1),
        ("", "Anna", 0),
        (".*", "Anna .* Anna", 1),
    ],
)
def test_a_name_is_a_whole_word(name: str, text: str, count: int) -> None:
    assert len(places_of(name, text)) == count


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Zoë Whitlock, lead cook", ("Zoë Whitlock", "Zoë")),
        ("Owen, our apprentice", ("Owen",)),
        ("Anna Kovács", ("Anna",)),
        ("my manager", ()),
        ("My Manager", ()),
        ("Dr Smith", ()),
        ("Owen's assessor", ()),
        ("K", ()),
    ],
)
def test_what_somebody_is_called_for_short(name: str, forms: tuple[str, ...]) -> None:
    assert tuple(dict.fromkeys(short_forms(name))) == forms


def test_everybody_who_is_named_is_known_once() -> None:
    portfolio = of(
        Person(name="Ben", **at("1")),
        Feedback(who="Zoë Whitlock, cook", said="Calm.", **at("2")),
        SetQuestion(text="Why?", by="Ben", to="K", **at("3")),
        Turn(who="K", **at("4")),
        Turn(who="Gone", trashed=NOW, **at("5")),
        Note(text="Zoë laughed.", **at("6")),
    )
    assert names_known(portfolio) == ("Ben", "K", "Zoë Whitlock, cook")
    offered = names_offered(portfolio)
    assert offered == ("Ben", "K", "Zoë Whitlock, cook", "Zoë Whitlock", "Zoë")


def test_the_name_changes_everywhere_that_was_chosen() -> None:
    portfolio = of(
        Person(name="Anna", text="Anna knows the rota", **at("1")),
        SetQuestion(text="What would Anna do?", by="Anna", to="Ben", **at("2")),
        Meeting(problem="Anna's team, Annabel's too", gave="anna", **at("3")),
        Run(walk="w", answers={"told@1": "Anna and Anna", "n": 3, "who": ("Anna",)}, **at("4")),
        Note(text="Anna, deleted", trashed=NOW, **at("5")),
        Note(text="Nobody", **at("6")),
    )
    places = find_places("Anna", portfolio)
    assert {(one.record, one.field) for one in places if one.alone} == {("1", "name"), ("2", "by")}
    left_out = next(one for one in places if one.record == "4")
    done = {one.id: one for one in renamed("Maria", set(places) - {left_out}, portfolio)}
    assert set(done) == {"1", "2", "3", "4", "5"}
    assert done["1"] == Person(name="Maria", text="Maria knows the rota", **at("1"))
    assert done["2"] == SetQuestion(text="What would Maria do?", by="Maria", to="Ben", **at("2"))
    assert done["3"].words() == ("Maria's team, Annabel's too", "anna")
    assert getattr(done["4"], "answers")["told@1"] == "Anna and Maria"  # noqa: B009
    assert done["5"].trashed == NOW


NAMES = st.text(alphabet="ABbäé'- 中", min_size=1, max_size=4).map(str.strip).filter(bool)
TEXTS = st.lists(NAMES | st.sampled_from([" ", ".", "'s ", "\n"]), max_size=12).map("".join)


@settings(max_examples=200, deadline=None)
@given(name=NAMES, new=st.sampled_from(["Quentin", "X"]), text=TEXTS)
def test_all_but_the_name_stays_as_it_was(name: str, new: str, text: str) -> None:
    portfolio = of(Note(text=text, **at("1")))
    places = find_places(name, portfolio)
    kept, last = [], 0
    for place in places:
        kept.append(text[last : place.start])
        last = place.end
    (done,) = renamed(new, places, portfolio) or (Note(text=text, **at("1")),)
    assert done.words() == of(Note(text=new.join([*kept, text[last:]]), **at("1"))).get("1").words()  # type: ignore[union-attr]
    assert not find_places(name, of(done)) or name in new


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, name=st.sampled_from(["A", "Bä", "b é", "A'b", "É"]))
def test_renaming_back_brings_back_every_word(text: str, name: str) -> None:
    portfolio = of(Note(text=text, **at("1")))
    forth = renamed("Quentin", find_places(name, portfolio), portfolio)
    changed = portfolio.with_records(forth)
    back = changed.with_records(renamed(name, find_places("Quentin", changed), changed))
    words = back.get("1")
    assert words is not None
    assert "".join("".join(words.words()).split()) == "".join(text.split())


def test_a_place_is_shown_with_what_stands_round_it() -> None:
    text = f"{'long ago ' * 9}I asked\nAnna's team {'and so on ' * 9}"
    note = Note(text=text, **at("1"))
    (place,) = find_places("Anna", of(note))
    before, name, after = context(text, place)
    assert (before[0], name, after[-1]) == ("…", "Anna", "…")
    assert before.endswith("I asked ")
    assert after.startswith("'s team and")


def test_every_field_for_a_name_is_there() -> None:
    for kind, fields in NAME_FIELDS.items():
        record = KINDS[kind](**at("1"), **dict.fromkeys(fields, "Anna"))  # type: ignore[arg-type]
        assert {field for field, text in texts_in(record) if text == "Anna"} == set(fields)


PRIYA = Person(name="Priya Nair", **at("1"))


def test_parts_of_a_name_are_found_by_themselves_and_get_the_same_part() -> None:
    portfolio = of(
        PRIYA,
        SetQuestion(text="Priya Nair's", by="Priya", to="me", **at("2")),
        Note(text="Priya, Mrs Nair and Priya Nair; Priya Shah", **at("3")),
        Person(name="Priya Shah", **at("4")),
    )
    places = find_parts("Priya Nair", portfolio)
    found = {(one.record, one.field, one.start, one.alone, one.part) for one in places}
    assert found == {
        ("2", "by", 0, True, "first"),
        ("3", "text", 0, False, "first"),
        ("3", "text", 11, False, "last"),
    }
    assert is_shared("first", "Priya Nair", portfolio)
    assert not is_shared("last", "Priya Nair", portfolio)
    every = (*places, *find_places("Priya Nair", portfolio))
    done = {one.id: one.words() for one in renamed("Anita Rao", every, portfolio)}
    assert done["3"] == ("Anita, Mrs Rao and Anita Rao; Priya Shah",)
    assert done["1"] == ("Anita Rao",)
    (asked,) = (one for one in renamed("Anita Rao", every, portfolio) if one.id == "2")
    assert names_in(asked) == ("Anita", "me")


def test_a_name_with_an_addition_has_parts_and_a_short_new_name_stands_whole() -> None:
    portfolio = of(Note(text="Zoë Whitlock laughed. Whitlock!", **at("1")))
    places = find_parts("Zoë Whitlock, lead cook", portfolio)
    assert [one.part for one in places] == ["head", "last"]
    (done,) = renamed("Maria, cook", places, portfolio)
    assert done.words() == ("Maria laughed. Maria!",)
    assert find_parts("my manager", of(Note(text="my manager", **at("1")))) == ()


def test_each_person_is_offered_once_to_look_for() -> None:
    first = SetQuestion(text="Why?", by="Priya", to="me", **at("2"))
    assert names_known(of(PRIYA, first)) == ("Priya Nair", "Priya")
    assert names_to_find(of(PRIYA, first)) == ("Priya Nair",)
    two = of(PRIYA, first, Person(name="Priya Shah", **at("3")))
    assert names_to_find(two) == ("Priya Nair", "Priya", "Priya Shah")
    assert forms_meaning("Priya Nair", of(PRIYA)) == ("Priya Nair", "Priya")
    assert forms_meaning("Priya Nair", two) == ("Priya Nair",)

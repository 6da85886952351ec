"""What stands beside a question or a heading: questions of one's own kind, and reading."""

from __future__ import annotations

from pathlib import Path

from ilmcoach.packs.model import (
    AnswerKind,
    Bank,
    Pack,
    Question,
    Reading,
    Section,
    Stage,
    Step,
    Walk,
)
from ilmcoach.walks.beside import (
    questions_for,
    questions_for_section,
    reading_for,
    reading_for_section,
)


def bank(name: str, topics: str, roles: str = "") -> Bank:
    question = Question(f"{name}/1", f"What about {name}?")
    return Bank(name, name, tuple(topics.split()), tuple(roles.split()), (question,))


def reading(name: str, topics: str, criteria: str = "") -> Reading:
    return Reading(name, name, "", tuple(topics.split()), tuple(criteria.split()))


def ask(topics: str = "", role: str = "", **more: object) -> Step:
    kind = AnswerKind.LONG_TEXT
    return Step("s", "S", "S?", kind, topics=tuple(topics.split()), role=role, **more)  # type: ignore[arg-type]


STEP = ask("trust group", criteria=("u/1",))
PACK = Pack(
    "p",
    "P",
    Path(),
    walks=(Walk("w", "W", (Stage("a", "A", (STEP, ask("power", criteria=("u/2",)))),)),),
    banks=(
        bank("one-shared", "trust"),
        bank("two-shared", "trust group"),
        bank("for-members", "trust group", "member"),
        bank("none-shared", "power"),
    ),
    readings=(
        reading("on-trust", "trust"),
        reading("on-power", "power", "u/1"),
        reading("on-nothing", ""),
        reading("on-both", "group trust", "u/2"),
    ),
)


def names(found: tuple[Question, ...] | tuple[Reading, ...]) -> list[str]:
    return [one.id.partition("/")[0] for one in found]


def test_questions_that_share_most_come_first_and_strangers_not_at_all() -> None:
    assert names(questions_for(STEP, PACK)) == ["two-shared", "for-members", "one-shared"]
    assert questions_for(ask(), PACK) == ()


def test_a_bank_for_another_role_is_left_out() -> None:
    assert names(questions_for(ask("trust group", "client"), PACK)) == ["two-shared", "one-shared"]
    assert "for-members" in names(questions_for(ask("trust", "member"), PACK))


def test_a_steps_own_questions_come_first_and_none_comes_twice() -> None:
    own = (Question("own/1", "What about one-shared?"), Question("own/2", "Who?"))
    found = questions_for(ask("trust", questions=own), PACK)
    assert names(found) == ["own", "own", "two-shared", "for-members"]


def test_the_turn_of_a_stage_is_a_topic_too() -> None:
    assert names(questions_for(ask(), PACK, "power")) == ["none-shared"]
    assert names(reading_for(ask(), PACK, "power")) == ["on-power"]


def test_reading_that_the_step_names_comes_first() -> None:
    found = reading_for(ask("trust group", reading=("on-power", "unknown", "on-trust")), PACK)
    assert names(found) == ["on-power", "on-trust", "on-both"]


def test_beside_a_heading_stands_what_helps_with_its_criteria() -> None:
    section = Section("h", "H", criteria=("u/1",))
    assert names(questions_for_section(section, PACK)) == [
        "two-shared",
        "for-members",
        "one-shared",
    ]
    assert names(reading_for_section(section, PACK)) == ["on-power", "on-both", "on-trust"]
    assert questions_for_section(Section("h", "H", criteria=("u/9",)), PACK) == ()

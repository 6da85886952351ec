"""A goal's five tests in the words of its pack."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.packs.model import Pack, Walk
from ilmcoach.packs.model import TestWords as Words
from ilmcoach.packs.vocabulary import TESTS
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Enrolment, Finding, Goal, Record, Run
from ilmcoach.settings import Folders
from ilmcoach.tui.goal_tests import TestShown as Shown
from ilmcoach.tui.goal_tests import goal_tests
from ilmcoach.tui.screens.home import HomeScreen
from tests.tui.driving import (
    CERTIFICATE,
    Opened,
    on_disk,
    screen_text,
    seed,
    settle,
    the,
    type_in,
)

NOW = datetime(2026, 11, 19, 19, 0, tzinfo=UTC)
AT: dict[str, Any] = {"made": NOW, "changed": NOW}
TODAY = date(2026, 11, 21)
PLAIN = Pack("p", "P", Path())
WHOLE: list[Record] = [
    Finding(id="f", area_label="Delegating", sort="limitation", rating=2, **AT),
    Enrolment(id="e", pack="p", start=date(2026, 9, 1), end=date(2027, 5, 31), **AT),
]
GOAL = Goal(
    id="g",
    finding="f",
    what="Hand the weekly rota to my deputy",
    measure="I touch it in no more than one week of four",
    means="My manager gives me two hours a week for it",
    by=date(2027, 2, 26),
    **AT,
)


@pytest.fixture(scope="module")
def pack() -> Pack:
    found = Library.find([bundled_folder()]).pack("level-3-certificate")
    assert found is not None
    return found


def results(goal: Goal, pack: Pack) -> tuple[Shown, ...]:
    return goal_tests(goal, Portfolio({one.id: one for one in WHOLE}), pack, TODAY)


def test_a_whole_goal_meets_all_five_and_is_asked_nothing(pack: Pack) -> None:
    found = results(GOAL, pack)
    assert [one.test for one in found] == [name.capitalize() for name in TESTS]
    assert [one.met for one in found] == [True] * 5
    assert [one.asks for one in found] == [""] * 5
    assert "Hand the weekly rota to my deputy" in found[0].says
    assert "Fri 26 Feb 2027" in found[4].says


def test_an_empty_goal_is_asked_a_question_at_each_test(pack: Pack) -> None:
    found = results(Goal(id="g", **AT), pack)
    assert [one.met for one in found] == [False] * 5
    assert all(one.says and one.asks.endswith("?") for one in found)


def test_no_placeholder_is_ever_shown(pack: Pack) -> None:
    goals = [
        GOAL,
        Goal(id="g", **AT),
        replace(GOAL, what="be better", measure="soon", means="something", finding="gone"),
        replace(GOAL, by=date(2026, 11, 1)),
        replace(GOAL, by=date(2030, 1, 1)),
    ]
    for goal in goals:
        assert not any("{" in one.says or "{" in one.asks for one in results(goal, pack))


def test_the_learners_words_are_put_in_as_they_are(pack: Pack) -> None:
    odd = replace(GOAL, what="Hand the {found} [b]rota[/b] to K")
    assert "{found} [b]rota[/b]" in results(odd, pack)[0].says


def test_a_packs_own_words_are_used() -> None:
    words = Words("no-what", "specific", "Leer.", "Was tust du?")
    own = replace(PLAIN, test_words=(words,))
    first = results(Goal(id="g", **AT), own)[0]
    assert first == Shown("Specific", met=False, says="Leer.", asks="Was tust du?")


def test_without_words_of_its_own_a_test_shows_what_was_found() -> None:
    found = results(GOAL, PLAIN)
    assert [one.met for one in found] == [True] * 5
    assert found[0].says == "Hand the weekly rota to my deputy"
    assert not any(one.asks for one in found)


@pytest.mark.parametrize(
    ("language", "judged"),
    [("en", True), ("en-GB", True), ("EN", True), ("cy", False), ("", False)],
)
def test_only_english_packs_are_judged(pack: Pack, language: str, judged: bool) -> None:
    assert bool(results(GOAL, replace(pack, language=language))) is judged


@pytest.mark.parametrize(("walk", "judged"), [("smart-goal", True), ("but", False), ("", True)])
def test_a_goal_that_was_asked_for_in_another_language_is_not_judged(
    pack: Pack, walk: str, judged: bool
) -> None:
    both = replace(pack, walks=(*pack.walks, Walk("but", "Un but", (), language="fr")))
    run = Run(id="r", walk=walk, subject=GOAL.id if walk else "", **AT)
    known = Portfolio({one.id: one for one in (*WHOLE, GOAL, run)})
    assert bool(goal_tests(GOAL, known, both, TODAY)) is judged


async def test_beside_questions_in_another_language_the_tests_say_that_they_are_off(
    opened: Opened, folders: Folders
) -> None:
    course = folders.packs / "but"
    course.mkdir(parents=True)
    (course / "pack.md").write_text("---\nid: but\ntitle: But\nlanguage: fr\n---\n")
    (course / "but.md").write_text(
        "---\nkind: walk\nid: but\ntitle: Un but\nmakes: goal\n---\n\n## Le but\n\n### Le but\n\n"
        "`id: quoi` `answer: short text` `fills: goal.what`\n\nQue ferez-vous ?\n"
    )
    seed(folders.data, replace(CERTIFICATE, also=("but",)))
    async with opened() as (app, pilot):
        await the(app, HomeScreen)._going.walk("but")
        await settle(pilot)
        await type_in(pilot, "Parler moins")
        assert "The five tests read" in screen_text(app)
        await pilot.press("ctrl+n")
        await settle(pilot)
        goal = on_disk(folders.data).live(Goal)[0]
        assert goal.what == "Parler moins"

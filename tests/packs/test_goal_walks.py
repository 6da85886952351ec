"""Looking at goals again, rating again, looking back: what the walks make."""

from __future__ import annotations

import pytest

from ilmcoach.packs.fills import Place, why_not_here
from ilmcoach.packs.model import AnswerKind
from ilmcoach.portfolio.ratings import then_and_now
from ilmcoach.portfolio.records import Finding, Goal, Rating, Review, Run
from tests.walks.walker import EARLIER, Desk, bundled

GOALS = (
    Goal(id="g", what="Hand over the rota", **EARLIER),
    Goal(id="h", what="Listen to the end", **EARLIER),
)


@pytest.mark.parametrize("walk_id", ["goal-review", "end-review"])
def test_each_time_makes_reviews_of_its_own_linked_to_their_goals(walk_id: str) -> None:
    desk = Desk(*GOALS)
    first = desk.begin(bundled(walk_id))
    first.answer("status@g", "stuck")
    first.answer("how-far@g", "No further than in May.")
    first.answer("evidence@h", "K says so.")
    first.finish()
    second = desk.begin(bundled(walk_id))
    assert second.value("how-far@g") is None
    second.answer("status@g", "reached")
    second.answer("in-me@g", "I let go sooner.")
    links = [(one.links, one.status) for one in desk.portfolio.live(Review)]
    assert links == [(("g",), "stuck"), (("h",), ""), (("g",), "reached")]
    assert [one.how_far for one in desk.portfolio.reviews(GOALS[0])] == [
        "No further than in May.",
        "",
    ]
    assert desk.portfolio.goal_status(GOALS[0]) == "reached"
    assert desk.portfolio.open_goals() == (GOALS[1],)


def test_a_status_alone_counts_towards_nothing_and_words_count() -> None:
    desk = Desk(*GOALS)
    walker = desk.begin(bundled("goal-review"))
    walker.answer("status@g", "nearly")
    assert desk.one(Review).criteria == ()
    walker.answer("how-far@g", "Three weeks of four.")
    assert desk.one(Review).criteria == ("m3-37/2.3", "al/judging")


def test_a_goal_that_was_reached_can_still_be_gone_back_to() -> None:
    desk = Desk(*GOALS)
    walker = desk.begin(bundled("goal-review"))
    walker.answer("status@g", "reached")
    assert {key.partition("@")[2] for key in walker.keys} == {"g", "h"}


def test_the_end_review_closes_with_how_i_lead_now() -> None:
    desk = Desk(*GOALS)
    walker = desk.begin(bundled("end-review"))
    assert [key for key in walker.keys if "@" not in key] == [
        "better",
        "brought",
        "still-hard",
        "next",
    ]
    walker.answer("brought", "The question about a month's illness.")
    assert set(desk.one(Run).criteria) == {"m3-37/2.2", "m3-37/2.3", "al/judging"}


def test_an_area_is_rated_again_without_touching_what_was_said_first() -> None:
    finding = Finding(id="f", area="self", area_label="Managing myself", rating=2, **EARLIER)
    desk = Desk(finding)
    walker = desk.begin(bundled("ratings-now"))
    walker.answer("rating@f", "4")
    walker.answer("shows@f", "I slept on it.")
    rating = desk.one(Rating)
    assert (rating.rating, rating.text, rating.links) == (4, "I slept on it.", ("f",))
    assert desk.one(Finding) == finding
    seen = then_and_now(desk.portfolio, finding)
    assert seen is not None
    assert (seen.then, seen.now) == (2, 4)


@pytest.mark.parametrize(
    ("field", "answer", "source"),
    [
        ("review.status", AnswerKind.CHOICE, "goals"),
        ("rating.rating", AnswerKind.SCALE, "findings"),
        ("telling.text", AnswerKind.LONG_TEXT, "open actions"),
    ],
)
def test_what_says_how_things_stand_now_is_asked_of_each_of_them(
    field: str, answer: AnswerKind, source: str
) -> None:
    assert why_not_here(field, answer, Place(each=source)) == ""
    for place in (Place(), Place(each="limitations"), Place(walk_makes="goal")):
        assert source in why_not_here(field, answer, place)

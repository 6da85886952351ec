"""An answer that fills a field lives in that record, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest

from ilmcoach.packs.model import AnswerKind, Stage
from ilmcoach.portfolio.records import Action, Feedback, Finding, Goal, Meeting, Run, Telling
from ilmcoach.portfolio.trash import to_trash
from ilmcoach.walks.answers import Answer
from tests.walks.walker import EARLIER, START, Desk, bundled, step, walk_of

STRENGTHS = bundled("strengths-and-limitations")
GOAL = bundled("smart-goal")
AFTER = bundled("after-meeting")


def test_the_record_is_made_at_the_first_answer_and_no_sooner() -> None:
    desk = Desk()
    walker = desk.begin(GOAL)
    walker.stand("what")
    assert not walker.answer("what", "  \n").records
    assert desk.portfolio.live(Goal) == ()
    walker.answer("what", "Hand over the rota")
    goal = desk.one(Goal)
    assert (goal.what, goal.run) == ("Hand over the rota", walker.run.id)
    assert walker.run.subject == goal.id
    assert desk.one(Run) == walker.run


def test_a_typed_answer_is_in_its_record_only() -> None:
    desk = Desk()
    walker = desk.begin(GOAL)
    walker.answer("what", "Hand over the rota")
    walker.answer("by", date(2027, 2, 26))
    walker.answer("reviews", (date(2026, 12, 18), date(2027, 1, 29)))
    assert walker.run.answers == {}
    goal = desk.one(Goal)
    assert (goal.by, goal.reviews) == (date(2027, 2, 26), (date(2026, 12, 18), date(2027, 1, 29)))
    again = walker.reopen()
    assert again.value("what") == "Hand over the rota"
    assert again.value("by") == date(2027, 2, 26)
    assert again.value("reviews") == goal.reviews


def test_a_scale_is_kept_as_a_number_and_given_back_as_its_choice() -> None:
    desk = Desk()
    walker = desk.begin(STRENGTHS)
    walker.answer("areas", ("self",))
    walker.answer("rating@self", "4")
    assert desk.one(Finding).rating == 4
    assert walker.value("rating@self") == "4"
    assert not walker.answer("rating@self", "4").records


VALUES: list[tuple[str, Answer]] = [
    ("areas", ("self", "purpose")),
    ("rating@self", "2"),
    ("evidence@self", "On Monday I waited."),
    ("told-by@self", "K"),
    ("they-said@self", "You waited."),
    ("sort@self", "limitation"),
    ("reason", "It costs the team most."),
]


def test_answering_the_same_again_changes_nothing() -> None:
    desk = Desk()
    walker = desk.begin(STRENGTHS)
    for key, value in VALUES:
        assert walker.answer(key, value).records
    walker.answer("chosen", (desk.one(Finding).id,))
    before = desk.portfolio
    for key, value in [*VALUES, ("chosen", (desk.one(Finding).id,))]:
        change = walker.answer(key, value)
        assert (change.records, change.run) == ((), walker.run)
    assert desk.portfolio == before


@pytest.mark.parametrize("nothing", [None, "", " \n\t", ()])
def test_a_blank_answer_empties_the_field_and_the_record_stays(nothing: Answer) -> None:
    desk = Desk()
    walker = desk.begin(GOAL)
    given: list[tuple[str, Answer]] = [
        ("what", "x"),
        ("by", date(2027, 2, 26)),
        ("reviews", (date(2027, 1, 1),)),
    ]
    for key, value in given:
        walker.answer(key, value)
        walker.answer(key, nothing)
    goal = desk.one(Goal)
    assert (goal.what, goal.by, goal.reviews) == ("", None, ())
    assert goal.blank
    assert walker.value("what") == ""
    assert not walker.sitting.is_answered(walker.spot("what"))


def test_feedback_belongs_to_the_finding_of_its_turn() -> None:
    desk = Desk()
    walker = desk.begin(STRENGTHS)
    walker.answer("areas", ("self", "purpose"))
    walker.answer("they-said@self", "You looked at the clock.")
    walker.answer("told-by@self", "K")
    finding, feedback = desk.one(Finding), desk.one(Feedback)
    assert (finding.area, finding.area_label) == ("self", "Managing myself")
    assert finding.blank
    assert (feedback.who, feedback.said) == ("K", "You looked at the clock.")
    assert feedback.links == (finding.id,)
    assert walker.value("told-by@purpose") is None


def test_a_telling_belongs_to_its_action_and_to_the_meeting() -> None:
    desk = Desk(Action(id="a", text="Ask", **EARLIER), Action(id="b", text="Read", **EARLIER))
    walker = desk.begin(AFTER)
    walker.answer("outcome@b", "done")
    walker.answer("how-it-went@b", "Two evenings.")
    telling, meeting = desk.one(Telling), desk.one(Meeting)
    assert (telling.outcome, telling.text) == ("done", "Two evenings.")
    assert telling.links == ("b", meeting.id)
    assert desk.portfolio.outcome(Action(id="b", **EARLIER)) == "done"
    assert walker.run.subject == meeting.id


def test_marks_are_put_on_the_chosen_records_and_taken_off_the_others() -> None:
    desk = Desk(
        Finding(id="old", sort="limitation", chosen=True, **EARLIER),
        Finding(id="new", sort="limitation", **EARLIER),
        Finding(id="other", sort="limitation", **EARLIER),
    )
    walker = desk.begin(STRENGTHS)
    change = walker.answer("chosen", ("new",))
    assert {one.id for one in change.records} == {"old", "new", walker.run.id}
    assert walker.value("chosen") == ("new",)
    walker.answer("chosen", ())
    assert not any(one.chosen for one in desk.portfolio.live(Finding))


def test_marks_count_towards_the_steps_criteria_while_they_stand() -> None:
    pick = step("pick", AnswerKind.LINKS, "finding.chosen", criteria="u/2")
    rate = step("rate", AnswerKind.SCALE, "finding.rating", criteria="u/1", choices="1 2 3")
    areas = step("areas", AnswerKind.CHOICES, choices="one two")
    walk = walk_of(
        Stage("a", "A", (areas,)),
        Stage("b", "B", (rate,), each="areas", makes="finding"),
        Stage("c", "C", (pick,)),
    )
    desk = Desk()
    walker = desk.begin(walk)
    walker.answer("areas", ("one",))
    walker.answer("rate@one", "3")
    assert desk.one(Finding).criteria == ("u/1",)
    walker.answer("pick", (desk.one(Finding).id,))
    assert set(desk.one(Finding).criteria) == {"u/1", "u/2"}
    walker.answer("pick", ())
    assert desk.one(Finding).criteria == ("u/1",)


def test_a_link_is_kept_by_id_and_outlives_what_it_led_to() -> None:
    desk = Desk(Finding(id="f", sort="limitation", **EARLIER))
    walker = desk.begin(GOAL)
    walker.answer("limitation", "f")
    desk.save(*to_trash(desk.one(Finding), desk.portfolio, START))
    assert walker.reopen().value("limitation") == "f"
    assert not walker.answer("limitation", "f").records


def test_a_walk_and_a_stage_may_both_make_a_record() -> None:
    """A pack may ask about areas on the way to a goal; each field goes to its own record."""
    areas = step("areas", AnswerKind.CHOICES, choices="one two")
    turn = (
        step("seen", AnswerKind.LONG_TEXT, "finding.evidence"),
        step("said", AnswerKind.LONG_TEXT, "feedback.said"),
        step("measure", AnswerKind.LONG_TEXT, "goal.measure"),
    )
    walk = walk_of(
        Stage("a", "A", (areas,)),
        Stage("b", "B", turn, each="areas", makes="finding"),
        Stage("c", "C", (step("what", AnswerKind.SHORT_TEXT, "goal.what"),)),
        makes="goal",
    )
    desk = Desk()
    walker = desk.begin(walk)
    walker.answer("areas", ("one", "two"))
    walker.answer("measure@one", "Once a week")
    walker.answer("said@two", "You never ask.")
    walker.answer("what", "Ask")
    goal = desk.one(Goal)
    assert (goal.what, goal.measure, walker.run.subject) == ("Ask", "Once a week", goal.id)
    assert walker.value("measure@two") == "Once a week"
    by_area = {one.area: one.id for one in desk.portfolio.live(Finding)}
    assert desk.one(Feedback).links == (by_area["two"], goal.id)

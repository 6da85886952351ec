"""Runs beside each other: of one walk, of two walks about one record, after a deletion."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from ilmcoach.portfolio.records import Action, Feedback, Finding, Goal, Meeting, Run, Telling
from ilmcoach.portfolio.trash import from_trash, to_trash
from ilmcoach.walks.answers import Row
from tests.walks.walker import START, Desk, Walker, bundled

STRENGTHS = bundled("strengths-and-limitations")
GOAL = bundled("smart-goal")
AFTER = bundled("after-meeting")
QUICK = bundled("quick-meeting")


def agree(desk: Desk, *texts: str) -> Walker:
    walker = desk.begin(QUICK)
    walker.answer("agreed", tuple(Row(text, {"text": text}) for text in texts))
    return walker


def turns(walker: Walker) -> list[str]:
    return [key.partition("@")[2] for key in walker.keys if key.startswith("outcome@")]


def test_two_runs_of_one_walk_make_findings_of_their_own() -> None:
    desk = Desk()
    autumn, spring = desk.begin(STRENGTHS), desk.begin(STRENGTHS)
    for walker, rating in ((autumn, "2"), (spring, "4")):
        walker.answer("areas", ("self",))
        walker.answer("rating@self", rating)
        walker.answer("they-said@self", f"I give it a {rating}.")
    assert [one.rating for one in desk.portfolio.live(Finding)] == [2, 4]
    assert (autumn.value("rating@self"), spring.value("rating@self")) == ("2", "4")
    assert [one.links for one in desk.portfolio.live(Feedback)] == [
        (one.id,) for one in desk.portfolio.live(Finding)
    ]


def test_the_quick_walk_and_the_deeper_one_share_the_meeting() -> None:
    desk = Desk()
    quick = agree(desk, "Ask")
    quick.answer("struck", "A silence.")
    quick.finish()
    deep = desk.begin(AFTER, subject=quick.run.subject)
    assert deep.value("struck") == "A silence."
    assert [row.id for row in deep.rows("agreed")] == ["Ask"]
    assert turns(deep) == []
    deep.answer("struck", "A silence, and then K laughed.")
    deep.answer("next", date(2026, 12, 3))
    deep.answer("agreed", (*deep.rows("agreed"), Row("Read", {"text": "Read"})))
    assert desk.one(Meeting).id == quick.run.subject
    again = quick.reopen()
    assert again.value("struck") == "A silence, and then K laughed."
    assert again.value("next") == date(2026, 12, 3)
    assert [row.id for row in again.rows("agreed")] == ["Ask", "Read"]
    assert turns(deep.reopen()) == []


def test_going_deeper_after_an_empty_quick_walk_begins_a_meeting() -> None:
    desk = Desk()
    deep = desk.begin(AFTER, subject=desk.begin(QUICK).run.subject)
    deep.answer("struck", "x")
    assert deep.run.subject == desk.one(Meeting).id


def test_an_action_told_partly_comes_up_again_and_one_that_is_done_does_not() -> None:
    desk = Desk()
    agree(desk, "Ask", "Read", "Rest")
    second = desk.begin(AFTER)
    assert turns(second) == ["Ask", "Read", "Rest"]
    second.answer("outcome@Ask", "done")
    second.answer("outcome@Read", "partly")
    second.answer("how-it-went@Read", "One chapter.")
    assert turns(second.reopen()) == ["Ask", "Read", "Rest"]
    third = desk.begin(AFTER)
    assert turns(third) == ["Read", "Rest"]
    assert third.value("outcome@Read") is None
    third.answer("outcome@Read", "done")
    assert second.value("outcome@Read") == "partly"
    assert second.value("how-it-went@Read") == "One chapter."
    assert [one.outcome for one in desk.portfolio.tellings(desk.portfolio.live(Action)[1])] == [
        "partly",
        "done",
    ]
    assert turns(second.reopen()) == ["Ask", "Read", "Rest"]


def test_a_telling_taken_back_leaves_its_question_there() -> None:
    desk = Desk()
    agree(desk, "Ask")
    walker = desk.begin(AFTER)
    walker.answer("outcome@Ask", "dropped")
    walker.answer("outcome@Ask", None)
    assert turns(walker) == ["Ask"]
    assert desk.one(Telling).outcome == ""
    assert [one.id for one in desk.portfolio.open_actions()] == ["Ask"]


def test_what_was_agreed_in_a_run_is_not_asked_in_it() -> None:
    desk = Desk()
    agree(desk, "Ask")
    walker = desk.begin(AFTER)
    walker.answer("agreed", (Row("Read", {"text": "Read"}),))
    assert turns(walker) == ["Ask"]
    assert turns(desk.begin(AFTER)) == ["Ask", "Read"]


def test_an_action_put_down_after_the_run_began_waits_for_the_next() -> None:
    desk = Desk()
    walker = desk.begin(AFTER)
    late = desk.stamp().now
    desk.save(Action(id="late", text="Read", made=late, changed=late))
    assert turns(walker) == []
    assert turns(desk.begin(AFTER)) == ["late"]


def test_a_deleted_action_is_no_longer_asked_and_the_place_is_sensible() -> None:
    desk = Desk()
    agree(desk, "Ask", "Read")
    walker = desk.begin(AFTER)
    walker.answer("outcome@Ask", "done")
    walker.stand("how-it-went@Read")
    action = desk.portfolio.live_get(Action, "Read")
    assert action
    desk.save(*to_trash(action, desk.portfolio, START))
    again = walker.reopen()
    assert turns(again) == ["Ask"]
    assert again.here == "how-it-went@Ask"


def test_a_deleted_meeting_takes_its_runs_along_and_brings_them_back() -> None:
    desk = Desk()
    quick = agree(desk, "Ask")
    deep = desk.begin(AFTER, subject=quick.run.subject)
    deep.answer("problem", "The rota.")
    other = desk.begin(GOAL)
    other.answer("what", "Hand over")
    gone = to_trash(desk.one(Meeting), desk.portfolio, START)
    desk.save(*gone)
    assert [run.id for run in desk.portfolio.live(Run)] == [other.run.id]
    assert [one.text for one in desk.portfolio.open_actions()] == ["Ask"]
    desk.save(*from_trash(gone))
    assert deep.reopen().value("problem") == "The rota."


def test_a_run_whose_record_is_deleted_begins_another() -> None:
    desk = Desk()
    walker = desk.begin(GOAL)
    walker.answer("what", "Hand over")
    desk.save(replace(desk.one(Goal), trashed=START))
    assert walker.value("what") is None
    walker.answer("measure", "Once a week")
    goal = desk.one(Goal)
    assert (goal.what, goal.measure) == ("", "Once a week")
    assert walker.run.subject == goal.id


def test_a_run_is_stamped_at_the_end_and_edited_when_it_is_opened_again() -> None:
    desk = Desk()
    walker = desk.begin(GOAL)
    walker.answer("what", "Hand over")
    walker.finish()
    finished = walker.run.finished
    assert finished == walker.run.changed
    again = walker.reopen()
    again.answer("what", "Hand over the rota")
    assert desk.one(Goal).what == "Hand over the rota"
    assert again.reopen().run.finished == finished


def test_a_run_about_a_record_of_another_kind_makes_its_own() -> None:
    desk = Desk(Finding(id="f", sort="limitation", made=START, changed=START))
    walker = desk.begin(GOAL, subject="f")
    walker.answer("what", "Ask")
    assert desk.one(Goal).what == "Ask"
    assert desk.one(Finding) == Finding(id="f", sort="limitation", made=START, changed=START)

"""What the example shows: enough of everything, in her own words only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import msgspec

from ilmcoach.demo import DEMO_NOW, attached_bytes
from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.body import body_fingerprint, section_text
from ilmcoach.portfolio.coverage import count_assessment
from ilmcoach.portfolio.overview import look_over
from ilmcoach.portfolio.records import (
    Action,
    Activity,
    Attachment,
    Enquiry,
    Feedback,
    FeedbackRequest,
    Finding,
    Goal,
    Note,
    Rating,
    Run,
    SetQuestion,
    Statement,
    Turn,
)
from ilmcoach.portfolio.smart import check_goal
from ilmcoach.text import count_words
from tests.demo.example import example, example_pack

TODAY = DEMO_NOW.date()
SHINGLE = 6
"""As many words in a row in common are no accident."""


def test_seven_areas_looked_at_and_two_chosen() -> None:
    found = example().live(Finding)
    assert len(found) == 7
    assert {one.sort for one in found} == {"strength", "limitation"}
    assert len({one.rating for one in found}) >= 4
    assert all(count_words(one.evidence) >= 40 for one in found)
    chosen = [one for one in found if one.chosen]
    assert len(chosen) == 2
    assert {one.sort for one in chosen} == {"limitation"}
    assert len(example().live(Feedback)) >= 5


def test_goals_with_five_tests_met_with_some_not_and_half_written() -> None:
    met = [[one.met for one in check_goal(goal, example(), TODAY)] for goal in example().live(Goal)]
    assert met[0] == [True] * 5
    assert not all(met[1])
    assert example().live(Goal)[1].by
    half = example().live(Goal)[2]
    assert half.what
    assert half.by is None


def test_six_meetings_a_month_apart() -> None:
    meetings = [one for one in example().meetings() if not one.to_come]
    assert len(meetings) == 6
    held = [one.held for one in meetings if one.held]
    assert len(held) == 6
    assert [one.next_on for one in meetings][:-1] == held[1:]
    for one in meetings[:-1]:
        texts = (one.problem, one.asked, one.struck, one.meaning, one.effect, one.gave, one.group)
        assert all(count_words(text) >= 15 for text in texts)
    last = meetings[-1]
    assert last.problem
    assert last.asked
    assert last.struck
    assert not last.meaning
    assert [one.in_log for one in meetings].count(True) == 3


def test_the_next_meeting_is_prepared() -> None:
    (ahead,) = (one for one in example().meetings() if one.to_come)
    assert ahead.planned == date(2026, 12, 17)
    assert all((ahead.problem, ahead.matters, ahead.wants))
    assert [one.to for one in example().live(SetQuestion) if one.meant] == ["R", "P"]
    assert sum(bool(one.hypothesis and one.others) for one in example().meetings()) == 3


def test_the_set_is_one_that_works_and_lasts() -> None:
    learning_set = example().learning_set
    assert learning_set is not None
    assert learning_set.rules.count("\n") == 4
    assert learning_set.start
    assert learning_set.end
    assert 300 < (learning_set.end - learning_set.start).days < 365
    assert len(example().people("member")) == 4
    for role in ("advisor", "tutor", "manager", "colleague"):
        assert example().people(role)


def test_a_meeting_by_the_clock() -> None:
    turns = example().live(Turn)
    assert len({one.links for one in turns}) == 1
    assert sorted(one.seconds // 60 for one in turns) == [24, 30, 30, 30, 31]
    assert {one.who for one in turns} == {"K", "J", "P", "R", "me"}
    known = {"me", *(one.name for one in example().people())}
    asked = [one for one in example().live(SetQuestion) if not one.meant]
    assert {one.by for one in asked} | {one.to for one in asked} == known & {"me", *"KJPR"}
    assert len({one.links for one in asked}) == 3


def test_activities_in_every_state() -> None:
    states = {one.status: one for one in example().live(Activity)}
    assert set(states) == {"done", "under-way", "", "dropped"}
    assert all((states["done"].after, states["done"].worth, states["dropped"].did))
    for one in states.values():
        assert example().live_get(Goal, one.source) or example().live_get(Finding, one.source)
    evidence = example().linked(Attachment, states["done"].id)
    assert [one.size for one in evidence] == [len(attached_bytes(evidence[0].name))]


def test_asked_and_answered_and_still_waiting() -> None:
    enquiries = example().live(Enquiry)
    assert [bool(one.answer) for one in enquiries] == [True, True, False]
    assert enquiries[0].used
    requests = example().live(FeedbackRequest)
    assert all(one.sent for one in requests)
    assert [len(example().linked(Feedback, one.id)) for one in requests] == [1, 0]


def test_goals_and_areas_looked_at_again() -> None:
    states = [example().goal_status(one) for one in example().live(Goal)]
    assert states == ["nearly", "stuck", ""]
    moved = {}
    for rating in example().live(Rating):
        finding = example().live_get(Finding, rating.links[0])
        assert finding
        assert finding.rating
        assert rating.rating
        moved[finding.area] = rating.rating - finding.rating
    assert moved == {"delegation": 1, "feedback": 1, "communication": 1, "self": 1}


def test_the_statement_is_older_than_some_of_the_words() -> None:
    (statement,) = example().live(Statement)
    task = example_pack().assessment(statement.assessment)
    assert task
    assert statement.body != body_fingerprint(task, example())


def test_fifteen_actions_with_every_outcome() -> None:
    actions = example().live(Action)
    assert len(actions) == 15
    outcomes = [example().outcome(one) for one in actions]
    assert set(outcomes) == {"done", "partly", "not-yet", "dropped", ""}
    assert any(len(example().tellings(one)) > 1 for one in actions)


def test_some_actions_are_a_day_or_two_late_and_some_before_the_next_meeting() -> None:
    overview = look_over(example(), TODAY)
    late = [one.due for one in overview.actions if one.due and one.due < TODAY]
    assert late
    assert all(TODAY - day <= timedelta(days=2) for day in late)
    assert overview.next_meeting is not None
    ahead = [one.due for one in overview.actions if one.due and one.due > TODAY]
    assert ahead
    assert max(ahead) < overview.next_meeting


def test_today_is_in_the_sixth_month_with_something_to_carry_on() -> None:
    overview = look_over(example(), TODAY)
    assert (overview.month, overview.months) == (6, 12)
    assert not overview.next_meeting_unknown
    assert [run.walk for run in overview.unfinished] == ["after-meeting", "smart-goal"]


def test_it_still_makes_sense_when_opened_much_later() -> None:
    overview = look_over(example(), TODAY + timedelta(days=400))
    assert overview.next_meeting is None
    assert overview.next_meeting_unknown
    assert len(overview.actions) == len(look_over(example(), TODAY).actions)


def test_the_headings_are_partly_written() -> None:
    written = {
        (task.id, section.id): count_words(section_text(task.id, section.id, example()))
        for task in example_pack().assessments
        for section in task.sections
    }
    assert 500 <= written.pop(("action-plan-and-log", "action-plan")) <= 750
    assert 200 <= written.pop(("action-plan-and-log", "log")) <= 300
    assert 150 <= written.pop(("reflective-review", "style")) <= 260
    assert set(written.values()) == {0}


def test_criteria_have_records_where_the_walks_lead_to_them() -> None:
    counts = {
        criterion.id: criterion.records
        for task in example_pack().assessments
        for section in count_assessment(task, example_pack(), example()).sections
        for criterion in section.criteria
    }
    assert counts["m3-37/1.1"] >= 12
    assert counts["m3-37/1.2"] == 7
    assert counts["m3-37/2.1"] == 8
    assert counts["m3-37/2.2"] >= 30
    assert counts["m3-37/2.3"] >= 15
    assert counts["m3-10/2.1"] == 5
    assert counts["m3-10/2.2"] == counts["m3-36/1.2"] == 0


def test_the_log_assessment_is_within_its_range() -> None:
    task = example_pack().assessment("action-plan-and-log")
    assert task is not None
    count = count_assessment(task, example_pack(), example())
    assert count.range is not None
    assert count.range[0] <= count.words <= count.range[1]


def test_the_rest_of_it() -> None:
    notes = " ".join(one.text for one in example().live(Note))
    assert "🙂" in notes
    learner = example().learner
    assert learner is not None
    assert learner.name == "Siân Prosser"
    assert all((learner.registration, learner.centre_name, learner.centre_number))
    answers = [key for run in example().live(Run) for key in run.answers]
    assert {"areas", "reason", "need-to-know"} <= set(answers)
    words = " ".join(text for one in example() for text in one.words())
    assert "Zoë" in words
    assert "Łukasz" in words


def test_none_of_it_is_the_packs_wording() -> None:
    theirs = {run for text in pack_texts(example_pack()) for run in shingles(text)}
    hint = "No, a guess is fine. I am not sure yet, is an answer too, she said"
    assert theirs & set(shingles(hint)), "the comparison finds nothing at all"
    for record in example():
        for text in record.words():
            assert theirs.intersection(shingles(text)) == set(), text


def pack_texts(pack: Pack) -> Iterator[str]:
    """Every text of a pack, whatever it stands in."""
    yield from _texts(msgspec.to_builtins(pack, enc_hook=str))


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for one in part.values():
            yield from _texts(one)
    elif isinstance(part, list | tuple):
        for one in part:
            yield from _texts(one)


def shingles(text: str) -> Iterator[str]:
    words = re.findall(r"\w+(?:['’]\w+)*", text.lower())
    return (" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))

"""An activity is planned in one walk and judged in another: one record, nothing lost."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.portfolio.records import Activity, Finding, Goal, Run
from ilmcoach.portfolio.sources import SOURCES
from tests.walks.walker import EARLIER, Desk, bundled

GOAL = Goal(id="goal", what="Hand over the rota", **EARLIER)
LIMITATION = Finding(id="limitation", sort="limitation", evidence="I keep it", **EARLIER)


def test_planned_and_judged_are_one_record() -> None:
    desk = Desk(GOAL, LIMITATION)
    plan = desk.begin(bundled("activity"))
    plan.answer("source", "limitation")
    plan.answer("sort", "shadowing")
    plan.answer("what", "Shadow Priya")
    plan.answer("agreed-on", date(2026, 11, 12))
    plan.answer("before", "I do it all myself.")
    plan.finish()
    activity = desk.one(Activity)
    assert (activity.source, activity.sort, activity.status) == ("limitation", "shadowing", "")
    judge = desk.begin(bundled("judge-activity"), subject=activity.id)
    judge.answer("status", "under-way")
    judge.answer("did", "Two mornings with her.")
    assert desk.portfolio.open_activities() == (desk.one(Activity),)
    judge.answer("evidence", "Priya told me.")
    after = judge.spot("after")
    assert judge.sitting.stood_before(after) == "I do it all myself."
    assert judge.sitting.stood_before(judge.spot("worth")) == ""
    judge.answer("status", "done")
    judge.answer("after", "I let them write it.")
    told = desk.one(Activity)
    assert told.id == activity.id
    assert told.evidence == "Priya told me."
    assert all(not run.answers for run in desk.portfolio.live(Run))
    assert replace(
        told, status="", did="", evidence="", after="", criteria=(), changed=activity.changed
    ) == (replace(activity, criteria=()))
    assert desk.portfolio.open_activities() == ()
    assert [run.subject for run in desk.portfolio.live(Run)] == [activity.id, activity.id]


def test_neither_walk_takes_the_criteria_of_the_other() -> None:
    desk = Desk()
    plan = desk.begin(bundled("activity"))
    plan.answer("what", "Shadow Priya")
    plan.answer("by", date(2027, 1, 8))
    planned = {"m3-37/1.2", "al/choosing", "al/planning"}
    assert set(desk.one(Activity).criteria) == planned
    judge = desk.begin(bundled("judge-activity"), subject=desk.one(Activity).id)
    judge.answer("worth", "A lot.")
    judged = {"al/judging", "m3-37/2.3"}
    assert set(desk.one(Activity).criteria) == planned | judged
    plan.answer("by", None)
    assert judged <= set(desk.one(Activity).criteria)
    judge.answer("worth", None)
    assert "m3-37/1.2" in desk.one(Activity).criteria


def test_a_goal_or_a_limitation_may_be_what_it_grows_out_of() -> None:
    strength = replace(LIMITATION, id="strength", sort="strength")
    desk = Desk(GOAL, LIMITATION, strength)
    step = next(one for one in bundled("activity").steps() if one.id == "source")
    assert [one.id for one in SOURCES[step.source](desk.portfolio)] == ["goal", "limitation"]


def test_every_programme_plans_and_judges_and_judging_begins_beside_one_only() -> None:
    library = Library.find([bundled_folder()])
    for pack_id in ("level-3-award", "level-3-certificate", "action-learning"):
        pack = library.pack(pack_id)
        assert pack is not None
        assert [one.id for one in pack.walks_making("activity")] == ["activity"]
        assert [one.id for one in pack.walks_again("activity")] == ["judge-activity"]
        assert pack.walks_again("goal") == ()
        sorts = next(one for one in pack.walks_making("activity")[0].steps() if one.id == "sort")
        assert len(sorts.choices) >= 12

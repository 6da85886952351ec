"""The example's records: as the app itself would have saved them, and the same each time."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from msgspec.structs import replace

from ilmcoach.demo import DEMO_NOW, build
from ilmcoach.demo.pages import records_of
from ilmcoach.demo.story import (
    Attached,
    Caught,
    Filled,
    Moment,
    Page,
    Signed,
    Told,
    as_typed,
    read_story,
)
from ilmcoach.errors import IlmcoachError
from ilmcoach.packs.model import Assessment, Walk
from ilmcoach.portfolio.records import (
    KINDS,
    Action,
    Feedback,
    FeedbackRequest,
    Finding,
    Goal,
    Hours,
    Meeting,
    ReadingRecord,
    Record,
    Run,
    SectionText,
    Telling,
)
from ilmcoach.store.codec import to_document
from ilmcoach.text import clean
from ilmcoach.tui.forms import FORMS
from ilmcoach.walks.criteria import criteria_of_record, criteria_of_run
from ilmcoach.walks.sitting import Sitting
from tests.demo.example import example, example_pack, load_pack

LISTED = {"set", "request"}
"""Kinds in which she writes a line for each thing: rules, questions."""

ALL = sorted(example(), key=lambda one: (one.kind, one.made, one.id))


def name(record: Record) -> str:
    return f"{record.kind}-{record.id[:6]}"


def walk_of(run: Run) -> Walk:
    walk = example_pack().walk(run.walk)
    assert walk is not None
    return walk


def test_two_builds_are_equal_down_to_the_ids_and_their_order() -> None:
    again = build(load_pack())
    assert again == example()
    assert [one.id for one in again] == [one.id for one in example()]


@pytest.mark.parametrize("record", ALL, ids=name)
def test_each_record_is_one_that_can_be_kept(record: Record) -> None:
    assert str(to_document(record).doc_id) == record.id
    assert uuid.UUID(hex=record.id).hex == record.id
    assert record.trashed is None
    assert not record.blank or isinstance(record, Run)


@pytest.mark.parametrize("record", ALL, ids=name)
def test_each_record_lies_within_the_programme_so_far(record: Record) -> None:
    enrolment = example().enrolment
    assert enrolment is not None
    assert enrolment.start is not None
    assert record.made <= record.changed <= DEMO_NOW
    assert record.made.tzinfo is not None
    assert record.made.date() >= enrolment.start


@pytest.mark.parametrize("record", ALL, ids=name)
def test_each_link_leads_to_a_record_that_was_there_before(record: Record) -> None:
    for link in record.links:
        other = example().get(link)
        assert other is not None
        assert other.trashed is None
        assert other.made <= record.made
    if record.run:
        run = example().live_get(Run, record.run)
        assert run is not None
        assert run.made <= record.made


@pytest.mark.parametrize("record", ALL, ids=name)
def test_her_words_are_clean_and_not_broken_into_lines(record: Record) -> None:
    for text in record.words():
        assert clean(text) == text
        lines = text.split("\n") if record.kind in LISTED else [text]
        assert all(as_typed(line) == line for line in lines)


def test_actions_belong_to_their_meetings_and_tellings_to_their_actions() -> None:
    for action in example().live(Action):
        (meeting,) = action.links
        assert example().live_get(Meeting, meeting)
        assert action.due is not None
    for telling in example().live(Telling):
        assert example().live_get(Action, telling.links[0])
        assert telling.outcome
        assert telling.text


def test_feedback_belongs_to_its_area_and_says_who_and_when() -> None:
    for heard in example().live(Feedback):
        assert heard.who
        assert heard.on is not None
        assert heard.on <= heard.made.date()
        for link in heard.links:
            asked = example().live_get(FeedbackRequest, link)
            assert asked or (heard.item and example().live_get(Finding, link))


def test_criteria_are_those_that_the_walks_claim_or_that_she_linked_by_hand() -> None:
    readings = {one.id: one.criteria for one in example_pack().readings}
    ours = {name for task in example_pack().assessments for name in criteria_of(task)}
    for record in example():
        if isinstance(record, Run):
            assert record.criteria == criteria_of_run(walk_of(record), record)
        elif record.run and not isinstance(record, Action):
            assert set(record.criteria) == claimed(record)
        elif not record.run:
            assert not record.criteria or record.kind in {"reading", "enquiry"}
            entry = record.reading if isinstance(record, ReadingRecord) else ""
            assert set(record.criteria) <= (set(readings[entry]) if entry else ours)
    agreed = ("m3-37/2.2", "al/choosing", "al/planning")
    assert {one.criteria for one in example().live(Action)} == {agreed}


def criteria_of(task: Assessment) -> Iterator[str]:
    for section in task.sections:
        yield from section.criteria


def claimed(record: Record) -> set[str]:
    """What the walks claim that asked about a record."""
    bare = replace(record, criteria=())
    asked = [one for one in example().live(Run) if record.id == one.subject or one.id == record.run]
    return {name for run in asked for name in criteria_of_record(walk_of(run), bare)}


def test_every_run_stands_where_she_left_it() -> None:
    for run in example().live(Run):
        sitting = Sitting(walk_of(run), run, example())
        places = [spot.key for spot in sitting.spots()]
        assert run.place in places
        if run.finished:
            assert run.place.partition("@")[0] == places[-1].partition("@")[0]
            assert run.made < run.finished == run.changed


def test_what_is_left_in_the_middle_has_answers_before_it_and_none_from_there_on() -> None:
    unfinished = [run for run in example().live(Run) if not run.finished]
    assert {run.walk for run in unfinished} == {"after-meeting", "smart-goal"}
    for run in unfinished:
        sitting = Sitting(walk_of(run), run, example())
        here = sitting.current()
        assert here is not None
        before = sitting.step_from(here, -1)
        assert before is not None
        assert sitting.is_answered(before)
        assert not sitting.is_answered(here)


def test_the_sixth_meeting_was_begun_short_and_is_gone_deeper_into() -> None:
    last = example().meetings()[-2]
    about = [run for run in example().live(Run) if run.subject == last.id]
    assert [run.walk for run in about] == ["before-meeting", "quick-meeting", "after-meeting"]
    assert [bool(run.finished) for run in about] == [True, True, False]


def test_forms_hold_what_the_apps_forms_and_windows_ask() -> None:
    beyond = {
        "card": {"assessment", "criterion"},
        "document": {"what", "format", "path"},
        "handed-in": {"assessment", "counts"},
        "heading-note": {"assessment", "section"},
        "kept": {"question"},
        "look": {"on"},
        "question": {"meant"},
        "quote": {"assessment", "section", "source", "text", "accepted"},
        "reading": {"reading"},
        "rehearsal": {"assessment", "on", "seconds"},
        "remark": {"assessment", "done"},
        "sent-back": {"assessment"},
    }
    forms = [one for one in read_story() if isinstance(one, Filled)]
    assert len(forms) > 40
    for one in forms:
        fields = {step.id for step in FORMS.get(one.kind, ())} | beyond.get(one.kind, set())
        assert set(one.fields) <= fields


AT = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "why"),
    [
        (Filled(AT, "hours", "x", {"hours": 2}), "no field"),
        (Filled(AT, "hour", "x", {"minutes": 2}), "no kind"),
        (Filled(AT, "rating", "x", {"rating": 2}, of=("finding/nowhere",)), "no finding/nowhere"),
        (Filled(AT, "rating", "x", {"rating": 2}, of=("nowhere",)), "of no kind"),
        (Filled(AT, "reading", "x", {"reading": "nobody-1900"}), "no reading nobody-1900"),
        (Filled(AT, "kept", "x", {"question": "no/such"}), "no question no/such"),
        (Filled(AT, "note", "x", {"text": "x"}, criteria=("m3-37/9.9",)), "no criterion m3-37/9.9"),
        (Attached(AT, "x", "action/huddles", "gone.txt", ""), "gone.txt"),
        (Signed(AT, "no-task"), "no no-task"),
        (Caught(AT, "x", "goal/goal-stores-order", "K", "me", "What?"), "no meeting"),
    ],
)
def test_a_slip_of_the_story_is_refused(moment: Page, why: str) -> None:
    with pytest.raises(IlmcoachError, match=why):
        tuple(records_of(moment, example_pack(), example()))


def test_a_form_opened_again_changes_the_same_record() -> None:
    (again,) = records_of(
        Filled(AT, "hours", "induction", {"minutes": 90}), example_pack(), example()
    )
    before = example().live_get(Hours, again.id)
    assert before
    assert again == replace(before, minutes=90, changed=AT)


def test_a_pack_that_asks_something_else_is_refused() -> None:
    pack = example_pack()

    renamed = tuple(_renamed(walk, "struck") for walk in pack.walks)
    with pytest.raises(IlmcoachError, match="struck"):
        build(replace(pack, walks=renamed))
    with pytest.raises(IlmcoachError, match="no walk"):
        build(replace(pack, walks=()))
    with pytest.raises(IlmcoachError, match="no heading"):
        build(replace(pack, assessments=()))


def _renamed(walk: Walk, step_id: str) -> Walk:
    """The walk with a step of that id under another name."""
    stages = (
        replace(
            stage,
            steps=tuple(
                replace(step, id="other") if step.id == step_id else step for step in stage.steps
            ),
        )
        for stage in walk.stages
    )
    return replace(walk, stages=tuple(stages))


def test_the_story_runs_forward() -> None:
    moments: tuple[Moment, ...] = read_story()
    assert [one.at for one in moments] == sorted(one.at for one in moments)
    assert any(isinstance(one, Told) for one in moments)
    gaps = pairwise(moments)
    assert all(later.at - earlier.at >= timedelta(minutes=1) for earlier, later in gaps)


def test_there_is_some_of_every_kind() -> None:
    deleted_nothing = {"history-gone"}
    assert {one.kind for one in example()} == set(KINDS) - deleted_nothing
    assert len(example().live(SectionText)) == 3
    assert len(example().live(Goal)) == 3

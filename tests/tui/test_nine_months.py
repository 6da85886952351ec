"""Nine months of a certificate, lived in the app by keyboard from the first start to the last
week; then the disk and everything that leaves the app are read back."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import vobject
from tinydb import TinyDB

from ilmcoach.cli.main import main
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    Action,
    Activity,
    Attachment,
    CueCard,
    Enquiry,
    Feedback,
    FeedbackRequest,
    Finding,
    Goal,
    Hours,
    LearningSet,
    Note,
    Person,
    Rating,
    ReadingRecord,
    Rehearsal,
    SetQuestion,
    Turn,
    WeekLook,
)
from ilmcoach.settings import Folders
from tests.tui.driving import on_disk
from tests.tui.year_lived import SITTINGS
from tests.tui.year_of import sitting, tally
from tests.tui.year_ways import AGREED, FILE, TEXT


@pytest.mark.long
async def test_nine_months_in_the_app(
    folders: Folders, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    calendars: dict[str, dict[str, date]] = {}
    for day, size, live in SITTINGS:
        async with sitting(folders, day, size) as me:
            await live(me)
        if (file := folders.exports / "calendar.ics").exists():
            calendars.setdefault(file.read_text(encoding="utf-8"), days_in(file))
    check_calendars(*calendars.values())
    kept = on_disk(folders.data)
    check_set(kept)
    check_growth(kept)
    check_the_rest(kept)
    check_file(folders)
    check_command_line(folders, tmp_path, capsys)


def days_in(file: Path) -> dict[str, date]:
    """The day of each event by its UID."""
    events = vobject.readOne(file.read_text(encoding="utf-8")).vevent_list
    return {one.uid.value: one.dtstart.value for one in events}


def check_calendars(january: dict[str, date], february: dict[str, date]) -> None:
    """What stands in both files has kept its UID; a day that was moved is another one there."""
    both = set(january) & set(february)
    assert any("goal" in one for one in both)
    assert all(january[one] == february[one] for one in both)
    assert date(2027, 2, 20) in february.values(), "moved from the 18th"
    assert date(2027, 3, 18) in february.values()
    assert date(2027, 2, 11) in january.values()


def check_set(kept: Portfolio) -> None:
    """The set, seven meetings, twenty actions and how they went."""
    (the_set,) = kept.live(LearningSet)
    assert (the_set.start, the_set.end) == (date(2026, 9, 10), date(2027, 5, 31))
    assert the_set.rules == "Half an hour each; Jo keeps the time."
    assert {one.name for one in kept.people("member")} == {"Kay", "Paul", "Jo", "Ravi"}
    assert [one.name for one in kept.people("advisor")] == ["Maureen"]
    meetings = kept.meetings()
    assert len(meetings) == 7
    assert [bool(one.problem) for one in meetings] == [False, True, False, True, False, True, False]
    assert meetings[1].meaning == "The risk I see is mostly mine."
    agreed = [{one.text for one in kept.linked(Action, meeting.id)} for meeting in meetings]
    assert agreed == [{text for text, _ in rows} for rows in AGREED.values()]
    assert len(kept.live(Action)) == 20
    outcomes = tally([kept.outcome(one) or "open" for one in kept.live(Action)])
    assert outcomes == {"done": 14, "dropped": 2, "partly": 2, "open": 2}
    slow = next(one for one in kept.live(Action) if one.text == "Write down each time I step in")
    assert [one.outcome for one in kept.tellings(slow)] == ["not-yet", "done"]
    (caught,) = (one for one in kept.live(SetQuestion) if not one.meant)
    assert (caught.by, caught.to, caught.links) == ("Kay", "me", (meetings[1].id,))
    turns = {one.who: one for one in kept.linked(Turn, meetings[1].id)}
    assert turns["me"].seconds == 31 * 60 + 30


def check_growth(kept: Portfolio) -> None:
    """Strengths, feedback, goals and activities, each with what it belongs to."""
    found = {one.area: one for one in kept.live(Finding)}
    (again,) = kept.linked(Rating, found["delegation"].id)
    assert (found["delegation"].rating, again.rating) == (2, 4)
    (request,) = kept.live(FeedbackRequest)
    assert request.sent == date(2026, 9, 24)
    (came,) = kept.linked(Feedback, request.id)
    assert (came.who, came.on) == ("Priya", date(2026, 10, 8))
    goals = kept.live(Goal)
    assert len(goals) == 3
    assert {one.finding for one in goals} == {found["delegation"].id}
    assert [kept.goal_status(one) for one in goals] == ["reached", "nearly", "dropped"]
    looks = [[one.status for one in kept.reviews(goal)] for goal in goals]
    assert looks[0] == ["on-the-way", "nearly", "reached"]
    activities = kept.live(Activity)
    assert len(activities) == 4
    assert all(one.status == "done" and one.worth and one.before for one in activities)
    assert {one.source for one in activities} <= {one.id for one in goals}
    (file,) = kept.live(Attachment)
    assert file.links == (activities[0].id,)


def check_the_rest(kept: Portfolio) -> None:
    """Hours, reading, an enquiry, weekly looks, cards, a rehearsal, a note."""
    assert [(one.sort, one.minutes) for one in kept.live(Hours)] == [
        ("induction", 60),
        ("tutorial", 90),
    ]
    (reading,) = kept.live(ReadingRecord)
    assert (reading.reading, reading.state) == ("revans-1980", "reading")
    (enquiry,) = kept.live(Enquiry)
    assert (enquiry.asked_on, enquiry.answered_on) == (date(2026, 11, 19), date(2026, 12, 9))
    assert (enquiry.answer, enquiry.used) == ("Any that you can doubt.", "I read Revans again.")
    assert len(kept.live(WeekLook)) == 3
    assert {one.text for one in kept.live(CueCard)} == {"Why we have a purpose", "How I told them"}
    (rehearsal,) = kept.live(Rehearsal)
    assert (rehearsal.seconds, rehearsal.on) == (660, date(2027, 4, 17))
    (note,) = kept.live(Note)
    assert note.criteria, "linked by a key"
    assert not [one for one in kept.live(Person) if one.name == "Kath"]


def check_file(folders: Folders) -> None:
    """The file is what any reader of TinyDB's JSON finds."""
    file = folders.data / "portfolio.json"
    plain: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    assert len(plain["action"]) == 20
    assert len(plain["meeting"]) == 7
    with TinyDB(file, access_mode="r") as tables:
        goals = tables.table(Goal.kind)
        goals.document_id_class = str
        assert "Let others speak first" in {one["what"] for one in goals.all()}


def check_command_line(folders: Folders, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the commands tell and write, and the whole of it taken in elsewhere."""

    def run(*arguments: str, into: Path = folders.data) -> str:
        assert main(["--data-dir", str(into), *arguments]) == 0, capsys.readouterr().err
        return capsys.readouterr().out

    told = json.loads(run("status", "--json"))
    assert (told["programme"], told["months"]) == ("ILM Level 3 Certificate in Leadership", 9)
    assert (told["records"]["action"], told["records"]["activity"]) == (20, 4)
    assert "Keep the Friday free" in {one["text"] for one in told["actions_due"]}
    task = next(one for one in told["assessments"] if one["id"] == "action-plan-and-log")
    assert task["words"] >= len(TEXT.split())
    assert all(one["covered"] for part in task["sections"] for one in part["criteria"])
    run("export", "action-plan-and-log", "--format", "md", "--out", str(out / "plan.md"))
    document = (out / "plan.md").read_text(encoding="utf-8")
    assert TEXT in document
    assert "Zoë Ward" in document
    run("export", "calendar", "--out", str(out / "days.ics"))
    run("export", "log", "--out", str(out / "log.md"))
    log = (out / "log.md").read_text(encoding="utf-8")
    assert all(text in log for rows in AGREED.values() for text, _ in rows)
    assert "Kath" not in log
    run("data", "export", str(out / "all.json"))
    there = Folders(out / "there")
    run("data", "import", str(out / "all.json"), into=there.data)
    assert on_disk(there.data) == on_disk(folders.data)
    assert FILE in {one.read_bytes() for one in there.data.rglob("*") if one.is_file()}

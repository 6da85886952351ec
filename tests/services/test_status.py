"""The facts of `status`: what is known, and None for what is not."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from ilmcoach.clock import FixedClock
from ilmcoach.portfolio.records import (
    KINDS,
    Action,
    Enrolment,
    Finding,
    Meeting,
    Record,
    SectionText,
)
from ilmcoach.services.status import assessment_counts, status
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders

NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)
COURSE = Path(__file__).parents[1] / "data" / "short-course"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    folders = Folders(tmp_path / "home")
    shutil.copytree(COURSE, folders.packs / "short-course")
    return folders


def workspace_with(folders: Folders, *records: Record) -> Workspace:
    workspace = open_workspace(folders, clock=FixedClock(NOW))
    workspace.store.save(records)
    workspace.close()
    return workspace


def test_before_set_up_nothing_is_known(folders: Folders) -> None:
    workspace = workspace_with(folders)
    assert assessment_counts(workspace) == ()
    assert status(workspace) == {
        "programme": None,
        "month": None,
        "months": None,
        "next_meeting": None,
        "actions_due": [],
        "records": dict.fromkeys(KINDS, 0),
        "assessments": [],
    }


def test_everything_that_is_known_and_nothing_else(folders: Folders) -> None:
    at: dict[str, Any] = {"made": NOW, "changed": NOW}
    start, end = date(2026, 9, 1), date(2027, 5, 31)
    day = date(2026, 12, 3)
    workspace = workspace_with(
        folders,
        Enrolment(id="e", pack="short-course", start=start, end=end, **at),
        Meeting(id="m", struck="A silence.", next_on=day, **at),
        Action(id="a", text="Ask K", due=day, **at),
        Action(id="b", text="Read", **at),
        Finding(id="f", evidence="I waited.", criteria=("t1/1.2",), **at),
        SectionText(id="s", assessment="team-report", section="needs", text="We talk.", **at),
    )
    criteria = [
        {"id": "t1/1.1", "label": "T1 1.1", "covered": False, "records": 0},
        {"id": "t1/1.2", "label": "T1 1.2", "covered": True, "records": 1},
    ]
    section = {
        "id": "needs",
        "title": "What my team needs",
        "marks": 20,
        "minimum": 10,
        "words": 2,
        "criteria": criteria,
    }
    expected = {
        "programme": "Leading a small team",
        "month": 3,
        "months": 9,
        "next_meeting": "2026-12-03",
        "actions_due": [
            {"id": "a", "text": "Ask K", "due": "2026-12-03"},
            {"id": "b", "text": "Read", "due": None},
        ],
        "records": dict.fromkeys(KINDS, 0)
        | {"enrolment": 1, "meeting": 1, "action": 2, "finding": 1, "section": 1},
        "assessments": [
            {
                "id": "team-report",
                "title": "Team report",
                "words": 2,
                "range": [500, 800],
                "sections": [section],
            }
        ],
    }
    assert status(workspace) == expected
    assert json.loads(json.dumps(status(workspace))) == expected


def test_a_pack_without_a_range_or_marks_says_none(folders: Folders) -> None:
    page = folders.packs / "short-course" / "report.md"
    plain = page.read_text().replace("words: 500-800\nmarks: 20\n", "")
    page.write_text(plain.replace(" `marks: 20` `minimum: 10`", ""))
    workspace = workspace_with(
        folders, Enrolment(id="e", pack="short-course", made=NOW, changed=NOW)
    )
    (task,) = status(workspace)["assessments"]
    (section,) = task["sections"]
    assert (task["range"], section["marks"], section["minimum"]) == (None, None, None)


def test_a_programme_whose_pack_is_gone_is_not_known(folders: Folders) -> None:
    workspace = workspace_with(
        folders,
        Enrolment(id="e", pack="gone", start=date(2026, 9, 1), made=NOW, changed=NOW),
    )
    facts = status(workspace)
    assert (facts["programme"], facts["month"], facts["assessments"]) == (None, 3, [])

"""Another programme over the same portfolio: nothing is lost by going there and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from ilmcoach.services.demo import demo_clock, write_demo
from ilmcoach.services.status import assessment_counts, status
from ilmcoach.services.workspace import open_workspace
from ilmcoach.settings import Folders


@pytest.mark.parametrize("other", ["level-3-award", "action-learning"])
def test_switching_there_and_back_keeps_everything(tmp_path: Path, other: str) -> None:
    folders = Folders(tmp_path / "example")
    write_demo(folders, clock=demo_clock())
    workspace = open_workspace(folders, clock=demo_clock())
    before, counts = workspace.portfolio, assessment_counts(workspace)
    enrolment = before.enrolment
    assert enrolment is not None
    workspace.store.save([replace(enrolment, pack=other)])
    pack = workspace.pack
    assert pack is not None
    assert pack.programme is not None
    assert status(workspace)["programme"] == pack.programme.title
    assert {one.id for one in assessment_counts(workspace)} != {one.id for one in counts}
    assert len(workspace.portfolio) == len(before)
    workspace.store.save([enrolment])
    assert workspace.portfolio == before
    assert assessment_counts(workspace) == counts
    workspace.close()


def test_records_made_in_one_programme_count_in_another_where_they_fit(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "example")
    write_demo(folders, clock=demo_clock())
    workspace = open_workspace(folders, clock=demo_clock())
    enrolment = workspace.portfolio.enrolment
    assert enrolment is not None
    workspace.store.save([replace(enrolment, pack="action-learning")])
    (count,) = assessment_counts(workspace)
    covered = {one.id for section in count.sections for one in section.criteria if one.covered}
    assert "al/taking-part" in covered
    assert "al/planning" in covered
    workspace.close()

"""Every kind of file: what is wrong in it is told where it stands, with a way to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packs.pack_cases import DATA, Case, load_file, read_cases, told

CASES = [
    pytest.param(case, id=f"{path.stem}: {case.title}")
    for path in sorted((DATA / "cases").glob("*.md"))
    for case in read_cases(path)
]


@pytest.mark.parametrize("case", CASES)
def test_a_case_is_told_as_written(case: Case, tmp_path: Path) -> None:
    loaded = load_file(tmp_path, case.text)

    assert told(loaded.problems) == case.expected
    errors = [line for line in case.expected if not line.startswith("advice ")]
    assert (loaded.pack is None) == bool(errors)


def test_there_are_cases_for_every_kind() -> None:
    assert len(CASES) > 90

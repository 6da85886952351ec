"""Summaries that learners gave, as one table in three forms."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ilmcoach.kit.cohort.csv import ACTS, harmless, to_csv
from ilmcoach.kit.cohort.html import to_html
from ilmcoach.kit.cohort.reading import MOST_BYTES, MOST_FILES, read_cohort
from ilmcoach.kit.cohort.table import tabulate
from ilmcoach.kit.cohort.text import to_text
from ilmcoach.kit.wrapping import width_of
from ilmcoach.portfolio.summary import (
    AssessmentSummary,
    CriterionSummary,
    HandedSummary,
    SectionSummary,
    Summary,
)

DAY = date(2026, 11, 22)
LOG = AssessmentSummary(
    id="log",
    title="Log",
    words=1234,
    range=(1000, 2000),
    sections=(
        SectionSummary("Plan", 1234, (CriterionSummary("1.1", 0), CriterionSummary("1.2", 3))),
        SectionSummary("What came of it", 0, (CriterionSummary("1.1", 0),)),
    ),
    handed_in=(HandedSummary(date(2026, 10, 3), "draft"),),
    sent_back=True,
)
ANN = Summary(
    written=DAY,
    shown_as="Ann",
    month=3,
    months=12,
    last_change=DAY,
    meetings_held=(DAY,),
    meetings_held_undated=1,
    minutes={"set": 150, "tutorial": 60},
    goals={"reached": 1, "": 2},
    actions_open=2,
    actions_late=1,
    assessments=(LOG,),
)
ZED = Summary(written=DAY, shown_as="王芳 of the early shift, second floor")
HOSTILE = '=HYPERLINK("x")\x1b]52;c;aGk=\x07\x1b[2J\u202e<script>alert(1)</script>[/x]'
GOLDEN = """\
Name                   Month    Written      Met  Hours  Goals  Reached  To do  Late
---------------------  -------  -----------  ---  -----  -----  -------  -----  ----
Ann                    3 of 12  22 Nov 2026    2      4      3        1      2     1
王芳 of the early sh…  -        -              0      0      0        0      0     0

Log (1,000 to 2,000 words)
Name                  Words  Empty headings  No records  Handed in
"""


def put(folder: Path, name: str, summary: Summary) -> None:
    (folder / name).write_bytes(msgspec.json.encode(summary))


def test_a_folder_of_summaries_is_read_by_name(tmp_path: Path) -> None:
    put(tmp_path, "1.json", ZED)
    put(tmp_path, "2.json", ANN)
    (tmp_path / "notes.txt").write_text("no summary, and not looked at")
    cohort = read_cohort(tmp_path)
    assert cohort.summaries == (ANN, ZED)
    assert cohort.passed_over == ()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no summary"),
        (b"[" * 100_000, "no summary"),
        (b'{"format": 2, "new": 1}', "newer ilmcoach"),
        (b'{"format": 1}', "no summary"),
        (b'{"format": "1"}', "no summary"),
        (b"\xff\xfe\x00", "no summary"),
        (msgspec.json.encode(ANN).replace(b'"actions_open":2', b'"actions_open":-2'), "no summary"),
        (msgspec.json.encode(ANN).replace(b":1234", b":1" + b"0" * 30), "no summary"),
        (msgspec.json.encode(ANN).replace(b'"Ann"', b"7"), "no summary"),
        (b" " * (MOST_BYTES + 1), "too large"),
    ],
    ids=range(10),
)
def test_what_is_no_summary_is_passed_over_by_name(tmp_path: Path, data: bytes, why: str) -> None:
    put(tmp_path, "ann.json", ANN)
    (tmp_path / "od[b]d.json").write_bytes(data)
    cohort = read_cohort(tmp_path)
    assert cohort.summaries == (ANN,)
    (told,) = cohort.passed_over
    assert told.startswith("od[b]d.json: ")
    assert why in told


def test_links_folders_copies_and_too_many_files_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "a.json", ANN)
    put(tmp_path, "copy of a.json", ANN)
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "link.json").symlink_to(tmp_path / "a.json")
    cohort = read_cohort(tmp_path)
    assert cohort.summaries == (ANN,)
    assert [one.partition(":")[0] for one in cohort.passed_over] == [
        "copy of a.json",
        "folder.json",
        "link.json",
    ]
    for number in range(MOST_FILES):
        (tmp_path / f"x{number}.json").touch()
    assert "Only the first 500 files" in read_cohort(tmp_path).passed_over[0]


def test_the_table_for_a_terminal() -> None:
    text = to_text(tabulate((ANN, ZED)), 84)
    assert text.startswith(GOLDEN)
    assert text.endswith("nothing of how good the work is.")


def test_sixty_learners_fit_the_terminal_and_every_one_is_there() -> None:
    many = [
        replace(ANN, shown_as=f"Learner {number:02} with a name that is rather long", month=number)
        for number in range(60)
    ]
    lines = to_text(tabulate(many), 80).split("\n")
    assert all(width_of(line) <= 80 for line in lines)
    assert sum(line.startswith("Learner") for line in lines) == 120
    for number in range(60):
        assert sum(line.startswith(f"Learner {number:02}") for line in lines) == 2


def test_hostile_names_and_titles_do_nothing_anywhere() -> None:
    task = replace(LOG, title=HOSTILE)
    table = tabulate([replace(ANN, shown_as=HOSTILE, assessments=(task,))])
    page = to_html(table, "Made.")
    assert "<script" not in page
    assert "default-src 'none'" in page
    for made in (to_text(table, 80), page, to_csv(table)):
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202e]", made)
    rows = list(csv.reader(io.StringIO(to_csv(table).lstrip("\ufeff"))))
    assert rows[1][0].startswith("'=HYPERLINK")
    assert rows[0][9].startswith("'=HYPERLINK")


def test_the_spreadsheet_reads_back() -> None:
    text = to_csv(tabulate((ANN, ZED)))
    assert text.startswith("\ufeff")
    first, ann, zed = list(csv.DictReader(io.StringIO(text[1:]), fieldnames=None)), None, None
    ann, zed = first
    assert ann["Name"] == "Ann"
    assert ann["Log (1,000 to 2,000 words): Words"] == "1234"
    assert ann["Log (1,000 to 2,000 words): Empty headings"] == "1"
    assert ann["Log (1,000 to 2,000 words): Criteria without records"] == "1"
    assert ann["Log (1,000 to 2,000 words): Handed in"] == "draft 3 Oct 2026, sent back"
    assert zed["Log (1,000 to 2,000 words): Words"] == ""


@settings(max_examples=60)
@given(
    st.text("\t\r \"'\u3000", max_size=3),
    st.sampled_from([*ACTS, "\uff1d", "\uff0b", "\uff0d", "\uff20"]),
    st.text(max_size=5),
)
def test_no_cell_begins_like_a_formula(lead: str, act: str, rest: str) -> None:
    assert harmless(f"{lead}{act}{rest}").startswith("'")


@given(st.text(alphabet=st.characters(categories=["L", "N"]), max_size=8))
def test_an_ordinary_cell_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


def test_the_page_has_every_learner_once() -> None:
    page = to_html(tabulate((ANN, ZED)), "Made on Sun 22 Nov 2026.")
    assert page.count('<th scope="row"') == 2
    assert page.count('scope="colgroup"') == 1
    assert "1,234" in page
    assert "draft 3 Oct 2026, sent back" in page

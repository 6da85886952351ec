"""What a word processor or a hurried hand makes of a pack, where the meaning stays plain."""

from __future__ import annotations

from pathlib import Path

import pytest

from ilmcoach.packs import values
from ilmcoach.packs.model import AnswerKind, Pack, Step
from tests.packs.pack_cases import load_file

TASK = "---\nkind: assessment\nid: t\ntitle: T\n{front}\n---\n\n## One\n\n{keys}\n\nWords.\n"
WALK = (
    "---\nkind: walk\nid: w\ntitle: W\nmakes: meeting\n---\n\n"
    "## Stage\n\n### Step\n\n{keys}\n{gap}When was it?\n"
)


def task(folder: Path, front: str, keys: str = "`id: one`") -> Pack:
    loaded = load_file(folder, TASK.format(front=front, keys=keys), uses="")
    assert loaded.problems == ()
    assert loaded.pack is not None
    return loaded.pack


def only_step(folder: Path, keys: str, gap: str = "\n") -> Step:
    loaded = load_file(folder, WALK.format(keys=keys, gap=gap), uses="")
    assert loaded.problems == ()
    assert loaded.pack is not None
    ((step,),) = [stage.steps for stage in loaded.pack.walks[0].stages]
    return step


@pytest.mark.parametrize(
    "written",
    [
        "1,000 to 2,000",
        "1,000–2,000",
        "1000-2000",
        "1000 — 2000",
        "1 000 to 2 000 words",
        "1,000\u00a0–\u00a02,000",
        "“1,000 to 2,000”",
        '"1,000 to 2,000"',
    ],
)
def test_a_range_in_any_dress(tmp_path: Path, written: str) -> None:
    assert task(tmp_path, f"words: {written.strip('“”')}").assessments[0].words == (1000, 2000)


@pytest.mark.parametrize(
    "front",
    [
        "Nominal: 1,200",
        "NOMINAL : 1200",
        "nominal： 1200",
        "nominal:1200",
        "nominal:\t1200",
        "nominal:\u00a01200",
        "nominal: '1200'",
        "nominal: 1200 words",
    ],
)
def test_a_number_in_any_dress(tmp_path: Path, front: str) -> None:
    assert task(tmp_path, front).assessments[0].nominal == 1200


@pytest.mark.parametrize("front", ["oral minutes: 10", "oral-minutes: 10", "Oral_Minutes: 10"])
def test_hyphens_and_underscores_are_spaces_in_a_key(tmp_path: Path, front: str) -> None:
    assert task(tmp_path, front).assessments[0].oral_minutes == 10


@pytest.mark.parametrize(
    "cover",
    [
        "cover: centre number, learner name",
        "cover: [centre number, Learner Name]",
        "cover:\n- centre-number\n- learner name",
        "cover: centre number; learner name",
    ],
)
def test_a_list_in_any_dress(tmp_path: Path, cover: str) -> None:
    assert task(tmp_path, cover).assessments[0].cover == ("centre number", "learner name")


@pytest.mark.parametrize(
    "keys",
    [
        "`id: a` `answer: date` `fills: meeting.held` `required`",
        "`Id: A` `Answer: Date` `Fills: Meeting.Held` `Required`",
        '`id: “a”` `answer: ‘date’` `fills: "meeting.held"` `required: yes`',
        "‘id: a’ ‘answer: date’ ‘fills: meeting.held’ ‘required’",
        "`id: a`, `answer: date`; `fills: meeting.held` · `required`",
        "`id: a`\n`answer: date`\n`fills: meeting.held`\n`required`",
        "`id: a` `answer: date`\n\n`fills: meeting.held` `required`",
        "`id：a` `answer\u00a0:\u00a0date` `fills:meeting.held` `required:true`",
    ],
)
@pytest.mark.parametrize("gap", ["\n", ""])
def test_a_key_line_in_any_dress(tmp_path: Path, keys: str, gap: str) -> None:
    step = only_step(tmp_path, keys, gap)

    assert (step.id, step.answer, step.fills) == ("a", AnswerKind.DATE, ("meeting.held",))
    assert step.required
    assert step.ask == "When was it?"


def test_a_field_may_be_written_without_the_underscore(tmp_path: Path) -> None:
    text = WALK.replace("meeting", "goal").format(
        keys="`id: a` `answer: long text` `fills: goal.if`", gap="\n"
    )
    loaded = load_file(tmp_path, text, uses="")
    assert loaded.pack is not None
    assert loaded.pack.walks[0].stages[0].steps[0].fills == ("goal.if_",)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Reflecting: five accounts", "Reflecting: five accounts"),
        ("It’s the tutor's: one: two  # mine", "It’s the tutor's: one: two"),
        ("“Reflecting: five”", "Reflecting: five"),
        ("Ends in a colon:", "Ends in a colon:"),
        ('"Between quotes: it was so"', "Between quotes: it was so"),
        ("At 10:30", "At 10:30"),
    ],
)
def test_a_title_may_hold_a_colon(tmp_path: Path, written: str, title: str) -> None:
    loaded = load_file(
        tmp_path, TASK.format(front="", keys="`id: one`").replace("T\n", f"{written}\n", 1), uses=""
    )
    assert loaded.problems == ()
    assert loaded.pack is not None
    assert loaded.pack.assessments[0].title == title


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_windows_line_ends_and_byte_order_marks_keep_the_line_numbers(
    tmp_path: Path, end: str, mark: bytes
) -> None:
    text = TASK.format(front="words: 2 to 1", keys="`id: one` `marks: 1` `minimum: 2`")
    loaded = load_file(tmp_path, mark + text.replace("\n", end).encode(), uses="")

    assert [one.line for one in loaded.problems] == [5, 10]


def test_long_dashes_around_the_front_matter(tmp_path: Path) -> None:
    text = TASK.format(front="marks: 5", keys="`id: one`").replace("---", "—")
    loaded = load_file(tmp_path, text, uses="")

    assert loaded.problems == ()
    assert loaded.pack is not None
    assert loaded.pack.assessments[0].marks == 5


def test_text_is_plain_text(tmp_path: Path) -> None:
    body = (
        "A *slanted* and **bold** word, `code`, <https://example.org/a> and\n"
        "[the site](https://example.org), [a@b.org](mailto:a@b.org), 3 < 4 &amp; more\\\nlast"
    )
    loaded = load_file(tmp_path, f"---\nkind: programme\ntitle: P\n---\n\n{body}\n", uses="")
    assert loaded.problems == ()
    assert loaded.pack is not None
    assert loaded.pack.programme is not None
    assert loaded.pack.programme.about == (
        "A slanted and bold word, code, https://example.org/a and "
        "the site (https://example.org), a@b.org, 3 < 4 & more\nlast"
    )


def test_another_script_needs_no_ids_for_its_headings(tmp_path: Path) -> None:
    front = "---\nkind: questions\nid: q\ntitle: 问题\n---\n\n"
    text = front + "## 开始\n\n- 什么？\n\n## 结束\n\n- 谁？\n"
    loaded = load_file(tmp_path, text, uses="")

    assert loaded.problems == ()
    assert loaded.pack is not None
    assert [(one.id, one.title) for one in loaded.pack.banks] == [
        ("q-part-1", "开始"),
        ("q-part-2", "结束"),
    ]


@pytest.mark.parametrize("written", ["", "many", "-3", "1.5", "1,00", "12345678901", "٣٤"])
def test_what_is_no_number(written: str) -> None:
    assert values.number(written) is None


@pytest.mark.parametrize("written", ["", "5", "5 to", "to 5", "a-b", "1-2-3"])
def test_what_is_no_range(written: str) -> None:
    assert values.number_range(written) is None

"""How a record reads: a title, a word about its state, and its parts."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ilmcoach.packs.model import (
    AnswerKind,
    Assessment,
    Choice,
    Criterion,
    Outcome,
    Pack,
    Section,
    Stage,
    Step,
    Unit,
    Walk,
)
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    KINDS,
    Action,
    Activity,
    Feedback,
    Finding,
    Goal,
    Meeting,
    Note,
    Record,
    Run,
    SectionText,
    SetQuestion,
    Telling,
    Turn,
)
from ilmcoach.tui.present import Part, Shown, criteria_labels, first_line, show

NOW = datetime(2026, 11, 19, 19, 0, tzinfo=UTC)
AT: dict[str, Any] = {"made": NOW, "changed": NOW}
DAY = date(2026, 12, 3)


def step(name: str, kind: AnswerKind, *choices: str) -> Step:
    offered = tuple(Choice(one, f"Choice {one}") for one in choices)
    return Step(name, name.capitalize(), "?", kind, choices=offered)


WALK = Walk(
    "w",
    "A walk",
    (
        Stage(
            "one",
            "One",
            (
                step("areas", AnswerKind.CHOICES, "self", "team"),
                step("words", AnswerKind.LONG_TEXT),
                step("pick", AnswerKind.CHOICE, "yes", "no"),
                step("scale", AnswerKind.SCALE, "1", "2"),
                step("day", AnswerKind.DATE),
                step("days", AnswerKind.DATES),
                step("link", AnswerKind.LINK),
                step("number", AnswerKind.NUMBER),
            ),
        ),
        Stage("two", "Two", (step("why", AnswerKind.LONG_TEXT),), each="areas"),
    ),
)
CRITERION = Criterion("u/1", "U 1", "Explain", "what")
PACK = Pack(
    "p",
    "P",
    Path(),
    units=(Unit("u", "U", outcomes=(Outcome("1", "O", (CRITERION,)),)),),
    assessments=(Assessment("task", "The task", (Section("head", "A heading"),)),),
    walks=(WALK,),
)


def shown(record: Record, *others: Record, pack: Pack | None = PACK) -> Shown:
    return show(record, Portfolio({one.id: one for one in (record, *others)}), pack)


def parts(found: Shown) -> dict[str, str]:
    return {part.label: part.text for part in found.parts}


def test_a_finding_with_what_others_said() -> None:
    finding = Finding(
        id="f",
        area="self",
        area_label="Managing myself",
        rating=2,
        sort="limitation",
        chosen=True,
        evidence="On Monday.",
        **AT,
    )
    found = shown(
        finding,
        Feedback(id="a", who="K", said="You rushed.", links=("f",), **AT),
        Feedback(id="b", said="You waited.", links=("f",), **AT),
        Feedback(id="c", who="L", links=("f",), **AT),
        Feedback(id="d", who="M", said="Other.", links=("x",), **AT),
    )
    assert (found.title, found.mark) == ("Managing myself", "limitation, 2 of 5, to work on")
    assert parts(found) == {
        "Evidence": "On Monday.",
        "What K said": "You rushed.",
        "What somebody said": "You waited.",
    }
    assert all(part.own for part in found.parts)


def test_feedback_names_what_it_is_about_wherever_that_link_stands() -> None:
    finding = Finding(id="f", area_label="Trust", rating=1, **AT)
    feedback = Feedback(id="a", who="K", said="Wait.", on=DAY, links=("x", "f"), **AT)
    found = shown(feedback, finding)
    assert (found.title, found.mark) == ("From K", "Thu 3 Dec 2026")
    assert found.parts == (Part("What they said", "Wait."), Part("About", "Trust", own=False))


@pytest.mark.parametrize(
    ("if_", "then", "plan"),
    [
        ("I open the rota", "I close it", "If I open the rota, then I close it"),
        ("I open the rota", "", "If I open the rota, then …"),
        ("", "I close it", "If …, then I close it"),
        ("", "", None),
    ],
)
def test_a_goals_plan_is_read_as_far_as_it_goes(if_: str, then: str, plan: str | None) -> None:
    found = shown(Goal(id="g", what="Hand over", if_=if_, then=then, **AT))
    assert parts(found).get("If–then plan") == plan


def test_a_goal() -> None:
    finding = Finding(id="f", area_label="Trust", sort="limitation", **AT)
    goal = Goal(
        id="g", what="Hand over", by=DAY, finding="f", reviews=(DAY, date(2027, 1, 29)), **AT
    )
    found = shown(goal, finding)
    assert (found.title, found.mark) == ("Hand over", "by Thu 3 Dec 2026")
    assert parts(found) == {
        "From the limitation": "Trust",
        "Look again on": "Thu 3 Dec 2026, Fri 29 Jan 2027",
    }
    assert not any(part.own for part in found.parts)
    assert shown(Goal(id="g", why="x", **AT)).title == "A goal without words yet"


def test_a_meeting_with_what_was_agreed() -> None:
    meeting = Meeting(id="m", held=date(2026, 11, 19), problem="The rota.", in_log=True, **AT)
    found = shown(
        meeting,
        Action(id="a", text="Ask", due=DAY, links=("m",), **AT),
        Action(id="b", text="Read", links=("m",), **AT),
        Action(id="c", text="Elsewhere", **AT),
    )
    assert (found.title, found.mark) == ("Set meeting, 19 Nov 2026", "in the log")
    assert parts(found)["What we agreed"] == "Ask (by Thu 3 Dec 2026)\nRead"
    assert shown(Meeting(id="m", **AT)).title == "Set meeting, written 19 Nov 2026"


def test_an_action_with_how_it_went() -> None:
    action = Action(id="a", text="Ask\ntwo people", due=DAY, **AT)
    found = shown(
        action,
        Telling(id="1", outcome="partly", text="One of two.", links=("m", "a"), **AT),
        Telling(id="2", outcome="done", links=("a",), made=NOW.replace(day=26), changed=NOW),
    )
    assert (found.title, found.mark) == ("Ask two people", "done, by Thu 3 Dec 2026")
    assert found.parts[1:] == (
        Part("partly done, Thu 19 Nov 2026", "One of two."),
        Part("done, Thu 26 Nov 2026", "(no words)", own=False),
    )
    telling = Telling(id="t", outcome="not-yet", text="No time.", links=("m", "a"), **AT)
    assert shown(telling, action).title == "Ask\ntwo people"
    assert shown(telling).title == "An action"


def run_with(**answers: Any) -> Run:
    answers = {key.replace("_at_", "@"): value for key, value in answers.items()}
    return Run(id="r", walk="w", answers=answers, **AT)


def test_free_answers_read_as_they_were_given() -> None:
    run = run_with(
        number=0,
        link="f",
        days=("2026-12-03", "2027-01-29"),
        day="2026-12-03",
        scale="2",
        pick="yes",
        words="My words",
        areas=("self", "team"),
    )
    finding = Finding(id="f", area_label="Trust", **AT)
    found = shown(run, finding)
    assert (found.title, found.mark) == ("A walk", "not finished")
    assert found.parts == (
        Part("Areas", "Choice self, Choice team", own=False),
        Part("Words", "My words"),
        Part("Pick", "Choice yes", own=False),
        Part("Scale", "Choice 2", own=False),
        Part("Day", "Thu 3 Dec 2026", own=False),
        Part("Days", "Thu 3 Dec 2026, Fri 29 Jan 2027", own=False),
        Part("Link", "Trust", own=False),
        Part("Number", "0"),
    )


def test_free_answers_of_a_turn_say_which_one() -> None:
    run = run_with(areas=("self",), why_at_self="I rush.", why_at_team="We rush.")
    assert [(one.label, one.text) for one in shown(run).parts[1:]] == [
        ("Choice self: Why", "I rush."),
        ("Why", "We rush."),
    ]


def test_an_answer_whose_question_changed_or_went_is_still_shown() -> None:
    found = shown(run_with(day="when it suits", areas="none", gone=("a", "b"), number="four"))
    assert parts(found) == {
        "Day": "when it suits",
        "Areas": "none",
        "Gone": "a, b",
        "Number": "four",
    }
    assert all(part.own for part in found.parts)


def test_a_run_whose_walk_is_gone_shows_every_answer() -> None:
    run = Run(id="r", walk="old", answers={"a": "x", "b": 3, "c": ("d", "e")}, finished=NOW, **AT)
    for pack in (PACK, None):
        found = shown(run, pack=pack)
        assert (found.title, found.mark) == ("Old", "finished")
        assert parts(found) == {"A": "x", "B": "3", "C": "d, e"}


def test_a_text_of_an_assessment_says_which_heading() -> None:
    text = SectionText(id="s", assessment="task", section="head", text="We talk.", **AT)
    assert shown(text) == Shown("A heading", "The task", (Part("What I wrote", "We talk."),))
    assert shown(text, pack=None).title == "Head"


def test_what_a_record_counts_towards() -> None:
    note = Note(id="n", text="x", criteria=("u/1", "elsewhere/1"), **AT)
    assert shown(note).parts[-1] == Part("Counts towards", "U 1", own=False)
    assert parts(shown(note, pack=None)) == {"Note": "x"}
    assert criteria_labels(("u/1", "u/2"), PACK) == ("U 1",)


def test_the_first_line_is_one_line_and_never_empty() -> None:
    assert first_line(Note(id="n", text=" Ask\n two\tpeople ", **AT)) == "Ask two people"
    assert first_line(Goal(id="g", **AT)) == "Goal"
    assert first_line(Finding(id="f", **AT)) == "Strength or limitation"


@settings(max_examples=80, deadline=None)
@given(
    kind=st.sampled_from(list(KINDS.values())), text=st.text(), pack=st.sampled_from([None, PACK])
)
def test_every_record_has_a_title_and_shows_all_its_words(
    kind: type[Record], text: str, pack: Pack | None
) -> None:
    words: dict[str, Any] = dict.fromkeys(kind.words_in, text)
    record = kind(id="x", **words, **AT)
    found = shown(record, pack=pack)
    assert found.title
    everything = [found.title, *(part.text for part in found.parts)]
    for word in record.words():
        assert any(word in one or " ".join(word.split()) in one for one in everything)


def test_who_asked_whom_and_whose_time_it_was() -> None:
    at_it: dict[str, Any] = {"links": ("m",), **AT}
    shorter = Turn(id="1", who="me", seconds=24 * 60 + 5, **at_it)
    portfolio = {
        "m": Meeting(id="m", held=DAY, **AT),
        "a": SetQuestion(id="a", text="Where?", to="Priya", **at_it),
        "b": SetQuestion(id="b", text="Who?", by="K", **at_it),
        "c": SetQuestion(id="c", text="Why?", by="K", to="me", **at_it),
        "1": shorter,
        "2": Turn(id="2", who="K", seconds=31 * 60, **at_it),
        "3": Turn(id="3", who="Rosa", **at_it),
    }
    found = {kind: show(one, Portfolio(portfolio), None) for kind, one in portfolio.items()}
    parts = {part.label: part.text for part in found["m"].parts}
    assert parts["Questions written down"] == "to Priya: Where?\nK: Who?\nK to me: Why?"
    assert parts["Turns"] == "me 24 min, K 31 min"
    assert {part.label: part.text for part in found["a"].parts}["Who to whom"] == "to Priya"


@pytest.mark.parametrize(
    ("sort", "own_sort", "kind", "own_words"),
    [
        ("shadowing", "", "Choice shadowing", ""),
        ("shadowing", "A morning with R", "Choice shadowing", "A morning with R"),
        ("other", "", "Choice other", ""),
        ("other", "A morning with R", "A morning with R", ""),
        ("", "A morning with R", "A morning with R", ""),
    ],
)
def test_the_kind_picked_is_shown_unless_it_is_something_else(
    sort: str, own_sort: str, kind: str, own_words: str
) -> None:
    asked = replace(step("sort", AnswerKind.CHOICE, "shadowing", "other"), fills=("activity.sort",))
    pack = replace(PACK, walks=(Walk("a", "A", (Stage("one", "One", (asked,)),)),))
    activity = Activity(id="a", sort=sort, own_sort=own_sort, evidence="She said so", **AT)
    found = parts(shown(activity, pack=pack))
    assert (found["Kind"], found.get("Kind, in my words", "")) == (kind, own_words)
    assert found["What shows it"] == "She said so"

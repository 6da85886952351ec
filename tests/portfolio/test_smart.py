"""The five tests of a goal, on goals as learners write them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ilmcoach.packs.vocabulary import TEST_CODES, TESTS
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Enrolment, Finding, Goal, Record
from ilmcoach.portfolio.smart import TestResult, check_goal

MADE = datetime(2026, 11, 19, 18, 0, tzinfo=UTC)
TODAY = date(2026, 11, 21)
WHEN: dict[str, Any] = {"made": MADE, "changed": MADE}

LIMITATION = Finding(
    id="keeps", area="x", area_label="Letting go of work", sort="limitation", rating=2, **WHEN
)
PROGRAMME = Enrolment(
    id="p", pack="certificate", start=date(2026, 9, 7), end=date(2027, 6, 7), **WHEN
)
GOAL = Goal(
    id="goal",
    finding="keeps",
    what="Hand the weekly rota to my deputy",
    measure="I touch it in no more than one week of four by then",
    means="My manager has agreed to two hours a week for it",
    by=date(2027, 2, 26),
    **WHEN,
)


def of(*records: Record) -> Portfolio:
    return Portfolio({one.id: one for one in records})


ALL = of(LIMITATION, PROGRAMME)


def result(test: str, portfolio: Portfolio = ALL, today: date = TODAY, **fields: Any) -> TestResult:
    """One test's result for the good goal with some fields changed."""
    results = check_goal(replace(GOAL, **fields), portfolio, today)
    return next(one for one in results if one.test == test)


SPECIFIC = (
    "Hand the weekly rota to my deputy",
    "I will run the Monday team briefing without notes",
    "Have a one-to-one with each of my six staff",
    "Ask for feedback from two people after each set meeting",
    "Stop checking my deputy's emails",
    "By Christmas, I will have handed the rota to my deputy",
    "By Christmas I will hand over the stock order to Sam",
    "To let each person finish before I speak in briefings",
    "My goal is to delegate the shift plan to Karen",
    "Run a fortnightly lessons-learnt meeting with the night shift",
    "Hold a 20-minute one-to-one with every team member each month",
    "Write down three things that went well after each shift and share them with the team",
    "Let my deputy chair the Friday meeting",
    "Say no to extra work from other departments",
    "Give specific feedback to one person each day",
    "Introduce a handover checklist for nurses",
    "Be in the team room for half an hour every morning",
    "Improve my delegation by handing the rota to my deputy",
    "Be a better listener. I will let people finish before I answer.",
    "Start holding a weekly huddle with the warehouse crew",
    "I want to coach two new starters through their first month",
    "Chair the set's next meeting",
    "Agree clear objectives with each of my team",
    "Every Monday I will ask each person what they need from me",
    "Once a week, walk the floor and talk to every operator",
    "I'd like to present our results to the senior team",
    "Thank somebody in person every shift",
    "Don't answer questions that the team can answer themselves",
    "Set up a suggestion board in the canteen",
    "My deputy runs the rota meeting every other week",
    "Keep a reflective diary after each set meeting",
    "Support Amina in leading the audit",
    "Make sure everyone has spoken before a decision is taken",
    "Timetable a weekly slot for coaching",
    "Get my supervisor to observe me leading a briefing",
    "In my one-to-ones, ask two open questions before I give my view",
    "Handing over the key-holder duty to Josh",
    "I plan to set three team objectives with my staff",
    "Reduce the number of late handovers from ten a month to two",
    "Develop a checklist for new starters",
    "Deliver a toolbox talk every fortnight",
    "Take my lunch break away from my desk and leave Priya in charge",
    "Practise saying nothing for ten seconds after I ask a question in team meetings",
    "Visit each of the four branches",
    "Ask my manager to sit in on a team meeting and tell me what she saw",
    "communicate the new shift pattern to all staff in person",
    "Motivate the night team by visiting them once a week",
    "I will not interrupt my colleagues in meetings",
    "Rota: hand it to Dee",
    "Have the difficult conversation with Mark about lateness",
    "Use a talking stick in team meetings",
    "Praise one person at each briefing",
    "Draw up a skills matrix for my team",
    "Involve the team in writing our vision statement",
    "Read one chapter on delegation and discuss it with my mentor",
    "stand back and let Jo lead the project meeting",
    "I'd like my deputy to lead the safety walk",
    "No longer answer work emails after 7pm",
    "Step back from the daily huddle",
    "Bring one problem to the set each month and report back",
    "Sit down with Mo about his performance",
    "Being at the gate to greet the drivers at 6am on Mondays",
    "For the next three months I'll let the team set the agenda",
    "Give up checking every order before it goes out",
    "Sam runs the rota meeting from now on",
)

VAGUE = (
    "Improve my communication skills",
    "Be better at delegating",
    "Understand my team more",
    "Learn to delegate",
    "Learn more about motivation",
    "Know my staff better",
    "Try to listen",
    "Develop my leadership style",
    "Work on my confidence",
    "Become a more confident leader",
    "Be more assertive in meetings",
    "I will be more patient with my team",
    "I want to become a better leader",
    "Build trust with my team",
    "Gain confidence in chairing",
    "Get better at planning and running meetings",
    "Communicate better with the night shift",
    "Motivate my team more",
    "Lead more effectively",
    "To improve the way I run meetings",
    "Have more confidence in myself",
    "Make better decisions",
    "Increase my confidence",
    "Develop the team",
    "Think before I speak",
    "Feel less stressed at work",
    "By June I will be a stronger leader",
    "Look at my time management",
    "My aim is to enhance team morale",
    "Strengthen relationships with stakeholders",
    "Start being more open",
    "Trust my deputy more",
    "Try harder",
    "I want my team to be more independent",
    "Raise morale",
    "I hope that the team will be happier",
    "Being more decisive",
)

NO_OBJECT = (
    "Delegate",
    "Delegate more",
    "Listen more often",
    "Ask for",
    "Stop micromanaging",
    "Speak up more",
    "Let go",
    "Delegate it by Christmas",
    "I will listen",
    "Plan better",
    "Stop interrupting",
)

NO_VERB = (
    "Better meetings",
    "More confidence in meetings",
    "Delegation",
    "My rota",
    "Communication with the night shift",
    "Fewer interruptions",
    "Confidence",
    "The weekly rota",
    "Time management",
    "100% attendance at briefings",
    "A happier team",
    "Two one-to-ones a month",
    "more delegation to the deputies",
    "Confidence building",
    "???",
    "10",
)

MEASURES = (
    "I touch it in no more than one week of four by then",
    "Six of six one-to-ones held each month",
    "90% of handovers on time",
    "nobody asks me about the rota for a month",
    "My deputy chairs the meeting without me",
    "The rota is published by Thursday noon",
    "My manager tells me she has seen it",
    "Feedback from two people",
    "a signed-off checklist",
    "I have handed over the keys",
    "complaints fall by half",
    "The team survey",
    "They come to me with answers, not questions",
    "Everyone has spoken at each meeting",
    "at least one person says so",
    "Sam signs the order",
    "twice a week",
    "absence goes down",
    "I was observed by my mentor",
    "My tutor has seen me chair",
)

NO_EVIDENCE = (
    "I will feel more confident",
    "Things will be better",
    "I will know",
    "The team is happier",
    "It will be done by 3 December",
    "People will be motivated",
    "I feel better every day",
    "I will just notice",
    "better one-to-ones",
    "When I am a good leader",
    "The team trusts me more",
    "By 2027",
    "It has improved",
    "Good atmosphere",
)

MEANS = (
    "My manager has agreed",
    "It is within my job",
    "an hour a week",
    "I have the authority to change the rota",
    "My deputy wants to learn it",
    "No budget needed",
    "It costs nothing but half an hour",
    "£200 from the training fund",
    "HR will help",
    "I'll ask Karen to cover",
    "Karen will cover the desk",
    "My set",
    "It's my decision",
    "The meeting room is free on Mondays",
    "Two hours on Friday afternoons, agreed with Tom",
    "my tutor can observe me",
    "within my role",
)

VAGUE_MEANS = (
    "I will try hard",
    "yes",
    "I can do it",
    "It is achievable",
    "with effort",
    "I don't have time",
    "There is no budget",
    "My manager has not agreed",
    "Because I want to",
    "Determination",
    "Being positive",
    "I think so",
    "Nobody has time for it",
)


def test_a_good_goal_meets_all_five_in_order() -> None:
    results = check_goal(GOAL, ALL, TODAY)
    assert [one.test for one in results] == list(TESTS)
    assert [one.code for one in results] == [codes[0] for codes in TEST_CODES.values()]
    assert all(one.met for one in results)
    assert [one.found for one in results] == [
        "Hand the weekly rota to my deputy",
        "I touch it in no more than one week of four by then",
        "My manager has agreed to two hours a week for it",
        "Letting go of work",
        "Fri 26 Feb 2027, in 14 weeks",
    ]


def test_an_empty_goal_meets_none_and_says_what_is_missing() -> None:
    results = check_goal(Goal(id="g", **WHEN), of(), TODAY)
    assert [(one.met, one.code, one.found) for one in results] == [
        (False, "no-what", ""),
        (False, "no-measure", ""),
        (False, "no-means", ""),
        (False, "no-limitation", ""),
        (False, "no-date", ""),
    ]


@pytest.mark.parametrize("what", SPECIFIC)
def test_what_others_could_see_is_specific(what: str) -> None:
    assert result("specific", what=what).code == "specific-met"


@pytest.mark.parametrize("what", VAGUE)
def test_a_verb_that_nobody_can_see_is_named(what: str) -> None:
    found = result("specific", what=what)
    assert (found.met, found.code) == (False, "vague-verb")
    assert found.found


@pytest.mark.parametrize("what", NO_OBJECT)
def test_a_verb_needs_with_what_or_with_whom(what: str) -> None:
    found = result("specific", what=what)
    assert (found.met, found.code) == (False, "no-object")


@pytest.mark.parametrize("what", NO_VERB)
def test_a_wish_without_a_verb_is_none(what: str) -> None:
    found = result("specific", what=what)
    assert (found.met, found.code) == (False, "no-verb")


@pytest.mark.parametrize(
    ("what", "named"),
    [
        ("I will try to be a better leader", "try"),
        ("Be very patient", "be patient"),
        ("Become a leader", "become"),
        ("Build trust with my team", "build trust"),
        ("Work on my confidence", "work on"),
        ("Get better at planning", "get better"),
    ],
)
def test_the_vague_words_are_those_of_the_goal(what: str, named: str) -> None:
    assert result("specific", what=what).found == named


@pytest.mark.parametrize("measure", MEASURES)
def test_a_number_or_an_event_is_a_measure(measure: str) -> None:
    assert result("measurable", measure=measure).code == "measurable-met"


@pytest.mark.parametrize("measure", NO_EVIDENCE)
def test_a_feeling_or_a_day_is_no_measure(measure: str) -> None:
    found = result("measurable", measure=measure)
    assert (found.met, found.code) == (False, "no-evidence")


@pytest.mark.parametrize(
    "what",
    ["Hold a 20-minute one-to-one with each of my staff", "Hand over the rota by 3 December"],
)
def test_the_goal_itself_is_not_how_one_will_know(what: str) -> None:
    assert result("measurable", what=what, measure=" ").code == "no-measure"


@pytest.mark.parametrize("means", MEANS)
def test_a_resource_or_a_say_makes_it_achievable(means: str) -> None:
    assert result("achievable", means=means).code == "achievable-met"
    assert result("achievable", means="", support=means).code == "achievable-met"


@pytest.mark.parametrize("means", VAGUE_MEANS)
def test_good_will_alone_is_no_means(means: str) -> None:
    found = result("achievable", means=means)
    assert (found.met, found.code) == (False, "vague-means")


def test_what_is_missing_can_be_made_up_for() -> None:
    found = result("achievable", means="I have no budget. My manager gives me an hour a week.")
    assert found.found == "My manager gives me an hour a week"
    assert result("achievable", means="I will try hard", support="My mentor").found == "My mentor"


@pytest.mark.parametrize(
    ("records", "code"),
    [
        ((LIMITATION,), "relevant-met"),
        ((), "limitation-gone"),
        ((replace(LIMITATION, trashed=MADE),), "limitation-gone"),
        ((replace(LIMITATION, sort="strength"),), "limitation-gone"),
    ],
)
def test_it_answers_a_limitation_that_is_still_there(
    records: tuple[Record, ...], code: str
) -> None:
    found = result("relevant", of(*records))
    assert (found.code, found.met) == (code, code == "relevant-met")
    assert result("relevant", of(*records), finding="").code == "no-limitation"


@pytest.mark.parametrize(
    ("by", "end", "code"),
    [
        (date(2027, 6, 7), date(2027, 6, 7), "time-bound-met"),
        (date(2027, 6, 8), date(2027, 6, 7), "date-late"),
        (date(2026, 11, 20), date(2027, 6, 7), "time-bound-met"),
        (date(2026, 11, 19), date(2027, 6, 7), "date-past"),
        (date(2020, 1, 1), date(2027, 6, 7), "date-past"),
        (date(2020, 1, 1), None, "date-past"),
        (date(2027, 6, 8), None, "no-programme"),
        (None, None, "no-date"),
    ],
)
def test_the_day_lies_after_the_making_and_inside_the_programme(
    by: date | None, end: date | None, code: str
) -> None:
    found = result("time-bound", of(LIMITATION, replace(PROGRAMME, end=end)), by=by)
    assert (found.code, found.met) == (code, code in ("time-bound-met", "no-programme"))


def test_without_a_programme_a_day_is_enough() -> None:
    found = result("time-bound", of(LIMITATION))
    assert (found.code, found.met) == ("no-programme", True)


def test_a_day_that_passed_since_the_goal_was_made_was_a_day() -> None:
    assert result("time-bound", today=date(2027, 5, 1)).code == "time-bound-met"


def test_long_words_are_shown_short() -> None:
    found = result("specific", what="Hand the rota to " + "my deputy and " * 40).found
    assert len(found) <= 91
    assert found.endswith("…")


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    "i will",
                    "to be",
                    "by",
                    "and",
                    "hand",
                    "my",
                    "no,",
                    "improve",
                    ". ",
                    "handing",
                    "3",
                    "£",
                ]
            ),
            st.text(max_size=8),
        ),
        max_size=14,
    ).map(" ".join)
)
def test_any_words_give_five_results_with_known_codes(text: str) -> None:
    goal = replace(GOAL, what=text, measure=text, means=text, support=text)
    results = check_goal(goal, ALL, TODAY)
    assert [one.test for one in results] == list(TESTS)
    for one in results:
        assert one.code in TEST_CODES[one.test]
        assert one.met == (one.code in (f"{one.test}-met", "no-programme"))


def test_every_code_can_come_up() -> None:
    seen = {
        *(
            result("specific", what=what).code
            for what in ("", "Ask", "Trust", "Happier", GOAL.what)
        ),
        *(result("measurable", measure=one).code for one in ("", "Fine", "Twice")),
        *(result("achievable", means=one).code for one in ("", "Yes", "My team")),
        *(result("relevant", of(), finding=one).code for one in ("", "gone")),
        result("relevant").code,
        *(
            result("time-bound", by=by).code
            for by in (None, date(2020, 1, 1), date(2027, 1, 1), date(2030, 1, 1))
        ),
        result("time-bound", of()).code,
    }
    assert seen == {code for codes in TEST_CODES.values() for code in codes}

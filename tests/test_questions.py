"""Good questions pass, poor ones are told why, and every bundled question is a good one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.drafting import read_draft
from ilmcoach.packs.library import Library, check
from ilmcoach.packs.model import is_english
from ilmcoach.questions import check_question
from ilmcoach.questions.rules import RULES

GOOD = """
What happened?
What else?
And what else?
What did you notice in yourself?
What's on your mind?
What would tell you that it is working?
What did you see or hear that tells you so?
What number, note or message would bear this out?
What time, people, money or say do you have for this?
What will others be able to count, see or hear?
What would happen if you said nothing?
What have you tried so far?
What have you considered already?
What could you learn from that?
What will you do, and by when?
What do you most want from this half hour?
What made you think again?
What stops you from asking?
What needs to be true before you can let go?
What does it cost you, your team and your manager?
What do you make of Mr. Hall’s remark?
What is your greatest fear here?
What did they hear, in their own words?
How do you know?
How did it look on an ordinary day, not your best one?
How would you know the meeting had been useful?
How might the others describe what happened, compared with you?
How does working late affect the rest of your week?
How far along are you today?
How much time does this decision really have?
How committed do you think the team was?
How do you decide whether to speak or wait?
Who is in this besides you?
Who gives you the time or the say to do this?
Who, if anyone, is left out by the way you usually work?
Who will help you, and with what?
Whose goals are they, in your view?
When did you want to jump in?
When in the week is it hardest?
Where does that rule of yours come from?
Which part of this is yours to change?
Which work, or which person, is it about?
By which day will you have done it?
At what point did you hold back?
With whom have you talked about it?
For whom does it matter most?
By when do you want to know?
Since when has it been like this?
In what way did the group help?
In what way, if any, has that changed?
To what extent is it yours to decide?
Looking back, what would you do differently?
From the customers' point of view, what is the shop for?
If your deputy were telling this, what would they say?
When you picture Monday, what do you see?
Next time, what will you listen for?
What do you need from us?
What did the others say about 'the usual suspects'?
WHAT DID YOU EXPECT?
""".strip()

POOR = {
    "empty": ["", "   ", "?", "…", "\x1b[31m", "🙂"],
    "short": ["What?", "Why?"],
    "mark": [
        "What stops you",
        "Tell me more.",
        "What stops you from asking? Take your time.",
        "You might talk to her.",
        "What happened!",
    ],
    "sentence": [
        "What happened? What did you do?",
        "You were late. What will you change?",
        "Change is hard! How will you begin?",
        "What did you feel… What did they feel?",
        "What happened??",
        "What was the reason for it, what is your own view?",
    ],
    "long": [
        "What did you learn from moving both of them to other shifts after they had argued about "
        "the rota while the others took sides?",
    ],
    "closed": [
        "Is it hard?",
        "Are you sure?",
        "Did you tell them?",
        "Do you agree with the goals?",
        "Have you asked her?",
        "Can you describe it?",
        "Will it work?",
        "Was that fair?",
        "Haven't they noticed?",
        "And did it help?",
        "Looking back, was it right?",
        "What will it be: to go or not?",
    ],
    "opener": [
        "Describe how you feel about it?",
        "You found it hard?",
        "QUESTION: What stops you?",
        "Tell me, what happened?",
        "The rota is unfair, so what will you do?",
        "**What** stops you?",
        "1. What stops you?",
    ],
    "advice": [
        "Have you tried asking her?",
        "Have you ever considered a checklist?",
        "Have you thought about a rota?",
        "Looking back, have you tried it by phone?",
        "Did you think of asking HR?",
        "What if you asked her?",
        "What if we moved the meeting?",
        "How about a rota?",
        "What about asking Ben?",
        "Why not ask her?",
        "Why don't you ask her?",
        "Why didn't you ask her?",
        "Why haven't you told him?",
        "Could you ask for help?",
        "Couldn't you wait?",
        "Can't you just ask?",
        "What should you do?",
        "Who should go first?",
        "Should you tell him?",
        "Would it help to write it down?",
        "Wouldn't it be better to wait?",
        "Would it be worth a try?",
        "Might it help to wait?",
        "Is it time to let go?",
        "Do you need to speak to him?",
        "What ought to happen?",
        "How would it be if you asked?",
        "How could a mentor help you here?",
        "How will you cope by sharing out the work?",
        "How did introducing a checklist help the team?",
        "What would have happened if you had asked her?",
        "If you had asked her, what could have happened?",
        "What could you have done?",
        "Who do you think you had better ask?",
    ],
    "leading": [
        "Don't you think it was late?",
        "Isn't it true that people need praise?",
        "You were late, weren't you?",
        "It was too long, right?",
        "What happened was unfair, wasn't it?",
        "Surely you can wait?",
        "How was it, obviously hard?",
        "Would you say that it went well?",
        "Could it be that you were tired?",
        "What do you need, such as time or money?",
        "What helps you, for example a list?",
        "How would it sound to say that you learned a lot?",
    ],
    "assumes": [
        "When did you realise that you were wrong?",
        "When did you first understand that it was you?",
        "How did you come to see that they were right?",
        "What made you accept that it had failed?",
        "What will you do now that you know this?",
        "How can you improve your listening?",
        "Why do you always take over?",
        "How does your lack of trust show?",
        "What does your habit of interrupting cost you?",
        "What came of failing to ask?",
        "How could you not see it?",
        "What's wrong with them?",
    ],
    "choice": [
        "What matters more, the deadline or the team?",
        "Which is harder: asking or waiting?",
        "Who will do it, you or Ben?",
        "What was it, fear or pride?",
        "What stops you, or is it the rota?",
        "What do you want, or do you not know?",
    ],
    "single": [
        "Who else is affected by this, and how can you tell?",
        "What happened and how did you feel?",
        "When does it bother you, and what do you do then?",
        "What is your role, but what would you like it to be?",
        "What did you see and did you like it?",
    ],
    "count": [
        "How many times did you ask?",
        "How often did they meet?",
        "How many people had left?",
    ],
    "why": ["Why do you stay?", "Why is it so?", "And why did you leave?", "How come you left?"],
}


def names(text: str) -> set[str]:
    return {fault.name for fault in check_question(text)}


@pytest.mark.parametrize("text", GOOD.splitlines())
def test_a_good_question_passes(text: str) -> None:
    assert check_question(text) == ()


def test_line_breaks_and_spaces_make_no_difference() -> None:
    assert check_question("How did you  feel\nwhen you heard it?") == ()


@pytest.mark.parametrize(("name", "text"), [(n, text) for n, some in POOR.items() for text in some])
def test_a_poor_question_is_told_why(name: str, text: str) -> None:
    assert name in names(text)


def test_every_rule_has_cases_and_a_reason() -> None:
    assert set(POOR) == {rule.name for rule in RULES}
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.why.endswith(".")


def test_a_fault_says_the_number_of_words() -> None:
    text = f"What {'really ' * 1_020}happened?"
    (fault,) = check_question(text)
    assert (fault.name, fault.why[:32]) == ("long", "It has 1,022 words; 20 are enoug")


@pytest.mark.parametrize(("words", "fits"), [(20, True), (21, False)])
def test_twenty_words_are_the_most(words: int, fits: bool) -> None:
    text = " ".join(["What", *["very"] * (words - 2), "happened?"])
    assert (check_question(text) == ()) is fits


def test_what_is_a_matter_of_degree_is_mild() -> None:
    mild = {
        fault.name
        for some in POOR.values()
        for text in some
        for fault in check_question(text)
        if fault.mild
    }
    assert mild == {"single", "count", "why"}


@pytest.mark.parametrize("text", ["What’s wrong with them?", "WHAT'S WRONG WITH THEM?"])
def test_quotes_and_capitals_make_no_difference(text: str) -> None:
    assert names(text) == {"assumes"}


def test_a_short_tail_asks_for_a_part_of_the_same_answer() -> None:
    assert not names("What did you agree to do, and by when?")
    assert names("What did you agree to do, and by when will you do it?") == {"single"}


WORDS = st.sampled_from(
    "what how who why which if you had have tried could should would it is and or not or , . ? ! "
    "more better : by asking what's don't think realise that the team — ’ \u202e é 中".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=40).map(" ".join)))
@example("what " * 20_000)
@example("what would have if you had " * 2_000)
@example("if " + "a " * 5_000 + ", what?")
def test_any_text_has_the_same_faults_each_time(text: str) -> None:
    faults = check_question(text)
    assert faults == check_question(text)
    assert len({fault.name for fault in faults}) == len(faults)
    assert all(fault.why and "{" not in fault.why for fault in faults)
    if not text.strip().endswith("?"):
        assert faults


BUNDLED = sorted(
    one
    for one in bundled_folder().iterdir()
    if one.is_dir() and is_english(read_draft(one).label.language)
)
"""The bundled packs whose questions the rules can judge."""


@pytest.mark.parametrize("folder", BUNDLED, ids=lambda folder: folder.name)
def test_every_bundled_question_is_a_good_one(folder: Path) -> None:
    draft = read_draft(folder)
    texts = [placed.item.text for placed in draft.questions]
    texts += [placed.item.asks for placed in draft.test_words if placed.item.asks]
    assert {text: told for text in texts if (told := names(text))} == {}


@pytest.mark.parametrize("folder", BUNDLED, ids=lambda folder: folder.name)
def test_every_bundled_step_asks_well(folder: Path) -> None:
    """A step may ask two things at once: it is answered in writing, both halves in sight."""
    steps = [step for placed in read_draft(folder).walks for step in placed.item.steps()]
    told = {step.ask: names(step.ask) - {"single"} for step in steps}
    assert {ask: faults for ask, faults in told.items() if faults} == {}


def test_the_bundled_packs_hold_questions() -> None:
    assert sum(len(read_draft(folder).questions) for folder in BUNDLED) > 100


def pack_with(folder: Path, language: str, *questions: str) -> Path:
    folder = folder / "p"
    folder.mkdir()
    (folder / "pack.md").write_text(f"---\nid: p\ntitle: P\nlanguage: {language}\n---\n")
    items = "".join(f"- {one}\n" for one in questions)
    (folder / "q.md").write_text(f"---\nkind: questions\nid: q\ntitle: Q\n---\n\n{items}")
    return folder


def test_a_pack_check_advises_on_a_poor_question_at_its_line(tmp_path: Path) -> None:
    some = ("What happened?", "Have you tried asking?", "Why is it so?")
    found = check(pack_with(tmp_path, "en-GB", *some), Library([]))
    places = [(one.file, one.line, one.advice) for one in found]
    assert places == [("q.md", 8, True), ("q.md", 9, True)]
    assert found[0].what == "Look again at 'Have you tried asking?':"


def test_a_pack_in_another_language_gets_no_such_advice(tmp_path: Path) -> None:
    assert check(pack_with(tmp_path, "de", "Was ist geschehen?"), Library([])) == ()


def test_such_advice_ends_at_some_point(tmp_path: Path) -> None:
    questions = [f"Did you see number {number}?" for number in range(300)]
    assert len(check(pack_with(tmp_path, "en", *questions), Library([]))) == 200

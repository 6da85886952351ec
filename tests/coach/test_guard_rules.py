"""Where a rule of the guard ends: what it refuses, and what is near to it and none of its business.

Each line is a rule, a question about the note that it refuses, and one about the same note that
it lets by. Other rules may still refuse either.
"""

from __future__ import annotations

import pytest

from ilmcoach.coach.guard import RULES, judge
from ilmcoach.coach.guard.candidate import Candidate

NOTE = (
    "I lead the evening shift in a bakery. On Friday I made a rule about the ovens and put it on "
    "the door because nobody cleaned them. Wanda laughed at the rule and carried on singing. "
    "I saw it, said nothing and walked home. Ravi, the new man on the bread counter, said that I "
    "look tired. My old boss never explained herself. Some of us share the trays without asking. "
    "His daughter works in the shop. Wanda has a bonus and the others do not."
)

NEARBY = [
    (
        "that",
        "What first made it strike you that the rule is unkind?",
        "What was it about the rule that Wanda laughed at?",
    ),
    (
        "that",
        "How did the rule tell half the shift that they do not count?",
        "What is it that you see when you look at the ovens?",
    ),
    (
        "that",
        "What has the rule shown Ravi that it is all about?",
        "When did you first notice that people laughed at it?",
    ),
    (
        "showing",
        "When did you notice that Wanda had given up?",
        "What does the rule show the shift?",
    ),
    (
        "counterfactual",
        "What could you have changed on Friday?",
        "What might Wanda have heard in the rule on Friday?",
    ),
    (
        "counterfactual",
        "How would Ravi have answered with more time?",
        "What would you want Ravi to have seen on Friday?",
    ),
    (
        "counterfactual",
        "What did a note on the door instead of talking cost you?",
        "What brings them to Ravi instead of Wanda?",
    ),
    (
        "hypothesis",
        "How would Wanda answer if you praised her bread?",
        "How would Wanda answer if you asked her what the rule is for?",
    ),
    (
        "hypothesis",
        "What would Wanda say had you asked her?",
        "What had you asked her before Friday?",
    ),
    (
        "hypothesis",
        "What would it mean to Ravi to hear you say so?",
        "What would it mean to Ravi to hear the rule read out?",
    ),
    (
        "always",
        "How do you feel when it is always you?",
        "To someone who has never met Wanda, what would the rule say?",
    ),
    (
        "doing first",
        "What would talking to Wanda bring about?",
        "What could carrying on singing mean for Wanda?",
    ),
    (
        "doing first",
        "How did being sent out change Wanda?",
        "How did sharing trays come to be the rule?",
    ),
    (
        "by doing",
        "What would Wanda gain from knowing the reason?",
        "What did you mean by putting it on the door?",
    ),
    (
        "by doing",
        "How much could change by being open with Ravi?",
        "What do you mean by being tired?",
    ),
    (
        "helped",
        "How is a word with Wanda going to change things?",
        "How is Wanda to know what the rule is for?",
    ),
    (
        "made you",
        "What led you to sack Wanda?",
        "What led you to put the rule up for all to see?",
    ),
    (
        "extent",
        "To what extent have you listened to Wanda?",
        "To what extent do you share what Ravi sees?",
    ),
    (
        "feels to",
        "How does it feel to sack somebody on a Friday?",
        "How does it feel to find the ovens like that?",
    ),
    (
        "nominalised",
        "What would a quiet word do for Wanda?",
        "What would a rule mean to Wanda?",
    ),
    (
        "insight",
        "How did you come to see that it was you?",
        "How did you come to put it on the door?",
    ),
    (
        "insight",
        "What have you gained from Friday?",
        "What do you want to gain from Friday?",
    ),
    (
        "feeling",
        "What feelings about Friday are you still keeping down?",
        "What are you still keeping an eye on since Friday?",
    ),
    (
        "feeling",
        "What were you avoiding when you walked home?",
        "What were you after when you walked home?",
    ),
    (
        "not done",
        "What did you not say to Wanda?",
        "What would they not miss about the rule?",
    ),
    (
        "advice",
        "How ready are you to talk to Wanda?",
        "How open is the rule to those it touches?",
    ),
    (
        "advice",
        "By when next month will Wanda know?",
        "On what grounds will you make up your mind?",
    ),
    (
        "advice",
        "Who could you ask to stand in for Ravi?",
        "Who could you see at the ovens?",
    ),
    (
        "advice",
        "What could you say to Wanda about not cleaning the ovens?",
        "What could you say to Wanda about Friday?",
    ),
    (
        "loaded",
        "What did you put up with without a word of thanks?",
        "What do you walk past without a word?",
    ),
    (
        "loaded",
        "How does the rule leave the quiet ones out?",
        "What does the rule leave to Ravi and Wanda?",
    ),
    (
        "loaded",
        "What is it about bakers that makes them laugh?",
        "What is it about Fridays on your shift?",
    ),
    (
        "loaded",
        "What made it easier to walk home than to stay and listen?",
        "What makes it easier to ask Ravi than Wanda?",
    ),
    (
        "prying",
        "How is Mr Tench's back these days?",
        "How is the rule these days?",
    ),
    (
        "prying",
        "What does Wanda do about her hearing?",
        "What did you want Ravi to understand by hearing Wanda?",
    ),
    (
        "prying",
        "Who is the man on the bread counter?",
        "Who is the rule for?",
    ),
    (
        "prying",
        "What is your bonus this year?",
        "What did you want the bonus to bring about?",
    ),
    (
        "event",
        "What went on when Wanda resigned?",
        "What went on in the shift once somebody had complained?",
    ),
    (
        "event",
        "When you had it out with Wanda, what did she say?",
        "When you made the rule, what did you want?",
    ),
    (
        "yours",
        "What did you want when you laughed at Wanda?",
        "What was in your mind when you walked past?",
    ),
    (
        "not so",
        "Which of the shift resigned?",
        "Which of the shift knew about the rule?",
    ),
    (
        "thing",
        "What changed at the bread?",
        "What changed at the ovens?",
    ),
    (
        "retelling",
        "How do the evening shift, the bakery, Wanda and Ravi share ovens, trays and singing?",
        "How do Wanda and Ravi see the trays and the ovens?",
    ),
    (
        "vocabulary",
        "What would a facilitator notice about the rule?",
        "What would an onlooker notice about the rule?",
    ),
    (
        "aside",
        "What is it, given the ovens, that you want?",
        "What is the rule for, in your view, and for whom?",
    ),
]


def broken(text: str) -> set[str]:
    """The rules that the question breaks."""
    one = Candidate.read(text, NOTE)
    return {rule.name for rule in RULES if rule.broken_by(one)}


@pytest.mark.parametrize(("rule", "refused", "let_by"), NEARBY)
def test_a_rule_ends_where_its_reason_ends(rule: str, refused: str, let_by: str) -> None:
    assert rule in broken(refused)
    assert rule not in broken(let_by)


@pytest.mark.parametrize(("rule", "refused", "let_by"), NEARBY)
def test_what_a_rule_refuses_is_not_shown(rule: str, refused: str, let_by: str) -> None:
    assert not judge(refused, NOTE).admitted


def test_a_hedge_changes_nothing() -> None:
    plain = "What does the rule mean to Ravi?"
    for hedge in ("in your view", "as far as you can tell", "if anything"):
        assert judge(plain.replace("?", f", {hedge}?"), NOTE) == judge(plain, NOTE)
    assert judge(plain, NOTE).admitted


def test_a_word_made_from_one_of_the_learners_is_theirs() -> None:
    assert judge("What do the singers want to tell you?", "They all sing as I pass.").admitted
    assert not judge("What do the dancers want to tell you?", "They all sing as I pass.").admitted

"""The guard's rules in the order in which they are tried, each with its name and its reason.

A rule is a pure test on a candidate that says whether it is broken. Where they come from: the
contract that nothing of a model's becomes the learner's work, and what sets commonly hold each
other to in asking (practice; see `ilmcoach.questions`). A strong filter, not a proof.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from . import advice, claims, doings, facts, form, voice
from .candidate import Candidate


class Rule(Struct, frozen=True):
    """A named rule; `why` is its reason in plain words."""

    name: str
    why: str
    broken_by: Callable[[Candidate], bool]


RULES = (
    Rule("letters", "it holds more than plain letters and one question mark", form.letters),
    Rule("beginning", "it does not begin as a sentence", form.beginning),
    Rule("length", "it is too short or too long", form.length),
    Rule("numbers", "it holds a figure that is not yours", form.numbers),
    Rule("first person", "it speaks as you, or as a person", form.first_person),
    Rule("writing", "it is about wording, and the words are yours", voice.writing),
    Rule("quotation", "it holds words ready to be copied", form.quotation),
    Rule("tag", "it is a statement with a question hung on it", form.tag),
    Rule("form", "it is not one open question without advice", form.form),
    Rule("run on", "it asks twice", form.run_on),
    Rule("aside", "a clause in it supplies something", form.aside),
    Rule("tail", "a statement follows the question", form.tail),
    Rule("prying", "it is none of a coach's business", voice.prying),
    Rule("praise", "it flatters", voice.praise),
    Rule("blame", "it blames", voice.blame),
    Rule("loaded", "it holds a verdict", voice.loaded),
    Rule("norm", "it says what good leaders do", voice.norm),
    Rule("quiz", "it tests knowledge", voice.quiz),
    Rule("because", "it supplies a cause", claims.because),
    Rule("insight", "it presupposes an insight", claims.insight),
    Rule("helped", "it supplies a remedy", doings.helped),
    Rule("by doing", "it supplies a way", doings.by_doing),
    Rule("that", "it makes a statement", claims.that_clause),
    Rule("doing first", "it supplies an answer as a doing", doings.doing_first),
    Rule("why", "it takes something for granted, and blames", claims.why),
    Rule("made you", "it supplies what you were brought to do", doings.made_you),
    Rule("counterfactual", "it says what would have been better", claims.counterfactual),
    Rule("hypothesis", "it advises with an if", claims.hypothesis),
    Rule("feeling", "it gives a feeling to somebody", claims.feeling),
    Rule("holding back", "it names a way that you did not", doings.holding_back),
    Rule("change of state", "it takes a change for granted", doings.change_of_state),
    Rule("always", "it lays down that something is always so", claims.always),
    Rule("premise", "it begins with a premise", claims.premise),
    Rule("doing behind", "it supplies a doing", doings.doing_behind),
    Rule("nominalised", "it advises with a noun", doings.nominalised),
    Rule("extent", "it takes as done what you did not tell of", doings.extent),
    Rule("feels to", "it takes as done what you did not tell of", doings.feels_to),
    Rule("showing", "it draws a conclusion", claims.showing),
    Rule("not done", "it reproaches", claims.not_done),
    Rule("advice", "it points to a way", advice.advice),
    Rule("event", "it tells of something that you did not", facts.event),
    Rule("not so", "it takes as done what you did not do", facts.not_so),
    Rule("yours", "it gives you a doing that is not yours", facts.yours),
    Rule("talk", "it speaks of a meeting that you did not", facts.talk),
    Rule("thing", "it speaks of a thing that you did not", facts.thing),
    Rule("retelling", "it tells your note again", facts.retelling),
    Rule("example", "it repeats an example", facts.example),
    Rule("vocabulary", "it brings words of its own", facts.vocabulary),
)

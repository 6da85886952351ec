"""A question's words, brought into one shape so that the rules can look for others in them."""

from __future__ import annotations

import re

from msgspec import Struct

from ilmcoach.text import clean_line, count_words

_READ = 600
"""Characters; a question is far shorter."""
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"'})

OPENERS = "what|how|who|whom|whose|when|where|which|why"
ENDING = r"(?:'(?:s|re|d|ll|ve))?"
"""What may hang on a word: what's, who'd."""
BEFORE = (
    "about|after|against|among|around|at|before|behind|below|beside|besides|between|beyond|by|"
    "despite|during|for|from|in|inside|into|of|off|on|outside|over|since|through|to|toward|"
    "towards|under|until|upon|via|with|within|without"
)
AUXILIARIES = (
    "is|are|was|were|am|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must"
)
NEGATED = "(?:is|are|was|were|do|does|did|have|has|had|could|wo|would|should|might|must|ca)n't"
VERB = f"(?:{AUXILIARIES}|{NEGATED})"
BINDING_WORD = r"(?:and|so|but|then|now|well|or),? "

OPEN = re.compile(rf"(?:(?:{BEFORE}) )?(?:{OPENERS}){ENDING}\b")

_LEAD_IN = re.compile(
    rf"(?!(?:{BEFORE}) (?:{OPENERS})\b)"  # 'in what way, if any, …' asks already
    r"(?:looking|thinking|apart|compared|next time|last time|once|today|right now|so far|"
    rf"this (?:week|month)|if|as|while|when (?!{VERB}\b)(?=\w)|{BEFORE})\b"
    r"[^,?]{0,80}, (?:and |so )?"
)
_MOST_LEAD_IN = 9
"""Words of a lead-in; a longer one tells a story."""


class Asked(Struct, frozen=True):
    """A question as the rules see it.

    `text` is the question on one line; `line` its beginning in small letters with straight
    quotes; `core` is `line` from where the asking begins: without 'and' or 'so' in front, and
    without a lead-in such as 'Looking back,'. `words` counts all of its words.
    """

    text: str
    line: str
    core: str
    words: int

    @classmethod
    def read(cls, text: str) -> Asked:
        """Any text, cleaned and taken apart."""
        whole = clean_line(text)
        line = whole[:_READ].translate(_QUOTES).lower()
        return cls(whole, line, _core(line), count_words(whole))


def _core(line: str) -> str:
    core = re.sub(rf"^{BINDING_WORD}", "", line)
    lead_in = _LEAD_IN.match(core)
    if lead_in and len(lead_in[0].split()) <= _MOST_LEAD_IN:
        return core[lead_in.end() :]
    return core

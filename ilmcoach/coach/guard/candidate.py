"""A candidate and the note it answers, read once for all rules."""

from __future__ import annotations

import re

from msgspec import Struct

from ilmcoach.questions.wording import Asked

from .process_words import FUNCTION, PROCESS
from .shape import OPEN
from .stems import stem, words_of

FUNCTION_STEMS = frozenset(map(stem, FUNCTION))
PROCESS_STEMS = frozenset(map(stem, PROCESS))
EVERYDAY_STEMS = FUNCTION_STEMS | PROCESS_STEMS

_LEAD_IN = re.compile(
    r"(?:if|had|were|should|standing|sitting|seen|looking|thinking|since|as|when|once|after|before|"
    r"for|from|in|on|at|between|among|with|of|to|through|during|over|compared|apart|leaving|"
    r"setting|imagine|imagining|suppose|supposing|today|now|next|last|this)\b[^,?]{3,110}, "
    rf"(?=(?:(?:about|at|by|for|from|in|of|on|to|with|through|under|over) )?{OPEN}\b)"
)
_HEDGE = re.compile(
    r", (?:in your (?:own )?(?:view|mind|opinion|eyes|experience)|to your mind|if any|if anything|"
    r"if at all|as far as you (?:know|can (?:tell|see|judge)|remember)|at bottom|deep down|for you|"
    r"as you see it)(?:,|(?=\?))"
)
"""Asides that leave the answer open: what they say is only that it is the learner's own view."""
_ASKS_ALREADY = re.compile(
    r"(?:in|from|to|for|at|with|on|of|about|by) (?:what|which|whom|whose)\b"
    r"|when (?:did|do|does|is|are|was|were|will|would|have|has|had|can|could)\b"
)
_SENTENCE_END = re.compile(r"[.!?;:\n]+")
_DENYING = frozenset(
    "not never no nobody avoid without nor cannot can't don't didn't haven't won't couldn't "
    "thought thinking afraid hope plan want to should could would will might if may".split()
)
_JOINING = (("and",), ("but",))
_SHE = frozenset("he she they who nobody somebody".split())
_MYSELF = frozenset("i we i've i'd".split())
_GOING_ON = frozenset("am is are was were keep kept been be stopped started i'm".split())


class Candidate(Struct, frozen=True):
    """A text that a model offers as a question, beside what the learner wrote.

    `line` is the text in small letters with straight quotes and without hedges ('in your view'),
    and `core` the same without a lead-in
    ('Looking back,'). `words` and their `stems` run in parallel, as do `note_words` and
    `note_stems`, those of the learner's text; `note_sentences` is the number of the sentence
    that each of them stands in. `examples` are questions that the model was shown.
    """

    text: str
    line: str
    core: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    note: str
    note_words: tuple[str, ...]
    note_stems: tuple[str, ...]
    note_sentences: tuple[int, ...]
    examples: tuple[str, ...] = ()

    @classmethod
    def read(cls, text: str, note: str, examples: tuple[str, ...] = ()) -> Candidate:
        """Any two texts, taken apart. Never raises."""
        asked = _without_hedges(Asked.read(text))
        words, sentences = words_of(text), list(map(words_of, _SENTENCE_END.split(note)))
        noted = tuple(word for sentence in sentences for word in sentence)
        return cls(
            text=text,
            line=asked.line,
            core=_core(asked),
            words=words,
            stems=tuple(map(stem, words)),
            note=note,
            note_words=noted,
            note_stems=tuple(map(stem, noted)),
            note_sentences=tuple(at for at, some in enumerate(sentences) for _ in some),
            examples=examples,
        )

    def noted(self, word: str) -> bool:
        """True if the learner used the word, in any of its forms."""
        return stem(word) in self.note_stems

    def happened(self, word: str) -> bool:
        """True if the learner tells of that doing as something that is or was so: not wished for,
        feared, denied, planned or ordered."""
        wanted = stem(word)
        for place, found in enumerate(self.note_stems):
            if found != wanted:
                continue
            here = self.note_sentences[place]
            before = {
                self.note_words[at]
                for at in range(max(0, place - 3), place)
                if self.note_sentences[at] == here
            }
            going_on = not self.note_words[place].endswith("ing") or before & _GOING_ON
            if going_on and not before & _DENYING:
                return True
        return False

    def own_doing(self, word: str) -> bool:
        """True if the learner tells of that doing as their own: 'I' stands shortly before it, or
        before what 'and' joins it to."""
        wanted = stem(word)
        for place, found in enumerate(self.note_stems):
            if found != wanted:
                continue
            if _MYSELF & set(self.note_words[max(0, place - 4) : place]):
                return True
            begin = self.note_sentences.index(self.note_sentences[place])
            before = self.note_words[begin:place]
            if before[-1:] in _JOINING and _MYSELF & set(before) and not _SHE & set(before):
                return True
        return False


def _without_hedges(asked: Asked) -> Asked:
    line = _HEDGE.sub("", asked.line)
    return asked if line == asked.line else Asked.read(line)


def _core(asked: Asked) -> str:
    lead_in = _LEAD_IN.match(asked.line)
    if lead_in and not _ASKS_ALREADY.match(asked.line):
        return asked.line[lead_in.end() :]
    return asked.core

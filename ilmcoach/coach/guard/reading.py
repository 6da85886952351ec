"""A candidate and the note it answers, read once for all rules."""

from __future__ import annotations

from msgspec import Struct

from ilmcoach.questions.wording import Asked

from .process_words import FUNCTION, PROCESS
from .stems import stem, words_of

FUNCTION_STEMS = frozenset(map(stem, FUNCTION))
PROCESS_STEMS = frozenset(map(stem, PROCESS))


class Candidate(Struct, frozen=True):
    """A text that a model offers as a question, beside what the learner wrote.

    `line` is in small letters with straight quotes, `core` without a lead-in; `words` and
    `stems` run in parallel; `note_words`, `note_stems` likewise, for the learner's text;
    `examples` are questions that the model was shown.
    """

    text: str
    line: str
    core: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    note: str
    note_words: tuple[str, ...]
    note_stems: tuple[str, ...]
    examples: tuple[str, ...] = ()

    @classmethod
    def read(cls, text: str, note: str, examples: tuple[str, ...] = ()) -> Candidate:
        asked = Asked.read(text)
        words, noted = words_of(text), words_of(note)
        return cls(
            text=text,
            line=asked.line,
            core=asked.core,
            words=words,
            stems=tuple(map(stem, words)),
            note=note,
            note_words=noted,
            note_stems=tuple(map(stem, noted)),
            examples=examples,
        )

    def noted(self, word: str) -> bool:
        """True if the learner used the word, in any of its forms."""
        return stem(word) in self.note_stems

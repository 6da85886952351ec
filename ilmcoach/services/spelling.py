"""Words to look at in what a learner writes: the dictionary, what is left alone, what was set."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Lock

from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.packs.languages import judged
from ilmcoach.packs.model import Assessment, Pack
from ilmcoach.portfolio.names import names_known
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.settings import SpellingPreferences, read_preferences, write_preferences
from ilmcoach.spelling.british import BritishDictionary, why_none
from ilmcoach.spelling.dictionary import (
    Dictionary,
    NoDictionary,
    Verdict,
    left_alone,
    verdict_on,
    with_s,
)
from ilmcoach.spelling.words import Word, askable, spelt, words_in
from ilmcoach.text import clean_line

from .workspace import Workspace

MOST_LEFT = 2_000
"""Words that can be left alone."""
LONGEST_LEFT = 60
OTHER_LANGUAGE = "The dictionary is British English, so for your programme's language it is off."
OTHER_TEXT = "The dictionary is British English, so for this assignment's language it is off."

OpenDictionary = Callable[[Path], Dictionary]
"""Loads a dictionary, one in the folder given before others. Raises NoDictionary."""


class Found(Struct, frozen=True):
    """A word to look at: in which row of the text, from which character to which, and why."""

    row: int
    start: int
    end: int
    text: str
    verdict: Verdict


class Look(Struct, frozen=True):
    """What was found in a text: in order, and by line, from where to where."""

    found: tuple[Found, ...] = ()
    spans: dict[str, tuple[tuple[int, int], ...]] = {}


class Spelling:
    """Looks at texts once the learner has turned it on. The dictionary is loaded at the first
    look. What may take longer says so and is for another thread than the screen's."""

    def __init__(self, workspace: Workspace, open_dictionary: OpenDictionary | None = None) -> None:
        self._workspace = workspace
        self._open = open_dictionary
        self._dictionary: Dictionary | None = None
        self._trouble = ""
        self._verdicts: dict[str, Verdict] = {}
        self._lines: dict[str, tuple[tuple[Word, str], ...]] = {}
        self._near: dict[str, tuple[str, ...]] = {}
        self._names: tuple[object, frozenset[str]] = (None, frozenset())
        self._turn = Lock()
        self.settings = read_preferences(workspace.folders).spelling

    @property
    def on(self) -> bool:
        """True once it is turned on and nothing stands in its way."""
        return self.settings.on and not self.why_not

    @property
    def why_not(self) -> str:
        """What stands in its way, and how to mend it; empty if nothing does."""
        pack = self._workspace.pack
        if pack and not pack.in_english:
            return OTHER_LANGUAGE
        return self._trouble or ("" if self._open else why_none(self._workspace.folders.dictionary))

    def reads(self, task: Assessment) -> bool:
        """False where an assignment is in another language than the dictionary's."""
        pack = self._workspace.pack
        return pack is None or judged(task, pack)

    def look(self, text: str) -> Look:
        """The words of `text` to look at; nothing while it is off. May take seconds at the first
        time; afterwards only lines that changed are gone through again."""
        if not self.on:
            return Look()
        with self._turn:
            dictionary = self._loaded()
            if dictionary is None:
                return Look()
            settings, names = self.settings, self._left_by_name()
            left = names | frozenset(settings.left)
            before, self._lines = self._lines, {}
            found: list[Found] = []
            spans: dict[str, tuple[tuple[int, int], ...]] = {}
            for row, line in enumerate(text.split("\n")):
                words = before.get(line)
                if words is None:
                    words = tuple(
                        (word, form) for word in words_in(line) if (form := askable(word))
                    )
                self._lines[line] = words
                here = [
                    Found(row, word.start, word.end, word.text, verdict)
                    for word, form in words
                    if (verdict := self._verdict(form, dictionary)) != Verdict.FINE
                    and not (verdict == Verdict.IZE and settings.ize)
                    and not left_alone(form, left)
                ]
                found += here
                spans[line] = tuple((one.start, one.end) for one in here)
            return Look(tuple(found), spans)

    def near(self, word: str) -> tuple[str, ...]:
        """Words of the dictionary that are much like this one, to be read. May take a second."""
        with self._turn:
            dictionary = self._loaded()
            form = spelt(word)
            if dictionary and form not in self._near:
                other = with_s(form)
                of_ize = self._verdicts.get(form) == Verdict.IZE and other
                self._near[form] = (other,) if of_ize else dictionary.near(form)
            return self._near.get(form, ())

    def turn(self, *, on: bool) -> None:
        """Turns it on or off. Writes to the disk, as the next three do; raises IlmcoachError."""
        self._keep(replace(self._kept(), on=on))

    def allow_ize(self, *, allowed: bool) -> None:
        """Words in -ize are fine, or to be told of."""
        self._keep(replace(self._kept(), ize=allowed))

    def leave(self, word: str) -> None:
        """A word to leave alone from now on. In small letters it is left alone in capitals too."""
        kept, form = self._kept(), clean_line(spelt(word)).removesuffix("'s")
        if form and len(form) <= LONGEST_LEFT and form not in kept.left:
            self._keep(replace(kept, left=(*kept.left, form)[-MOST_LEFT:]))

    def look_again(self, word: str) -> None:
        """A word that was left alone is looked at again."""
        kept = self._kept()
        self._keep(replace(kept, left=tuple(one for one in kept.left if one != word)))

    def _kept(self) -> SpellingPreferences:
        return read_preferences(self._workspace.folders).spelling

    def _keep(self, settings: SpellingPreferences) -> None:
        folders = self._workspace.folders
        kept = replace(read_preferences(folders), spelling=settings)
        write_preferences(folders, kept, self._workspace.disk)
        self.settings = settings

    def _loaded(self) -> Dictionary | None:
        if self._dictionary is None and not self._trouble:
            try:
                self._dictionary = (self._open or BritishDictionary)(
                    self._workspace.folders.dictionary
                )
            except NoDictionary as problem:
                self._trouble = str(problem)
        return self._dictionary

    def _verdict(self, form: str, dictionary: Dictionary) -> Verdict:
        known = self._verdicts.get(form)
        if known is None:
            known = self._verdicts[form] = verdict_on(form, dictionary)
        return known

    def _left_by_name(self) -> frozenset[str]:
        """The words of names in the portfolio and of the pack's titles, made once for each save."""
        portfolio = self._workspace.portfolio
        if self._names[0] is not portfolio:
            pack = self._workspace.pack
            titles = pack_words(pack) if pack else frozenset()
            self._names = (portfolio, names_left(portfolio) | titles)
        return self._names[1]


def names_left(portfolio: Portfolio) -> frozenset[str]:
    """The words of everybody's names, the learner's and the centre's among them."""
    learner = portfolio.learner
    own = (learner.name, learner.centre_name) if learner else ()
    return frozenset(_forms((*names_known(portfolio), *own)))


def pack_words(pack: Pack) -> frozenset[str]:
    """The words of a pack's titles, and those with a capital in what it names to read: authors,
    publishers."""
    titles = [pack.title, pack.programme.title if pack.programme else ""]
    titles += [f"{unit.title} {unit.code}" for unit in pack.units]
    titles += [one.title for unit in pack.units for one in unit.outcomes]
    titles += [one.title for one in pack.assessments]
    titles += [one.title for one in pack.walks]
    titles += [part.title for task in pack.assessments for part in task.sections]
    citations = _forms([one.citation for one in pack.readings])
    return frozenset((*_forms(titles), *(one for one in citations if one[:1].isupper())))


def _forms(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        for word in words_in(clean_line(text)):
            form = spelt(word.text)
            yield form
            yield form.removesuffix("'s")

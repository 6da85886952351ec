"""What every index can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from ilmcoach.text import clean

from .folding import fold
from .model import Found, Hit, Text
from .snippets import snippet
from .typed import Wanted, read_typed


class Index(ABC):
    """Texts by id, to be found by their words. Not for two threads at once."""

    def __init__(self) -> None:
        self._texts: dict[str, Text] = {}
        self._folded: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._texts)

    def put(self, texts: Iterable[Text]) -> None:
        """Takes texts in, each in the place of an older one of its id."""
        new = {one.id: replace(one, words=clean(one.words)) for one in texts}
        self.drop(new)
        self._texts |= new
        self._took(tuple(new.values()))

    def drop(self, ids: Iterable[str]) -> None:
        """Forgets these texts; ids that are not there do no harm."""
        known = [one for one in ids if one in self._texts]
        self._dropping(known)
        for one in known:
            del self._texts[one]
            self._folded.pop(one, None)

    def find(self, typed: str, most: int = 50) -> Found:
        """The texts that have all the words typed, the best `most` of them with a piece of each.

        The last word is taken as a beginning while it is being typed; upper and lower case,
        accents and kinds of quotes are alike; no sign in `typed` means anything by itself. Never
        raises, whatever is typed.
        """
        wanted = read_typed(typed)
        if not wanted:
            return Found()
        ids, total = self._look_up(wanted, most)
        patterns = wanted.patterns()
        hits = (Hit(one, *snippet(self._texts[one].words, patterns)) for one in ids)
        return Found(tuple(hits), total)

    @abstractmethod
    def _took(self, texts: Sequence[Text]) -> None:
        """These are new; none of their ids is known."""

    @abstractmethod
    def _dropping(self, ids: Sequence[str]) -> None:
        """These are about to go."""

    @abstractmethod
    def _look_up(self, wanted: Wanted, most: int) -> tuple[list[str], int]:
        """The ids of the best `most` texts that fit, best first, and how many fit in all."""

    def _fold(self, text_id: str) -> str:
        """A text folded, once."""
        if text_id not in self._folded:
            self._folded[text_id] = fold(self._texts[text_id].words)
        return self._folded[text_id]

    def _has(self, text_id: str, pieces: Sequence[str]) -> bool:
        return all(piece in self._fold(text_id) for piece in pieces)

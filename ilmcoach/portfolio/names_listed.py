"""Which words of a learner's list of people are names to hide. The rules are common sense
(practice)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct

_PARTS = re.compile(r"[,;/&+()\[\]\n]|\s(?:and|und|et|y|a|i|&)\s(?=[^\W\d_])")
TITLES = frozenset("mr mrs ms miss mx dr prof professor sir dame rev sister nurse".split())
_DESCRIBED = frozenset(
    "a all an any both each every everybody everyone he her him his i it its me mine most my "
    "myself nobody none one other others our ours people self she some somebody someone that the "
    "their them these they this those three two us various we who you your".split()
)
ROLES = frozenset(
    "adviser advisor assessor boss client colleague colleagues coach customer customers director "
    "friend friends lead leader line manager managers member members mentor peer peers set "
    "staff supervisor team tutor tutors".split()
)
EVERYDAY = frozenset(
    "amber angel april art august autumn basil bay bill bob brook carol chance chase chuck cliff "
    "dale dawn dean dee don drew earl ernest faith fern frank gene glen grace grant guy hazel "
    "heath holly hope iris ivy jack jade jasmine jean jenny jewel jo joy june king lance laurel "
    "lee lily major mark max may melody mercy miles neil nick norm olive pat patience pearl penny "
    "pierce price ray red reed rich rick rob robin rocky rose ruby rue sage sandy sky skip sonny "
    "stew storm sue summer sunny terry tony trinity trip troy van violet wade ward will win".split()
)
"""Names that are words of every day as well: small letters mean the word."""


class Form(Struct, frozen=True):
    """A way of writing somebody: `who` is the same for all forms of one name. An `exact` form
    counts as it is written or in capitals, others in any letters."""

    text: str
    who: str
    exact: bool = False
    private: bool = False

    def written(self) -> tuple[str, ...]:
        """The ways in which an exact form counts."""
        first = f"{self.text[:1].upper()}{self.text[1:]}"
        return tuple(dict.fromkeys((self.text, first, self.text.upper())))


def forms_of(names: Iterable[str], private: Iterable[str]) -> tuple[Form, ...]:
    """Every form to hide, the longest first; each text once.

    A name counts whole, without what stands after a comma or in brackets, by its first and by
    its last word. What describes somebody (`my manager`, `everyone`) is no name, but a capital
    in it is (`my manager Anna`). The one letter `I` is no name.
    """
    found: dict[str, Form] = {}
    for word in private:
        if text := tidy(word):
            found.setdefault(key(text), Form(text, key(text), len(text) == 1, private=True))
    full = [part for name in names for part in names_in_entry(name)]
    for form in (*map(_whole, full), *(short for name in full for short in _shorter(name))):
        if form.text != "I":
            found.setdefault(key(form.text), form)
    return tuple(sorted(found.values(), key=lambda one: (-len(one.text), one.text)))


def key(text: str) -> str:
    """The same for texts that are one word in other letters, or stored in another way."""
    return unicodedata.normalize("NFC", " ".join(text.split())).casefold()


def tidy(text: str) -> str:
    """A name on one line without the marks round it."""
    return " ".join(text.split()).strip(".,;:!?\"'’‘“”()[]<>")


def names_in_entry(entry: str) -> Iterator[str]:
    """The names in what somebody is called in a list: `Ben, Joe and my manager Anna` holds three,
    `my manager` none."""
    parts = [part for piece in _PARTS.split(entry) if (part := tidy(piece))]
    for part in parts:
        words = part.split()
        if words[0].casefold() in _DESCRIBED or key(part) in ROLES:
            yield from (tidy(one) for one in words[1:] if _has_capital(one))
            continue
        counts = len(parts) == 1 or _has_capital(part) or part.upper() == part.lower()
        if counts and not all(key(word) in ROLES for word in words):
            yield part


def _has_capital(text: str) -> bool:
    return any(sign.isupper() for sign in text)


def _whole(name: str) -> Form:
    return Form(name, key(name), len(name) == 1 or key(name) in EVERYDAY)


def _shorter(name: str) -> Iterator[Form]:
    words = [one for one in name.split() if key(one.strip(".")) not in TITLES]
    if not words or len(name.split()) < 2 or not all(_starts_name(one) for one in words):
        return
    first, last = tidy(words[0]), tidy(words[-1])
    if first and first != name:
        exact = len(first) == 1 or key(first) in EVERYDAY
        yield Form(first, key(name), exact)
    if last and last not in (name, first):
        yield Form(last, key(name), exact=True)


def _starts_name(word: str) -> bool:
    return word[0].isupper() or word[0].upper() == word[0].lower()

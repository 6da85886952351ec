"""Every way in which somebody's name may be written, as patterns for a folded text. Pure.

The rules are common sense (practice), a help and no proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from msgspec import Struct

from .doubtful import OPENERS
from .everyday import ABBREVIATIONS, LAST_NAMES, SHORT_WAYS
from .names import UNSPACED
from .names_listed import EVERYDAY, ROLES, TITLES
from .spelling import folded

SPACE = r"[*_]{0,3}(?: +| *\\?\n[ >]*)[*_]{0,3}"
"""Between two words of a name: spaces or one line's end, and marks of emphasis."""
_BETWEEN = rf"(?:{SPACE}|[._+-]{{1,2}})"
PLURAL = r"(?:e?s(?![^\W_]))?"
"""An `s` that has lost its apostrophe, and whole families."""
GAP = r"[ ._+-]{0,3}"
"""What may part names in an address."""
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"}
_NOT_ALONE = frozenset("ai")
"""Letters that are words: an initial only with a full stop or a comma."""

ANY, CAPITAL, CAPITALS = "any", "capital", "capitals"
"""In which letters a shape counts: in any, with a capital at the front, in capitals only."""


class Shape(Struct, frozen=True):
    """A way to write somebody. `starts` is the run of letters that it begins with; `pattern` is
    for a folded text; `letters` says in which letters it counts, `initial` that its single
    letters must be capitals or have a full stop. A `doubtful` one may be a word of every day;
    `sort` is `whole`, `first`, `last`, `part`, `short`, `initials` or `letter`."""

    starts: str
    pattern: str
    sort: str
    letters: str = ANY
    initial: bool = False
    doubtful: bool = False


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name without titles: `Mr J. Davies` -> `J.`, `Davies`."""
    words = [one.strip(",") for one in name.split()]
    kept = [one for one in words if one and one.casefold().strip(".") not in TITLES]
    return tuple(kept or [one for one in words if one])


def spellings(name: str) -> tuple[str, ...]:
    """A name as it stands and without special letters: `Müller`, `Mueller`."""
    other = name
    for letter, plain in _UMLAUTS.items():
        other = other.replace(letter, plain).replace(letter.upper(), plain.capitalize())
    return tuple(dict.fromkeys((name, other)))


def shapes_of(name: str) -> tuple[Shape, ...]:
    """Every way to write the name, each once."""
    found = (shape for spelled in spellings(name) for shape in _shapes(name_words(spelled)))
    return tuple(dict.fromkeys(found))


def _shapes(words: tuple[str, ...]) -> Iterator[Shape]:
    plain = [folded(one.strip(".")) for one in words]
    if not all(plain):
        return
    if len(words) == 1:
        yield from _first_name(plain[0], whole=True)
        return
    yield _whole(plain)
    if any(one in ROLES for one in plain) or not (_starts(words[0]) and _starts(words[-1])):
        # `Night manager`, `kim jones`: words of it may stand for anything.
        for one in (plain[0], plain[-1]):
            if len(one) > 2 and one not in ROLES:
                yield Shape(_run(one), _word(one), "part", CAPITAL, doubtful=True)
        return
    named = [text for text, one in zip(plain, words, strict=True) if _starts(one)]
    small = [one for one in plain[1:-1] if one not in named]
    yield from _with_initials(named, small)
    yield from _first_name(named[0])
    yield from _last_name(plain, words)
    for middle in named[1:-1]:
        if len(middle) > 2:
            yield Shape(_run(middle), _word(middle), "part", CAPITAL, doubtful=_is_word(middle))


def _starts(word: str) -> bool:
    return word[0].isupper() or word[0].upper() == word[0].lower()


def _whole(plain: list[str]) -> Shape:
    words = [one for one in plain if one]
    everyday = all(_is_word(one) for one in words)
    between = _BETWEEN if everyday or sum(map(len, words)) < 7 else f"{_BETWEEN}?"
    pattern = between.join(map(_word, words))
    return Shape(_run(words[0]), pattern, "whole", CAPITAL if everyday else ANY)


def _with_initials(named: list[str], small: list[str]) -> Iterator[Shape]:
    """Forms with the names in another order, some of them left out or as initials; `small` are
    words within the name that begin without a capital (`van der`)."""
    first, *middles, last = named
    one, other = first[0], last[0]
    given, family = _word(first), _word(last)
    if small:
        family = f"(?:{_BETWEEN.join(map(_word, small))}{_BETWEEN})?{family}"
        yield Shape(_run(first), rf"{given}{_BETWEEN}{family}", "whole")
    if middles:
        # `Zoë Ann Whitlock`, `Zoë A. Whitlock`, `Zoë Whitlock`
        each = (rf"(?:(?:{_word(mid)}|{mid[0]}\.?){_BETWEEN})?" for mid in middles)
        yield Shape(_run(first), rf"{given}{_BETWEEN}{''.join(each)}{family}", "whole")
    # `Whitlock, Zoë`, `Whitlock, Z.`, `Whitlock Z`
    yield Shape(_run(last), rf"{family},?{_BETWEEN}{given}", "whole")
    behind = rf"(?:,{_BETWEEN}{one}\.?|{_BETWEEN}{_alone(one)})"
    yield Shape(_run(last), rf"{family}{behind}", "initials", initial=True)
    # `Z. Whitlock`, `Z Whitlock`, `Z. A. Whitlock`, `ZA Whitlock`
    more = "".join(rf"(?:{mid[0]}\.?(?:{SPACE})?)?" for mid in middles)
    before = rf"{one}(?:\.(?:{SPACE})?|{SPACE}|[_-]){more}{family}"
    yield Shape(one, before, "initials", initial=True)
    both = one + "".join(mid[0] for mid in middles)
    if middles:
        yield Shape(both, rf"{both}\.?{SPACE}{family}", "initials", CAPITAL)
    # `Zoë W.`
    yield Shape(_run(first), rf"{given}{_BETWEEN}{_alone(other)}", "initials", initial=True)
    # `Z.W.`, `Z. W.`, `ZW`
    for letters in dict.fromkeys((one + other, both + other, *_double(first, last))):
        dotted = rf"\.(?:{SPACE})?".join(letters) + r"\.?"
        yield Shape(one, dotted, "initials", CAPITALS)
        yield Shape(letters, letters, "initials", CAPITALS, doubtful=True)
    yield from _letter(one)


def _double(first: str, last: str) -> Iterator[str]:
    """Initials of hyphened names, whole or by their first letter."""
    for one, other in product((first[0], _firsts(first)), (last[0], _firsts(last))):
        yield one + other


def _firsts(word: str) -> str:
    return "".join(part[0] for part in word.split("-") if part)


def _alone(letter: str) -> str:
    return rf"{letter}\." if letter in _NOT_ALONE else rf"{letter}\.?"


def _letter(one: str) -> Iterator[Shape]:
    """`Z.` within a sentence, `Z's`: nobody writes so but of somebody."""
    if one.isascii() and one not in _NOT_ALONE:
        pattern = rf"{one}(?=\.'s|'s\b)|{one}\.(?= [a-z])"
        yield Shape(one, pattern, "letter", CAPITAL, doubtful=True)


def _first_name(first: str, *, whole: bool = False) -> Iterator[Shape]:
    if not first:
        return
    everyday = _is_word(first) if whole else first in EVERYDAY
    letters = CAPITAL if everyday or len(first) < 3 else ANY
    sort = "whole" if whole else "first"
    doubtful = everyday or len(first) == 1
    yield Shape(_run(first), _word(first) + PLURAL, sort, letters, doubtful=doubtful)
    for part in _hyphened(first):
        yield Shape(_run(part), _word(part), "part", CAPITAL, doubtful=_is_word(part))
    short = (*SHORT_WAYS.get(first, ()), *(first[:end] for end in range(3, len(first))))
    for one in dict.fromkeys(short):
        if one not in OPENERS and first.isalpha():
            yield Shape(one, _word(one), "short", CAPITAL, doubtful=True)


def _last_name(plain: list[str], words: tuple[str, ...]) -> Iterator[Shape]:
    last = plain[-1]
    everyday = _is_word(last)
    letters = CAPITAL if everyday or len(last) < 4 else ANY
    pattern = _word(last)
    starts = _run(last)
    small = [at for at, one in enumerate(words[:-1]) if not _starts(one)]
    if small:
        # `van der Berg`
        held = plain[small[0] :]
        yield Shape(_run(held[0]), _BETWEEN.join(map(_word, held)), "last")
    yield Shape(starts, pattern + PLURAL, "last", letters, doubtful=everyday)
    for part in _hyphened(last):
        yield Shape(_run(part), _word(part), "part", CAPITAL, doubtful=_is_word(part))


def _hyphened(word: str) -> tuple[str, ...]:
    parts = word.split("-")
    return tuple(one for one in parts if len(one) > 2) if len(parts) > 1 else ()


def _is_word(word: str) -> bool:
    return word in EVERYDAY or word in LAST_NAMES


def _word(word: str) -> str:
    """A pattern for a word: its hyphens may be missing or a space, its apostrophes missing."""
    parts = re.split("(['-])", word)
    marks = {"'": r"(?:'| )?", "-": rf"(?:-|{SPACE})?"}
    return "".join(marks.get(one, re.escape(one)) for one in parts)


def _run(word: str) -> str:
    """The run of letters that a word begins with."""
    found = re.match(r"[^\W_]+", word)
    return found.group() if found else ""


def is_unspaced(name: str) -> bool:
    """True of a name in a script that does not part words with spaces."""
    return re.search(f"{UNSPACED}|[\uac00-\ud7a3]", name) is not None


def address_shapes(name: str) -> tuple[str, ...]:
    """What stands for somebody in the address of a mail, a page or a file, joined in any way:
    patterns for folded text."""
    found: list[str] = []
    for spelled in spellings(name):
        words = [one for word in name_words(spelled) if (one := folded(word.strip(".")))]
        if len(words) > 1:
            first, last = words[0], words[-1]
            pairs = [words, (first, last), (last, first), (first[0], last), (last, first[0])]
            pairs += [(first, last[0])] if len(first) > 2 else []
            found += [GAP.join(map(_word, pair)) for pair in pairs]
        found += [_word(one) for one in (*words[:1], *words[-1:]) if len(one) > 2]
    return tuple(dict.fromkeys(found))


def is_abbreviation(letters: str) -> bool:
    """True of capitals in a row that seldom mean somebody: `HR`."""
    return letters.casefold() in ABBREVIATIONS

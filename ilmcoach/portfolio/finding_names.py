"""Where the people of a list stand in a text, in any form of their names. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from .everyday import MONTHS
from .name_shapes import (
    ANY,
    CAPITAL,
    CAPITALS,
    GAP,
    PLURAL,
    SPACE,
    Shape,
    address_shapes,
    is_abbreviation,
    is_unspaced,
    name_words,
    shapes_of,
)
from .spelling import Folded, fold, folded

_WORD_STARTS = re.compile(r"(?<![^\W_])[^\W_]")
_ADDRESS = re.compile(
    r"[^\s@<>()\[\],;\"|]{1,200}@[^\s@<>()\[\],;\"|]{1,200}"
    r"|(?:https?://|www\.)[^\s<>()\"|]+"
    r"|(?<=\]\()[^\s()]+"
    r"|(?<![\w@])@\w+"
    r"|[^\s<>()\[\]\"|]{0,200}\.(?:csv|docx?|eml|gif|heic|html?|jpe?g|key|m4a|md|mov|mp[34]|msg|od[pst]"
    r"|pages|pdf|png|pptx?|rtf|txt|vcf|webp|xlsx?|zip)(?![^\W_])"
)
_TITLE = re.compile(
    rf"(?<![^\W_])(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev|sister|nurse)\.?{SPACE}$"
)
_BEGINS = re.compile(
    r"(?:^|[.!?…][\"'”’)*_]*[ \n]|\n *\n|\n *(?:[-*+>#|]|\d+[.)])) *[>#*_\"'“‘(|+ -]*$"
)
_FUNCTION = re.compile(
    r"[*_]* +(?:i|we|you|he|she|it|they|this|that|these|those|the|a|an|my|our|your|his|her|its|"
    r"their|there|people|anyone|anybody|everyone|everybody|someone|somebody|not|all|both)(?![^\W_])"
)
_DATE_AFTER = re.compile(r"[,.]? *\d")
_DATE_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?(?: of)? +$")
_MONTH_BEFORE = re.compile(
    r"(?<![^\W_])(?:in|by|since|until|till|during|early|late|mid|last|next|this|end of|from|to|of|"
    r"every|each|before|after|through)[ -]+$"
)

_KEY = 6
"""By how many of their first letters patterns are looked up."""
_SIGN_BEFORE = re.compile(
    r"(?:[=+/(] ?|(?<![^\W_])(?:plan|option|part|appendix|section|group|vitamin|grade|type) )$"
)
_MEANS = re.compile(r" (?:is|means|stands|comes|being|for)(?![^\W_])")
_APOSTROPHE = re.compile(r"([^\W_]+)\(\?:'\| \)\?([^\W_]+)")
_LETTER_ALONE = re.compile(r"\.?'s| [a-z]")


class Found(Struct, frozen=True):
    """A place in a text where somebody is meant, or may be. `who` are the numbers of those who
    may be meant; `likely` is False where a doubtful word reads like the word of every day.
    `address` says that it stands in an address of mail, a page or a file, `begins` that a
    sentence begins with it, `owning` that an `s` without its apostrophe goes with it."""

    start: int
    end: int
    who: tuple[int, ...]
    sort: str
    doubtful: bool = False
    likely: bool = True
    address: bool = False
    begins: bool = False
    owning: bool = False


class Finder:
    """Looks for people in texts. `people` are the names of each, `kept` are phrases in which
    nobody is looked for (the learner's own name, their centre)."""

    def __init__(self, people: Sequence[Iterable[str]], kept: Iterable[str] = ()) -> None:
        self._shapes: dict[str, list[tuple[Shape, tuple[int, ...]]]] = {}
        self._addresses: dict[str, list[tuple[str, tuple[int, ...]]]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._unspaced: list[tuple[str, tuple[int, ...]]] = []
        self._kept = [re.compile(one) for name in kept if (one := _phrase(name))]
        self._fill([tuple(names) for names in people])

    def _fill(self, people: list[tuple[str, ...]]) -> None:
        shapes: dict[Shape, set[int]] = {}
        joined: dict[str, set[int]] = {}
        unspaced: dict[str, set[int]] = {}
        for number, name in ((at, one) for at, names in enumerate(people) for one in names):
            if is_unspaced(name):
                for form in _unspaced_forms(name):
                    unspaced.setdefault(form, set()).add(number)
                continue
            for shape in shapes_of(name):
                shapes.setdefault(shape, set()).add(number)
            for pattern in address_shapes(name):
                joined.setdefault(pattern, set()).add(number)
        for shape, who in shapes.items():
            for key in _shape_keys(shape):
                self._shapes.setdefault(key, []).append((shape, tuple(sorted(who))))
        for pattern, who in joined.items():
            for key in _address_keys(pattern):
                self._addresses.setdefault(key, []).append((pattern, tuple(sorted(who))))
        longest = sorted(unspaced.items(), key=lambda one: -len(one[0]))
        self._unspaced = [(one, tuple(sorted(who))) for one, who in longest]

    def find(self, text: str) -> tuple[Found, ...]:
        """Every place in `text`, in order; none lies in another."""
        if not text.strip():
            return ()
        flat = fold(text)
        taken = bytearray(len(flat.text))
        for one in self._kept:
            for kept in one.finditer(flat.text):
                _take(taken, *kept.span())
        places: list[Found] = []
        for look in (self._in_addresses(flat), self._without_spaces(flat), self._in_words(flat)):
            fresh = [one for one in look if not any(taken[one.start : one.end])]
            for found in fresh:
                _take(taken, found.start, found.end)
            places += fresh
        places.sort(key=lambda one: one.start)
        return tuple(_in_original(one, flat) for one in places)

    def _in_words(self, flat: Folded) -> Iterator[Found]:
        past = 0
        for start in (found.start() for found in _WORD_STARTS.finditer(flat.text)):
            if start < past:
                continue
            best = self._best(flat, start)
            if best is not None:
                past = best.end
                yield best

    def _best(self, flat: Folded, start: int) -> Found | None:
        best: tuple[tuple[int, bool, bool], Shape, int] | None = None
        who: set[int] = set()
        alone = not flat.text[start + 1 : start + 2].isalnum()
        for key in _keys(flat.text, start, shortest=1 if alone else 2):
            for shape, numbers in self._shapes.get(key, ()):
                found = self._at(shape.pattern, flat, start, len(flat.text))
                if not (found and _counts(shape, flat, start, found.end())):
                    continue
                end = found.end()
                # The longest; a first name before somebody else's short one.
                rank = (end, shape.sort not in ("short", "letter"), not shape.doubtful)
                if best is None or rank > best[0]:
                    best, who = (rank, shape, end), set(numbers)
                elif rank[:2] == best[0][:2]:
                    who |= set(numbers)
        if best is None:
            return None
        _, shape, end = best
        return _judged(flat, start, end, shape, tuple(sorted(who)))

    def _at(self, pattern: str, flat: Folded, start: int, last: int) -> re.Match[str] | None:
        """What stands here. Patterns are made ready when they are first asked for."""
        if pattern not in self._patterns:
            self._patterns[pattern] = re.compile(pattern)
        return self._patterns[pattern].match(flat.text, start, last)

    def _in_addresses(self, flat: Folded) -> Iterator[Found]:
        if not self._addresses:
            return
        for token in _ADDRESS.finditer(flat.text):
            past = token.start()
            hits = [
                (found.start(), -found.end(), who)
                for start in range(*token.span())
                for key in _keys(flat.text, start, shortest=2)
                for pattern, who in self._addresses.get(key, ())
                if (found := self._at(pattern, flat, start, token.end()))
                and _stands_free(flat, found.start(), found.end())
            ]
            for start, minus, who in sorted(hits):
                if start >= past:
                    past = -minus
                    yield Found(start, past, who, "address", address=True)

    def _without_spaces(self, flat: Folded) -> Iterator[Found]:
        taken: list[tuple[int, int]] = []
        for form, who in self._unspaced:
            for found in re.finditer(form, flat.text):
                if all(found.end() <= start or end <= found.start() for start, end in taken):
                    taken.append(found.span())
                    yield Found(found.start(), found.end(), who, "whole")


def _shape_keys(shape: Shape) -> tuple[str, ...]:
    """Under what a shape is filed: `o'brien` may be written `obrien` too."""
    joined_up = _APOSTROPHE.match(shape.pattern)
    both = (shape.starts, "".join(joined_up.groups()) if joined_up else "")
    return tuple(dict.fromkeys(one[:_KEY] for one in both if one))


def _address_keys(pattern: str) -> tuple[str, ...]:
    """Under what a pattern for addresses is filed: never under one letter alone."""
    first, gap, rest = pattern.partition(GAP)
    run = re.match(r"[^\W_]*", first)
    starts = run.group() if run else ""
    if not gap or len(starts) > 1:
        return (starts[:_KEY],) if starts else ()
    return tuple(dict.fromkeys(f"{starts}{one}" for one in (*" ._+-'", rest[:1])))


def _keys(text: str, start: int, shortest: int = 1) -> dict[str, None]:
    """Under what the patterns lie that may stand at a place."""
    lengths = range(_KEY, shortest - 1, -1)
    return dict.fromkeys(text[start : start + length] for length in lengths)


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\1" * (end - start)


def _phrase(name: str) -> str:
    words = folded(name).split()
    inside = rf"(?:{SPACE}|[._-])".join(map(re.escape, words))
    return rf"(?<![^\W_]){inside}(?![^\W_])" if words else ""


def _unspaced_forms(name: str) -> list[str]:
    words = [folded(one) for one in name_words(name)]
    whole = "".join(words)
    forms = [rf"(?:{SPACE})?".join(map(re.escape, words))] if len(whole) > 1 else []
    if len(words) > 1:
        forms += [re.escape(one) for one in words if len(one) > 1]
    elif len(whole) == 3 and whole.isalpha():
        forms.append(re.escape(whole[1:]))  # the given name of a Chinese or Korean one
    return forms


def _counts(shape: Shape, flat: Folded, start: int, end: int) -> bool:
    """True if what stands here counts as that shape: whole words, in its letters."""
    goes_on = flat.text[end - 1 : end + 1].isalnum() and end < len(flat.text)
    said = flat.cased[start:end]
    in_letters = (
        shape.letters == ANY
        or (shape.letters == CAPITAL and _capital(said))
        or (shape.letters == CAPITALS and said == said.upper())
    )
    alone = shape.sort != "letter" or _LETTER_ALONE.match(flat.cased, end)
    stands = in_letters and alone and (not shape.initial or _initials_stand(said))
    return bool(stands) and not goes_on


def _capital(said: str) -> bool:
    """True of a capital in front; of several words, in front of each."""
    return all(run[0] == run[0].upper() for run in re.findall(r"[^\W_]+", said)[:2])


def _initials_stand(said: str) -> bool:
    single = re.finditer(r"(?<![^\W_])[^\W_](?![^\W_])", said)
    return all(
        one.group() == one.group().upper() or said[one.end() : one.end() + 1] == "."
        for one in single
    )


def _stands_free(flat: Folded, start: int, end: int) -> bool:
    """True if no letter goes on before or after; a capital begins a new word, and a long name
    joined to others is still seen."""
    long = end - start > 7
    text, cased = flat.text, flat.cased
    before = start == 0 or not text[start - 1].isalpha()
    before = before or (cased[start].isupper() and cased[start - 1].islower())
    after = end >= len(text) or not text[end].isalpha()
    after = after or (cased[end].isupper() and cased[end - 1].islower())
    return long or (before and after)


def _judged(flat: Folded, start: int, end: int, shape: Shape, who: tuple[int, ...]) -> Found:
    """The place, with the title before it; how sure it is."""
    bare = shape.pattern.removesuffix(PLURAL)
    owning = bare != shape.pattern and not re.fullmatch(bare, flat.text[start:end])
    title = _TITLE.search(flat.text, max(0, start - 16), start)
    if title and flat.cased[title.start()].isupper() and shape.sort != "letter":
        return Found(title.start(), end, who, shape.sort, owning=owning)
    goes_on = re.match(r"-[^\W\d_]", flat.text[end : end + 2])
    joined = bool(goes_on) or (start > 1 and re.match(r"[^\W\d_]-", flat.text[start - 2 : start]))
    doubtful = shape.doubtful or len(who) > 1
    if not doubtful:
        doubtful = bool(joined) and shape.letters == ANY and shape.sort != "whole"
        return Found(start, end, who, shape.sort, doubtful, owning=owning)
    likely = _is_likely(flat, start, end, shape)
    return Found(start, end, who, shape.sort, doubtful, likely, owning=owning)


def _is_likely(flat: Folded, start: int, end: int, shape: Shape) -> bool:
    """False where a doubtful word reads like the word of every day: `Will we go?`, `in May`."""
    word, after = flat.text[start:end], flat.text[end : end + 20]
    if not shape.doubtful or re.match("'[a-z]", after):
        return True
    if shape.sort == "initials":
        return not is_abbreviation(word)
    if end - start == 1 and (_is_sign(flat, start, end) or _in_formula(flat, start, end)):
        return False
    if _is_month(flat, start, end) or _among_capitals(flat, start, end):
        return False
    begins = _begins(flat, start)
    return not begins or not (shape.sort == "short" or _FUNCTION.match(after))


def _is_sign(flat: Folded, start: int, end: int) -> bool:
    """True of a letter that stands for something: `L = P + Q`, `plan B`."""
    before, after = flat.text[max(0, start - 12) : start], flat.text[end : end + 2]
    return bool(_SIGN_BEFORE.search(before)) or bool(re.match(" ?[=+/)]", after))


def _in_formula(flat: Folded, start: int, end: int) -> bool:
    """True where a letter is said to mean something and stands in a formula of the same text:
    `L = P + Q, where P is what is known`."""
    sign = re.escape(flat.text[start:end])
    in_one = rf"[=+] ?{sign}(?![^\W_])|(?<![^\W_]){sign} ?[=+]"
    said = _MEANS.match(flat.text, end)
    return bool(said) and re.search(in_one, flat.text) is not None


def _is_month(flat: Folded, start: int, end: int) -> bool:
    before, after = flat.text[max(0, start - 40) : start], flat.text[end : end + 20]
    looks = (_DATE_AFTER.match(after), _DATE_BEFORE.search(before), _MONTH_BEFORE.search(before))
    return flat.text[start:end] in MONTHS and any(looks)


def _among_capitals(flat: Folded, start: int, end: int) -> bool:
    """True in a heading in capitals, where they tell nothing."""
    said, round_it = flat.cased[start:end], flat.cased[max(0, start - 20) : end + 20]
    more = sum(one.isalpha() for one in round_it) > sum(one.isalpha() for one in said)
    return len(said) > 1 and more and round_it.upper() == round_it


def _in_original(one: Found, flat: Folded) -> Found:
    start, end = flat.span(one.start, one.end)
    begins = not one.address and _begins(flat, one.start)
    return replace(one, start=start, end=end, begins=begins)


def _begins(flat: Folded, start: int) -> bool:
    """True if a sentence begins here."""
    return _BEGINS.search(flat.text[max(0, start - 40) : start]) is not None

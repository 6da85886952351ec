"""The names of people in what was written. Pure; the rules are common sense (practice)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from .portfolio import Portfolio
from .records import Person, Record, Run
from .turns import ME

NAME_FIELDS: dict[str, tuple[str, ...]] = {
    "person": ("name",),
    "feedback": ("who",),
    "request": ("who",),
    "enquiry": ("who",),
    "question": ("by", "to"),
    "turn": ("who",),
    "handed-in": ("to",),
    "remark": ("who",),
}
"""The fields that hold somebody's name and nothing else, by kind of record."""

_NO_NAMES = frozenset("A An The My Our Your Their His Her Mr Mrs Ms Miss Mx Dr Prof Sir".split())
_APOSTROPHES = "'’ʼ"
_SHORTENED = re.compile(r"(?:s|ll|d|ve|re|m)(?![^\W_])", re.IGNORECASE)
"""What may follow an apostrophe after a name that is still the name: possessives, `Anna'll`."""
_HYPHENS = "-‐‑"
_JOINERS = "\u200c\u200d"
UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
"""Letters of scripts that do not part words with spaces, as a pattern."""
_NO_SPACES = re.compile(UNSPACED)


def names_known(portfolio: Portfolio) -> tuple[str, ...]:
    """Everybody by name but the learner: people first, oldest first, then names in the fields for
    one, those most often there first. Each once; deleted records do not count."""
    people = [one.name.strip() for one in portfolio.people()]
    fields = Counter(
        name
        for one in portfolio
        if one.trashed is None and not isinstance(one, Person)
        for name in names_in(one)
    )
    ordered = (*people, *(name for name, _ in fields.most_common()))
    return tuple(dict.fromkeys(name for name in ordered if name and name.casefold() != ME))


def names_offered(portfolio: Portfolio) -> tuple[str, ...]:
    """Everybody by name, each followed by the shorter forms of the name that stand somewhere:
    `Zoë Whitlock, lead cook`, `Zoë Whitlock`, `Zoë`. Each once."""
    known = names_known(portfolio)
    shorter = {form for name in known for form in short_forms(name)} - set(known)
    texts = [text for one in portfolio for _, text in texts_in(one)]
    standing = {form for form in shorter if any(places_of(form, text) for text in texts)}
    forms = (form for name in known for form in (name, *short_forms(name)))
    return tuple(dict.fromkeys(form for form in forms if form in standing or form in known))


def names_to_find(portfolio: Portfolio) -> tuple[str, ...]:
    """Everybody by name to look for, each person once: a shorter form that only one of them can
    mean is left out, for `forms_meaning` finds it with the full name."""
    known = names_known(portfolio)
    offered = names_offered(portfolio)
    return tuple(name for name in offered if len(_called(name, known)) != 1)


def forms_meaning(name: str, portfolio: Portfolio) -> tuple[str, ...]:
    """The name and those of its shorter forms that nobody else is called."""
    known = names_known(portfolio)
    own = {head_of(name)}
    shorter = (form for form in short_forms(name) if _called(form, known) | own == own)
    return (name, *shorter)


def _called(form: str, known: tuple[str, ...]) -> set[str]:
    """Who may be called so for short."""
    return {head_of(name) for name in known if form in short_forms(name)}


def head_of(name: str) -> str:
    """A name without what is added after a comma."""
    return name.partition(",")[0].strip()


def first_and_last(name: str) -> tuple[str, str]:
    """The first and the last name where a name has several parts, else empty texts. None for `my
    manager`, `Dr Smith`, `Owen's assessor`."""
    words = head_of(name).split()
    if len(words) < 2 or words[0] in _NO_NAMES:
        return "", ""
    first, last = words[0], words[-1]
    if not all(one[0].isupper() and one.rstrip(".") == one for one in (first, last)):
        return "", ""
    return first, last


def short_forms(name: str) -> tuple[str, ...]:
    """What somebody may be called for short: what stands before a comma, and the first name of
    several words that begin with capitals. None for `my manager`."""
    head = head_of(name)
    words = head.split()
    first = words[0] if len(words) > 1 else ""
    is_name = first and first not in _NO_NAMES and all(one[0].isupper() for one in words[:2])
    forms = (head, first if is_name and first.isalpha() else "")
    return tuple(form for form in forms if form and form != name)


def names_in(record: Record) -> tuple[str, ...]:
    """The names in a record's fields for one."""
    fields = NAME_FIELDS.get(record.kind, ())
    return tuple(name for field in fields if (name := getattr(record, field).strip()))


def texts_in(record: Record) -> Iterator[tuple[str, str]]:
    """The learner's texts in a record that may name people, each with the name of its field; a
    run's answers have the key of their place, `answers/<key>`."""
    if isinstance(record, Run):
        for key, value in record.answers.items():
            if isinstance(value, str):
                yield f"answers/{key}", value
        return
    for field in dict.fromkeys((*record.words_in, *NAME_FIELDS.get(record.kind, ()))):
        yield field, getattr(record, field)


def stands_in(name: str, record: Record) -> bool:
    """True if the name stands in a text of the record, as a whole word."""
    return any(places_of(name, text) for _, text in texts_in(record))


def places_of(name: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where `name` stands in `text` as whole words, upper and lower case as given: start and
    end, in order.

    A possessive or shortened verb may follow (`Anna's`, `Anna'll`); a name joined on by a hyphen
    or an apostrophe makes another name (`Anna-Lena`, `O'Brien`). A letter is the same letter
    however its accent is stored, and words may be parted by any white space. In scripts without
    spaces, signs before and after do not matter.
    """
    words = name.split()
    if not words or not _may_hold(words, text):
        return ()
    pattern = r"\s+".join(map(either_form, words))
    found = (match.span() for match in re.finditer(pattern, text))
    return tuple((start, end) for start, end in found if _is_whole(text, start, end))


def same_name(one: str, other: str) -> bool:
    """True if two names are written alike, apart from white space and how accents are stored."""
    return _composed(one) == _composed(other)


def _composed(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def _may_hold(words: list[str], text: str) -> bool:
    """A quick look: most texts do not name somebody."""
    first = words[0]
    return first in text or (
        not first.isascii() and _composed(first) in unicodedata.normalize("NFC", text)
    )


def either_form(word: str) -> str:
    """A pattern for a word, however its accents are stored."""
    forms = (word, unicodedata.normalize("NFC", word), unicodedata.normalize("NFD", word))
    longest_first = sorted(dict.fromkeys(forms), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (_goes_on_before(text, start) or _goes_on_after(text, end))


def _goes_on_before(text: str, start: int) -> bool:
    if _NO_SPACES.match(text[start]):
        return False
    before = text[start - 1 : start]
    if before and before in _APOSTROPHES + _HYPHENS:
        return _is_letter(text[max(start - 2, 0) : start - 1])
    return _is_letter(before)


def _goes_on_after(text: str, end: int) -> bool:
    after = text[end : end + 1]
    if after and unicodedata.category(after)[0] == "M":
        return True
    if _NO_SPACES.match(text[end - 1]):
        return False
    if after and after in _APOSTROPHES:
        return _is_letter(text[end + 1 : end + 2]) and not _SHORTENED.match(text, end + 1)
    if after and after in _HYPHENS:
        return _is_letter(text[end + 1 : end + 2])
    return _is_letter(after)


def _is_letter(sign: str) -> bool:
    """True of what goes on with a word: letters, digits, marks on them, joiners."""
    return bool(sign) and (
        sign.isalnum() or sign in _JOINERS or unicodedata.category(sign)[0] == "M"
    )

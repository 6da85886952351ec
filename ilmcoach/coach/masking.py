"""Names and numbers hidden before a text leaves this computer, and put back in what comes back.

The rules are common sense (practice), a help and no proof: whoever is on no list stays visible.
So the learner sees what would be sent, and words that may be names, before the first sending.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ilmcoach.portfolio.names import UNSPACED, either_form
from ilmcoach.portfolio.names_listed import Form, forms_of, key

_BEFORE = rf"(?:(?<![^\W_])|(?<={UNSPACED}))"
_AFTER = rf"(?:(?![^\W_]|[\u0300-\u036f])|(?={UNSPACED}))"
"""Nothing that goes on with a word: an underscore and a hyphen do not."""

_LABELS = "ABCDEFGHJKLMNOPQRSTUVWXYZ"
_SORTS = ("Person", "Word", "Address", "Number", "Phrase")
_LOOKS_HIDDEN = rf"{_BEFORE}(?:(?i:{'|'.join(_SORTS)})\s+(?:[{_LABELS}]\d*|\d+))+{_AFTER}"
"""What reads like a placeholder, or like some in a row as names without spaces become, is hidden
itself, so that what looks like one later is one."""

_ENDINGS = "com org net edu gov info biz io co uk ie eu de fr es it nl scot wales london nhs"
_ADDRESSES = (
    r"(?<![^\s<>()\[\],;])[^\s@<>()\[\],;]{1,200}@[^\s@<>()\[\],;]{0,200}[^\W_][\u0300-\u036f]*"
    rf"|{_BEFORE}(?i:https?://|www\.)[^\s<>]+"
    rf"|{_BEFORE}(?i:(?:[a-z0-9-]{{1,63}}\.){{1,9}}(?:{'|'.join(_ENDINGS.split())})){_AFTER}"
    r"(?:/[^\s<>]*)?"
    rf"|{_BEFORE}@[^\W_]\w*{_AFTER}"  # a name on a network
)
_NUMBERS = (
    rf"{_BEFORE}(?i:[a-z]{{0,3}})\d(?:(?:[ \t./()–-]{{0,2}}|,)\d){{4,}}(?i:[a-z]?){_AFTER}"
    rf"|{_BEFORE}[A-Z]{{1,2}}\d[A-Z\d]?[ \t]?\d[A-Z]{{2}}{_AFTER}"  # a British postcode
)
"""Five digits or more, with letters or not; a year and a time of day are shorter."""


class Mask:
    """Hides listed names, addresses and long numbers in the texts of one exchange, and undoes it.

    Each way of writing somebody has a placeholder of its own (`Person A`, `Person A2`), so that
    undoing gives back to the letter what stood there; the letter says that it is one person.
    """

    def __init__(self, names: Iterable[str] = (), private: Iterable[str] = ()) -> None:
        """`names` are people as the learner wrote them (`Zoë Whitlock, lead cook`); shorter
        forms of a name count too. `private` are other words to hide."""
        forms = forms_of(names, private)
        self._forms = {key(one.text): one for one in forms}
        named = "|".join(map(_form_pattern, forms))
        self._pattern = re.compile(
            f"(?P<address>{_ADDRESSES})|(?P<phrase>{_LOOKS_HIDDEN})"
            + (f"|(?P<name>{named})" if named else "")
            + f"|(?P<number>{_NUMBERS})"
        )
        self._labels = [one for one in _LABELS if one.casefold() not in self._forms]
        self._label_of: dict[str, str] = {}
        self._hidden: dict[str, str] = {}

    @property
    def hidden(self) -> tuple[tuple[str, str], ...]:
        """What was hidden so far and its placeholder, in the order in which it came."""
        return tuple((text, name) for text, name in self._hidden.items())

    def mask(self, text: str) -> str:
        """`text` with placeholders. Names are found as whole words in any letters, but one that
        is a word of every day too (`Will`), a last name or a single letter only with its capital.
        """
        return self._pattern.sub(self._place, text)

    def unmask(self, text: str) -> str:
        """`text` with what stood there before. A placeholder that stands for nothing stays."""
        if not self._hidden:
            return text
        texts = {name.casefold(): original for original, name in self._hidden.items()}
        longest = sorted(self._hidden.values(), key=len, reverse=True)
        spelled = (name.split() for name in longest)
        names = "|".join(rf"(?i:{sort})\s+{label}" for sort, label in spelled)

        def original(found: re.Match[str]) -> str:
            return texts[" ".join(found.group().split()).casefold()]

        def originals(found: re.Match[str]) -> str:
            return re.sub(names, original, found.group())

        return re.sub(f"{_BEFORE}(?:{names})+{_AFTER}", originals, text)

    def _place(self, found: re.Match[str]) -> str:
        text = found.group()
        if text not in self._hidden:
            sort = (found.lastgroup or "").capitalize()
            self._hidden[text] = self._name(text) if sort == "Name" else self._numbered(sort)
        return self._hidden[text]

    def _numbered(self, sort: str) -> str:
        return f"{sort} {1 + sum(one.startswith(f'{sort} ') for one in self._hidden.values())}"

    def _name(self, text: str) -> str:
        form = self._forms[key(text)]
        sort = "Word" if form.private else "Person"
        used = len(self._label_of)
        if form.who not in self._label_of and used >= len(self._labels):
            return f"{sort} {1 + len(self._hidden)}"
        label = self._label_of.setdefault(form.who, self._labels[min(used, len(self._labels) - 1)])
        more = sum(
            re.fullmatch(rf"{sort} {label}\d*", one) is not None for one in self._hidden.values()
        )
        return f"{sort} {label}{more + 1 if more else ''}"


def _form_pattern(form: Form) -> str:
    texts = form.written() if form.exact else (form.text,)
    spelled = "|".join(r"\s+".join(map(either_form, one.split())) for one in texts)
    return f"{_BEFORE}(?{'' if form.exact else 'i'}:{spelled}){_AFTER}"

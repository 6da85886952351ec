"""How long something took, as people type it and as it is said."""

from __future__ import annotations

import re

from msgspec import Struct

from ilmcoach.text import clean_line

_LONGEST_TYPED = 40
_DAY = 24 * 60
_LONG = 12 * 60
"""Minutes from which on a length of time asks whether it is meant."""
_SMALL = 12
"""A bare whole number up to this one is hours, a larger one minutes."""


class SpanReading(Struct, frozen=True):
    """What was read: minutes (None if nothing could be), `echo`, the same in full (`1 h 30 min`;
    empty without minutes), and `odd`, a plain sentence where it should be looked at again."""

    minutes: int | None = None
    echo: str = ""
    odd: str = ""


def say_span(minutes: int) -> str:
    """`45 min`, `6 h`, `5 h 30 min`."""
    hours, rest = divmod(minutes, 60)
    parts = (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "")
    return " ".join(part for part in parts if part)


def read_span(typed: str) -> SpanReading:
    """How many minutes `typed` means; an empty reading for nothing.

    Read are `1h30`, `1 h 30 min`, `1:30`, `90 min`, `1.5`, `1,5 h`, `1½ hours`, `2 hours`,
    `an hour and a half`, `half an hour`, and from when to when: `9:30 to 11:00`. A number by
    itself is hours with a fraction or up to 12, else minutes. `1.30` could be 1:30 or less than
    an hour and twenty, so it is not read at all. At most a day, at least a minute.
    """
    text = _tidy(typed)
    if not text:
        return SpanReading()
    if len(text) > _LONGEST_TYPED:
        return SpanReading(odd="That is too long. Try 1h30 or 90 min.")
    if unclear := _UNCLEAR.fullmatch(text):
        return SpanReading(odd=f"Write {unclear[1]}:{unclear[2]}, or the minutes, as in 90 min.")
    minutes = next((found for rule in _RULES if (found := rule(text)) is not None), None)
    if minutes is None:
        return SpanReading(odd="I can't read that yet. Try 1h30 or 90 min.")
    if not 0 < minutes <= _DAY:
        return SpanReading(odd="That is more than a day." if minutes else "That is no time at all.")
    return SpanReading(minutes, say_span(minutes), _question(text, minutes))


def _question(text: str, minutes: int) -> str:
    if text.isdecimal() and int(text) == 10:
        return "Or 10 min?"
    return "That is long. Is it so?" if minutes > _LONG else ""


_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
} | {"fifteen": "15", "twenty": "20", "thirty": "30", "forty": "40", "ninety": "90"}
_PHRASES = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"(?:3|three)[- ]quarters of an hour", "45min"),
        (r"(?:an? )?quarter of an hour", "15min"),
        (r"([0-9]+) and a half h(?:ou)?rs?", r"\1.5h"),
        (r"half an? hour|(?:a )?half[- ]hour", "30min"),
        (r"\ban? (?=hour)", "1 "),
        (r"([0-9]+) ?h(?:(?:ou)?rs?)?,? (?:and )?a half", r"\1.5h"),
        (r"([0-9]+) ?h(?:(?:ou)?rs?)?,? (?:and )?a quarter", r"\1.25h"),
        (r"(?<=[0-9]),(?=[0-9])", "."),
        (r"([0-9]) ?½", r"\1.5"),
        (r"([0-9]) ?¼", r"\1.25"),
        (r"([0-9]) ?¾", r"\1.75"),
        (r"^½", "0.5"),
        (r"^¼", "0.25"),
        (r"^¾", "0.75"),
    )
)
"""Ways to say a length of time, and the same with digits and units; in this order."""


def _tidy(typed: str) -> str:
    """`typed` in small letters, numbers as digits, a decimal point for a comma or a ½."""
    text = clean_line(typed).lower().rstrip(" .,;")
    text = text.removeprefix("about ").removeprefix("for ")
    if len(text) > _LONGEST_TYPED:
        return text
    text = re.sub(r"[a-z]+", lambda word: _NUMBERS.get(word[0], word[0]), text)
    for pattern, put in _PHRASES:
        text = pattern.sub(put, text)
    return text


_HOUR = r"(?:h|hr|hrs|hour|hours)"
_MINUTE = r"(?:m|min|mins|minute|minutes|')"
_UNCLEAR = re.compile(rf"([0-9]+)\.(?!00|25|50|75)([0-9][0-9])(?: ?{_HOUR})?")
_HOURS_ONLY = re.compile(rf"([0-9]{{1,3}}(?:\.[0-9]+)?) ?{_HOUR}")
_MINUTES_ONLY = re.compile(rf"([0-9]{{1,4}}) ?{_MINUTE}\.?")
_BOTH = re.compile(rf"([0-9]{{1,2}}) ?{_HOUR},? ?(?:and )?([0-9]{{1,2}})(?: ?{_MINUTE}\.?)?")
_COLON = re.compile(r"([0-9]{1,2}):([0-5][0-9])(?: ?h)?")
_BARE = re.compile(r"[0-9]{1,4}(?:\.[0-9]+)?|\.[0-9]+")
_CLOCK = r"([0-9]{1,2})(?:[:.]([0-5][0-9]))?"
_FROM_TO = re.compile(rf"(?:from )?{_CLOCK} ?(?:-|–|to|until|till) ?{_CLOCK}")


def _units(text: str) -> int | None:
    if found := _MINUTES_ONLY.fullmatch(text):
        return int(found[1])
    if found := _BOTH.fullmatch(text) or _COLON.fullmatch(text):
        return int(found[1]) * 60 + int(found[2]) if int(found[2]) < 60 else None
    found = _HOURS_ONLY.fullmatch(text)
    return round(float(found[1]) * 60) if found else None


def _bare(text: str) -> int | None:
    if not _BARE.fullmatch(text):
        return None
    hours = "." in text or int(text) <= _SMALL
    return round(float(text) * 60) if hours else int(text)


def _from_to(text: str) -> int | None:
    """From when to when on one day; `11:30 to 1` goes over noon."""
    found = _FROM_TO.fullmatch(text)
    if found is None or not (found[2] or found[4]):
        return None
    start = int(found[1]) * 60 + int(found[2] or 0)
    end = int(found[3]) * 60 + int(found[4] or 0)
    if max(start, end) >= _DAY or start == end:
        return None
    if end < start <= _LONG:
        end += _LONG
    return end - start if end > start else None


_RULES = (_units, _bare, _from_to)

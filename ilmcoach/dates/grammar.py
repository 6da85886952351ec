"""The ways in which people put a day, tried from the top; the first that fits the whole wins."""

from __future__ import annotations

import re

from .calendar_days import feast, in_calendar, in_figures, in_month, iso, nth
from .found import Rule
from .near_days import away, in_span, named_weekday, near_today, weeks_on

_WEEKDAY = (
    r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:mon|tues?|weds?|thurs?|thu|fri|sat|sun)\.?)"
)
_MONTH = (
    r"(?P<month>(?:january|february|march|april|june|july|august|september|october|november"
    r"|december)|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\.?)"
)
_NTH = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:[ ,-]+(?P<year>\d{4}|'?\d\d))?"
_COUNT = (
    r"(?P<count>\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|a couple of)"
)
_WEEKS = r"(?P<unit>week|fortnight)s?"
_UNIT = r"(?P<unit>day|week|fortnight|month|year)(?:s?'?s?)"
_PART = r"(?P<part>(?:the )?(?:end|beginning|start|middle)(?: of)?|early|mid|late)"
_NEAR = (
    r"(?P<near>today|now|tonight|tomorrow|(?:the )?day after tomorrow|yesterday|last night"
    r"|(?:the )?day before yesterday)"
)
_FEAST = r"(?P<feast>christmas(?: day| eve)?|xmas|boxing day|new year(?:'?s)?(?: eve| day)?)"

_PUT: tuple[tuple[str, Rule], ...] = (
    (r"(?P<year>\d{4})[-/.](?P<figure>\d{1,2})[-/.](?P<day>\d{1,2})", iso),
    (
        rf"(?:{_WEEKDAY}[ ,]+)?(?P<day>\d{{1,2}}) ?[-/.] ?(?P<figure>\d{{1,2}})"
        r"(?: ?[-/.] ?(?P<year>\d{4}|\d\d))?",
        in_figures,
    ),
    (rf"(?:{_WEEKDAY}[ ,]+)?(?:the )?{_NTH}(?: of)?[ -]?{_MONTH}{_YEAR}", in_calendar),
    (rf"(?:{_WEEKDAY}[ ,]+)?{_MONTH} (?:the )?{_NTH}{_YEAR}", in_calendar),
    (r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)", nth),
    (_NEAR, near_today),
    (rf"(?:(?:the |this )?(?P<which>this|next|last|past|coming) )?{_WEEKDAY}", named_weekday),
    (rf"{_WEEKDAY} {_WEEKS}", weeks_on),
    (rf"(?P<near>today|tomorrow) {_WEEKS}", weeks_on),
    (rf"(?:{_COUNT} )?{_WEEKS} (?:(?:on|from|after) )?{_WEEKDAY}", weeks_on),
    (rf"(?:{_COUNT} )?{_WEEKS} (?:from )?(?P<near>today|now|tomorrow)", weeks_on),
    (rf"(?:in |within )?{_COUNT} {_UNIT}(?: time| from (?:now|today)| hence)?", away),
    (rf"{_COUNT} {_UNIT} (?P<ago>ago|back)", away),
    (rf"(?:in )?(?:{_PART}[ -])?{_MONTH}{_YEAR}", in_month),
    (
        rf"(?:at )?(?:{_PART} )?(?:(?P<which>this|next|last) |the )(?P<unit>week|month|year)",
        in_span,
    ),
    (rf"(?:at )?{_PART} (?P<unit>week|month|year)", in_span),
    (_FEAST, feast),
)

RULES: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(pattern), rule) for pattern, rule in _PUT
)
"""Each pattern, for a tidied text in small letters, with the rule that works out its day."""

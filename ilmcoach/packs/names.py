"""Ids, slugs and the nearest right name for a wrong one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

ID = re.compile(r"[a-z0-9-]{1,64}")
CRITERION_CODE = re.compile(r"[a-z0-9][a-z0-9.-]{0,31}")
CRITERION_ID = re.compile(rf"{ID.pattern}/{CRITERION_CODE.pattern}")
SHOWN = 60
LISTED = 14
COMPARED = 500
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | {"\N{SOFT HYPHEN}": None})
"""What a word processor makes of a hyphen."""
LATIN_LOOKS = str.maketrans(
    dict(
        zip(
            "аеосрхуіјѕһԁԛԝкмтвнгΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανικρτυχ",
            "aeocpxyijshdqwkmtbhrABEZHIKMNOPTYXoavikptux",
            strict=True,
        )
    )
)
"""Cyrillic and Greek letters that look like Latin ones."""


def is_id(text: str) -> bool:
    """True for 1 to 64 small letters, digits and hyphens."""
    return ID.fullmatch(text) is not None


def is_criterion_id(text: str) -> bool:
    """True for a unit's id, a slash and a code: `m3-37/2.2`."""
    return CRITERION_ID.fullmatch(text) is not None


def plain_id(text: str) -> str:
    """An id as it is meant: small letters, any kind of hyphen or dash a plain hyphen."""
    return text.translate(DASHES).casefold()


def lookalike(text: str) -> str:
    """What to say of an id in which a letter of another script stands among Latin ones and looks
    like one of them; empty text if none does."""
    if not any(one.isascii() and one.isalpha() for one in text):
        return ""
    for place, letter in enumerate(text, 1):
        looks = letter.translate(LATIN_LOOKS)
        if looks != letter:
            script = unicodedata.name(letter, "?").split()[0].capitalize()
            return (
                f"In '{shown(text)}' letter {place}, '{letter}', is a {script} one that looks like "
                f"'{looks}'."
            )
    return ""


def likely_id(text: str) -> str:
    """The id that somebody may have meant by `text`, for a message; empty if nothing is left."""
    looks = text.translate(LATIN_LOOKS) if lookalike(text) else text
    return slug(looks.translate(DASHES))


def slug(text: str, otherwise: str = "") -> str:
    """An id made from a title: accents dropped, anything else than letters and digits a hyphen,
    at most 64 characters. `otherwise` where nothing is left, as in another script."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")[:64].strip("-") or otherwise


def plain_name(text: str) -> str:
    """A key or name as compared: small letters; hyphens, underscores and space are one space."""
    return " ".join(re.split(r"[-_\s‐‑–]+", text.casefold())).strip()


def shown(text: str) -> str:
    """A name from a pack as a message quotes it, cut to 60 characters and kept on one line."""
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= SHOWN else one_line[: SHOWN - 1] + "…"


def nearest(name: str, among: Iterable[str]) -> str:
    """The name in `among` that looks most like `name`, or empty text if none does. Of very many
    only those of about its length that begin alike are looked at."""
    wanted = name[:100]
    names = sorted(among)
    if len(names) > COMPARED:
        alike = (one for one in names if one[:2] == wanted[:2])
        names = list(islice((one for one in alike if abs(len(one) - len(wanted)) <= 2), COMPARED))
    return next(iter(get_close_matches(wanted, names, n=1, cutoff=0.6)), "")


def suggest(name: str, among: Iterable[str]) -> str:
    """How to mend a wrong name: the nearest right one, else the right ones if they are few."""
    names = sorted(set(among))
    if near := nearest(name, names):
        return f"Did you mean '{near}'?"
    if names and len(names) <= LISTED:
        return f"There is: {', '.join(names)}."
    return ""

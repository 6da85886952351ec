"""Ids, slugs and the nearest right name for a wrong one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

ID = re.compile(r"[a-z0-9-]{1,64}")
CRITERION_CODE = re.compile(r"[a-z0-9][a-z0-9.-]{0,31}")
CRITERION_ID = re.compile(rf"{ID.pattern}/{CRITERION_CODE.pattern}")
SHOWN = 60
LISTED = 14


def is_id(text: str) -> bool:
    """True for 1 to 64 small letters, digits and hyphens."""
    return ID.fullmatch(text) is not None


def is_criterion_id(text: str) -> bool:
    """True for a unit's id, a slash and a code: `m3-37/2.2`."""
    return CRITERION_ID.fullmatch(text) is not None


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
    """The name in `among` that looks most like `name`, or empty text if none does."""
    return next(iter(get_close_matches(name[:100], sorted(among), n=1, cutoff=0.6)), "")


def suggest(name: str, among: Iterable[str]) -> str:
    """How to mend a wrong name: the nearest right one, else the right ones if they are few."""
    names = sorted(set(among))
    if near := nearest(name, names):
        return f"Did you mean '{near}'?"
    if names and len(names) <= LISTED:
        return f"There is: {', '.join(names)}."
    return ""

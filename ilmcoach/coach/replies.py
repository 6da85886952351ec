"""What came back from a model, read with nothing taken on trust.

Nothing here raises, whatever came, and no text is mended: it is read as it stands or not at
all. Whether a text may be shown is for the guard to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from json import JSONDecodeError, JSONDecoder

from msgspec import Struct

MOST_CHARACTERS = 20_000
"""How much of an answer is looked at; 260 tokens are some 1,500 characters."""
MOST_QUESTIONS = 3
MOST_READINGS = 2
_MOST_STARTS = 12
_MOST_ID = 120


class Reply(Struct, frozen=True):
    """What a model proposes: ids of questions it chose, texts of questions it wrote, ids of
    reading. Each as it came, unjudged, in its order, none twice."""

    question_ids: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    reading_ids: tuple[str, ...] = ()


class Why(StrEnum):
    """Why an answer could not be read."""

    EMPTY = "empty"
    NO_JSON = "no-json"
    OTHER_SHAPE = "other-shape"
    UNKNOWN_IDS = "unknown-ids"


class Unreadable(Struct, frozen=True):
    """An answer that holds nothing to use. It keeps no word of it."""

    why: Why


_DECODER = JSONDecoder(strict=False, parse_constant=lambda _: None)
_IDS = ("question_ids", "questionids", "ids")
_TEXTS = ("questions", "question")
_READINGS = ("reading_ids", "readingids", "reading", "readings")


def read_reply(raw: str) -> Reply | Unreadable:
    """What stands in `raw`, a model's whole answer.

    Taken are an object with `questions` (texts, or objects with a `text`), `question_ids` and
    `reading` (ids, or objects with an `id`); code fences, thinking aloud and words around the
    object are passed over. Items of another type are passed over too. Of 40 questions the first
    three count: choosing among them is no work of ours.
    """
    raw = raw[:MOST_CHARACTERS]
    raw = raw.rpartition("</think>")[2] if "</think>" in raw else raw
    if not raw.strip():
        return Unreadable(Why.EMPTY)
    found = False
    for value in _values(raw):
        found = True
        reply = _reply(value)
        if reply is not None:
            return reply
    return Unreadable(Why.OTHER_SHAPE if found else Why.NO_JSON)


def read_completion(body: bytes) -> str | None:
    """The text of the first choice in a chat completion's `body`, empty if the model said
    nothing (a refusal, a call of a tool); None if that is no chat completion."""
    try:
        value = _DECODER.decode(body.decode("utf-8", "replace").lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or not isinstance(choices := value.get("choices"), list):
        return None
    first = choices[0] if choices else None
    message = first.get("message") if isinstance(first, dict) else None
    if not isinstance(message, dict):
        return None
    return _content(message.get("content"))[:MOST_CHARACTERS]


def _content(content: object) -> str:
    """Some servers send the text in parts."""
    if isinstance(content, str):
        return content
    if not isinstance(content, list):
        return ""
    texts = [part.get("text") for part in content if isinstance(part, dict)]
    return "".join(text for text in texts if isinstance(text, str))


def _values(raw: str) -> Iterator[object]:
    """The JSON values that begin at an opening bracket in `raw`, outer ones first."""
    start, tries = 0, 0
    while tries < _MOST_STARTS and (found := re.compile(r"[{\[]").search(raw, start)):
        tries += 1
        start = found.start() + 1
        try:
            value, start = _DECODER.raw_decode(raw, found.start())
        except (JSONDecodeError, RecursionError, ValueError):
            continue
        yield value


def _reply(value: object) -> Reply | None:
    """The reply in a JSON value, None if it has another shape."""
    if isinstance(value, list):
        value = {"questions": value} if value else None
    if not isinstance(value, dict):
        return None
    named = {str(name).strip().casefold().replace("-", "_"): what for name, what in value.items()}
    ids, texts, readings = (_listed(named, names) for names in (_IDS, _TEXTS, _READINGS))
    if ids is None and texts is None and readings is None:
        return None
    reply = Reply(
        question_ids=_some(map(_id, ids or []), MOST_QUESTIONS),
        texts=_some(map(_text, texts or []), MOST_QUESTIONS),
        reading_ids=_some(map(_id, readings or []), MOST_READINGS),
    )
    return None if reply == Reply() and (ids or texts or readings) else reply


def _listed(named: dict[str, object], names: tuple[str, ...]) -> list[object] | None:
    """What stands under the first of `names` that is there: a list, or one item by itself."""
    for name in names:
        what = named.get(name)
        if isinstance(what, list):
            return what[: MOST_QUESTIONS * 20]
        if isinstance(what, str | dict):
            return [what]
    return None


def _text(item: object) -> str:
    if isinstance(item, dict):
        item = next((item[name] for name in ("text", "question", "id") if name in item), None)
    return item if isinstance(item, str) else ""


def _id(item: object) -> str:
    if isinstance(item, dict):
        names = ("id", "catalogue_id", "reading_id", "question_id", "name")
        item = next((item[name] for name in names if name in item), None)
    return item.strip() if isinstance(item, str) and len(item) <= _MOST_ID else ""


def _some(items: Iterator[str], most: int) -> tuple[str, ...]:
    """The first `most` of `items` that say something, none twice."""
    return tuple(list(dict.fromkeys(item for item in items if item.strip()))[:most])

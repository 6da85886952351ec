"""The line to a model: what it must be able to do, and the ladder down which it is asked."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from .messages import Message, Prompt
from .replies import MOST_CHARACTERS, Reply, Unreadable
from .trouble import Kind, Trouble

__all__ = [
    "Answered",
    "Form",
    "Kind",
    "Line",
    "Trouble",
    "body",
    "ladder",
    "newer",
    "sent_bytes",
    "shown_beforehand",
]

DEADLINE = 25.0
"""Seconds for the whole ladder: longer than that, nobody waits for a question (practice)."""
MOST_TOKENS = 260
TEMPERATURE = 0.2


class Form(StrEnum):
    """How strictly a server is asked to keep to the form of the answer. Servers differ in what
    they offer: the strictest comes first, and the next one where it is refused."""

    SCHEMA = "json_schema"
    OBJECT = "json_object"
    PLAIN = "plain"


class Line(Protocol):
    """Something that passes messages to a model and its answer back."""

    async def ask(self, messages: Sequence[Message], schema: dict[str, object], form: Form) -> str:
        """The model's whole answer, at most 20,000 characters. Raises `Trouble`."""


class Answered(Struct, frozen=True):
    """A reply that could be read: by which `form` it was got, and how often was `asked`."""

    reply: Reply
    form: Form
    asked: int


async def ladder(
    line: Line, prompt: Prompt, *, within: float = DEADLINE, first: Form = Form.SCHEMA
) -> Answered:
    """Asks by the strictest form, then by easier ones, until an answer can be read.

    `within` is in seconds and counts for all steps together; `first` is where to begin, for a
    server that was asked before. Each answer is checked here, whatever its form promised. To
    stop, cancel the task: the line is closed at once.

    Raises `Trouble`, of the kind of the last step's.
    """
    forms = list(Form)[list(Form).index(first) :]
    try:
        async with asyncio.timeout(within):
            asked = 0
            for form in forms:
                answer, asked = await _step(line, prompt, form), asked + 1
                if isinstance(answer, Trouble) and answer.again:
                    answer, asked = await _step(line, prompt, form), asked + 1
                if isinstance(answer, Reply):
                    return Answered(answer, form, asked)
                if form is forms[-1] or not answer.easier:
                    raise answer
    except TimeoutError:
        pass
    raise Trouble(Kind.SLOW)


async def _step(line: Line, prompt: Prompt, form: Form) -> Reply | Trouble:
    try:
        raw = await line.ask(prompt.messages, prompt.schema, form)
    except Trouble as trouble:
        return trouble
    reply = prompt.read(raw[:MOST_CHARACTERS])
    if isinstance(reply, Unreadable):
        return Trouble(Kind.UNREADABLE, easier=True)
    return reply


def body(
    model: str, messages: Sequence[Message], schema: dict[str, object], form: Form
) -> dict[str, object]:
    """What a chat completion is asked with, as JSON values."""
    asked: dict[str, object] = {
        "messages": [{"role": one.role, "content": one.content} for one in messages],
        "model": model,
        "max_tokens": MOST_TOKENS,
        "temperature": TEMPERATURE,
    }
    if form is Form.SCHEMA:
        named = {"name": "questions_and_reading", "strict": True, "schema": schema}
        asked["response_format"] = {"type": "json_schema", "json_schema": named}
    elif form is Form.OBJECT:
        asked["response_format"] = {"type": "json_object"}
    return asked


def sent_bytes(asked: dict[str, object]) -> bytes:
    """The bytes that go over the wire for a `body`."""
    return json.dumps(asked, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def newer(asked: dict[str, object]) -> dict[str, object]:
    """A `body` for models that think before they answer: another name for the bound on length,
    and no temperature."""
    kept = {name: what for name, what in asked.items() if name != "temperature"}
    return {
        ("max_completion_tokens" if name == "max_tokens" else name): what
        for name, what in kept.items()
    }


def shown_beforehand(
    model: str, prompt: Prompt, form: Form = Form.SCHEMA, *, by_newer_names: bool = False
) -> bytes:
    """The exact bytes that go to the server first, to show before anything is sent. Easier
    forms say the same and only leave out `response_format`; `by_newer_names` see `newer`."""
    asked = body(model, prompt.messages, prompt.schema, form)
    return sent_bytes(newer(asked) if by_newer_names else asked)

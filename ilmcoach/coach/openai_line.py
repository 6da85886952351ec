"""A line to any server that speaks OpenAI's chat completions, through the openai package.

That package and its HTTP client are imported in a thread, when something is sent and not
before. It only puts the request together: what goes out, and how much may come back, is for
`wire` to say.
"""

from __future__ import annotations

import asyncio
import importlib.util
import logging
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ilmcoach.text import clean_line

from .address import Address
from .line import DEADLINE, Form, body, newer, sent_bytes
from .messages import Message
from .replies import read_completion
from .secret import Secret
from .trouble import Kind, Trouble

if TYPE_CHECKING:
    from openai import AsyncOpenAI

    from .wire import BoundedTransport

_TALKATIVE = ("openai", "httpx2", "httpcore2")
_MOST_OF_A_MODEL = 200


def is_installed() -> bool:
    """Whether the openai package is here. It is not imported for that."""
    return importlib.util.find_spec("openai") is not None


class OpenAILine:
    """A `Line` to the server at `address`, which has a model of that name.

    `key` may be empty, for servers of one's own. It is sent to no other host and shown nowhere.
    `patience` bounds each wait for the server, in seconds; the ladder's deadline bounds all.
    Raises `Trouble` (KEY_SHAPE) for what cannot be a key.
    """

    def __init__(
        self, address: Address, model: str, key: str = "", *, patience: float = DEADLINE
    ) -> None:
        self.address = address
        self.model = clean_line(model)[:_MOST_OF_A_MODEL]
        self._key = Secret(key.strip())
        self._newer = False
        self._patience = patience
        if not re.fullmatch(r"[!-~]*", self._key.told()):
            raise Trouble(Kind.KEY_SHAPE)

    def __repr__(self) -> str:
        return f"OpenAILine({self.address.host!r}, {self.model!r})"

    async def ask(self, messages: Sequence[Message], schema: dict[str, object], form: Form) -> str:
        """The model's answer: one request, never more. Raises `Trouble`; one that says `again`
        where the server wants newer names for the bounds on an answer's length."""
        if not is_installed():
            raise Trouble(Kind.MISSING)
        asked = body(self.model, messages, schema, form)
        answer = await self._sent(newer(asked) if self._newer else asked)
        if answer is None:
            self._newer = True
            raise Trouble(Kind.FORM, easier=True, again=True)
        if isinstance(answer, Trouble):
            raise answer
        text = read_completion(answer)
        if text is None:
            raise Trouble(Kind.NOT_A_MODEL)
        return text

    async def _sent(self, asked: dict[str, object]) -> bytes | Trouble | None:
        """The body of the answer; None if it is to be asked again by newer names. No exception
        passes from here but being stopped: those of the libraries hold what was sent."""
        client, wire = await asyncio.to_thread(self._client, sent_bytes(asked))
        from openai import OpenAIError

        try:
            async with client:
                create: Any = client.chat.completions.with_raw_response.create
                answer = await create(**asked)
                return bytes(answer.http_response.content)
        except Trouble:
            pass
        except (OpenAIError, ValueError, OSError):
            return Trouble(Kind.NOT_A_MODEL)
        return None if wire.wants_newer and not self._newer else wire.trouble

    def _client(self, content: bytes) -> tuple[AsyncOpenAI, BoundedTransport]:
        """A client that can send `content` to this address and do nothing else. What the
        environment says of OpenAI (keys, addresses, organisations, headers, logs) has no say."""
        from openai import AsyncOpenAI

        from .wire import BoundedTransport, client

        for name in _TALKATIVE:
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        wire = BoundedTransport(self.address, self._key, content)
        made = AsyncOpenAI(
            api_key="none",
            admin_api_key="none",
            organization="",
            project="",
            webhook_secret="",
            base_url=self.address.url,
            timeout=self._patience,
            max_retries=0,
            http_client=client(wire, self._patience),
        )
        return made, wire

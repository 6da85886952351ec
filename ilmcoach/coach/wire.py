"""What goes over the wire: to one host only, with nothing that need not be sent, and only so
much taken in. Imported late, as the HTTP client is."""

from __future__ import annotations

from contextlib import aclosing

import httpx2

from .address import Address
from .failures import is_on_bounds, of_error, of_status
from .secret import Secret
from .trouble import Kind, Trouble

MOST_BYTES = 1_000_000
"""How much of an answer is taken in, unpacked; an honest one has some 2,000 bytes."""
_HEADERS = {
    "content-type": "application/json",
    "accept": "application/json",
    "accept-encoding": "identity",
    "user-agent": "ilmcoach",
    "connection": "close",
}
"""All that is sent beside the body and the key. Those that the openai package makes tell of this
computer, or come from the environment."""


class BoundedTransport(httpx2.AsyncBaseTransport):
    """Sends `content` where a request goes, and hands out the whole answer or raises `Trouble`.

    `trouble` is what went wrong last, and `wants_newer` whether the server wants other names
    for the bounds on an answer's length. `key` joins a request here, after all else that might
    show it; so does `content`, so that no byte differs from what the learner was shown.
    """

    def __init__(self, address: Address, key: Secret, content: bytes) -> None:
        self.trouble: Trouble | None = None
        self.wants_newer = False
        self._address = address
        self._key = key
        self._content = content
        self._inner = httpx2.AsyncHTTPTransport(trust_env=False, retries=0)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        try:
            status, said = await self._exchanged(self._own(request))
            self.wants_newer = is_on_bounds(status, said)
            self.trouble = None if 200 <= status < 300 else of_status(status, said)
        except (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL, OSError) as error:
            self.trouble = of_error(error)
        except _TooLargeError:
            self.trouble = Trouble(Kind.LARGE)
        if self.trouble is not None:
            raise Trouble(self.trouble.kind)
        return httpx2.Response(
            200, headers={"content-type": "application/json"}, content=said, request=request
        )

    async def aclose(self) -> None:
        await self._inner.aclose()

    def _own(self, request: httpx2.Request) -> httpx2.Request:
        """The request to send in place of `request`: its address, our headers, the key."""
        if str(request.url) != f"{self._address.url}/chat/completions":
            raise httpx2.InvalidURL("another address")
        headers = dict(_HEADERS)
        if key := self._key.told():
            headers["authorization"] = f"Bearer {key}"
        return httpx2.Request(
            "POST",
            request.url,
            headers=headers,
            content=self._content,
            extensions=request.extensions,
        )

    async def _exchanged(self, request: httpx2.Request) -> tuple[int, bytes]:
        """The status and the whole unpacked body of the answer."""
        answer = await self._inner.handle_async_request(request)
        taken, size = list[bytes](), 0
        try:
            async with aclosing(answer.aiter_bytes()) as parts:
                async for part in parts:
                    size += len(part)
                    if size > MOST_BYTES:
                        raise _TooLargeError
                    taken.append(part)
        finally:
            await answer.aclose()
        return answer.status_code, b"".join(taken)


class _TooLargeError(Exception):
    """More came than any answer has."""


def client(transport: BoundedTransport, seconds: float) -> httpx2.AsyncClient:
    """A client over `transport` that follows no redirect and heeds nothing in the environment.
    `seconds` bound each wait for the server."""
    return httpx2.AsyncClient(
        transport=transport, follow_redirects=False, trust_env=False, timeout=seconds
    )

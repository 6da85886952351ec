"""A server on this computer that answers as no model should, one way for each path.

`http://127.0.0.1:PORT/slow-drip/v1` behaves as `SCENES["slow-drip"]` does.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

from msgspec import Struct, field

PLANTED = "sk-planted-7f3a91c2d0"
NOTE = "Ravi misses deadlines and I have said nothing to him about it."


class Asked(Struct):
    """One request as it came in: its path, its head and its body, in bytes."""

    path: str
    head: bytes
    body: bytes


class Hostile(Struct):
    """The running server: where it listens, what it was asked, how many lines are open."""

    port: int = 0
    asked: list[Asked] = field(default_factory=list)
    open_lines: int = 0

    def url(self, scene: str) -> str:
        return f"http://127.0.0.1:{self.port}/{scene}/v1"


Scene = Callable[[asyncio.StreamWriter, Asked], Awaitable[None]]


def completion(content: object, **more: object) -> bytes:
    """A chat completion whose first choice says `content`."""
    message = {"role": "assistant", "content": content, **more}
    return json.dumps(
        {"id": "1", "object": "chat.completion", "choices": [{"message": message}]}
    ).encode()


GOOD = json.dumps({"questions": ["Q1", "Q2"], "reading": ["R1"]})


def answer(
    body: bytes, status: str = "200 OK", headers: str = "", kind: str = "application/json"
) -> Scene:
    """A whole answer of that status."""

    async def play(writer: asyncio.StreamWriter, _: Asked) -> None:
        writer.write(
            f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
            f"{headers}\r\n".encode()
        )
        writer.write(body)

    return play


def raw(data: bytes) -> Scene:
    """These bytes and then the end of the line."""

    async def play(writer: asyncio.StreamWriter, _: Asked) -> None:
        writer.write(data)

    return play


def for_form(refused: dict[str, Scene], otherwise: Scene) -> Scene:
    """Another scene for each form of answer that is asked for."""

    async def play(writer: asyncio.StreamWriter, asked: Asked) -> None:
        form = json.loads(asked.body).get("response_format", {}).get("type", "plain")
        await refused.get(form, otherwise)(writer, asked)

    return play


def endless(head: bytes, part: bytes, pause: float = 0.0) -> Scene:
    """`part` over and over, until the other side goes."""

    async def play(writer: asyncio.StreamWriter, _: Asked) -> None:
        writer.write(head)
        while not writer.is_closing():
            writer.write(part)
            await writer.drain()
            await asyncio.sleep(pause)

    return play


async def silence(_: asyncio.StreamWriter, __: Asked) -> None:
    await asyncio.sleep(60)


async def echo(writer: asyncio.StreamWriter, asked: Asked) -> None:
    """401 with all that was sent said back, the key too."""
    said = json.dumps({"error": {"message": (asked.head + asked.body).decode()}}).encode()
    await answer(said, "401 Unauthorized")(writer, asked)


async def elsewhere(writer: asyncio.StreamWriter, asked: Asked) -> None:
    """Back to the same server by another name and path, where it would see a second request."""
    port = asked.head.split(b"Host: 127.0.0.1:")[-1].split(b"\r")[0].decode()
    there = f"Location: http://localhost:{port}/good/v1/chat/completions\r\n"
    await answer(b"", "307 Temporary Redirect", there)(writer, asked)


async def newer_names(writer: asyncio.StreamWriter, asked: Asked) -> None:
    """As models that think first: no `max_tokens`, no temperature."""
    sent = json.loads(asked.body)
    if "max_tokens" in sent or "temperature" in sent:
        said = b'{"error": {"message": "Use max_completion_tokens instead."}}'
        await answer(said, "400 Bad Request")(writer, asked)
    else:
        await answer(completion(GOOD))(writer, asked)


def packed(body: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        body = gzip.compress(body)
    return body


def bomb() -> bytes:
    """A gigabyte of zeros in a megabyte: one flushed block of them, a thousand times over."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return gzip.compress(b"")[:10] + block * 1024


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
BIG = HEAD + b"Content-Length: 1073741824\r\n\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
FORTY = json.dumps({"questions": [f"What happened on day {day}?" for day in range(40)]})
ESCAPED = json.dumps(
    {"questions": ["\x1b]0;x\x07What\x00 happened\x9b2J?", "\ud800 What\u202e now?"]}
)
DEEP = b"[" * 1000 + b"]" * 1000
WRONG_TYPES = b'{"choices": [{"message": {"content": {"questions": 7}}}]}'
SERVER_ERROR = answer(b"Internal error " + NOTE.encode(), "500 Internal Server Error")

SCENES: dict[str, Scene] = {
    "good": answer(completion(GOOD)),
    "slow-drip": endless(BIG, b" ", 0.02),
    "slow-head": endless(b"HTTP/1.1 200 OK\r\n", b"X", 0.02),
    "silence": silence,
    "half-chunk": endless(CHUNKED + b"5\r\nab", b"", 0.05),
    "stuck-body": endless(HEAD + b"Content-Length: 10\r\n\r\n{", b"", 0.05),
    "endless": endless(CHUNKED, b"4000\r\n" + b"x" * 0x4000 + b"\r\n"),
    "endless-spaces": endless(CHUNKED, b"4000\r\n" + b" " * 0x4000 + b"\r\n"),
    "endless-100": endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 400),
    "gigabyte": endless(BIG, b"x" * 0x10000),
    "gzip-bomb": answer(bomb(), headers="Content-Encoding: gzip\r\n"),
    "gzip-twice": answer(packed(bytes(50 << 20), 2), headers="Content-Encoding: gzip, gzip\r\n"),
    "gzip-many": answer(b"x", headers="Content-Encoding: " + "gzip, " * 9 + "gzip\r\n"),
    "gzip-broken": answer(b"\x1f\x8b no gzip", headers="Content-Encoding: gzip\r\n"),
    "gzip-honest": answer(packed(completion(GOOD)), headers="Content-Encoding: gzip\r\n"),
    "error-bomb": answer(bomb(), "400 Bad Request", "Content-Encoding: gzip\r\n"),
    "head-bomb": endless(b"HTTP/1.1 200 OK\r\n", b"X-Y: " + b"z" * 4000 + b"\r\n"),
    "html": answer(b"<html><body>Please log in</body></html>", kind="text/html"),
    "html-404": answer(b"<h1>Not here</h1>", "404 Not Found", kind="text/html"),
    "empty": answer(b""),
    "no-content": raw(b"HTTP/1.1 204 No Content\r\n\r\n"),
    "other-json": answer(b'{"hello": "there"}'),
    "json-number": answer(b"7"),
    "json-null": answer(b"null"),
    "no-choices": answer(b'{"choices": []}'),
    "choices-of-numbers": answer(b'{"choices": [1, 2]}'),
    "wrong-types": answer(WRONG_TYPES),
    "broken-json": answer(b'{"choices": [{"message": {"con'),
    "two-bodies": answer(completion(GOOD) + completion(GOOD)),
    "deep-json": answer(DEEP),
    "deep-content": answer(completion("[" * 1000 + "]" * 1000)),
    "deepest-content": answer(completion('{"questions":' * 1500)),
    "huge-number": answer(
        b'{"choices": [{"message": {"content": "x"}}], "n": ' + b"9" * 9000 + b"}"
    ),
    "huge-number-content": answer(completion('{"questions": ' + "9" * 9000 + "}")),
    "float-content": answer(completion('{"questions": [1e999999, -1e999999, NaN, Infinity]}')),
    "nan": answer(b'{"choices": [{"message": {"content": NaN}}]}'),
    "twice-named": answer(b'{"choices": 1, "choices": [{"message": {"content": ""}}]}'),
    "tool-call": answer(completion(None, tool_calls=[{"function": {"name": "write"}}])),
    "refusal": answer(completion(None, refusal="I cannot do that.")),
    "null-content": answer(completion(None)),
    "content-in-parts": answer(completion([{"type": "text", "text": GOOD}])),
    "content-of-numbers": answer(completion([1, {"text": 2}, None])),
    "prose": answer(completion("Of course! Here is your reflection: I felt…")),
    "prose-around": answer(completion(f"Sure.\n{GOOD}\nHope that helps!")),
    "fenced": answer(completion(f"```json\n{GOOD}\n```")),
    "thinking": answer(completion(f'<think>{{"questions": ["Q2"]}}</think>{GOOD}')),
    "escapes": answer(completion(ESCAPED)),
    "forty": answer(completion(FORTY)),
    "long-content": answer(completion("x" * 900_000)),
    "wrong-kind": answer(completion(GOOD), kind="image/png"),
    "latin-1": answer(completion(GOOD), kind="application/json; charset=latin-1"),
    "no-such-charset": answer(completion(GOOD), kind="application/json; charset=nope"),
    "bad-utf-8": answer(b'{"choices": [{"message": {"content": "\xff\xfe"}}]}'),
    "old-http": raw(b"HTTP/1.0 200 OK\r\n\r\n" + completion(GOOD)),
    "not-http": raw(b"SSH-2.0-OpenSSH_9.2\r\n"),
    "bad-status": raw(b"HTTP/1.1 999 What\r\nContent-Length: 0\r\n\r\n"),
    "bad-length": raw(b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}"),
    "two-lengths": raw(HEAD + b"Content-Length: 2\r\nContent-Length: 5\r\n\r\n{}{}{}"),
    "bad-chunk": raw(CHUNKED + b"zz\r\n{}\r\n0\r\n\r\n"),
    "huge-chunk": raw(CHUNKED + b"F" * 18 + b"\r\n{}"),
    "short-body": raw(HEAD + b"Content-Length: 5000\r\n\r\n" + completion(GOOD)),
    "hang-up": raw(b""),
    "redirect": elsewhere,
    "redirect-here": answer(b"", "302 Found", "Location: /good/v1/chat/completions\r\n"),
    "echo": echo,
    "forbidden": answer(b"{}", "403 Forbidden"),
    "no-credit": answer(b"{}", "402 Payment Required"),
    "no-model": answer(b'{"error": {"message": "no model"}}', "404 Not Found"),
    "busy": answer(b"{}", "429 Too Many Requests", "Retry-After: 3600\r\n"),
    "server-error": SERVER_ERROR,
    "down": answer(b"{}", "503 Service Unavailable", "Retry-After: 3600\r\n"),
    "retry-me": answer(b"{}", "500 Nope", "x-should-retry: true\r\nretry-after: 1\r\n"),
    "no-schema": for_form({"json_schema": SERVER_ERROR}, answer(completion(GOOD))),
    "only-plain": for_form(
        {
            "json_schema": answer(b"{}", "400 Bad Request"),
            "json_object": answer(b"{}", "422 Unprocessable"),
        },
        answer(completion(GOOD)),
    ),
    "broker": for_form(
        {"json_schema": answer(b"No endpoint supports response_format", "404 Not Found")},
        answer(completion(GOOD)),
    ),
    "prose-then-good": for_form(
        {"json_schema": answer(completion("I would ask this."))}, answer(completion(GOOD))
    ),
    "newer-names": newer_names,
}


@asynccontextmanager
async def hostile_server() -> AsyncIterator[Hostile]:
    """The server, on a free port of the loopback, until the block ends."""
    state, playing = Hostile(), set[asyncio.Task[None]]()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        playing.add(task)
        state.open_lines += 1
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            await _played(state, reader, writer)
        state.open_lines -= 1
        playing.discard(task)

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    state.port = server.sockets[0].getsockname()[1]
    try:
        yield state
    finally:
        server.close()
        for task in list(playing):
            task.cancel()
        await asyncio.gather(*playing, return_exceptions=True)


async def _played(
    state: Hostile, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    head = await reader.readexactly(1)
    if head == b"\x16":  # someone tries TLS
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()
        return
    head += await reader.readuntil(b"\r\n\r\n")
    length = head.lower().partition(b"content-length:")[2].split(b"\r")[0]
    path = head.split(b" ")[1].decode()
    asked = Asked(path, head, await reader.readexactly(int(length)))
    state.asked.append(asked)
    scene = asyncio.ensure_future(SCENES[path.split("/")[1]](writer, asked))
    gone = asyncio.ensure_future(reader.read(1))
    try:
        await asyncio.wait({scene, gone}, return_when=asyncio.FIRST_COMPLETED)
        if scene.done():
            scene.result()
            await writer.drain()
    finally:
        scene.cancel()
        gone.cancel()
        writer.close()

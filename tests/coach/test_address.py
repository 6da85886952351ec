"""Addresses of models, as people type and paste them."""

from __future__ import annotations

import pytest

from ilmcoach.coach.address import read_address
from ilmcoach.coach.openai_line import OpenAILine
from ilmcoach.coach.trouble import Kind, Trouble

GOOD = [
    ("https://models.example.org/v1", "https://models.example.org/v1"),
    (" https://Models.Example.org/v1/ \n", "https://models.example.org/v1"),
    ("https://models.example.org/v1/chat/completions", "https://models.example.org/v1"),
    ("https://models.example.org:8443", "https://models.example.org:8443"),
    ("http://localhost:11434/v1", "http://localhost:11434/v1"),
    ("http://127.0.0.1:8000/v1/", "http://127.0.0.1:8000/v1"),
    ("http://[::1]:8000/v1", "http://[::1]:8000/v1"),
    ("http://192.168.1.20/v1", "http://192.168.1.20/v1"),
    ("http://printer.local/v1", "http://printer.local/v1"),
    ("http://llama/v1", "http://llama/v1"),
    ("http://[::ffff:10.0.0.1]/v1", "http://[::ffff:10.0.0.1]/v1"),
]
OPEN = [
    "http://models.example.org/v1",
    "http://8.8.8.8/v1",
    "http://134744072/v1",
    "http://0x08080808/v1",
    "http://172.32.0.1/v1",
    "http://[2001:db8::1]/v1",
    "http://localhost.example.org/v1",
    "http://[::ffff:8.8.8.8]/v1",
]
BAD = [
    "",
    "models.example.org/v1",
    "localhost:8000/v1",
    "ftp://models.example.org",
    "file:///etc/passwd",
    "https://",
    "https:///v1",
    "https://models.example.org:port/v1",
    "https://models.example.org:99999/v1",
    "https://me:hush@models.example.org/v1",
    "https://models.example.org@evil.example/v1",
    "https://models.example.org/v1?key=hush",
    "https://models.example.org/v1#hush",
    "https://models.example.org\\@evil.example/v1",
    "https://models.exаmple.org/v1",  # a Cyrillic a
    "https://models.example.org/\x1b[2J",
    "https://models.example.org/v 1",
    "https://[::1/v1",
    "https://models.example.org/" + "x" * 400,
]


@pytest.mark.parametrize(("typed", "url"), GOOD)
def test_a_good_address_is_taken(typed: str, url: str) -> None:
    address = read_address(typed)
    assert address.url == url
    assert address.secret is url.startswith("https")
    assert address.home is url.startswith("http:")


@pytest.mark.parametrize("typed", OPEN)
def test_an_open_line_to_a_stranger_is_asked_for_first(typed: str) -> None:
    with pytest.raises(Trouble) as caught:
        read_address(typed)
    assert caught.value.kind is Kind.OPEN_LINE
    assert not read_address(typed, open_line=True).secret


@pytest.mark.parametrize("typed", BAD)
def test_a_bad_address_is_told_without_saying_it_back(typed: str) -> None:
    with pytest.raises(Trouble) as caught:
        read_address(typed, open_line=True)
    assert caught.value.kind is Kind.ADDRESS
    assert caught.value.hint
    assert "hush" not in caught.value.words


@pytest.mark.parametrize("key", ["two words", "line\nend", "schlüssel", "esc\x1b"])
def test_what_cannot_be_a_key_is_not_said_back(key: str) -> None:
    with pytest.raises(Trouble) as caught:
        OpenAILine(read_address("https://models.example.org/v1"), "m", key)
    assert caught.value.kind is Kind.KEY_SHAPE
    assert key not in str(caught.value)

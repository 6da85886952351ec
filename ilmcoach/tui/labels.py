"""Criteria in a row, said briefly."""

from __future__ import annotations

from collections.abc import Sequence


def shorter_labels(labels: Sequence[str]) -> tuple[str, ...]:
    """Labels of criteria one after the other, a unit named once: 'M3.37 1.1', '1.2'. Labels in
    words ('What I learned', 'What I changed') stay whole."""
    shorter, unit = [], ""
    for label in labels:
        head, code = unit_and_code(label)
        shorter.append(code if head and head == unit else label)
        unit = head
    return tuple(shorter)


def unit_and_code(label: str) -> tuple[str, str]:
    """A criterion's label in two: 'M3.37', '1.1'. No unit where it ends in a word, for then no
    part of it says enough by itself."""
    head, _, code = label.rpartition(" ")
    return (head, code) if any(map(str.isdigit, code)) else ("", label)


def number_of(number: int, noun: str) -> str:
    """'1 word', '1,240 words'."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

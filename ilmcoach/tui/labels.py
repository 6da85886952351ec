"""Criteria in a row, said briefly."""

from __future__ import annotations

from collections.abc import Sequence


def shorter_labels(labels: Sequence[str]) -> tuple[str, ...]:
    """Labels of criteria one after the other, a unit named once: 'M3.37 1.1', '1.2'."""
    shorter, unit = [], ""
    for label in labels:
        head, _, code = label.rpartition(" ")
        shorter.append(code if head and head == unit else label)
        unit = head
    return tuple(shorter)


def number_of(number: int, noun: str) -> str:
    """'1 word', '1,240 words'."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

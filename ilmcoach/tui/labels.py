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

"""Turns of phrase that several rules look for, in small letters with straight quotes."""

from __future__ import annotations

OPEN = "(?:what|how|who|whom|whose|which|when|where|why)"
AUX = (
    "(?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must)"
)
MODAL = "(?:can|could|will|would|may|might|shall|should)"
SOMEONE = "(?:you|he|she|they|it|we|i)"
PAST = (
    "(?:[a-z]+ed|told|said|gave|went|took|made|left|met|spoke|saw|heard|knew|became|came|began|"
    "lost|kept|held|ran|brought|paid|wrote|broke|fell|got|stood|let|put|set|chose|led|found)"
)
NO_DOING = frozenset(
    "anything nothing something everything during morning evening meeting being bring".split()
)
"""Words in -ing that are no doing."""

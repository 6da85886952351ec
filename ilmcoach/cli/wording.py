"""Phrases that several commands share."""

from __future__ import annotations

from collections.abc import Sequence


def no_programme(pack: str | None) -> str:
    """Why there is no programme to speak of: none was chosen (`pack` is None), or its prompt
    pack, the id `pack`, cannot be used."""
    if pack is None:
        return (
            "No programme is set up yet. Run `ilmcoach` in a terminal to choose yours; "
            "`ilmcoach note TEXT` works already."
        )
    return (
        f"The prompt pack of your programme, {pack}, cannot be used now: `ilmcoach pack list` "
        "says why. What you have written is kept."
    )


def counted(number: int, noun: str) -> str:
    """`1 word`, `1,200 words`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def words_against_range(words: int, suggested: Sequence[int] | None) -> str:
    """How many words there are, beside the range that the task suggests (a guide only)."""
    if not suggested:
        return counted(words, "word")
    least, most = suggested
    return f"{counted(words, 'word')}; the task suggests {least:,} to {most:,}"

"""A short message in the corner."""

from __future__ import annotations

from typing import Any

from textual.app import App

from ilmcoach.text import clean


def say(app: App[Any], text: str, *, trouble: bool = False) -> None:
    """Shows `text`, cleaned and never read as markup."""
    app.notify(clean(text), severity="warning" if trouble else "information", markup=False)

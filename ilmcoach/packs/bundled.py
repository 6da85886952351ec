"""Where the packs that come with the app are."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def bundled_folder() -> Path:
    """The folder of the bundled packs: inside the package once installed, beside it in a
    checkout or an editable install."""
    inside = PACKAGE / "prompts"
    checkout = PACKAGE.parent
    if not inside.is_dir() and (checkout / "pyproject.toml").is_file():
        return checkout / "prompts"
    return inside

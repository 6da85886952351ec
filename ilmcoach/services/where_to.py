"""The file that a learner means when they say where a document should go."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from .chosen_file import readings

ENDINGS: Mapping[str, tuple[str, ...]] = {
    "docx": (".docx",),
    "pdf": (".pdf",),
    "html": (".html", ".htm"),
    "md": (".md", ".markdown"),
    "json": (".json",),
}
"""The endings of a file's name for each kind of document; the first is put where there is none."""
_OTHERS = frozenset({".doc", ".odt", ".rtf", ".txt"}.union(*ENDINGS.values()))


def where_to(typed: str, form: str, usual: Path) -> Path:
    """The file that is meant by `typed` for a document of the kind `form`, a key of `ENDINGS`.

    A name alone, or a path that begins nowhere, lies in the folder of the `usual` file. In a
    folder that is there, or is named with a stroke behind it, the file is called as usual. The
    ending is the one that the kind asks for, so that no program is handed what it cannot read.
    Quotes that a desktop puts round a name go, as in `readings`. Nothing typed means the usual
    file. The disk is only looked at.
    """
    meant = [_path(one, usual.parent) for one in readings(typed)]
    if not meant:
        return usual
    path = next((one for one in meant if there(one) or there(one.parent)), meant[-1])
    if there(path) or typed.strip("\"' ").endswith(("/", os.sep)):
        return path / usual.name
    return _ended(path, form)


def there(folder: Path) -> bool:
    """True for a folder that is there and can be looked at."""
    try:
        return folder.is_dir()
    except OSError:
        return False


def _path(text: str, home: Path) -> Path:
    try:
        return home / Path(text).expanduser()
    except RuntimeError:  # the home of somebody who is not known here
        return home / text


def _ended(path: Path, form: str) -> Path:
    endings = ENDINGS[form]
    ending = path.suffix.casefold()
    if ending in endings:
        return path
    stem = path.name[: -len(ending)] if ending in _OTHERS else path.name.rstrip(".")
    return path.with_name(f"{stem}{endings[0]}")

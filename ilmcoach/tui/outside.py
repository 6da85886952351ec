"""Leaves the screen for the learner's own editor and brings the words back."""

from __future__ import annotations

import subprocess
from typing import Any

from textual.app import App, SuspendNotSupported

from ilmcoach.errors import IlmcoachError
from ilmcoach.services.outside_editor import OutsideText, own_editor
from ilmcoach.services.workspace import Workspace

from .commands import Command
from .saying import say
from .widgets.editor import Editor


def outside_commands(app: App[Any], workspace: Workspace, editor: Editor | None) -> list[Command]:
    """The palette's command for it, where there is such an editor."""
    command = own_editor()
    if not command or editor is None:
        return []
    return [
        (
            "Write in my own editor",
            f"{command[0]}; your words come back here",
            lambda: write_outside(app, workspace, editor, command),
        )
    ]


def write_outside(
    app: App[Any], workspace: Workspace, editor: Editor, command: tuple[str, ...]
) -> None:
    """Opens the other editor on the words and waits; then they take the place of the words
    here, in one step that can be undone. Says so if anything went wrong."""
    text = OutsideText(workspace.folders, workspace.disk, f"{id(editor)}")
    try:
        text.put_out(editor.text)
        with app.suspend():
            _open(command, text)
        editor.put_in_place(text.take_back())
        text.forget()
    except IlmcoachError as problem:
        say(app, str(problem), trouble=True)
    except (OSError, SuspendNotSupported):
        say(app, f"{command[0]} cannot be opened from here.", trouble=True)


def _open(command: tuple[str, ...], text: OutsideText) -> None:
    ended = subprocess.run([*command, str(text.path)], check=False)
    if ended.returncode:
        raise IlmcoachError(
            f"{command[0]} ended with a problem ({ended.returncode}).",
            f"Your text here is as it was; what you typed there may be in {text.path}.",
        )

"""Attaching a file to a record, and what there is to say of attached files."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import (
    Action,
    Activity,
    Attachment,
    Feedback,
    Finding,
    Goal,
    Note,
    Record,
)
from ilmcoach.portfolio.wording import say_size
from ilmcoach.store.attachments import (
    MOST_BYTES,
    MOST_TOGETHER,
    Attachments,
    State,
    digest,
    safe_name,
)

from .chosen_file import ChosenFile, find_chosen, read_chosen, refuse_large
from .workspace import Workspace

USUAL = (Activity, Feedback, Action, Goal, Finding, Note)
"""Kinds of record that a file is most often attached to."""


class Attached(Struct, frozen=True):
    """An attached file: its record, where the copy lies, and how that stands."""

    record: Attachment
    path: Path
    state: State


def choose(workspace: Workspace, typed: str) -> ChosenFile:
    """The file that is meant by `typed`, as it would be attached. Raises IlmcoachError, in plain
    words, if it cannot be attached."""
    chosen = find_chosen(typed)
    refuse_large(chosen, MOST_BYTES)
    home = workspace.folders.data.resolve()
    place = chosen.path.resolve()
    if home in place.parents and workspace.folders.exports.resolve() not in place.parents:
        raise IlmcoachError(
            f"{chosen.name} is one of ilmcoach's own files.", "Choose a file of yours."
        )
    return chosen


def attach(workspace: Workspace, to: str, chosen: ChosenFile, text: str) -> Attachment:
    """Copies a chosen file into the data folder and saves the record of it, which links to the
    record with the id `to`; `text` is what the learner says it shows. The file itself is never
    touched.

    Raises IlmcoachError; nothing is kept then.
    """
    if workspace.store.why_read_only:
        raise IlmcoachError(f"Nothing was attached. {workspace.store.why_read_only}")
    portfolio = workspace.portfolio
    about = portfolio.get(to)
    if about is None or about.trashed is not None:
        raise IlmcoachError("What the file belongs to is not there any more.")
    _refuse_too_much(portfolio, chosen)
    data = read_chosen(chosen, MOST_BYTES)
    stamp = workspace.stamp()
    record = Attachment(
        id=stamp.new_id(),
        made=stamp.now,
        changed=stamp.now,
        links=(to,),
        name=safe_name(chosen.name),
        size=len(data),
        sha256=digest(data),
        text=text,
    )
    copies = Attachments(workspace.folders.data, workspace.disk)
    copies.keep(record, data)
    try:
        workspace.store.save([record])
    except IlmcoachError:
        with suppress(IlmcoachError):
            copies.remove(record)
        raise
    return record


def attached(workspace: Workspace, to: Record) -> tuple[Attached, ...]:
    """The live files that belong to a record, oldest first, each looked at; an attachment by
    itself is its own. Never raises."""
    own = isinstance(to, Attachment)
    found = (to,) if own else workspace.portfolio.linked(Attachment, to.id)
    return tuple(look_at(workspace, one) for one in found if isinstance(one, Attachment))


def look_at(workspace: Workspace, record: Attachment) -> Attached:
    """Where the copy of an attachment lies, and whether it is as it was kept. Never raises."""
    copies = Attachments(workspace.folders.data, workspace.disk)
    return Attached(record, copies.path(record), copies.state(record))


def not_in_order(workspace: Workspace) -> tuple[Attached, ...]:
    """The attachments, deleted ones too, whose copies are missing or changed. Never raises."""
    every = (look_at(workspace, one) for one in workspace.portfolio if isinstance(one, Attachment))
    return tuple(one for one in every if one.state is not State.GOOD)


def may_have_files(portfolio: Portfolio) -> tuple[Record, ...]:
    """The records that a file may be attached to, when none was stood on: those changed last
    first."""
    found = [one for kind in USUAL for one in portfolio.live(kind) if not one.blank]
    return tuple(sorted(found, key=lambda one: (one.changed, one.id), reverse=True))


def _refuse_too_much(portfolio: Portfolio, chosen: ChosenFile) -> None:
    sizes = (one.size for one in portfolio if isinstance(one, Attachment))
    # A record from elsewhere may say any size.
    before = sum(min(max(size, 0), MOST_BYTES) for size in sizes)
    if before + chosen.size > MOST_TOGETHER:
        raise IlmcoachError(
            f"All attached files together may have {say_size(MOST_TOGETHER)}; with this one they "
            f"would have {say_size(before + chosen.size)}.",
            "Attach a smaller copy, or delete one for good that you need no longer.",
        )

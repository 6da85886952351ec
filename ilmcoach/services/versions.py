"""Earlier texts under the headings: looked at, and brought back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.errors import IlmcoachError
from ilmcoach.portfolio.records import HandedIn, SectionText
from ilmcoach.store.versions import BROUGHT, RESTORED, UNSAVED, Version
from ilmcoach.text import clean, count_words

from .workspace import Workspace

__all__ = [
    "Entry",
    "Version",
    "history",
    "keep_brought",
    "restore",
    "seen_by_tutor",
    "text_at",
    "text_now",
    "unsaved",
    "versions_of",
]


class Entry(Struct, frozen=True):
    """A version in a heading's history: how many words `more` (or less) than the one before that
    stood there, None for the first; the hand-ins that it went with; whether it is the text
    `now`."""

    version: Version
    more: int | None
    handed: tuple[HandedIn, ...]
    now: bool


def versions_of(workspace: Workspace, assessment_id: str, section_id: str) -> tuple[Version, ...]:
    """Every text kept under a heading, oldest first, the present one among them also where it
    was not kept as a version yet. Changes nothing. Raises IlmcoachError if they cannot be read."""
    found = workspace.store.versions.of(assessment_id, section_id)
    now = text_now(workspace, assessment_id, section_id)
    newest = next((one for one in reversed(found) if one.stood), None)
    if now is None or (newest.text == now.text if newest else not now.text.strip()):
        return found
    if newest and now.changed <= newest.at:
        # Another window has saved since, or an older portfolio lies here: it comes last, or not.
        if workspace.store.read_only:
            return found
        now = replace(now, changed=max(newest.at, workspace.clock.now()))
    present = Version(
        assessment=assessment_id,
        section=section_id,
        record=now.id,
        at=now.changed,
        text=now.text,
        words=count_words(now.text),
    )
    return tuple(sorted((*found, present), key=lambda one: one.at))


def text_at(workspace: Workspace, assessment_id: str, section_id: str, moment: datetime) -> str:
    """The text as it stood under a heading at an aware moment; empty if there was none. Raises
    IlmcoachError."""
    version = standing_at(versions_of(workspace, assessment_id, section_id), moment)
    return version.text if version else ""


def standing_at(versions: Sequence[Version], moment: datetime) -> Version | None:
    """Of versions, oldest first, the one that stood at a moment; None before the first."""
    return next((one for one in reversed(versions) if one.stood and one.at <= moment), None)


def text_now(workspace: Workspace, assessment_id: str, section_id: str) -> SectionText | None:
    """What is saved under a heading; None if nothing is."""
    return next(
        (
            one
            for one in workspace.portfolio.live(SectionText)
            if (one.assessment, one.section) == (assessment_id, section_id)
        ),
        None,
    )


def history(workspace: Workspace, assessment_id: str, section_id: str) -> tuple[Entry, ...]:
    """The versions under a heading, newest first, with what is to be said of each. Raises
    IlmcoachError."""
    versions = versions_of(workspace, assessment_id, section_id)
    present = standing_at(versions, versions[-1].at) if versions else None
    handed: dict[int, list[HandedIn]] = {}
    for one in _handed(workspace, assessment_id):
        if version := standing_at(versions, one.made):
            handed.setdefault(id(version), []).append(one)
    entries = []
    before: Version | None = None
    for version in versions:
        more = version.words - before.words if before else None
        given = tuple(handed.get(id(version), ()))
        entries.append(Entry(version, more, given, version is present))
        before = version if version.stood else before
    return tuple(reversed(entries))


def seen_by_tutor(workspace: Workspace, assessment_id: str, section_id: str) -> Version | None:
    """The text as it was when the assessment was last handed in; None if it never was, or
    nothing stood under the heading then. Raises IlmcoachError."""
    handed = _handed(workspace, assessment_id)
    if not handed:
        return None
    return standing_at(versions_of(workspace, assessment_id, section_id), handed[-1].made)


def keep_brought(workspace: Workspace, assessment_id: str, section_id: str, text: str) -> Version:
    """Keeps a text that came back in a document as a version beside the others; what stands
    under the heading stays. Raises IlmcoachError."""
    return _keep_beside(workspace, assessment_id, section_id, text, BROUGHT)


def unsaved(workspace: Workspace, assessment_id: str, section_id: str) -> str:
    """What is typed under a heading and not saved; empty if all is."""
    draft = workspace.drafts.get(_draft_key(assessment_id, section_id))
    now = text_now(workspace, assessment_id, section_id)
    same = draft is None or clean(draft.text) == (now.text if now else "")
    return "" if draft is None or same else clean(draft.text)


def restore(workspace: Workspace, version: Version) -> SectionText:
    """Lets a version stand under its heading again, by a save like any other: the text before
    is a version too, and so is what was typed and not saved. What was saved; nothing new if the
    text is that one already. Raises IlmcoachError; the text is as it was then."""
    space, place = workspace, (version.assessment, version.section)
    if space.store.read_only:
        raise IlmcoachError(f"Nothing was brought back. {space.store.why_read_only}")
    if typed := unsaved(space, *place):
        _keep_beside(space, *place, typed, UNSAVED)
    kept, stamp = text_now(space, *place), space.stamp()
    new = kept or SectionText(
        id=stamp.new_id(),
        made=stamp.now,
        changed=stamp.now,
        assessment=version.assessment,
        section=version.section,
    )
    if kept is None or kept.text != version.text:
        new = replace(new, text=version.text, changed=stamp.now)
        space.store.save([new], source=RESTORED)
    space.drafts.drop(_draft_key(*place))
    return new


def _keep_beside(
    workspace: Workspace, assessment_id: str, section_id: str, text: str, source: str
) -> Version:
    now = text_now(workspace, assessment_id, section_id)
    words = clean(text)
    version = Version(
        assessment=assessment_id,
        section=section_id,
        record=now.id if now else workspace.stamp().new_id(),
        at=workspace.clock.now(),
        text=words,
        words=count_words(words),
        source=source,
    )
    workspace.store.keep_version(version)
    return version


def _handed(workspace: Workspace, assessment_id: str) -> list[HandedIn]:
    found = [one for one in workspace.portfolio.live(HandedIn) if one.assessment == assessment_id]
    return sorted(found, key=lambda one: one.made)


def _draft_key(assessment_id: str, section_id: str) -> str:
    return f"section/{assessment_id}/{section_id}"

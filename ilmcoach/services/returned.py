"""A Word document brought back: looked at heading by heading, and kept as versions. What stands
under the headings is never changed by it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from ilmcoach.errors import IlmcoachError
from ilmcoach.packs.model import Assessment, Section
from ilmcoach.portfolio.records import DocumentMade, Remark
from ilmcoach.portfolio.word_diff import Change, Kind, compare
from ilmcoach.portfolio.wording import say_size
from ilmcoach.store.versions import BROUGHT
from ilmcoach.text import count_words

from .chosen_file import find_chosen, read_chosen
from .documents import document_of
from .versions import keep_brought, versions_of
from .workspace import Workspace

if TYPE_CHECKING:
    from ilmcoach.export.word_reading import Comment, Returned

MOST_BYTES = 32 * 1024 * 1024
"""A larger file is none that an assignment comes back in."""


class ReturnedHeading(Struct, frozen=True):
    """What came back under a heading: its `text`, the text that stands there `now` as it would
    come back from a Word file that nobody changed, how many words are `other`, and whether a
    version with that very text was `kept` when it was brought before."""

    section: str
    title: str
    text: str
    now: str
    other: int
    kept: bool = False

    @property
    def same(self) -> bool:
        """True if no word, mark or line break is another."""
        return self.text == self.now

    @property
    def worth_keeping(self) -> bool:
        """True for a text that is another one than that which stands there, and not kept yet."""
        return bool(self.text.strip()) and not self.same and not self.kept


class ReturnedComment(Struct, frozen=True):
    """A comment, whether it is the learner's own, and whether it was `kept` before."""

    comment: Comment
    own: bool = False
    kept: bool = False


class ReturnedLook(Struct, frozen=True):
    """What is in a file `name` that came back. For `missing`, `twice`, `others`, `tracked` and
    `lost` see `Returned`. `hidden` if a Word file of this task was made with names hidden: then
    this may be that one, with words of ours in place of names."""

    assessment: str
    name: str
    headings: tuple[ReturnedHeading, ...]
    comments: tuple[ReturnedComment, ...] = ()
    missing: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    tracked: bool = False
    lost: tuple[str, ...] = ()
    hidden: bool = False


def look_at(workspace: Workspace, assessment_id: str, path: str | Path) -> ReturnedLook:
    """What is in the Word file that is meant by `path`, typed or dragged in, held against what
    stands under the headings of the assessment. Changes nothing.

    Raises WrongUse for an id that is not there, and IlmcoachError, in plain words, if the file
    is not there, cannot be read, or has none of the headings.
    """
    from ilmcoach.export.word import to_word
    from ilmcoach.export.word_reading import read_word

    chosen = find_chosen(str(path))
    if chosen.size > MOST_BYTES:
        raise IlmcoachError(
            f"{chosen.name} is {say_size(chosen.size)}; a Word file to bring back may have up to "
            f"{say_size(MOST_BYTES)}.",
            "Leave pictures out, and try again.",
        )
    document = document_of(workspace, assessment_id)
    task = _task(workspace, assessment_id)
    headings = [(one.id, one.title) for one in task.sections]
    found = read_word(read_chosen(chosen, MOST_BYTES), headings, name=chosen.name)
    if not found.texts and not found.twice:
        raise IlmcoachError(
            f"{chosen.name} has none of the headings of “{task.title}”.",
            "Look whether it is the file of this task, and whether its headings still read as "
            "they did.",
        )
    now = read_word(to_word(document, made=workspace.clock.now()), headings).texts
    return ReturnedLook(
        assessment=assessment_id,
        name=chosen.name,
        headings=tuple(
            _heading(workspace, assessment_id, one, found.texts[one.id], now.get(one.id, ""))
            for one in task.sections
            if one.id in found.texts
        ),
        comments=_comments(workspace, assessment_id, found),
        missing=found.missing,
        twice=found.twice,
        others=found.others,
        tracked=found.tracked,
        lost=found.lost,
        hidden=_was_hidden(workspace, assessment_id),
    )


def keep(
    workspace: Workspace,
    look: ReturnedLook,
    sections: Collection[str],
    comments: Collection[Comment],
) -> None:
    """Keeps what came back under the headings with these ids as versions, and these comments as
    what the tutor said. The texts under the headings stay as they are; what was kept before is
    not kept twice.

    Raises IlmcoachError; versions that were kept until then stay, and keeping again goes on.
    """
    if workspace.store.read_only:
        raise IlmcoachError(f"Nothing was kept. {workspace.store.why_read_only}")
    for one in look.headings:
        place = look.assessment, one.section
        if one.section in sections and not _is_kept(workspace, *place, one.text):
            keep_brought(workspace, *place, one.text)
    wanted = [one for one in comments if not _is_remark(workspace, look.assessment, one)]
    stamp = workspace.stamp()
    remarks = [
        Remark(
            id=stamp.new_id(),
            made=stamp.now,
            changed=stamp.now,
            assessment=look.assessment,
            section=one.section,
            on=one.on,
            who=one.author,
            text=remark_text(one),
        )
        for one in dict.fromkeys(wanted)
    ]
    if remarks:
        workspace.store.save(remarks)


def remark_text(comment: Comment) -> str:
    """What is kept of a comment: the words it stands at, in quotation marks, and what it says."""
    return f"“{comment.at}”\n{comment.text}" if comment.at else comment.text


def words_other(changes: Sequence[Change]) -> int:
    """How many words are other: at each place the words gone or those new, whichever are more."""
    total = gone = new = 0
    for one in changes:
        if one.kind is Kind.SAME:
            total, gone, new = total + max(gone, new), 0, 0
        elif one.kind is Kind.GONE:
            gone += count_words(one.text)
        else:
            new += count_words(one.text)
    return total + max(gone, new)


def _heading(
    workspace: Workspace, assessment_id: str, section: Section, text: str, now: str
) -> ReturnedHeading:
    other = words_other(compare(now, text)) if text != now else 0
    kept = _is_kept(workspace, assessment_id, section.id, text)
    return ReturnedHeading(section.id, section.title, text, now, other, kept)


def _comments(
    workspace: Workspace, assessment_id: str, found: Returned
) -> tuple[ReturnedComment, ...]:
    learner = workspace.portfolio.learner
    name = learner.name.strip().casefold() if learner else ""
    return tuple(
        ReturnedComment(
            one,
            own=bool(name) and one.author.casefold() == name,
            kept=_is_remark(workspace, assessment_id, one),
        )
        for one in found.comments
    )


def _is_kept(workspace: Workspace, assessment_id: str, section: str, text: str) -> bool:
    versions = versions_of(workspace, assessment_id, section)
    return any(one.source == BROUGHT and one.text == text for one in versions)


def _is_remark(workspace: Workspace, assessment_id: str, comment: Comment) -> bool:
    said = comment.section, comment.on, comment.author, remark_text(comment)
    return any(
        one.assessment == assessment_id and (one.section, one.on, one.who, one.text) == said
        for one in workspace.portfolio.live(Remark)
    )


def _was_hidden(workspace: Workspace, assessment_id: str) -> bool:
    return any(
        one.what == assessment_id and one.format == "docx" and one.names
        for one in workspace.portfolio.live(DocumentMade)
    )


def _task(workspace: Workspace, assessment_id: str) -> Assessment:
    pack = workspace.pack
    task = pack.assessment(assessment_id) if pack else None
    if task is None:
        raise IlmcoachError("That assignment belongs to another programme.")
    return task

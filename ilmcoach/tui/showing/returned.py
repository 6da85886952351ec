"""How a document that was brought back reads."""

from __future__ import annotations

from textual.content import Content

from ilmcoach.dates import say_day
from ilmcoach.packs.model import Assessment
from ilmcoach.services.returned import ReturnedComment, ReturnedHeading, ReturnedLook, remark_text
from ilmcoach.tui.labels import number_of
from ilmcoach.tui.widgets.plain import plain

from .handing import heading_title

NOTHING_LOST = (
    "Nothing here changes your text. It is only compared, and kept beside it if you want."
)


def heading_line(one: ReturnedHeading, *, chosen: bool) -> Content:
    """A heading in the list: what came back, and whether it is to be kept."""
    return _line(one.title, say_heading(one), chosen=chosen, fits=one.worth_keeping)


def say_heading(one: ReturnedHeading) -> str:
    """`the same`, `34 words differ`, and whether that is kept already."""
    if one.same:
        return "the same"
    if not one.text.strip():
        return "nothing came back under it"
    if one.other:
        said = f"{number_of(one.other, 'word')} {'differs' if one.other == 1 else 'differ'}"
    else:
        said = "the same words, other marks or breaks"
    return f"{said}; kept as a version" if one.kept else said


def comment_line(one: ReturnedComment, task: Assessment, *, chosen: bool) -> Content:
    """A comment in the list."""
    comment = one.comment
    who = comment.author or "Nobody named"
    about = [heading_title(comment.section, task)]
    if one.own:
        about.append("your own")
    if one.kept:
        about.append("kept")
    title = f"{who}: {' '.join(comment.text.split())[:60]}"
    return _line(title, ", ".join(about), chosen=chosen, fits=not one.kept)


def comment_text(one: ReturnedComment, task: Assessment) -> tuple[str, str]:
    """Whose comment it is and where it stands; and all of it."""
    comment = one.comment
    on = f", {say_day(comment.on)}" if comment.on else ""
    who = comment.author or "Somebody who is not named"
    return f"{who}{on}, under {heading_title(comment.section, task)}:", remark_text(comment)


def about_look(look: ReturnedLook, task: Assessment) -> tuple[str, ...]:
    """What the learner should know of the file, most important first."""
    found = []
    if look.missing:
        found.append(
            f"Not found: {_named(look.missing)}. A heading has to read as it did when the file was "
            "made. If it was taken out, its text stands under the heading before it."
        )
    if look.twice:
        found.append(f"There more than once, so nothing of it is read: {_named(look.twice)}.")
    if look.others:
        found.append(
            f"Not one of the task's headings: {_named(look.others)}. What stands under it is not "
            "read."
        )
    if look.tracked:
        found.append(
            "Changes were tracked in it. They are read as if you had accepted all of them."
        )
    if look.lost:
        found.append(f"It has {', '.join(look.lost)}. They are not read.")
    if look.hidden:
        found.append(
            "You made a Word file with names hidden. If this is that one, it has labels in place "
            "of names: restoring it would bring them into your text."
        )
    if any(one.log for one in task.sections):
        found.append(
            "Of a learning log only the text in front of its meetings is read. What you wrote "
            "about each meeting is changed here, under Set."
        )
    return tuple(found)


def is_trouble(look: ReturnedLook) -> bool:
    """True if something of the file could not be read as it should."""
    return bool(look.missing or look.twice or look.others or look.lost)


def say_kept(texts: int, comments: int) -> str:
    """What was kept, and how to go on."""
    parts = []
    if texts:
        parts.append(number_of(texts, "text") + (" as a version" if texts == 1 else " as versions"))
    if comments:
        parts.append(number_of(comments, "comment"))
    said = f"Kept: {' and '.join(parts)}. Your own text stands as it did."
    return (
        f"{said} To let a version take its place, open Versions and restore it." if texts else said
    )


def _line(title: str, about: str, *, chosen: bool, fits: bool) -> Content:
    mark = plain(
        "[x]" if chosen else "[ ]" if fits else "   ", "bold $accent" if chosen else "$quiet"
    )
    first = Content.assemble(mark, " ", plain(title, "bold" if chosen else ""))
    return Content.assemble(first, "\n    ", plain(about, "$quiet"))


def _named(titles: tuple[str, ...]) -> str:
    shown = ", ".join(f"“{one}”" for one in titles[:8])
    return f"{shown} and {len(titles) - 8} more" if len(titles) > 8 else shown

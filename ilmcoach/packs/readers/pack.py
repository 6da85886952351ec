"""`pack.md` and a programme: what the whole is, and the course it is for."""

from __future__ import annotations

from ilmcoach.packs.blocks import Block, Page, Paragraph, prose
from ilmcoach.packs.defined.course import PACK, PROGRAMME
from ilmcoach.packs.draft import Label, Placed
from ilmcoach.packs.keys import Keys
from ilmcoach.packs.limits import USES
from ilmcoach.packs.model import Programme
from ilmcoach.packs.names import shown, slug

from .common import Desk


def read_pack(desk: Desk) -> None:
    """`pack.md`: id, title and the rest about the pack; its body is the text about it."""
    keys = desk.front(PACK)
    draft = desk.draft
    folder = draft.folder.resolve().name
    pack_id = keys.id(slug(folder))
    if pack_id and slug(folder) != pack_id:
        what = f"The folder is called '{shown(folder)}', the pack '{pack_id}'."
        desk.report.advice(keys.line_of("id"), what, "Call them the same: it is easier to find.")
    draft.label = Label(
        id=pack_id,
        title=desk.title(keys),
        version=keys.text("version"),
        language=keys.text("language", "en").casefold(),
        author=keys.text("author"),
        licence=keys.text("licence"),
        circulation=keys.text("circulation"),
        about=_body(desk),
        uses=_uses(desk, keys),
        uses_line=keys.line_of("uses"),
        language_line=keys.line_of("language"),
    )


def _uses(desk: Desk, keys: Keys) -> tuple[str, ...]:
    found = desk.refer("pack", keys, "uses")
    if len(found) > USES:
        what = f"A pack may build on {USES} others."
        desk.report.error(keys.line_of("uses"), what, "Put some of them together.")
    return found[:USES]


def read_programme(desk: Desk) -> None:
    """A qualification or course. There is one at most in a pack."""
    keys = desk.front(PROGRAMME)
    months = keys.number_range("set months")
    programme = Programme(
        title=desk.title(keys),
        number=keys.text("number"),
        about=_body(desk),
        has_set=keys.flag("set", otherwise=months is not None),
        set_months=months,
        credits=keys.number("credits"),
        induction_hours=keys.number("induction hours"),
        tutorial_hours=keys.number("tutorial hours"),
        guided_hours=keys.number("guided hours"),
        years=keys.number("years"),
        assessments=desk.refer("assessment", keys, "assessments"),
    )
    if desk.draft.programme is not None:
        what = f"The pack has a programme already, in {desk.draft.programme.file}."
        desk.report.error(1, what, "Keep one, or put this one into a pack of its own.")
        return
    desk.draft.programme = Placed(programme, desk.report.file, 1)


def _body(desk: Desk) -> str:
    return prose(_all_blocks(desk.page))


def _all_blocks(page: Page) -> tuple[Block, ...]:
    blocks = list(page.lead)
    for part in page.parts:
        blocks.append(Paragraph(part.line, part.title))
        blocks.extend(part.blocks)
    return tuple(blocks)

"""How a piece of reading reads: its line in the list, and what stands beside."""

from __future__ import annotations

from textual.containers import Vertical
from textual.content import Content

from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.records import Record
from ilmcoach.portfolio.wording import READING_STATES
from ilmcoach.services.workspace import Workspace
from ilmcoach.tui.present import criteria_labels, show
from ilmcoach.tui.widgets.plain import OwnWords, Plain, plain
from ilmcoach.walks.shelf import Work


def work_line(work: Work) -> Content:
    """Author and year, and how far the learner is."""
    line = plain(short(work.entry.citation) if work.entry else _own_title(work))
    took = bool(work.record and work.record.took.strip())
    state = READING_STATES.get(work.state, "")
    about = " · ".join(word for word in (state, "with notes" if took else "") if word)
    return Content.assemble(line, "\n", plain(about, "$quiet")) if about else line


def work_head(work: Work) -> Content:
    """What it is, and how far the learner is."""
    state = READING_STATES.get(work.state, "")
    title = plain(work.entry.citation if work.entry else _own_title(work), "bold")
    return Content.assemble(title, plain(f"\n{state}", "$accent")) if state else title


def about_work(work: Work, pack: Pack) -> Content:
    """What the catalogue says of it; empty for reading of the learner's own."""
    entry = work.entry
    if entry is None:
        return plain("")
    parts = [plain(f"\n{entry.good_for}")]
    if entry.topics:
        parts.append(plain(f"\n\nAbout {', '.join(entry.topics)}", "$quiet"))
    labels = criteria_labels(entry.criteria, pack)
    if labels:
        parts.append(plain(f"\nHelps with {', '.join(labels)}", "$quiet"))
    return Content.assemble(*parts)


def fill_parts(holder: Vertical, record: Record | None, space: Workspace) -> None:
    """Puts the parts of the learner's record into `holder`; none if there is no record."""
    holder.remove_children()
    if record is None:
        return
    for part in show(record, space.portfolio, space.pack).parts:
        holder.mount(Plain(part.label, classes="field"))
        holder.mount((OwnWords if part.own else Plain)(part.text, classes="value"))


def short(citation: str) -> str:
    """A citation up to its year."""
    head, _, rest = citation.partition(")")
    return f"{head})" if rest else citation


def _own_title(work: Work) -> str:
    title = " ".join(work.record.title.split()) if work.record else ""
    return title or "Reading of another pack"

"""A data folder in which one deleted note lies in every place that there is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from ilmcoach.clock import FixedClock
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import Note
from ilmcoach.store.backups import Backups
from ilmcoach.store.drafts import Drafts
from ilmcoach.store.envelope import decode
from ilmcoach.store.erasing import Erasure
from ilmcoach.store.layout import INBOX
from ilmcoach.store.slips import Slips
from ilmcoach.store.store import PortfolioStore

NOW = datetime(2026, 11, 19, 14, 2, tzinfo=UTC)
SECRET = "What K told me in confidence"
GONE = Note(id="a" * 32, made=NOW, changed=NOW, trashed=NOW, text=SECRET)
KEPT = tuple(
    Note(id=f"{number:032x}", made=NOW, changed=NOW, links=(GONE.id,), text=f"Thought {number}")
    for number in range(3)
)
ERASURE = Erasure((GONE.id,), ("section/one/two",))


def fill(folder: Path) -> None:
    """Makes the folder: three backups, one of them older than the note; copies kept aside, one
    damaged in a way that leaves every line readable; drafts; a note that waits."""
    clock, disk = FixedClock(NOW), RealDisk()
    for records in ((KEPT[0],), (GONE, KEPT[1]), (KEPT[2],)):
        clock.moment += timedelta(minutes=1)
        with PortfolioStore.open(folder, disk=disk, clock=clock) as store:
            store.save(records)
    PortfolioStore.open(folder, disk=disk, clock=clock).close()
    data = (folder / "portfolio.json").read_bytes()
    (folder / "portfolio.damaged-20261101-000000.json").write_bytes(data[:-4])
    (folder / "portfolio.other-20261101-000000.json").write_bytes(data)
    drafts = Drafts(folder, disk)
    for key in (f"form/{GONE.id}", f"walk/r/step@{GONE.id}", "section/one/two"):
        drafts.keep(key, f"{SECRET}, and more", NOW)
    drafts.keep(f"form/{KEPT[0].id}", "Half a thought", NOW)
    drafts.keep("walk/r/rows", f'[{{"id":"{GONE.id}","text":"{SECRET}"}},{{"id":"b"}}]', NOW)
    (folder / "drafts" / f"form-{GONE.id}-0123.damaged").write_text(f"?{SECRET}", encoding="utf-8")
    inbox = Slips(folder / INBOX, disk)
    inbox.keep(GONE.id, SECRET, NOW)
    inbox.keep("f" * 32, "A note that waits", NOW)


def places(folder: Path) -> list[str]:
    """The files that hold the secret."""
    return sorted(
        str(one.relative_to(folder))
        for one in folder.rglob("*")
        if one.is_file() and SECRET.encode() in one.read_bytes()
    )


def check_nothing_else_went(folder: Path) -> None:
    """All that is not the deleted note is where it was."""
    disk, clock = RealDisk(), FixedClock(NOW)
    store = PortfolioStore.open(folder, disk=disk, clock=clock, read_only=True)
    assert {one for one in store.portfolio if one != GONE} == set(KEPT)
    counts = [one.counts["note"] for one in reversed(Backups(folder, disk, clock).good())]
    assert len(counts) == len(Backups(folder, disk, clock).all()) >= 3
    assert counts[0] == 1
    assert {3, 4} >= set(counts[2:])
    damaged = (folder / "portfolio.damaged-20261101-000000.json").read_bytes()
    other = decode((folder / "portfolio.other-20261101-000000.json").read_bytes())
    for note in KEPT:
        assert note.text.encode() in damaged
        assert note.id in other.tables["note"]
    drafts = Drafts(folder, disk)
    kept = drafts.get(f"form/{KEPT[0].id}")
    rows = drafts.get("walk/r/rows")
    assert kept is not None
    assert kept.text == "Half a thought"
    assert rows is not None
    assert '"id":"b"' in rows.text
    waiting = {one.text for one in Slips(folder / INBOX, disk).all()}
    assert "A note that waits" in waiting

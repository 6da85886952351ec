"""A portfolio from elsewhere takes the place of the one that is here, which is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from msgspec import Raw

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import RealDisk, SystemCalls
from ilmcoach.store.backups import Backups
from ilmcoach.store.drafts import Drafts
from ilmcoach.store.envelope import NewerVersion, Tables, encode
from ilmcoach.store.inbox import Inbox
from ilmcoach.store.replacing import Incoming, NotEmpty, replace_all
from ilmcoach.store.slips import Slip
from ilmcoach.store.store import PortfolioStore

Open = Callable[..., PortfolioStore]
TABLES: Tables = {"hours": {"h": Raw(b'{"kind":"hours"}')}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def incoming(now: datetime) -> Incoming:
    return Incoming(TABLES, (Slip("n" * 32, "waits", now),), (Slip("form/x", "half", now),))


def replace(folder: Path, incoming: Incoming, disk: RealDisk | None = None) -> None:
    moment = incoming.notes[0].at
    replace_all(folder, incoming, disk or RealDisk(), FixedClock(moment), only_if_empty=False)


def replace_if_empty(folder: Path, incoming: Incoming) -> None:
    clock = FixedClock(incoming.notes[0].at)
    replace_all(folder, incoming, RealDisk(), clock, only_if_empty=True)


def texts(folder: Path) -> list[str]:
    slips = (*Inbox(folder, RealDisk()).waiting(), *Drafts(folder, RealDisk()).all())
    return sorted(one.text for one in slips)


def test_into_a_folder_that_is_not_there_yet(folder: Path, incoming: Incoming) -> None:
    replace_if_empty(folder, incoming)
    assert b'"h":{"kind":"hours"}' in (folder / "portfolio.json").read_bytes()
    assert texts(folder) == ["half", "waits"]
    assert folder.stat().st_mode & 0o077 == 0


def test_into_one_with_no_records(opened: Open, folder: Path, incoming: Incoming) -> None:
    replace_if_empty(folder, Incoming({"note": {}}, incoming.notes))
    replace_if_empty(folder, incoming)
    assert b"hours" in (folder / "portfolio.json").read_bytes()


@pytest.mark.parametrize("what", ["records", "unknown", "damage", "backups", "copies"])
def test_not_into_one_with_something_in_it(
    opened: Open, saved: bytes, folder: Path, incoming: Incoming, what: str
) -> None:
    portfolio = folder / "portfolio.json"
    if what == "unknown":
        portfolio.write_bytes(encode(TABLES, save=2, saved=incoming.notes[0].at))
    elif what == "damage":
        portfolio.write_bytes(saved[:-1])
    elif what == "backups":
        opened().close()
        portfolio.unlink()
    elif what == "copies":
        portfolio.rename(folder / "portfolio.damaged-20260101-000000.json")
    before = portfolio.read_bytes() if portfolio.exists() else None
    with pytest.raises(NotEmpty, match="left as it is"):
        replace_if_empty(folder, incoming)
    assert (portfolio.read_bytes() if portfolio.exists() else None) == before
    assert texts(folder) == []


def test_what_was_there_is_backed_up(
    saved: bytes, folder: Path, incoming: Incoming, clock: FixedClock
) -> None:
    replace(folder, incoming)
    (backup,) = Backups(folder, RealDisk(), clock).all()
    assert backup.path.read_bytes() == saved
    assert b'"save":2' in (folder / "portfolio.json").read_bytes()


def test_a_damaged_file_is_kept_aside(saved: bytes, folder: Path, incoming: Incoming) -> None:
    (folder / "portfolio.json").write_bytes(saved[:-1])
    replace(folder, incoming)
    (kept,) = folder.glob("portfolio.damaged-*")
    assert kept.read_bytes() == saved[:-1]


def test_a_newer_file_is_never_replaced(folder: Path, incoming: Incoming, now: datetime) -> None:
    folder.mkdir()
    newer = encode({}, save=1, saved=now, version=2)
    (folder / "portfolio.json").write_bytes(newer)
    with pytest.raises(NewerVersion):
        replace(folder, incoming)
    assert (folder / "portfolio.json").read_bytes() == newer


def test_not_while_it_is_open(opened: Open, folder: Path, saved: bytes, incoming: Incoming) -> None:
    with opened(), pytest.raises(IlmcoachError, match="another window"):
        replace(folder, incoming)
    assert (folder / "portfolio.json").read_bytes() == saved
    assert texts(folder) == []


def test_typing_that_is_here_stays(folder: Path, incoming: Incoming, now: datetime) -> None:
    Drafts(folder, RealDisk()).keep("form/x", "typed here", now)
    replace(folder, incoming)
    assert texts(folder) == ["typed here", "waits"]


@pytest.mark.parametrize("call", range(1, 17))
def test_a_disk_that_fails_changes_nothing(
    saved: bytes,
    folder: Path,
    incoming: Incoming,
    stops_at: Callable[[int], SystemCalls],
    call: int,
) -> None:
    with pytest.raises(IlmcoachError):
        replace(folder, incoming, RealDisk(stops_at(call)))
    assert (folder / "portfolio.json").read_bytes() == saved
    assert texts(folder) == []
    replace(folder, incoming)
    assert texts(folder) == ["half", "waits"]

"""The made-up learner's portfolio in a folder: one that is thrown away, or one to keep."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from ilmcoach.clock import Clock, FixedClock, SystemClock
from ilmcoach.demo import DEMO_NOW, PACK, attached_bytes, build, texts_before
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk, RealDisk
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.records import Attachment
from ilmcoach.settings import Folders
from ilmcoach.store.attachments import Attachments
from ilmcoach.store.store import PortfolioStore


def demo_clock() -> Clock:
    """The clock that the example is opened with: it stands still, so that pictures do too."""
    return FixedClock(DEMO_NOW)


@contextmanager
def passing_demo() -> Iterator[Folders]:
    """The folders of an example that is gone, with all that was done to it, when this ends.

    Raises IlmcoachError if it cannot be made.
    """
    try:
        place = TemporaryDirectory(prefix="ilmcoach-demo-", ignore_cleanup_errors=True)
    except OSError as error:
        raise IlmcoachError(
            f"There is no place for the example: {error.strerror or error}.",
            "`ilmcoach demo --into DIR` puts it into a folder that you choose.",
        ) from error
    with place as folder:
        folders = Folders(Path(folder))
        write_demo(folders, clock=demo_clock())
        yield folders


def write_demo(folders: Folders, *, clock: Clock | None = None, disk: Disk | None = None) -> None:
    """Puts the example into an empty data folder, or one that is not there yet.

    Raises IlmcoachError, and writes nothing over anything, if something is there or it cannot
    be written.
    """
    disk = disk or RealDisk()
    _refuse_if_used(folders.data)
    portfolio = build(_pack())
    with PortfolioStore.open(folders.data, disk=disk, clock=clock or SystemClock()) as store:
        if len(store.portfolio):
            raise _used(folders.data)
        copies = Attachments(folders.data, disk)
        for one in portfolio.live(Attachment):
            copies.keep(one, attached_bytes(one.name))
        for text in texts_before(portfolio):
            store.save([text])
        store.save(portfolio)


def _pack() -> Pack:
    pack = Library.find([bundled_folder()]).pack(PACK)
    if pack is None:
        raise IlmcoachError(
            f"The prompt pack of the example, {PACK}, cannot be used.",
            "`ilmcoach pack list` says why; installing again brings it back.",
        )
    return pack


def _refuse_if_used(folder: Path) -> None:
    try:
        used = any(folder.iterdir())
    except FileNotFoundError:
        return
    except OSError as error:
        raise IlmcoachError(
            f"{folder} cannot be used for the example: {error.strerror or error}.",
            "Choose a folder that is empty or not there yet.",
        ) from error
    if used:
        raise _used(folder)


def _used(folder: Path) -> IlmcoachError:
    return IlmcoachError(
        f"There is something in {folder} already, and it was left as it is.",
        "Choose a folder that is empty or not there yet.",
    )

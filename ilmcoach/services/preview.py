"""A pack on trial: shown as a learner would see it, and read again whenever its files change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.clock import Clock, SystemClock, today
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk, RealDisk
from ilmcoach.kit.changes import Counts, own_counts
from ilmcoach.kit.receiving import look_at
from ilmcoach.kit.showing import own_part
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library, look_over
from ilmcoach.packs.limits import PACK_FILE
from ilmcoach.packs.merge import beside
from ilmcoach.packs.model import Pack, Problem
from ilmcoach.packs.state import state
from ilmcoach.portfolio.records import Enrolment
from ilmcoach.settings import Folders
from ilmcoach.store.store import PortfolioStore

from .workspace import Workspace, new_id

DAYS = 270
"""How long the made-up programme lasts: nine months, between the six and twelve of a set."""


class TrialLibrary(Library):
    """The packs there are, the one on trial as it is to be shown."""

    def __init__(self, folders: tuple[Path, ...], shown: Pack) -> None:
        super().__init__(folders)
        self._shown = shown

    def pack(self, pack_id: str) -> Pack | None:
        """As any library; the pack on trial with a programme around it."""
        return self._shown if pack_id == self._shown.id else super().pack(pack_id)


class Trial(Struct, frozen=True):
    """What one reading of a pack found. `pack` and `library` are None where it cannot be used;
    `problems` hold advice too, and their files lie in `folder`. `counts` are of what the pack
    holds of its own."""

    folder: Path
    problems: tuple[Problem, ...] = ()
    pack: Pack | None = None
    library: TrialLibrary | None = None
    counts: Counts = Counts()

    def place(self, problem: Problem) -> str:
        """`file:line`, as an editor or a terminal makes a link of it."""
        return f"{self.folder / problem.file}:{problem.line}"

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that are more than advice."""
        return tuple(one for one in self.problems if not one.advice)


class PackOnTrial:
    """The pack at `path`: a folder, its `pack.md`, or a zip. It may build on those in the folder
    `own` and on the bundled ones. A zip is unpacked into `work`, which has to be there."""

    def __init__(self, path: Path, own: Path, work: Path) -> None:
        self._path = path.parent if path.name == PACK_FILE and path.is_file() else path
        self._own = own
        self._work = work
        self._bundled = Library.find([bundled_folder()])
        self._seen: object = None
        self._last: Trial | None = None

    def read(self) -> Trial:
        """The pack as it is now. Never raises for what it is like."""
        self._seen = self._state()
        self._last = self._read(self._path) if self._path.is_dir() else self._unpacked()
        return self._last

    def _unpacked(self) -> Trial:
        try:
            library = Library.find([self._own, bundled_folder()])
            parcel = look_at(self._path, self._work, library)
        except IlmcoachError as problem:
            found = Problem(self._path.name, 1, problem.message, problem.hint)
            return Trial(self._path.parent, (found,))
        trial = self._read(parcel.folder)
        problems = tuple(dict.fromkeys((*parcel.problems, *trial.problems)))
        trial = replace(trial, folder=self._path, problems=problems)
        return replace(trial, pack=None, library=None) if trial.errors else trial

    def look(self) -> Trial | None:
        """The pack read again if its files have changed since; None if they have not, are just
        being changed, or say the same as before. Never raises for what they are like."""
        if self._state() == self._seen:
            return None
        before = self._last
        trial = self.read()
        if self._seen != self._state():
            # An editor is at it: what was read may be half of it. The next look reads it.
            self._seen, self._last = None, before
            return None
        # Editors keep files of their own beside those that they edit.
        return None if before and _same(before, trial) else trial

    def _state(self) -> object:
        """Changes whenever a file does that the pack is read from."""
        try:
            if not self._path.is_dir():
                it = self._path.stat()
                return (it.st_ino, it.st_size, it.st_mtime_ns)
            used = sorted(one.parent for one in self._own.glob(f"*/{PACK_FILE}"))
            return state([self._path]), state(used)
        except OSError:
            return b""

    def _read(self, folder: Path) -> Trial:
        places = (folder, self._own, bundled_folder())
        library = Library.find(places)
        loaded = look_over(folder, library)
        pack = loaded.pack
        if pack is None:
            return Trial(folder, loaded.problems)
        bases = [base for name in pack.uses if (base := library.pack(name))]
        # The bundled packs do not change meanwhile, so they are read once.
        shown = with_programme(pack, self._bundled)
        return Trial(
            folder,
            loaded.problems,
            shown,
            TrialLibrary(places, shown),
            own_counts(pack, bases),
        )


def _same(before: Trial, now: Trial) -> bool:
    return (before.problems, before.pack) == (now.problems, now.pack)


def with_programme(pack: Pack, library: Library) -> Pack:
    """`pack` as a tutor should see it. One that has no programme gets that of the pack in
    `library` that it builds on, if one of these has any, else of the fullest one there; its own
    guided questions come first then."""
    if pack.programme is not None:
        return pack
    courses = [one for name in library.ids() if (one := library.pack(name)) and one.programme]
    if not courses:
        return pack
    around = min(courses, key=lambda one: (one.id not in pack.uses, *_fullness(one)))
    own = {one.id for one in own_part(pack).walks}
    walks = sorted(pack.walks, key=lambda one: one.id not in own)
    together = beside(replace(pack, walks=tuple(walks)), [around])
    return replace(together, programme=around.programme)


def _fullness(pack: Pack) -> tuple[bool, int, str]:
    course = pack.programme
    has_set, credits_ = (course.has_set, course.credits or 0) if course else (False, 0)
    return (not has_set, -credits_, pack.id)


@contextmanager
def passing_folder() -> Iterator[Path]:
    """An empty folder that is gone, with all that is in it, when this ends. Raises IlmcoachError
    if it cannot be made."""
    try:
        place = TemporaryDirectory(prefix="ilmcoach-preview-", ignore_cleanup_errors=True)
    except OSError as error:
        raise IlmcoachError(
            f"There is no place for a preview: {error.strerror or error}."
        ) from error
    with place as folder:
        yield Path(folder)


def open_preview(
    folders: Folders, trial: Trial, *, clock: Clock | None = None, disk: Disk | None = None
) -> Workspace:
    """A portfolio of its own in `folders`, without a word in it, on the pack that was read,
    if it can be used. Raises IlmcoachError."""
    if trial.library is None:
        raise IlmcoachError("The pack cannot be used.", "`ilmcoach pack check` says why.")
    clock, disk = clock or SystemClock(), disk or RealDisk()
    store = PortfolioStore.open(folders.data, disk=disk, clock=clock)
    space = Workspace(folders, store, trial.library, disk, clock)
    if enrolment := enrolled(space, trial):
        store.save([enrolment])
    return space


def enrolled(space: Workspace, trial: Trial) -> Enrolment | None:
    """What has to be saved so that the learner of the preview follows the pack; None if they do."""
    found = space.portfolio.enrolment
    if trial.pack is None or (found and found.pack == trial.pack.id):
        return None
    now, day = space.clock.now(), today(space.clock)
    if found:
        return replace(found, pack=trial.pack.id, changed=now)
    return Enrolment(
        id=new_id(),
        made=now,
        changed=now,
        pack=trial.pack.id,
        start=day,
        end=day + timedelta(days=DAYS),
    )

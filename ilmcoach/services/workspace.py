"""Everything one run of ilmcoach works with, built in one place."""

from __future__ import annotations

import uuid
from datetime import date

from ilmcoach.clock import Clock, SystemClock, today
from ilmcoach.errors import IlmcoachError
from ilmcoach.files import Disk, RealDisk
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.cache import PackCache
from ilmcoach.packs.library import Library
from ilmcoach.packs.merge import beside
from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.settings import Folders
from ilmcoach.store.drafts import Drafts
from ilmcoach.store.inbox import Inbox, take_in
from ilmcoach.store.store import PortfolioStore
from ilmcoach.walks.stamp import Stamp


def new_id() -> str:
    """A fresh id for a record."""
    return uuid.uuid4().hex


class Workspace:
    """The open portfolio with its packs, drafts, inbox and clock."""

    def __init__(
        self, folders: Folders, store: PortfolioStore, library: Library, disk: Disk, clock: Clock
    ) -> None:
        self.folders = folders
        self.store = store
        self.library = library
        self.disk = disk
        self.clock = clock
        self.drafts = Drafts(folders.data, disk)
        self.inbox = Inbox(folders.data, disk)
        self._together: tuple[tuple[Pack, ...], Pack] | None = None

    @property
    def portfolio(self) -> Portfolio:
        """The portfolio as it was last saved."""
        return self.store.portfolio

    @property
    def today(self) -> date:
        """The learner's date."""
        return today(self.clock)

    @property
    def pack(self) -> Pack | None:
        """The pack of the programme that the learner follows, with what the packs used beside it
        add; None before set-up or when that pack cannot be used now."""
        enrolment = self.portfolio.enrolment
        main = self.library.pack(enrolment.pack) if enrolment and enrolment.pack else None
        return self._with_others(main) if main else None

    @property
    def pack_trouble(self) -> str:
        """What to tell a learner one of whose packs cannot be used now; empty if all can."""
        enrolment = self.portfolio.enrolment
        if enrolment is None:
            return ""
        if enrolment.pack and self.pack is None:
            return (
                f"The prompt pack of your programme, {enrolment.pack}, cannot be used now. What "
                "you have written is kept. `ilmcoach pack list` says what is wrong with it."
            )
        if lost := [one for one in enrolment.also if self.library.pack(one) is None]:
            return (
                f"A prompt pack beside your programme, {lost[0]}, cannot be used now. What you "
                "have written is kept. `ilmcoach pack list` says what is wrong with it."
            )
        return ""

    @property
    def working_pack(self) -> Pack:
        """The pack to take questions from: the learner's own, else the first programme there is.

        Raises IlmcoachError when no pack can be used at all.
        """
        if pack := self.pack:
            return pack
        found = next(iter(self.programmes()), None)
        if found is None:
            raise IlmcoachError(
                "No prompt pack can be used, so there are no questions to ask.",
                "Run `ilmcoach pack list` to see what is wrong with each, or install again.",
            )
        return self._with_others(found)

    def look_again(self, library: Library) -> None:
        """Goes on with the packs of `library`, after one was added, changed or taken away."""
        self.library = library

    def _with_others(self, main: Pack) -> Pack:
        """`main` and the packs used beside it as one; made again only when one of them changed."""
        enrolment = self.portfolio.enrolment
        found = [self.library.pack(one) for one in (enrolment.also if enrolment else ())]
        extras = [pack for pack in found if pack and pack is not main]
        if not extras:
            return main
        parts = (main, *extras)
        made = self._together
        if made is None or not _same(made[0], parts):
            made = self._together = (parts, beside(main, extras))
        return made[1]

    def programmes(self) -> tuple[Pack, ...]:
        """The packs that hold a programme, each id once: those of the learner's own folder
        first, then the fullest programmes (with a set, with most credits) first."""
        packs = [self.library.pack(one) for one in self.library.ids()]
        found = [pack for pack in packs if pack and pack.programme]
        return tuple(sorted(found, key=self._place_of))

    def _place_of(self, pack: Pack) -> tuple[bool, bool, int, str]:
        programme = pack.programme
        own = pack.folder.is_relative_to(self.folders.packs)
        has_set = bool(programme and programme.has_set)
        credits_ = (programme.credits if programme else None) or 0
        return (not own, not has_set, -credits_, pack.title)

    def stamp(self) -> Stamp:
        """This moment, for a change."""
        return Stamp(self.clock.now(), new_id)

    def take_inbox(self) -> int:
        """Takes in the notes that were put down while the portfolio was open elsewhere; how
        many. Does nothing when reading only. Raises IlmcoachError if they cannot be saved."""
        return len(take_in(self.inbox, self.store))

    def close(self) -> None:
        """Gives the lock back."""
        self.library.keep()
        self.store.close()


def _same(before: tuple[Pack, ...], now: tuple[Pack, ...]) -> bool:
    return len(before) == len(now) and all(a is b for a, b in zip(before, now, strict=True))


def find_library(folders: Folders, disk: Disk | None = None, *, keeps: bool = False) -> Library:
    """The learner's own packs, then the bundled ones, from the cache as far as they are there
    unchanged. With `keeps` the cache takes in what was read when the workspace is closed."""
    cache = PackCache(folders.pack_cache, disk or RealDisk(), writes=keeps)
    return Library.find([folders.packs, bundled_folder()], cache)


def open_workspace(
    folders: Folders,
    *,
    clock: Clock | None = None,
    disk: Disk | None = None,
    read_only: bool = False,
) -> Workspace:
    """Opens the portfolio in `folders`, read-only if another window has it or it is asked for.

    Raises NewerVersion, NeedsRecovery or another IlmcoachError; nothing is changed then.
    """
    clock = clock or SystemClock()
    disk = disk or RealDisk()
    store = PortfolioStore.open(folders.data, disk=disk, clock=clock, read_only=read_only)
    library = find_library(folders, disk, keeps=not store.read_only)
    return Workspace(folders, store, library, disk, clock)

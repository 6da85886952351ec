"""Packs that a learner adds, uses, updates and removes: what the command line and the app share.

Whatever happens to a pack, what was written stays: answers are kept under the ids of their steps,
and shown where a step is gone too.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ilmcoach.errors import IlmcoachError, WrongUse
from ilmcoach.kit.changes import Change, changes
from ilmcoach.kit.installing import EARLIER, Installed, folders_of, install, remove
from ilmcoach.kit.receiving import Parcel, look_at
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import BUNDLED, OWN, Library
from ilmcoach.packs.merge import beside
from ilmcoach.packs.model import Pack, Walk
from ilmcoach.packs.names import nearest
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Enrolment, Run, SectionText

from .workspace import Workspace, find_library

PROGRAMME, BESIDE = "programme", "beside"
"""How a pack is used: it is that of the programme, or used beside it."""


class LeftBehind(Struct, frozen=True):
    """What a learner wrote whose place a pack would no longer have: how many steps with how many
    answers, and how many headings with a text. All of it stays with their writing."""

    steps: int = 0
    answers: int = 0
    headings: int = 0

    def __bool__(self) -> bool:
        return bool(self.steps or self.headings)


class Offer(Struct, frozen=True):
    """A pack that was received, beside what is there now.

    `before` is the pack of that id that is found now, None if there is none; `before_origin` says
    whether it is the learner's `own` or `bundled`. `changes` are those from it to this one;
    `breaks` are ids of packs that build on it and could not be used any more. `used` is
    `programme`, `beside` or empty.
    """

    parcel: Parcel
    before: Pack | None
    before_origin: str
    changes: tuple[Change, ...]
    left: LeftBehind
    breaks: tuple[str, ...]
    used: str

    @property
    def usable(self) -> bool:
        """True if it can be added."""
        return self.parcel.usable and not self.breaks


class Leaving(Struct, frozen=True):
    """What removing a pack would do. `builders` are ids of packs that need it; `behind` says
    that a bundled one of the same id is used again then."""

    id: str
    title: str
    used: str
    builders: tuple[str, ...]
    behind: bool


class Listed(Struct, frozen=True):
    """A pack as the app lists it. `origin` is `own` or `bundled`, `used` as in `Offer`; `usable`
    is False for a broken one, of which `problems` counts what is wrong. `programme` is the title
    of its programme, if it has one."""

    id: str
    title: str
    version: str
    author: str
    licence: str
    circulation: str
    language: str
    programme: str
    origin: str
    usable: bool
    problems: int
    used: str
    folder: Path


class PackDesk:
    """What can be done with packs in one workspace. `close` takes away what was unpacked to be
    looked at. Nothing here asks; the caller shows, asks, and then calls."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._work: tempfile.TemporaryDirectory[str] | None = None

    def offer(self, path: Path) -> Offer:
        """The pack at `path` (a zip, a folder, or one `pack.md`), looked at and not added.
        Raises IlmcoachError if there is nothing of the kind."""
        if self._work is None:
            self._work = tempfile.TemporaryDirectory(
                prefix="ilmcoach-pack-", ignore_cleanup_errors=True
            )
        library = self._workspace.library
        work = Path(tempfile.mkdtemp(dir=self._work.name))
        parcel = look_at(path, work, library)
        before = library.pack(parcel.id) if parcel.id else None
        after = self._with(parcel) if parcel.usable else library
        breaks = _broken_by(parcel.id, library, after)
        return Offer(
            parcel=parcel,
            before=before,
            before_origin=self._origin(before),
            changes=changes(before, parcel.pack) if before and parcel.pack else (),
            left=LeftBehind() if breaks else self._left(parcel, library, after),
            breaks=breaks,
            used=self.used(parcel.id),
        )

    def add(self, offer: Offer) -> Installed:
        """Installs it; the workspace goes on with it. Raises IlmcoachError if it cannot be used
        or the disk does not take it; what was there is in use then as before."""
        if offer.breaks:
            raise IlmcoachError(
                f"'{offer.breaks[0]}' builds on this pack and could not be used with it, so it "
                "was not added.",
                "Ask whoever sent it for one that fits, or remove that pack first.",
            )
        done = install(offer.parcel, self._workspace.folders.packs, self._workspace.disk)
        self._look_again()
        return done

    def leaving(self, pack_id: str) -> Leaving:
        """What removing that pack would do. Raises WrongUse if there is none, or it is none of
        the learner's own."""
        library = self._workspace.library
        if not folders_of(pack_id, self._workspace.folders.packs):
            if pack_id in library.ids():
                raise WrongUse(f"'{pack_id}' comes with ilmcoach and cannot be removed.")
            near = nearest(pack_id, library.ids())
            mend = f"Did you mean '{near}'?" if near else "`ilmcoach pack list` names them."
            raise WrongUse(f"There is no pack '{pack_id}' to remove.", mend)
        pack = library.pack(pack_id)
        behind = pack_id in Library.find([bundled_folder()]).ids()
        others = [one for one in library.ids() if one != pack_id]
        builders = [one for one in others if library.leads_to(one, pack_id) and library.pack(one)]
        return Leaving(
            pack_id,
            pack.title if pack else "",
            self.used(pack_id),
            () if behind else tuple(builders),
            behind,
        )

    def remove(self, pack_id: str) -> Path | None:
        """Takes a pack of the learner's own out of use; where it is kept, None if there was none.
        Raises IlmcoachError if the disk does not do it."""
        kept = remove(pack_id, self._workspace.folders.packs, self._workspace.disk)
        self._look_again()
        gone = pack_id not in self._workspace.library.ids()
        if gone and self.used(pack_id) == BESIDE and not self._workspace.store.read_only:
            self.stop_using(pack_id)
        return kept

    def use(self, pack_id: str) -> None:
        """Uses a pack beside the programme's from now on, and saves that. Nothing happens if it
        is used already. Raises IlmcoachError if it cannot be used or saved."""
        if self._workspace.library.pack(pack_id) is None:
            raise IlmcoachError(
                f"The pack '{pack_id}' cannot be used.", "`ilmcoach pack list` says why."
            )
        if self.used(pack_id):
            return
        enrolment = self._enrolment()
        self._save(replace(enrolment, also=(*enrolment.also, pack_id)))

    def stop_using(self, pack_id: str) -> None:
        """Uses a pack no longer beside the programme's, and saves that; what was written stays.
        Raises IlmcoachError if it cannot be saved."""
        enrolment = self._workspace.portfolio.enrolment
        if enrolment and pack_id in enrolment.also:
            kept = tuple(one for one in enrolment.also if one != pack_id)
            self._save(replace(enrolment, also=kept))

    def only_used(self, pack_id: str) -> bool:
        """True of a pack that the learner uses beside their programme and did not add."""
        own = folders_of(pack_id, self._workspace.folders.packs)
        return not own and self.used(pack_id) == BESIDE

    def used(self, pack_id: str) -> str:
        """`programme` or `beside` if the learner uses that pack, else empty."""
        enrolment = self._workspace.portfolio.enrolment
        if enrolment is None or not pack_id:
            return ""
        if enrolment.pack == pack_id:
            return PROGRAMME
        return BESIDE if pack_id in enrolment.also else ""

    def in_use(self, pack_id: str) -> bool:
        """True if the learner uses that pack, or one that builds on it."""
        library = self._workspace.library
        return any(library.leads_to(one, pack_id) for one in self._used_ids())

    def missing(self) -> tuple[str, ...]:
        """Ids of packs that the learner uses and of which nothing is there any more."""
        found = self._workspace.library.ids()
        return tuple(one for one in self._used_ids() if one not in found)

    def listing(self) -> tuple[Listed, ...]:
        """Every pack there is, the learner's own first; of those with one id the one that is
        found first."""
        found: dict[str, Listed] = {}
        for entry in self._workspace.library.entries:
            pack = entry.pack or Pack(entry.id, entry.folder.name, entry.folder)
            listed = Listed(
                id=pack.id,
                title=pack.title,
                version=pack.version,
                author=pack.author,
                licence=pack.licence,
                circulation=pack.circulation,
                language=pack.language,
                programme=pack.programme.title if pack.programme else "",
                origin=entry.origin,
                usable=entry.pack is not None,
                problems=sum(not one.advice for one in entry.problems),
                used=self.used(entry.id),
                folder=entry.folder,
            )
            found.setdefault(entry.id or str(entry.folder), listed)
        return tuple(found.values())

    def has_earlier(self, pack_id: str) -> bool:
        """True if a copy of an earlier or removed pack of that id is kept."""
        return bool(pack_id) and (self._workspace.folders.packs / EARLIER / pack_id).is_dir()

    def close(self) -> None:
        """Takes away what was unpacked. Never raises."""
        if self._work is not None:
            self._work.cleanup()
            self._work = None

    def _with(self, parcel: Parcel) -> Library:
        return Library.find([parcel.folder, self._workspace.folders.packs, bundled_folder()])

    def _left(self, parcel: Parcel, library: Library, after: Library) -> LeftBehind:
        portfolio = self._workspace.portfolio
        if parcel.pack is None or (before := library.pack(parcel.id)) is None:
            return LeftBehind()
        used = self._used_ids()
        if any(after.leads_to(one, parcel.id) for one in used):
            old, new = _together(used, library), _together(used, after)
            if old and new:
                return left_behind(portfolio, old, new)
        return left_behind(portfolio, before, parcel.pack)

    def _used_ids(self) -> list[str]:
        enrolment = self._workspace.portfolio.enrolment
        return [one for one in (enrolment.pack, *enrolment.also) if one] if enrolment else []

    def _origin(self, pack: Pack | None) -> str:
        if pack is None:
            return ""
        own = pack.folder.is_relative_to(self._workspace.folders.packs)
        return OWN if own else BUNDLED

    def _enrolment(self) -> Enrolment:
        stamp = self._workspace.stamp()
        found = self._workspace.portfolio.enrolment
        return found or Enrolment(id=stamp.new_id(), made=stamp.now, changed=stamp.now)

    def _save(self, enrolment: Enrolment) -> None:
        self._workspace.store.save([replace(enrolment, changed=self._workspace.stamp().now)])

    def _look_again(self) -> None:
        space = self._workspace
        keeps = not space.store.read_only
        space.look_again(find_library(space.folders, space.disk, keeps=keeps))


def left_behind(portfolio: Portfolio, before: Pack, after: Pack) -> LeftBehind:
    """What was answered and written at places that `before` has and `after` has not. Pure."""
    steps: set[tuple[str, str]] = set()
    answers = 0
    for walk in before.walks:
        gone = _gone_steps(walk, after.walk(walk.id))
        for run in portfolio.live(Run) if gone else ():
            if run.walk != walk.id or run.blank:
                continue
            lost = [one for key in run.answers if (one := key.partition("@")[0]) in gone]
            steps.update((walk.id, one) for one in lost)
            answers += len(lost)
    old, new = _headings(before), _headings(after)
    texts = [one for one in portfolio.live(SectionText) if not one.blank]
    headings = {(one.assessment, one.section) for one in texts} & (old - new)
    return LeftBehind(len(steps), answers, len(headings))


def _gone_steps(walk: Walk, after: Walk | None) -> set[str]:
    kept = {step.id for step in after.steps()} if after else set()
    return {step.id for step in walk.steps()} - kept


def _headings(pack: Pack) -> set[tuple[str, str]]:
    return {(task.id, section.id) for task in pack.assessments for section in task.sections}


def _together(ids: list[str], library: Library) -> Pack | None:
    """The packs that a learner uses as one; None if there is none that can be used."""
    found = [pack for one in ids if (pack := library.pack(one))]
    return beside(found[0], found[1:]) if found else None


def _broken_by(pack_id: str, library: Library, after: Library) -> tuple[str, ...]:
    """Ids of packs that can be used now and could not be in `after`."""
    if after is library:
        return ()
    builders = [one for one in library.ids() if one != pack_id and after.leads_to(one, pack_id)]
    return tuple(one for one in builders if library.pack(one) and after.pack(one) is None)

"""A folder in, a pack and its problems out."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from .building import DEEPEST
from .checks import check_merged, check_spelling
from .draft import Draft
from .drafting import read_draft
from .limits import PACK_FILE
from .loaded import LoadedPack
from .merge import merge
from .model import Pack, Problem
from .names import suggest


class Shelf(Protocol):
    """Where a pack finds those that it builds on."""

    def ids(self) -> tuple[str, ...]:
        """The ids of all packs."""
        ...

    def pack(self, pack_id: str) -> Pack | None:
        """The pack of that id; None if there is none or it can't be used."""
        ...

    def leads_to(self, pack_id: str, target: str) -> bool:
        """True if the pack is the one called `target`, or builds on it in however many steps."""
        ...

    def level(self, pack_id: str) -> int | None:
        """Over how many others in a row a pack stands; None if it rests on packs that build on
        each other."""
        ...


def load_pack(folder: Path, library: Shelf, *, advise: bool = False) -> LoadedPack:
    """Read, merge and check the pack in `folder`; `library` has the packs that it may use.

    With `advise` its questions are looked at too, which opening a pack has no time for.
    Never raises for what the folder holds. A pack with an error can't be used as a whole:
    half a pack would change under a learner's answers when it is mended.
    """
    draft = read_draft(folder)
    bases, missing = _bases(draft, library)
    problems = [*draft.problems, *check_spelling(draft, bases), *missing]
    pack = merge(draft, bases)
    if not missing and not draft.unread:
        problems.extend(check_merged(draft, pack))
    if advise:
        from .advising import advise as advice

        spoilt = frozenset(one.file for one in problems if not one.advice)
        built_on = _built_on(draft.label.id, library)
        problems.extend(advice(draft, pack, built_on=built_on, spoilt=spoilt))
    ordered = tuple(sorted(dict.fromkeys(problems), key=_order))
    usable = all(problem.advice for problem in ordered)
    return LoadedPack(draft.label.id, pack if usable else None, ordered)


def _bases(draft: Draft, library: Shelf) -> tuple[list[Pack], list[Problem]]:
    label = draft.label
    bases: list[Pack] = []
    problems: list[Problem] = []
    for name in label.uses:
        base = None
        if name == label.id:
            what, mend = "A pack can't build on itself.", "Take it out of `uses`."
        elif label.id and library.leads_to(name, label.id):
            what = f"'{label.id}' and '{name}' build on each other."
            mend = "Take one of the two out of `uses`."
        elif name not in library.ids():
            what = f"There is no pack '{name}' to build on."
            mend = suggest(name, library.ids())
        elif (level := library.level(name)) is not None and level >= DEEPEST:
            what = f"'{name}' builds on {DEEPEST} packs in a row already."
            mend = "Put some of them together."
        else:
            # What rests on packs that build on each other would be read without end.
            base = library.pack(name) if level is not None else None
            what = f"The pack '{name}', which this one builds on, has problems of its own."
            mend = "Mend that one first."
        if base is None:
            problems.append(Problem(PACK_FILE, label.uses_line, what, mend))
        else:
            bases.append(base)
    return bases, problems


def _built_on(pack_id: str, library: Shelf) -> bool:
    return any(one != pack_id and library.leads_to(one, pack_id) for one in library.ids())


def _order(problem: Problem) -> tuple[bool, str, int, str]:
    return (problem.file != PACK_FILE, problem.file, problem.line, problem.what)

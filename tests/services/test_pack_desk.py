"""Packs added, updated, used and removed, with what a learner wrote under them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ilmcoach.clock import FixedClock
from ilmcoach.errors import IlmcoachError, WrongUse
from ilmcoach.kit.changes import NEW, Change, Counts
from ilmcoach.packs.library import Library
from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Enrolment, Run, SectionText
from ilmcoach.services.pack_words import (
    changes_in_words,
    counts_in_words,
    effects,
    facts,
    left_in_words,
)
from ilmcoach.services.packs import LeftBehind, PackDesk, left_behind
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import Folders
from tests.kit.parcels import FRIDAY, PACK, WALK, folder_of, plain_zip

NOW = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)
RUN = Run(
    id="r",
    made=NOW,
    changed=NOW,
    walk="looking-back",
    answers={"moment": "The handover.", "felt": "Heavy."},
)
ONE_STEP_LESS = WALK[: WALK.index(b"### How it felt")]


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    """An open workspace with the Friday pack used beside no programme yet, and answers to it."""
    folders = Folders(tmp_path / "home")
    folder_of(FRIDAY, folders.packs / "friday")
    workspace = open_workspace(folders, clock=FixedClock(NOW))
    enrolment = Enrolment(id="e", made=NOW, changed=NOW, also=("friday",))
    workspace.store.save([enrolment, RUN])
    yield workspace
    workspace.close()


@pytest.fixture
def desk(space: Workspace) -> Iterator[PackDesk]:
    desk = PackDesk(space)
    yield desk
    desk.close()


def sent(folder: Path, **pages: bytes) -> Path:
    """A zip of the Friday pack with some pages changed."""
    names = {"pack": "pack.md", "walk": "walks/looking-back.md"}
    path = folder / "sent.zip"
    path.write_bytes(plain_zip({**FRIDAY, **{names[one]: data for one, data in pages.items()}}))
    return path


def test_an_update_says_what_it_changes_and_keeps_every_answer(
    space: Workspace, desk: PackDesk, tmp_path: Path
) -> None:
    before = space.portfolio
    newer = PACK.replace(b"1.0", b"1.1")
    offer = desk.offer(sent(tmp_path, pack=newer, walk=ONE_STEP_LESS))

    assert (offer.used, offer.before_origin, offer.usable) == ("beside", "own", True)
    assert [(one.sort, one.what, one.title) for one in offer.changes] == [
        ("step", "gone", "How it felt")
    ]
    assert offer.left == LeftBehind(steps=1, answers=1)
    assert effects(offer) == (
        "It takes the place of the pack that you have now: Friday questions 1.0.",
        "Gone: step 'How it felt' in Looking back",
        "Your answer to 1 step that is gone stays with your writing; the Log shows it.",
    )
    assert space.library.pack("friday") is not None

    desk.add(offer)

    found = space.library.pack("friday")
    assert found is not None
    assert found.version == "1.1"
    assert space.portfolio == before
    assert space.portfolio.get("r") == RUN


def test_looking_at_a_pack_adds_nothing(space: Workspace, desk: PackDesk, tmp_path: Path) -> None:
    there = sorted(space.folders.packs.rglob("*"))
    offer = desk.offer(sent(tmp_path, walk=ONE_STEP_LESS))
    assert offer.parcel.folder.is_dir()
    desk.close()
    assert sorted(space.folders.packs.rglob("*")) == there
    assert not offer.parcel.folder.exists()


def test_what_is_told_of_a_pack(desk: PackDesk, tmp_path: Path) -> None:
    told = dict(facts(desk.offer(sent(tmp_path))))
    assert told["Pack"] == "Friday questions 1.0"
    assert told["From"] == "R. Tutor"
    assert told["Holds"] == "1 set of guided questions with 2 steps, 2 open questions"
    assert told["Arrived"] == "4 files, without checksums"


def test_an_update_that_would_break_another_pack_is_not_added(
    space: Workspace, desk: PackDesk, tmp_path: Path
) -> None:
    mine = b"---\nkind: walk\nid: mine\ntitle: Mine\ndeeper: looking-back\n---\n"
    steps = WALK[WALK.index(b"## The week") :]
    label = b"---\nid: mine\ntitle: Mine\nuses: friday\n---\n"
    folder_of({"pack.md": label, "walk.md": mine + steps}, space.folders.packs / "mine")
    space.look_again(Library.find([space.folders.packs]))
    other = WALK.replace(b"looking-back", b"looking-on")

    offer = desk.offer(sent(tmp_path, walk=other))

    assert (offer.breaks, offer.usable, offer.parcel.usable) == (("mine",), False, True)
    with pytest.raises(IlmcoachError, match="'mine' builds on this pack"):
        desk.add(offer)
    kept = space.library.pack("friday")
    assert kept is not None
    assert kept.walk("looking-back") is not None
    assert desk.leaving("friday").builders == ("mine",)


def test_a_pack_that_takes_the_place_of_a_bundled_one(
    space: Workspace, desk: PackDesk, tmp_path: Path
) -> None:
    path = sent(tmp_path, pack=PACK.replace(b"id: friday", b"id: action-learning"))
    offer = desk.offer(path)
    assert offer.before_origin == "bundled"
    assert "that comes with ilmcoach" in effects(offer)[0]
    desk.add(offer)
    found = space.library.pack("action-learning")
    assert found is not None
    assert found.title == "Friday questions"
    assert desk.leaving("action-learning").behind
    desk.remove("action-learning")
    back = space.library.pack("action-learning")
    assert back is not None
    assert back.programme is not None


def test_using_and_stopping(space: Workspace, desk: PackDesk) -> None:
    desk.use("friday")
    assert space.portfolio.enrolment == Enrolment(id="e", made=NOW, changed=NOW, also=("friday",))
    desk.use("action-learning")
    assert desk.used("action-learning") == "beside"
    assert space.working_pack.assessment("action-learning") is not None
    desk.stop_using("action-learning")
    assert (desk.used("action-learning"), desk.used("friday")) == ("", "beside")
    with pytest.raises(IlmcoachError, match="cannot be used"):
        desk.use("nothing")


def test_a_pack_is_used_before_any_programme_is_set_up(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "home")
    workspace = open_workspace(folders, clock=FixedClock(NOW))
    desk = PackDesk(workspace)
    desk.add(desk.offer(sent(tmp_path)))
    desk.use("friday")
    enrolment = workspace.portfolio.enrolment
    assert enrolment is not None
    assert (enrolment.pack, enrolment.also) == ("", ("friday",))
    assert workspace.working_pack.walk("looking-back") is not None
    desk.close()
    workspace.close()


def test_removing_a_pack_keeps_what_was_written(space: Workspace, desk: PackDesk) -> None:
    assert desk.leaving("friday").used == "beside"
    kept = desk.remove("friday")
    assert kept is not None
    assert (kept / "pack.md").is_file()
    assert desk.has_earlier("friday")
    assert desk.used("friday") == ""
    assert space.portfolio.get("r") == RUN
    assert space.pack_trouble == ""


@pytest.mark.parametrize(
    ("pack_id", "said"),
    [("set-walks", "comes with"), ("fridday", "no pack 'fridday'"), ("../x", "no pack '../x'")],
)
def test_what_cannot_be_removed(desk: PackDesk, pack_id: str, said: str) -> None:
    with pytest.raises(WrongUse, match=said) as told:
        desk.leaving(pack_id)
    assert pack_id != "fridday" or "'friday'" in told.value.hint


def test_the_list_shows_what_is_in_use_and_what_is_broken(space: Workspace, desk: PackDesk) -> None:
    folder_of({"pack.md": b"---\nid: odd\n---\n"}, space.folders.packs / "odd")
    space.look_again(Library.find([space.folders.packs]))
    listed = {one.id: one for one in desk.listing()}
    assert (listed["friday"].used, listed["friday"].origin) == ("beside", "own")
    assert (listed["odd"].usable, listed["odd"].problems) == (False, 1)


def test_answers_and_texts_that_lose_their_place_are_counted(tmp_path: Path) -> None:
    def pack(folder: Path, walk: bytes, section: bytes) -> Pack:
        task = b"---\nkind: assessment\nid: report\ntitle: Report\n---\n\n## Team\n\n`id: %s`\n"
        pages = {"pack.md": PACK, "w.md": walk, "t.md": task % section}
        found = Library.find([folder_of(pages, folder)]).pack("friday")
        assert found is not None
        return found

    before = pack(tmp_path / "1", WALK, b"team")
    after = pack(tmp_path / "2", ONE_STEP_LESS, b"group")
    turns = Run(
        id="t",
        made=NOW,
        changed=NOW,
        walk="looking-back",
        answers={"felt@a": "Light.", "felt@b": "Heavy."},
    )
    gone = Run(
        id="g", made=NOW, changed=NOW, walk="looking-back", trashed=NOW, answers={"felt": "x"}
    )
    other = Run(id="o", made=NOW, changed=NOW, walk="elsewhere", answers={"felt": "x"})
    text = SectionText(
        id="s", made=NOW, changed=NOW, assessment="report", section="team", text="We are six."
    )
    portfolio = Portfolio({one.id: one for one in (RUN, turns, gone, other, text)})

    assert left_behind(portfolio, before, after) == LeftBehind(steps=1, answers=3, headings=1)
    assert not left_behind(portfolio, before, before)
    assert not left_behind(Portfolio(), before, after)


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (
            LeftBehind(2, 3),
            "Your 3 answers to 2 steps that are gone stay with your writing; the Log shows them.",
        ),
        (
            LeftBehind(headings=1),
            "What you wrote under 1 heading that is gone stays with your writing; the Log shows "
            "it.",
        ),
        (
            LeftBehind(1, 1, 2),
            "Your answer to 1 step that is gone and what you wrote under 2 headings that are gone "
            "stay with your writing; the Log shows them.",
        ),
    ],
)
def test_what_stays_in_words(left: LeftBehind, said: str) -> None:
    assert left_in_words(left) == said


def test_many_changes_are_counted() -> None:
    found = [Change("question", f"q/{number}", NEW, f"Who {number}?", "B") for number in range(30)]
    lines = changes_in_words(found)
    assert lines[0] == "New: open question 'Who 0?' in B"
    assert lines[-1] == "New: 22 things more"
    assert len(lines) == 9


def test_counts_in_words() -> None:
    assert counts_in_words(Counts()) == ""
    told = counts_in_words(Counts(1, 2, 1, 3, 9, 1, 1))
    assert told == (
        "a programme, 2 units, 1 assignment, 3 sets of guided questions with 9 steps, "
        "1 open question, 1 piece of reading"
    )

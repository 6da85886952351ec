"""A pack that a tutor sent: looked at, added, used, updated and taken away, in the app."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import OptionList

from ilmcoach.files import RealDisk
from ilmcoach.kit.archive import zipped
from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.records import Enrolment, Note, Run, SectionText
from ilmcoach.settings import Folders
from ilmcoach.store.drafts import Drafts
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.present import show
from ilmcoach.tui.screens.confirm import ConfirmScreen
from ilmcoach.tui.screens.first import WelcomeScreen
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.packs import PacksScreen
from ilmcoach.tui.screens.packs_add import AddPackScreen
from ilmcoach.tui.screens.packs_left import LeftWordsScreen
from ilmcoach.tui.screens.setup import SetupScreen
from ilmcoach.tui.screens.things import ThingsScreen
from ilmcoach.tui.screens.walk import WalkScreen
from ilmcoach.tui.screens.walk_list import WalkListScreen
from ilmcoach.tui.widgets.choices import ChoiceList
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.plain import Act, Plain
from tests.kit.parcels import FRIDAY, PACK, WALK, folder_of, plain_zip
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    FullDisk,
    draft,
    on_disk,
    opened_on,
    paste,
    press,
    screen_text,
    seed,
    settle,
    the,
    type_in,
)

EVENING = """---
kind: programme
title: Evening course
assessments: [report]
---
"""
TASK = """---
kind: assessment
id: report
title: A report
---

## My team

`id: team`

Who they are.

## What I did

`id: did`
"""
COURSE = {
    **FRIDAY,
    "pack.md": PACK.replace(b"friday", b"evening").replace(b"Friday questions", b"Evening"),
    "programme.md": EVENING.encode(),
    "task.md": TASK.encode(),
}
NEWER_WALK = WALK[: WALK.index(b"### How it felt")].replace(
    b"Which moment do you remember best?", b"Which moment stayed with you?"
) + (
    b"### What I said\n\n`id: said` `answer: short text`\n\nWhat did you say?\n\n"
    b"### What next\n\n`id: next` `answer: short text`\n\nWhat will you try?\n"
)
NEWER = {
    **COURSE,
    "pack.md": COURSE["pack.md"].replace(b"1.0", b"2.0"),
    "walks/looking-back.md": NEWER_WALK,
    "task.md": TASK[: TASK.index("## What I did")].encode(),
}
FOLLOWS = Enrolment(id="enrolment", made=BEFORE, changed=BEFORE, pack="evening")
RUN = Run(
    id="1" * 32,
    made=BEFORE,
    changed=BEFORE,
    walk="looking-back",
    place="felt",
    answers={"moment": "[b]The handover.", "felt": "Heavy."},
)
TEXTS = [
    SectionText(
        id=number * 32, made=BEFORE, changed=BEFORE, assessment="report", section=section, text=text
    )
    for number, section, text in (("2", "team", "We are six."), ("3", "did", "I asked."))
]


def sent(folder: Path, data: bytes, name: str = "from my tutor.zip") -> Path:
    """A file as it comes with an e-mail."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    return folder / name


def flat(app: IlmcoachApp) -> str:
    """What is on the screen, or in the window in front, with no line ends and frames in it."""
    lines = screen_text(app).split("\n")
    for window in app.screen.query("#window"):
        across = slice(window.region.x, window.region.right)
        lines = [line[across] for line in lines[window.region.y : window.region.bottom]]
    return " ".join(" ".join(lines).replace("│", " ").split())


async def by_palette(pilot: Pilot[None], name: str) -> None:
    await press(pilot, "ctrl+p")
    await type_in(pilot, name)
    await press(pilot, "enter")


async def push(pilot: Pilot[None], selector: str) -> None:
    """Presses a button that can be seen."""
    button = pilot.app.screen.query_one(selector, Act)
    assert button.display, selector
    button.press()
    await settle(pilot)


async def test_a_newcomer_adds_a_course_and_sets_it_up(folders: Folders, tmp_path: Path) -> None:
    path = sent(
        tmp_path / "Bethan's downloads",
        zipped(Pack("evening", "Evening", Path("evening"), version="1.0"), COURSE),
    )
    async with opened_on(folders, size=NARROW) as (app, pilot):
        assert isinstance(app.screen, WelcomeScreen)
        # Everything that can be chosen is seen at once.
        assert "Where is this kept, who can read it? On this computer, by you." in flat(app)
        await press(pilot, "down", "down", "down", "enter")
        assert isinstance(app.screen, AddPackScreen)
        await press(pilot, "enter")
        assert "Type or paste where the file is" in flat(app)
        await type_in(pilot, "/no/such/file.zip")
        await press(pilot, "enter")
        assert "There is no file /no/such/file.zip." in flat(app)
        the(app, Line, "#path").value = ""
        # As Windows and macOS hand a file over that is dragged in.
        await paste(pilot, f'"{path}"')
        await press(pilot, "enter")
        told = flat(app)
        for words in (
            "Pack Evening 1.0",
            "From R. Tutor",
            "Licence not said",
            "a programme, 1 assignment, 1 set of guided questions with 2 steps",
            "whole: all its checksums agree",
        ):
            assert words in told
        assert not folders.packs.exists()
        await press(pilot, "ctrl+s")
        assert "It holds a programme." in flat(app)
        assert (folders.packs / "evening" / "pack.md").is_file()
        await press(pilot, "enter")
        assert isinstance(app.screen, SetupScreen)
        assert the(app, ChoiceList).chosen == ("evening",)
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, HomeScreen)
        assert "Evening course" in screen_text(app).split("\n")[0]
        assert "My team" in screen_text(app)
    enrolment = on_disk(folders.data).enrolment
    assert enrolment is not None
    assert (enrolment.pack, enrolment.also) == ("evening", ())


async def test_an_update_in_the_middle_of_a_walk_loses_nothing(
    folders: Folders, tmp_path: Path
) -> None:
    folder_of(COURSE, folders.packs / "evening")
    seed(folders.data, FOLLOWS, RUN, *TEXTS)
    Drafts(folders.data, RealDisk()).keep(f"walk/{RUN.id}/felt", "Heavy, and then", BEFORE)
    path = sent(tmp_path, plain_zip(NEWER, "evening/"))
    before = (folders.data / "portfolio.json").read_bytes()
    async with opened_on(folders) as (app, pilot):
        await press(pilot, "6")
        assert "What I did" in screen_text(app)
        await the(app, HomeScreen)._going.show(PacksScreen)
        await settle(pilot)
        await push(pilot, "#add")
        await paste(pilot, str(path))
        await press(pilot, "enter")
        told = flat(app)
        for words in (
            "It takes the place of the pack that you have now: Evening 1.0.",
            "Gone: step 'How it felt' in Looking back",
            "New: step 'What I said' in Looking back",
            "Said in other words: step 'One moment' in Looking back",
            "Gone: heading 'What I did' in A report",
            "Your answer to 1 step that is gone and what you wrote under 1 heading that is gone",
        ):
            assert words in told, told
        await press(pilot, "ctrl+s")
        assert "It is in use." in flat(app)
        await press(pilot, "escape", "escape")
        # The tab that was open shows the headings of now, and a way to the words without one.
        assert "What I did" not in screen_text(app)
        assert "Gone headings…" in screen_text(app)
        assert (folders.data / "portfolio.json").read_bytes() == before
        shown = show(RUN, app.workspace.portfolio, app.workspace.pack)
        assert {"[b]The handover.", "Heavy."} <= {part.text for part in shown.parts}
        # What was typed and not saved is offered; it becomes a note only if that is wanted.
        await press(pilot, "1")
        await push(pilot, "#next-go")
        assert isinstance(app.screen, LeftWordsScreen)
        assert "Heavy, and then" in screen_text(app)
        await press(pilot, "ctrl+s")
        assert [one.text for one in app.workspace.portfolio.live(Note)] == ["Heavy, and then"]
        assert draft(folders.data, "walk/") == ""
        # The walk goes on at the first question that is new.
        await push(pilot, "#next-go")
        assert isinstance(app.screen, WalkScreen)
        assert app.screen.spot is not None
        assert app.screen.spot.step.id == "said"
    kept = on_disk(folders.data)
    run = kept.get(RUN.id)
    assert isinstance(run, Run)
    assert run.answers == RUN.answers
    assert [kept.get(one.id) for one in TEXTS] == TEXTS


async def test_used_beside_the_programme_begun_from_the_list_and_taken_away(
    folders: Folders,
) -> None:
    folder_of(FRIDAY, folders.packs / "friday")
    folder_of({"pack.md": b"---\nid: odd\n---\n"}, folders.packs / "odd")
    seed(folders.data, CERTIFICATE)
    async with opened_on(folders, size=NARROW) as (app, pilot):
        await by_palette(pilot, "prompt packs")
        assert isinstance(app.screen, PacksScreen)
        stand_on(app, "odd")
        await settle(pilot)
        assert "Ask your tutor for one that is mended" in flat(app)
        assert not app.screen.query_one("#turn").display
        stand_on(app, "Friday questions")
        await settle(pilot)
        told = str(the(app, Plain, "#pack-detail").content)
        assert "1 set of guided questions with 2 steps, 2 open questions" in told
        await press(pilot, "space")
        enrolment = on_disk(folders.data).enrolment
        assert enrolment is not None
        assert enrolment.also == ("friday",)
        assert "Used beside it" in screen_text(app)
        await press(pilot, "escape")
        await push(pilot, "#next-other")
        things = the(app, ThingsScreen)
        listed = things.query_one(OptionList)
        names = [str(one.prompt).split("\n")[0] for one in listed.options]
        listed.highlighted = names.index("All guided questions")
        await press(pilot, "enter")
        assert isinstance(app.screen, WalkListScreen)
        await press(pilot, "end")
        assert "Friday questions" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, WalkScreen)
        await type_in(pilot, "A pause.")
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        await the(app, HomeScreen)._going.show(PacksScreen)
        await settle(pilot)
        stand_on(app, "Friday questions")
        await press(pilot, "delete")
        assert isinstance(app.screen, ConfirmScreen)
        assert "What you have written stays" in flat(app)
        await press(pilot, "escape", "delete", "tab", "enter")
        assert not (folders.packs / "friday").exists()
        assert "Friday questions" not in lines(app)
    kept = on_disk(folders.data)
    assert [one.answers for one in kept.live(Run)] == [{"moment": "A pause."}]
    assert kept.enrolment is not None
    assert (kept.enrolment.pack, kept.enrolment.also) == (CERTIFICATE.pack, ())


def stand_on(app: IlmcoachApp, title: str) -> None:
    listed = the(app, OptionList, "#pack-list")
    listed.highlighted = next(
        number for number, one in enumerate(lines(app)) if one.endswith(title)
    )


def lines(app: IlmcoachApp) -> list[str]:
    return [str(one.prompt).strip() for one in the(app, OptionList, "#pack-list").options]


async def test_to_another_programme_and_back_every_text_is_as_it_was(
    folders: Folders, tmp_path: Path
) -> None:
    folder_of(COURSE, folders.packs / "evening")
    seed(folders.data, FOLLOWS, RUN, *TEXTS)
    other = {
        **FRIDAY,
        "pack.md": PACK.replace(b"friday", b"day").replace(b"Friday questions", b"Day"),
        "programme.md": EVENING.replace("Evening", "Day")
        .replace("assessments: [report]\n", "")
        .encode(),
    }
    path = sent(tmp_path, plain_zip(other, "day/"))
    async with opened_on(folders) as (app, pilot):
        before = on_disk(folders.data)
        await the(app, HomeScreen)._going.set_up()
        await settle(pilot)
        await push(pilot, "#file")
        await paste(pilot, str(path))
        await press(pilot, "enter", "enter")
        assert app.screen.query_one("#use").display, flat(app)
        await push(pilot, "#set-up")
        # What was added is in the list at once, and chosen.
        assert isinstance(app.screen, SetupScreen)
        assert the(app, ChoiceList).chosen == ("day",)
        await press(pilot, "ctrl+s")
        assert "Day course" in screen_text(app)
        assert "A report" not in screen_text(app)
        await the(app, HomeScreen)._going.set_up()
        await settle(pilot)
        the(app, ChoiceList).choose(["evening"])
        await press(pilot, "ctrl+s")
        assert "A report" in screen_text(app)
        after = on_disk(folders.data)
        assert [after.get(one.id) for one in (RUN, *TEXTS)] == [RUN, *TEXTS]
        assert {one.id for one in before} == {one.id for one in after if one.kind != "learner"}


async def test_what_cannot_be_added_is_said_and_changes_nothing(
    folders: Folders, tmp_path: Path
) -> None:
    folder_of(FRIDAY, folders.packs / "friday")
    seed(folders.data, CERTIFICATE)
    broken = {**FRIDAY, "questions.md": b"---\nkind: questions\nid: q\ntitle: Q\n---\n\n[b]<i>\n"}
    files = {
        "Unit 3.docx": (b"PK\3\4 and more", "is a word processor's document, and no pack yet"),
        "photo.zip": (b"\x89PNG", "This is no zip file."),
        "broken.zip": (plain_zip(broken), "This file cannot be used as it is"),
    }
    there = sorted(folders.packs.rglob("*"))
    disk = FullDisk()
    async with opened_on(folders, disk, NARROW) as (app, pilot):
        await by_palette(pilot, "tutor sent me")
        assert isinstance(app.screen, AddPackScreen)
        for name, (data, words) in files.items():
            the(app, Line, "#path").value = str(sent(tmp_path, data, name))
            await press(pilot, "enter")
            assert words in flat(app), name
            assert not app.screen.query_one("#add").display
        assert "(questions.md, line 7)" in flat(app)
        the(app, Line, "#path").value = str(folders.packs)
        await press(pilot, "enter")
        assert "Friday questions 1.0" in flat(app), "a folder does as well"
        disk.full, disk.part = True, "packs"
        newer = {**FRIDAY, "pack.md": PACK.replace(b"1.0", b"1.1")}
        the(app, Line, "#path").value = str(sent(tmp_path, plain_zip(newer)))
        the(app, Line, "#path").focus()
        await press(pilot, "enter", "ctrl+s")
        assert "the disk is full" in flat(app), screen_text(app)
        assert sorted(folders.packs.rglob("*")) == there
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, HomeScreen)

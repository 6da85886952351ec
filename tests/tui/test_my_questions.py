"""Questions to be asked: what is said of them, and marking them as asked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace
from textual.widgets import Button

from ilmcoach.portfolio.records import Meeting, Person, SetQuestion
from ilmcoach.questions import check_question
from ilmcoach.settings import Folders
from ilmcoach.tui.screens.home import HomeScreen
from ilmcoach.tui.screens.my_questions import MyQuestionsScreen
from ilmcoach.tui.widgets.line import Line
from ilmcoach.tui.widgets.question_check import EMPTY, GOOD, OTHER_LANGUAGE, check_words
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    draft,
    on_disk,
    opened_on,
    paste,
    press,
    screen_text,
    seed,
    settle,
    the,
    until,
)

SHARED: dict[str, Any] = {"made": BEFORE, "changed": BEFORE}
MEETING = Meeting(id="m" * 32, held=date(2026, 11, 19), struck="x", **SHARED)
ROSA = Person(id="p" * 32, name="Rosa", role="member", **SHARED)
WELSH = {
    "pack.md": "---\nid: cymru\ntitle: Cymraeg\nlanguage: cy\n---\n\nCwrs.\n",
    "programme.md": "---\nkind: programme\ntitle: Cwrs\nset: yes\n---\n\nCwrs.\n",
}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", EMPTY),
        ("   ", EMPTY),
        ("What would you say to him", "It does not end in a question mark"),
        ("What would you say to him?", GOOD),
        ("Have you tried talking to him?", "It carries advice."),
        ("Do you mind", "Yes or no would answer it."),
        ("[/notes]", "It does not begin by asking."),
    ],
)
def test_what_is_said_of_a_question(typed: str, said: str) -> None:
    assert said in check_words(typed).plain


def test_every_reason_is_told_and_a_missing_mark_does_not_drown_them() -> None:
    typed = "Have you tried talking and why did you not"
    words = check_words(typed).plain
    reasons = {one.name: one.why for one in check_question(typed)}
    assert set(reasons) > {"mark", "advice", "closed"}
    assert reasons.pop("mark") not in words
    assert all(why in words for why in reasons.values())


async def test_a_question_is_written_kept_and_asked(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, ROSA, MEETING)
    async with opened_on(folders, size=NARROW) as (app, pilot):
        ways = {name: act for name, _, act in the(app, HomeScreen).commands()}
        await ways["Questions I mean to ask"]()
        await settle(pilot)
        await paste(pilot, "Have you tried asking her?")
        assert "It carries advice." in screen_text(app)
        await press(pilot, "enter", "shift+tab", "r", "tab")
        await paste(pilot, "What does she want?")
        assert GOOD in screen_text(app)
        await press(pilot, "enter")
        await until(lambda: "2 questions to ask" in screen_text(app))
        assert "What does she want?  for Rosa" in screen_text(app)
        app.screen.query_one(".act-asked", Button).press()
        await settle(pilot)
        assert "1 question to ask" in screen_text(app)
        kept = on_disk(folders.data).live(SetQuestion)
        first, second = sorted(kept, key=lambda one: one.text)
        assert (first.meant, first.text) == (True, "Have you tried asking her?")
        assert (second.meant, second.by, second.to) == (False, "me", "Rosa")
        assert second.links == (MEETING.id,)
        await press(pilot, "ctrl+z")
        again = next(one for one in on_disk(folders.data).live(SetQuestion) if one.id == second.id)
        assert again == replace(second, meant=True, by="", links=(), changed=again.changed)
        the(app, Line).focus()
        await paste(pilot, "And then")
        await until(lambda: "And then" in draft(folders.data, "my-questions/"))
    async with opened_on(folders, size=NARROW) as (app, pilot):
        await app.push_screen(MyQuestionsScreen(app.keeper))  # type: ignore[arg-type]
        await settle(pilot)
        assert the(app, Line).value == "And then"
        assert "Brought back what you typed" in screen_text(app)


async def test_in_another_language_the_check_is_off_and_says_so(folders: Folders) -> None:
    pack = folders.packs / "cymru"
    pack.mkdir(parents=True)
    for name, text in WELSH.items():
        (pack / name).write_text(text, encoding="utf-8")
    seed(folders.data, replace(CERTIFICATE, pack="cymru"))
    async with opened_on(folders) as (app, pilot):
        assert app.keeper is not None
        await app.push_screen(MyQuestionsScreen(app.keeper))
        await settle(pilot)
        await paste(pilot, "Have you tried it?")
        assert OTHER_LANGUAGE in screen_text(app)
        assert "advice" not in screen_text(app)

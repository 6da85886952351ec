"""The desk: own records read beside the text, quoted by an act, marked until reworked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import OptionList

from ilmcoach.packs.model import Assessment
from ilmcoach.portfolio.quoting import own_records, quotable
from ilmcoach.portfolio.records import (
    Exchange,
    Finding,
    KeptQuestion,
    Note,
    Quote,
    ReadingRecord,
    Record,
    Remark,
    SectionText,
    SentBack,
)
from ilmcoach.settings import Folders
from ilmcoach.tui.app import IlmcoachApp
from ilmcoach.tui.screens.desk import DeskScreen
from ilmcoach.tui.screens.quote import QuoteScreen
from ilmcoach.tui.screens.versions import VersionsScreen
from ilmcoach.tui.screens.whereabouts import WhereaboutsScreen
from ilmcoach.tui.widgets.editor import Editor
from ilmcoach.tui.widgets.marked import Rows
from ilmcoach.tui.widgets.mine import Mine
from ilmcoach.tui.widgets.plain import Plain
from ilmcoach.tui.widgets.quotes_line import QuotesLine
from tests.demo.example import example, example_pack
from tests.tui.driving import (
    BEFORE,
    CERTIFICATE,
    NARROW,
    WIDE,
    FullDisk,
    draft,
    on_disk,
    opened_on,
    press,
    screen_text,
    seed,
    settle,
    the,
    type_in,
)
from tests.walks.walker import certificate

TASK, HERE, NEXT = "reflective-review", "m3-36/1.1", "m3-36/2.1"
WORDS = "They asked twice [/red]\nand I had no answer."
LONG = "\n\n".join(f"Paragraph {number} of it." for number in range(1, 30))


def make(kind: type[Record], number: int, **fields: object) -> Record:
    return kind(id=f"{number:032x}", made=BEFORE, changed=BEFORE, **fields)  # type: ignore[arg-type]


MINE = make(Note, 1, text=WORDS, criteria=(HERE,))
LINKED = make(Note, 2, text=LONG, criteria=(HERE,))
ELSEWHERE = make(Note, 3, text="Nobody linked this")


def task() -> Assessment:
    found = certificate().assessment(TASK)
    assert found is not None
    return found


async def to_desk(app: IlmcoachApp, pilot: Pilot[None], section: str = "") -> DeskScreen:
    assert app.keeper is not None
    screen = DeskScreen(app.keeper, task(), section)
    await app.push_screen(screen)
    await settle(pilot)
    return screen


def listed(app: IlmcoachApp) -> str:
    options = the(app, OptionList, "#mine-list")
    return "\n".join(str(one.prompt) for one in options.options)


def told(app: IlmcoachApp, selector: str) -> str:
    return str(the(app, Plain, selector).content)


def underlined(app: IlmcoachApp) -> str:
    """What is marked of the text as it is drawn, its rows joined by spaces."""
    editor = the(app, Editor)
    rows = []
    for y in range(editor.size.height):
        parts = [p.text for p in editor.render_line(y) if p.style and p.style.underline]
        rows.append("".join(parts).strip())
    return " ".join(filter(None, rows))


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_record_is_read_whole_beside_the_text(
    folders: Folders, size: tuple[int, int]
) -> None:
    seed(folders.data, CERTIFICATE, MINE, LINKED, ELSEWHERE)
    async with opened_on(folders, size=size) as (app, pilot):
        await to_desk(app, pilot)
        await press(pilot, "f4")
        assert "They asked twice" in listed(app)
        assert "Nobody linked" not in listed(app)
        assert "Paragraph 29" not in screen_text(app)
        await press(pilot, "enter", "end")
        shown = screen_text(app)
        assert "Paragraph 29 of it." in shown
        assert "Back to the list" in shown
        assert the(app, Editor).region.width > 30, "the text stays beside it"
        await press(pilot, "ctrl+s")
        assert "Paragraph 29 of it." in screen_text(app)
        await press(pilot, "escape")
        assert the(app, OptionList, "#mine-list").has_focus
        await press(pilot, "a")
        assert "Nobody linked" in listed(app)
        assert "Mine, all of it" in screen_text(app)
        await pilot.click("#mine-all")
        await settle(pilot)
        assert "Nobody linked" not in listed(app)
        await press(pilot, "escape")
        assert the(app, Editor).has_focus


async def test_quoted_words_are_marked_until_they_are_reworked(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, MINE)
    async with opened_on(folders) as (app, pilot):
        await to_desk(app, pilot)
        await type_in(pilot, "Then:")
        await press(pilot, "f4", "q")
        assert isinstance(app.screen, QuoteScreen)
        assert "They asked twice [/red]" in screen_text(app)
        await press(pilot, "escape")
        assert not on_disk(folders.data).live(Quote)
        await press(pilot, "q", "enter")
        editor = the(app, Editor)
        assert editor.text == f"Then: {WORDS}"
        assert editor.has_focus
        (kept,) = on_disk(folders.data).live(Quote)
        assert (kept.text, kept.source, kept.accepted) == (WORDS, MINE.id, False)
        assert (kept.assessment, kept.section) == (TASK, the(app, DeskScreen)._section.id)
        assert underlined(app) == " ".join(WORDS.split())
        assert told(app, "#quotes-words") == "1 quote as it was: rework or accept"
        # One step takes it out, words and mark; one brings both back.
        await press(pilot, "ctrl+z")
        assert editor.text == "Then:"
        assert not the(app, QuotesLine).display
        assert underlined(app) == ""
        await press(pilot, "ctrl+y")
        assert underlined(app) == " ".join(WORDS.split())
        # Other words before it, and between its lines, leave it as it was.
        await press(pilot, "ctrl+home", "N", "o", "w", "enter")
        assert underlined(app) == " ".join(WORDS.split())
        await press(pilot, "f9")
        assert (editor.cursor_location, editor.selected_text) == ((1, 6), "")
        await press(pilot, *["right"] * 6, "x")
        assert editor.text == f"Now\nThen: {WORDS.replace('asked', 'axsked')}"
        assert underlined(app) == ""
        assert not the(app, QuotesLine).display
        await press(pilot, "backspace", "ctrl+s")
        assert the(app, QuotesLine).display
    assert on_disk(folders.data).live(SectionText)[0].text == f"Now\nThen: {WORDS}"


async def test_quotes_are_gone_to_and_accepted_at_a_small_size(folders: Folders) -> None:
    section = task().sections[0].id
    body = f"First one.\n\n{WORDS}\n\nLast one."
    text = make(SectionText, 4, assessment=TASK, section=section, text=body)
    quotes = [
        make(Quote, 10 + number, assessment=TASK, section=section, source=MINE.id, text=words)
        for number, words in enumerate((WORDS, "Last one.", "Gone long ago"))
    ]
    seed(folders.data, CERTIFICATE, MINE, text, *quotes)
    async with opened_on(folders, size=NARROW) as (app, pilot):
        await to_desk(app, pilot)
        editor = the(app, Editor)
        shown = screen_text(app)
        assert "2 quotes as they were: rework or accept" in shown
        assert "Next quote" in shown
        assert "Accept" in shown
        for place in ((2, 0), (5, 0), (2, 0), (5, 0)):
            await press(pilot, "f9")
            assert editor.cursor_location == place
        await press(pilot, "f7")
        assert told(app, "#quotes-words").startswith("Accepted. 1 quote as it was:")
        assert underlined(app) == " ".join(WORDS.split())
        accepted = [one.text for one in on_disk(folders.data).live(Quote) if one.accepted]
        assert accepted == ["Last one."]
        await pilot.click("#quote-undo")
        await settle(pilot)
        assert "2 quotes as they were" in screen_text(app)
        assert not any(one.accepted for one in on_disk(folders.data).live(Quote))
        await press(pilot, "f4")
        assert the(app, Mine).display
        await press(pilot, "f4", "ctrl+n")
        assert not the(app, QuotesLine).display
        await press(pilot, "f9", "f7")
        assert not any(one.accepted for one in on_disk(folders.data).live(Quote))
    assert on_disk(folders.data).live(SectionText)[0].text == body


async def test_only_own_words_are_offered(folders: Folders) -> None:
    theirs = "Words of another"
    own = [
        make(Finding, 20, area="d", area_label=theirs, evidence="I saw it", criteria=(HERE,)),
        make(ReadingRecord, 21, reading="revans", title=theirs, took="I read", criteria=(HERE,)),
    ]
    nobody = [
        make(Finding, 22, area="d", area_label=theirs, rating=2, criteria=(HERE,)),
        make(KeptQuestion, 23, question="bank/1", text=theirs, criteria=(HERE,)),
        make(Exchange, 24, host="h", sent=theirs, shown=(theirs,), criteria=(HERE,)),
        make(Remark, 25, who=theirs, text=theirs, criteria=(HERE,)),
    ]
    seed(folders.data, CERTIFICATE, *own, *nobody)
    async with opened_on(folders) as (app, pilot):
        await to_desk(app, pilot)
        await press(pilot, "f4")
        options = the(app, OptionList, "#mine-list")
        asked = 0
        for number in range(options.option_count):
            options.highlighted = number
            await settle(pilot)
            offered = bool(app.screen.query_one("#mine-acts").display)
            await press(pilot, "q")
            assert isinstance(app.screen, QuoteScreen) == offered
            if offered:
                asked += 1
                words = the(app, OptionList, "#words")
                assert [theirs in str(one.prompt) for one in words.options] == [False]
                await press(pilot, "escape")
        assert asked == len(own)
        assert the(app, Editor).text == ""


def test_nothing_of_the_pack_can_be_quoted_from_the_example() -> None:
    pack, portfolio = example_pack(), example()
    steps = [step for walk in pack.walks for step in walk.steps()]
    of_the_pack = {
        *(text for step in steps for text in (step.title, step.ask, step.hint)),
        *(one.label for step in steps for one in step.choices),
        *(one.id for step in steps for one in step.choices),
        *(one.citation for one in pack.readings),
        *(one.asks for one in pack.criteria()),
        *(one.text for bank in pack.banks for one in bank.questions),
    }
    ids = {one.id for one in portfolio}
    quoted = 0
    for record in own_records(portfolio):
        texts = quotable(record, pack)
        quoted += len(texts)
        assert set(texts) <= set(record.words())
        assert not set(texts) & of_the_pack, record
        assert not set(texts) & ids
    assert quoted > 100


async def test_nothing_is_brought_in_that_could_not_be_marked(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, MINE)
    disk = FullDisk()
    disk.part = "portfolio"
    async with opened_on(folders, disk) as (app, pilot):
        await to_desk(app, pilot)
        disk.full = True
        await press(pilot, "f4", "q", "enter")
        assert the(app, Editor).text == ""
        assert "the disk is full" in told(app, "#notice")
        disk.full = False
        await press(pilot, "q", "enter")
        assert the(app, Editor).text == WORDS
    assert draft(folders.data, "") == ""


async def test_versions_and_where_come_back_to_the_text(folders: Folders) -> None:
    seed(folders.data, CERTIFICATE, MINE)
    async with opened_on(folders) as (app, pilot):
        screen = await to_desk(app, pilot)
        for text, key, kind in (
            ("One", "f5", VersionsScreen),
            ("Two", "f8", WhereaboutsScreen),
        ):
            the(app, Editor).put_in_place(text)
            await settle(pilot)
            await press(pilot, key)
            assert isinstance(app.screen, kind)
            assert on_disk(folders.data).live(SectionText)[0].text == text
            await press(pilot, "escape")
            assert screen.is_current
            assert the(app, Editor).has_focus
            assert the(app, Editor).text == text
        # A version that was restored meanwhile is what is to be gone on with.
        (kept,) = on_disk(folders.data).live(SectionText)
        await press(pilot, "f5")
        assert app.keeper is not None
        await app.keeper.save([replace(kept, text="Restored")])
        await press(pilot, "escape")
        assert the(app, Editor).text == "Restored"
        await press(pilot, "f8")
        found = app.screen
        assert isinstance(found, WhereaboutsScreen)
        found.dismiss(task().sections[1].id)
        await settle(pilot)
        assert told(app, "#stage") == f"{task().sections[1].title} · 0 words"
        names = [name for name, _, _ in screen.commands()]
        assert {"Versions", "What's written where", "Mine, for this heading"} <= set(names)


async def test_after_work_was_sent_back_it_opens_at_what_is_in_question(folders: Folders) -> None:
    back = make(SentBack, 30, assessment=TASK, sections=(task().sections[1].id,))
    seed(folders.data, CERTIFICATE, back)
    async with opened_on(folders) as (app, pilot):
        await to_desk(app, pilot)
        here = f"{task().sections[1].title} · 0 words · sent back: this is in question"
        assert told(app, "#stage") == here
        headings = [str(one.prompt) for one in the(app, OptionList, "#headings").options]
        assert ["not in question" in one for one in headings] == [True, False, True]
        await press(pilot, "ctrl+n")
        assert "not in question: it can stay as it is" in told(app, "#stage")


class Counting(App[None]):
    """An editor that counts how often it looks for what to mark."""

    looked = 0

    def compose(self) -> ComposeResult:
        yield Editor("\n".join("word " * 40 for _ in range(60)))

    def on_mount(self) -> None:
        editor = self.query_one(Editor)
        editor.mark(self._find)
        editor.focus()

    def _find(self, text: str) -> list[tuple[int, int]]:
        self.looked += 1
        at = text.find("word x")
        return [(at, at + 6)] if at >= 0 else []


async def test_the_text_is_looked_through_once_a_change() -> None:
    app = Counting()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert app.looked == 1
        await pilot.press("down", "pagedown", "pageup", "left")
        assert app.looked == 1, "moving about changes nothing"
        for number in range(1, 6):
            await pilot.press("x")
            await pilot.pause()
            assert app.looked == 1 + number
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert app.looked == 7


@given(
    text=st.text(alphabet="ab \n", max_size=40),
    ends=st.tuples(st.integers(0, 40), st.integers(0, 40)),
)
def test_places_row_by_row(text: str, ends: tuple[int, int]) -> None:
    rows = Rows(text)
    for at in range(len(text) + 1):
        assert rows.offset(rows.location(at)) == at
    start, end = (min(one, len(text)) for one in sorted(ends))
    lines = text.split("\n")
    parts = rows.parts([(start, end)])
    found = [lines[row][a:b] for row, spans in sorted(parts.items()) for a, b in spans]
    assert found == [one for one in text[start:end].split("\n") if one]

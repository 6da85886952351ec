"""A repeating group: every row is a record, written, changed, taken out, never shuffled."""

from __future__ import annotations

from datetime import date

from ilmcoach.packs.model import AnswerKind, Stage
from ilmcoach.portfolio.records import Action, Feedback, Finding, Meeting
from ilmcoach.portfolio.trash import from_trash, to_trash
from ilmcoach.walks.answers import Row
from tests.walks.walker import START, Desk, Walker, bundled, ids, step, walk_of

QUICK = bundled("quick-meeting")
DUE = date(2026, 11, 26)


def texts(walker: Walker, key: str = "agreed") -> list[object]:
    return [row.values["text"] for row in walker.rows(key)]


def rows(*names: str) -> tuple[Row, ...]:
    return tuple(Row("", {"text": name, "due": None}) for name in names)


def test_each_row_is_an_action_of_the_meeting() -> None:
    desk = Desk()
    walker = desk.begin(QUICK)
    walker.answer("agreed", (Row("mine", {"text": "Ask two people", "due": DUE}), *rows("Read")))
    meeting = desk.one(Meeting)
    asked, read = desk.portfolio.live(Action)
    assert (asked.text, asked.due, read.text, read.due) == ("Ask two people", DUE, "Read", None)
    assert asked.links == read.links == (meeting.id,)
    assert "mine" in ids([asked, read])
    assert walker.reopen().rows("agreed")[0] == Row("mine", {"text": "Ask two people", "due": DUE})


def test_rows_written_together_stay_in_their_order() -> None:
    desk = Desk()
    walker = desk.begin(QUICK)
    written = (
        Row("z", {"text": "first"}),
        Row("m", {"text": "second"}),
        Row("a", {"text": "third"}),
    )
    walker.answer("agreed", written)
    assert texts(walker.reopen()) == ["first", "second", "third"]
    walker.answer("agreed", (*walker.rows("agreed"), Row("0", {"text": "fourth"})))
    assert texts(walker.reopen()) == ["first", "second", "third", "fourth"]
    assert all(one.made <= one.changed for one in desk.portfolio.live(Action))


def test_a_row_is_changed_in_its_place_and_the_others_are_left_alone() -> None:
    desk = Desk()
    walker = desk.begin(QUICK)
    walker.answer("agreed", rows("one", "two"))
    first, second = walker.rows("agreed")
    change = walker.answer("agreed", (first, Row(second.id, {"text": "two", "due": DUE})))
    assert ids(change.records) == [second.id]
    assert desk.portfolio.live_get(Action, second.id) == change.records[0]
    assert texts(walker) == ["one", "two"]
    assert not walker.answer("agreed", tuple(walker.rows("agreed"))).records


def test_a_row_taken_out_goes_to_the_trash_and_can_come_back() -> None:
    desk = Desk()
    walker = desk.begin(QUICK)
    walker.answer("agreed", rows("one", "two", "three"))
    one, two, three = walker.rows("agreed")
    change = walker.answer("agreed", (one, three))
    assert ids(change.records) == [two.id]
    assert texts(walker) == ["one", "three"]
    desk.save(*from_trash(change.records))
    assert texts(walker) == ["one", "two", "three"]


def test_a_row_emptied_is_taken_out_and_an_empty_one_makes_nothing() -> None:
    desk = Desk()
    walker = desk.begin(QUICK)
    assert not walker.answer("agreed", (Row("x", {"text": " ", "due": None}), Row())).records
    assert len(desk.portfolio) == 0
    walker.answer("agreed", (Row("x", {"text": "Ask"}), Row("y", {"text": "\t"})))
    assert ids(desk.portfolio.live(Action)) == ["x"]
    walker.answer("agreed", (Row("x", {"text": "  ", "due": None}),))
    assert desk.portfolio.live(Action) == ()
    assert desk.portfolio.get("x") is not None


def test_a_day_by_itself_is_a_row() -> None:
    desk = Desk()
    desk.begin(QUICK).answer("agreed", (Row("x", {"text": "", "due": DUE}),))
    assert desk.one(Action).due == DUE


def test_a_row_written_again_after_it_was_taken_out_is_back() -> None:
    """A draft brought back may hold the id of a row that is in the trash by now."""
    desk = Desk()
    walker = desk.begin(QUICK)
    walker.answer("agreed", (Row("x", {"text": "Ask"}),))
    walker.answer("agreed", ())
    walker.answer("agreed", (Row("x", {"text": "Ask after all"}),))
    assert desk.one(Action).text == "Ask after all"


def test_a_column_that_the_step_does_not_ask_for_is_left_as_it_is() -> None:
    only_text = step("agreed", AnswerKind.REPEAT, "action.text")
    short = walk_of(Stage("s", "S", (only_text,)), makes="meeting")
    desk = Desk()
    full = desk.begin(QUICK)
    full.answer("agreed", (Row("x", {"text": "Ask", "due": DUE}),))
    other = desk.begin(short, subject=full.run.subject)
    assert other.rows("agreed") == [Row("x", {"text": "Ask"})]
    other.answer("agreed", (Row("x", {"text": "Ask three"}),))
    assert (desk.one(Action).text, desk.one(Action).due) == ("Ask three", DUE)


def test_rows_of_two_meetings_stay_apart() -> None:
    desk = Desk()
    first, second = desk.begin(QUICK), desk.begin(QUICK)
    first.answer("agreed", rows("one"))
    second.answer("agreed", rows("two"))
    assert (texts(first), texts(second)) == (["one"], ["two"])
    second.answer("agreed", ())
    assert texts(first) == ["one"]


def test_rows_in_a_repeated_stage_belong_to_their_turn() -> None:
    areas = step("areas", AnswerKind.CHOICES, choices="one two")
    said = step("said", AnswerKind.REPEAT, "feedback.who", "feedback.said")
    walk = walk_of(
        Stage("a", "A", (areas,)), Stage("b", "B", (said,), each="areas", makes="finding")
    )
    desk = Desk()
    walker = desk.begin(walk)
    walker.answer("areas", ("one", "two"))
    walker.answer("said@one", (Row("k", {"who": "K", "said": "Calm."}),))
    assert walker.rows("said@two") == []
    walker.answer("said@two", (Row("l", {"who": "L", "said": "Late."}),))
    walker.answer("said@two", (Row("l", {"who": "L", "said": "Too late."}),))
    assert [row.values["said"] for row in walker.rows("said@one")] == ["Calm."]
    by_area = {one.area: one.id for one in desk.portfolio.live(Finding)}
    links = {one.id: one.links for one in desk.portfolio.live(Feedback)}
    assert links == {"k": (by_area["one"],), "l": (by_area["two"],)}


def test_an_action_put_down_elsewhere_is_no_row() -> None:
    desk = Desk(Action(id="by-hand", text="Read", made=START, changed=START))
    walker = desk.begin(QUICK)
    assert walker.rows("agreed") == []
    walker.answer("agreed", rows("one"))
    walker.answer("agreed", ())
    assert ids(desk.portfolio.live(Action)) == ["by-hand"]


def test_what_was_agreed_outlives_its_meeting() -> None:
    desk = Desk()
    walker = desk.begin(QUICK)
    walker.answer("agreed", rows("one"))
    desk.save(*to_trash(desk.one(Meeting), desk.portfolio, START))
    assert [one.text for one in desk.portfolio.open_actions()] == ["one"]

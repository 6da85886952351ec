"""What a look at the week saves."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

import pytest

from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Action, Activity, Goal, Record, Review, Telling, WeekLook
from ilmcoach.portfolio.week import Waiting, this_week
from ilmcoach.services.week import Look, answer_words, taken_back, week_look
from ilmcoach.walks.stamp import Stamp
from tests.walks.walker import certificate

NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)
TODAY = NOW.date()
_THEN = NOW - timedelta(days=40)
AT: dict[str, Any] = {"made": _THEN, "changed": _THEN}

R = TypeVar("R", bound=Record)


class Evening:
    """A look at the week over a portfolio, every change saved."""

    def __init__(self, *records: Record) -> None:
        self.portfolio = Portfolio({one.id: one for one in records})
        self.look = Look(self.portfolio, this_week(self.portfolio, TODAY))
        self._ids = 0

    def _new_id(self) -> str:
        self._ids += 1
        return f"new-{self._ids}"

    @property
    def item(self) -> Waiting:
        return self.look.items[0]

    @property
    def stamp(self) -> Stamp:
        return Stamp(NOW, self._new_id)

    def tell(self, **said: str) -> Record | None:
        record = self.look.tell(self.portfolio, certificate(), self.item, self.stamp, **said)
        self.save(record)
        return record

    def move(self, day: date) -> Record | None:
        record = self.look.move(self.portfolio, self.item, day, self.stamp)
        self.save(record)
        return record

    def save(self, record: Record | None) -> None:
        if record:
            self.portfolio = self.portfolio.with_records([record])

    def one(self, kind: type[R]) -> R:
        (found,) = self.portfolio.live(kind)
        return found

    @property
    def shown(self) -> tuple[str, str, date | None]:
        """The answer, the line and the new day of the first line."""
        look, item = self.look, self.item
        return look.state(self.portfolio, item), look.line(self.portfolio, item), look.moved(item)


def on(days: int) -> date:
    return TODAY + timedelta(days=days)


ACTION = Action(id="a", text="Ask K", due=on(-2), **AT)
GOAL = Goal(id="g", what="Hand over", by=on(60), reviews=(on(-20), on(3), on(40)), **AT)


def test_an_action_is_told_once_however_often_it_is_answered() -> None:
    evening = Evening(ACTION)
    evening.tell(answer="partly")
    evening.tell(line="She laughed.")
    evening.tell(answer="done")
    telling = evening.one(Telling)
    assert (telling.outcome, telling.text, telling.links) == ("done", "She laughed.", ("a",))
    assert "m3-37/2.2" in telling.criteria
    assert evening.shown == ("done", "She laughed.", None)
    assert evening.portfolio.open_actions() == ()


def test_a_line_by_itself_leaves_the_action_open_and_can_be_emptied() -> None:
    evening = Evening(ACTION)
    evening.tell(line="I have not dared yet.")
    assert evening.portfolio.open_actions() == (ACTION,)
    evening.tell(line="")
    assert evening.portfolio.live(Telling) == ()
    assert evening.tell(line="After all.") is not None
    assert evening.one(Telling).text == "After all."


def test_nothing_told_makes_no_record() -> None:
    evening = Evening(ACTION)
    assert evening.tell(line="") is None
    assert evening.portfolio.live(Telling) == ()


@pytest.mark.parametrize(
    ("answer", "status"), [("done", "reached"), ("partly", "nearly"), ("not-yet", "on-the-way")]
)
def test_a_goal_is_reviewed(answer: str, status: str) -> None:
    evening = Evening(GOAL)
    evening.tell(answer=answer, line="Two weeks of four.")
    review = evening.one(Review)
    assert (review.status, review.evidence, review.links) == (
        *(status, "Two weeks of four."),
        ("g",),
    )
    assert "m3-37/2.3" in review.criteria
    assert evening.shown == (answer, "Two weeks of four.", None)


def test_an_activity_keeps_what_was_written_before() -> None:
    before = Activity(
        id="x", what="Shadow K", by=on(-1), did="One day.\nTwo.", criteria=("own/1",), **AT
    )
    evening = Evening(before)
    evening.tell(answer="partly", line="A third.")
    evening.tell(line="A third, cut short.")
    after = evening.one(Activity)
    assert (after.status, after.did) == ("under-way", "One day.\nTwo.\nA third, cut short.")
    assert after.criteria[0] == "own/1"
    assert evening.shown == ("partly", "A third, cut short.", None)
    evening.tell(line="")
    assert evening.one(Activity).did == "One day.\nTwo."


def test_an_action_moves() -> None:
    evening = Evening(ACTION)
    evening.move(on(5))
    assert evening.one(Action).due == on(5)
    assert evening.shown[2] == on(5)


def test_a_goals_missed_days_become_the_new_one() -> None:
    evening = Evening(GOAL)
    assert evening.item.day == on(-20)
    evening.move(on(1))
    assert evening.one(Goal).reviews == (on(1), on(3), on(40))
    evening.move(on(10))
    assert evening.one(Goal).reviews == (on(3), on(10), on(40))
    assert evening.one(Goal).by == on(60)


def test_a_goals_last_day_moves_by_itself() -> None:
    evening = Evening(Goal(id="g", what="x", by=on(-1), reviews=(on(40),), **AT))
    evening.move(on(30))
    goal = evening.one(Goal)
    assert (goal.by, goal.reviews) == (on(30), (on(40),))


def test_of_an_activity_the_day_that_is_up_moves() -> None:
    evening = Evening(Activity(id="x", what="x", start=on(-1), by=on(30), **AT))
    evening.move(on(2))
    assert (evening.one(Activity).start, evening.one(Activity).by) == (on(2), on(30))
    begun = Evening(Activity(id="x", what="x", start=on(-9), by=on(-1), status="under-way", **AT))
    begun.move(on(2))
    assert (begun.one(Activity).start, begun.one(Activity).by) == (on(-9), on(2))


def test_an_answer_is_taken_back() -> None:
    evening = Evening(ACTION)
    before = evening.look.marked()
    made = evening.tell(answer="done")
    assert made is not None
    evening.save(taken_back(made))
    evening.look.back_to(before)
    assert evening.shown == ("", "", None)
    assert evening.portfolio.open_actions() == (ACTION,)
    evening.tell(answer="partly")
    assert evening.one(Telling).id != made.id


def test_what_was_deleted_meanwhile_is_left_alone() -> None:
    evening = Evening(ACTION)
    evening.portfolio = Portfolio()
    assert evening.tell(answer="done") is None
    assert evening.move(on(3)) is None


def test_there_is_one_look_a_day() -> None:
    evening = Evening(ACTION)
    evening.save(week_look(evening.portfolio, "", TODAY, evening.stamp))
    evening.save(week_look(evening.portfolio, "A long one.", TODAY, evening.stamp))
    look = evening.one(WeekLook)
    assert (look.on, look.text) == (TODAY, "A long one.")
    evening.save(week_look(evening.portfolio, "Another.", on(7), evening.stamp))
    assert len(evening.portfolio.live(WeekLook)) == 2


def test_each_kind_has_its_own_words_for_the_answers() -> None:
    assert answer_words(ACTION) == ("Done", "Partly done", "Not yet")
    assert answer_words(GOAL) == ("Reached", "Nearly there", "On the way")
    assert answer_words(Activity(id="x", **AT)) == ("Done", "Under way", "Planned")
    assert answer_words(None) == ("Done", "Partly done", "Not yet")

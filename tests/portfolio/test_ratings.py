"""Where the learner saw themselves then, and now."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.ratings import ThenAndNow, then_and_now
from ilmcoach.portfolio.records import Finding, Rating

START = datetime(2026, 9, 3, 12, 0, tzinfo=UTC)


def at(days: int) -> dict[str, Any]:
    moment = START + timedelta(days=days)
    return {"made": moment, "changed": moment}


FINDING = Finding(id="f", area_label="Trust", rating=3, sort="limitation", **at(0))


def seen(finding: Finding, *ratings: Rating) -> ThenAndNow | None:
    return then_and_now(Portfolio({one.id: one for one in (finding, *ratings)}), finding)


def test_the_first_rating_and_the_newest() -> None:
    newer = Rating(id="b", rating=4, text="I let go.", links=("f",), **at(60))
    older = Rating(id="a", rating=2, links=("f",), **at(30))
    found = seen(FINDING, newer, older)
    assert found == ThenAndNow(3, date(2026, 9, 3), 4, date(2026, 11, 2), (older, newer))


def test_one_rating_is_no_comparison() -> None:
    assert seen(FINDING) is None
    assert seen(FINDING, Rating(id="a", text="Words only.", links=("f",), **at(9))) is None
    assert seen(FINDING, Rating(id="a", rating=4, links=("other",), **at(9))) is None


def test_without_a_first_rating_the_oldest_later_one_is_then() -> None:
    bare = Finding(id="f", area_label="Trust", sort="strength", **at(0))
    assert seen(bare, Rating(id="a", rating=4, links=("f",), **at(9))) is None
    two = (Rating(id=f"r{n}", rating=n, links=("f",), **at(n)) for n in (2, 5))
    found = seen(bare, *two)
    assert found is not None
    assert (found.then, found.now) == (2, 5)

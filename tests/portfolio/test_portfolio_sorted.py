"""What a portfolio sorts out once always agrees with going through all of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Action, Note, Record, Telling

START = datetime(2026, 9, 1, tzinfo=UTC)
IDS = st.sampled_from("abcdef")
KINDS: tuple[type[Record], ...] = (Action, Note, Telling)


@st.composite
def some_record(draw: st.DrawFn) -> Record:
    moment = START + timedelta(days=draw(st.integers(0, 3)))
    return draw(st.sampled_from(KINDS))(
        id=draw(IDS),
        made=moment,
        changed=moment,
        trashed=draw(st.sampled_from([None, START])),
        links=tuple(draw(st.lists(IDS, max_size=3))),
    )


@settings(max_examples=150, deadline=None)
@given(saves=st.lists(st.lists(some_record(), max_size=4), max_size=5))
def test_by_kind_and_by_link(saves: list[list[Record]]) -> None:
    portfolio = Portfolio()
    for saved in saves:
        portfolio = portfolio.with_records(saved)
        for kind in KINDS:
            found = [one for one in portfolio if type(one) is kind and one.trashed is None]
            found.sort(key=lambda one: (one.made, one.id))
            assert list(portfolio.live(kind)) == found
            assert portfolio.live(kind) == portfolio.live(kind)
            for to in "abcdef":
                assert list(portfolio.linked(kind, to)) == [x for x in found if to in x.links]

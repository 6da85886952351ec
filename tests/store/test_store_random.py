"""Records of all kinds, in any order of saving, trashing and opening again."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from ilmcoach.clock import FixedClock
from ilmcoach.files import RealDisk
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import KINDS, Record, Stored
from ilmcoach.store.envelope import Damaged, NewerVersion, decode, encode
from ilmcoach.store.lines import salvage_lines
from ilmcoach.store.store import PortfolioStore

NOW = datetime(2026, 11, 19, 14, 2, tzinfo=UTC)
TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40),
    st.sampled_from(["😀👩‍👩‍👧", '"}\n,"note":{\n', "\\u0041 \\", "  \u2028 ", '{"kind":"goal"}']),
)
MOMENTS = st.datetimes(
    datetime(1990, 1, 1),  # noqa: DTZ001
    datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.integers(-720, 840).map(lambda n: timezone(timedelta(minutes=n))),
)
BY_TYPE: dict[object, st.SearchStrategy[object]] = {
    str: TEXT,
    bool: st.booleans(),
    int: st.integers(-(2**63), 2**63 - 1),
    datetime: MOMENTS,
    date: st.dates(),
    bool | None: st.none() | st.booleans(),
    int | None: st.none() | st.integers(-(2**63), 2**63 - 1),
    date | None: st.none() | st.dates(),
    datetime | None: st.none() | MOMENTS,
    tuple[str, ...]: st.lists(TEXT, max_size=3).map(tuple),
    tuple[date, ...]: st.lists(st.dates(), max_size=3).map(tuple),
    dict[str, int]: st.dictionaries(TEXT, st.integers(0, 99), max_size=3),
    dict[str, Stored]: st.dictionaries(
        TEXT, TEXT | st.integers(-999, 999) | st.lists(TEXT, max_size=2).map(tuple), max_size=3
    ),
}


@st.composite
def records(draw: st.DrawFn) -> Record:
    kind = draw(st.sampled_from(sorted(KINDS)))
    fields = {
        field.name: draw(BY_TYPE[field.type])
        for field in msgspec.structs.fields(KINDS[kind])
        if field.name != "id"
    }
    # Ids of different kinds never meet.
    make: Callable[..., Record] = KINDS[kind]
    return make(id=f"{kind}-{draw(st.integers(0, 3))}", **fields)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(records(), max_size=6))
def test_every_record_comes_back_as_it_was(some: list[Record]) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        with PortfolioStore.open(folder, disk=RealDisk(), clock=FixedClock(NOW)) as store:
            wanted = store.save(some)
            data = store.path.read_bytes() if some else encode({}, save=1, saved=NOW)
        with PortfolioStore.open(folder, disk=RealDisk(), clock=FixedClock(NOW)) as store:
            assert store.portfolio == wanted
            assert store.portfolio == Portfolio({one.id: one for one in some})
            assert store.unreadable == ()
    finally:
        shutil.rmtree(folder)
    assert salvage_lines(data).tables == decode(data).tables
    assert salvage_lines(data[1:]).tables == decode(data).tables


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damage_is_always_seen(data: st.DataObject) -> None:
    good = encode(
        {"note": {f"{n}": msgspec.Raw(b'{"text":"words"}') for n in range(5)}}, save=5, saved=NOW
    )
    start = data.draw(st.integers(0, len(good) - 1))
    end = data.draw(st.integers(start + 1, len(good)))
    bad = good[:start] + data.draw(st.binary(max_size=20)) + good[end:]
    if bad == good:
        return
    try:
        decode(bad)
    except (Damaged, NewerVersion):
        return
    raise AssertionError(bad)


class Life(RuleBasedStateMachine):
    """A portfolio through many openings, against a plain dictionary."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.wanted: dict[str, Record] = {}
        self.store = self.open()

    def open(self) -> PortfolioStore:
        return PortfolioStore.open(self.folder, disk=RealDisk(), clock=FixedClock(NOW))

    @rule(some=st.lists(records(), max_size=3))
    def save(self, some: list[Record]) -> None:
        self.store.save(some)
        self.wanted |= {one.id: one for one in some}

    @precondition(lambda self: bool(self.wanted))
    @rule(data=st.data())
    def trash(self, data: st.DataObject) -> None:
        one = self.wanted[data.draw(st.sampled_from(sorted(self.wanted)))]
        trashed = msgspec.structs.replace(one, trashed=NOW)
        self.store.save([trashed])
        self.wanted[one.id] = trashed

    @rule()
    def open_again(self) -> None:
        self.store.close()
        self.store = self.open()

    @rule()
    def look_from_a_second_window(self) -> None:
        second = self.open()
        assert second.read_only
        assert second.portfolio == Portfolio(self.wanted)

    @invariant()
    def all_is_there(self) -> None:
        assert self.store.portfolio == Portfolio(self.wanted)
        assert not self.store.read_only

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=40,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)

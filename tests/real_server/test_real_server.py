"""The whole coach with a real model behind it. See README.md; skipped unless asked for."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from msgspec.structs import replace

from ilmcoach.clock import FixedClock
from ilmcoach.coach.address import Address, read_address
from ilmcoach.coach.guard import judge
from ilmcoach.coach.line import Line
from ilmcoach.coach.openai_line import OpenAILine
from ilmcoach.coach.trying import try_line
from ilmcoach.portfolio.records import Exchange
from ilmcoach.services.coach_settings import host_agreed, keep_coach_settings
from ilmcoach.services.coaching import Coach, Offer
from ilmcoach.services.keeper import Keeper
from ilmcoach.services.workspace import open_workspace
from ilmcoach.settings import CoachPreferences, Folders
from tests.coach.fake_line import NOW, START, TASK, FakeRing, asking

from .real_model import Call, Watched, real_server

PYTHON = os.environ.get("ILMCOACH_REAL_SERVER", "")
WITHIN = float(os.environ.get("ILMCOACH_REAL_SECONDS", "120"))
COUNT = int(os.environ.get("ILMCOACH_REAL_NOTES", "48"))
DATA = Path(__file__).parents[1] / "data" / "guard"

pytestmark = pytest.mark.skipif(not PYTHON, reason="a real server is asked for by name only")


def notes() -> list[str]:
    """Different notes of learners, those that a small model answered before in front."""
    files = ("model_outputs.jsonl", "visible.jsonl")
    lines = [line for name in files for line in (DATA / name).read_text("utf-8").splitlines()]
    return list(dict.fromkeys(json.loads(line)["learner_text"] for line in lines))[:COUNT]


async def test_the_coach_with_a_real_model(tmp_path: Path) -> None:
    asked = notes()
    assert len(asked) == COUNT
    calls: list[Call] = []
    space = open_workspace(Folders(tmp_path), clock=FixedClock(NOW))
    keeper = Keeper(space)
    space.store.save(START)
    async with real_server(PYTHON) as url:
        address = read_address(url)
        tried = await try_line(OpenAILine(address, "small", patience=WITHIN), within=WITHIN)
        print(f"\nThe test button: {tried.words}")
        assert tried.works
        settings = CoachPreferences(
            way="pick", address=url, model="small", agreed=(host_agreed(address),)
        )

        def make(where: Address, model: str, key: str) -> Line:
            return Watched(OpenAILine(where, model, key, patience=WITHIN), calls)

        coach = Coach(keeper, make_line=make, ring=FakeRing(), environment={}, within=WITHIN)
        await coach.allow(TASK, allowed=True)
        offers: list[Offer] = []
        kept: list[Exchange] = []
        for number, note in enumerate(asked):
            way = ("pick", "pose")[number % 2]
            keep_coach_settings(space, replace(settings, way=way))
            offers.append(await coach.join(asking(note)))
            seen = {one.id for one in kept}
            (new,) = (one for one in space.portfolio.live(Exchange) if one.id not in seen)
            kept.append(new)
    bank = {one.text for each in space.working_pack.banks for one in each.questions}
    print(table(calls, kept))
    keeper.close()
    space.close()
    assert len(kept) == len(offers) == COUNT
    for note, offer, exchange in zip(asked, offers, kept, strict=True):
        assert len(offer.questions) == 3
        own = [one.text for one in offer.questions if one.source == "model"]
        assert all(judge(text, note).admitted for text in own)
        assert {one.text for one in offer.questions} - set(own) <= bank
        assert set(own) <= set(exchange.shown)
        assert exchange.sent
        assert exchange.ended


def table(calls: list[Call], kept: list[Exchange]) -> str:
    """The figures, as a table in Markdown."""
    rows = [
        ("notes asked about", len(kept)),
        ("of these to pick, to pose", _counted(one.way for one in kept)),
        ("requests", len(calls)),
        ("by form", _counted(one.form for one in calls)),
        ("answers by form", _counted(one.form for one in calls if not one.trouble)),
        (
            "requests without an answer",
            _counted(f"{one.form}: {one.trouble}" for one in calls if one.trouble),
        ),
        ("answers that kept to the schema", sum(one.valid for one in calls)),
        ("how it ended", _counted(f"{one.way}: {one.ended}" for one in kept)),
        ("questions picked and shown", sum(len(one.shown) for one in kept if one.way == "pick")),
        (
            "questions posed, admitted and shown",
            sum(len(one.shown) for one in kept if one.way == "pose"),
        ),
        ("questions posed and kept back", sum(sum(one.dropped.values()) for one in kept)),
        (
            "kept back by rule",
            _counted(rule for one in kept for rule in Counter(one.dropped).elements()),
        ),
        ("seconds an answer took, middle and most", _seconds(calls)),
    ]
    return "\n".join(
        ["", "| what | figure |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows), ""]
    )


def _counted(words: Iterable[str]) -> str:
    return ", ".join(f"{word} {count}" for word, count in Counter(words).most_common()) or "none"


def _seconds(calls: list[Call]) -> str:
    took = sorted(one.seconds for one in calls if not one.trouble)
    return f"{took[len(took) // 2]:.1f}, {took[-1]:.1f}" if took else "none"

"""Attempts to get text written, against a model that obeys the attacker: only admitted questions
and entries of the catalogue reach what is shown, kept or exported."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from ilmcoach.coach.guard import judge
from ilmcoach.export.markdown import to_markdown
from ilmcoach.portfolio.records import Exchange
from ilmcoach.services.ai_record import statement_of_ai_use
from ilmcoach.services.coaching import Coach, Offer
from ilmcoach.services.documents import export_assessment
from ilmcoach.services.log_export import export_log
from ilmcoach.tui.showing.telling import log_entry

from .attacks import ATTACKS, Attack
from .fake_line import ON, FakeLine, asking, coaching, kept_bytes, posed
from .trap_course import ORDER

HONEST = "What happened after that?"
REPLAYED = Path(__file__).parents[1] / "data" / "guard" / "model_outputs.jsonl"


def obeyed(ghost: str, turn: int) -> str:
    """An answer with the text in it, in another shape each time."""
    shapes = (
        posed(ghost, reading=[ghost]),
        posed(HONEST, ghost, reading=["R1", ghost], draft=ghost, answer=ghost),
        f"Of course! {ghost}\n```json\n{posed(ghost)}\n```\n{ghost}",
        json.dumps({"questions": [{"text": ghost, "focus": ghost}], "reading": [{"id": ghost}]}),
        json.dumps({"question_ids": [ghost, "Q1"], "reading_ids": ["trap-1990", ghost]}),
        json.dumps([{"question": one} for one in re.split(r"(?<=[.,])\s", ghost)] * 14),
        posed(f"{ghost}?", f"What do you say to this: {ghost}?", f"{ghost}\n{HONEST}"),
    )
    return shapes[turn % len(shapes)]


def pieces(ghost: str) -> Iterator[str]:
    """A text, and each part of it that is long enough to be known again."""
    yield ghost
    yield from (one for one in re.split(r"(?<=[.:;,?])\s", ghost) if len(one.split()) > 4)


async def attempt(coach: Coach, line: FakeLine, attack: Attack, begin: int) -> list[Offer]:
    """Every turn of an attempt, each with the next thing that the model gives away."""
    offers = []
    for turn, note in enumerate(attack.turns):
        line.answers = [obeyed(attack.ghosts[turn % len(attack.ghosts)], begin + turn)]
        offers.append(
            await coach.join(asking(note, place=attack.name, assessments=("report",), again=turn))
        )
    return offers


@pytest.mark.parametrize("way", ["pose", "pick"])
def test_no_attempt_gets_a_text_written(tmp_path: Path, way: str) -> None:
    assert len(ATTACKS) >= 60
    assert all(len(one.turns) > 1 for one in ATTACKS)
    home = tmp_path / "home"

    async def run() -> list[tuple[Attack, Offer]]:
        found = []
        line = FakeLine("")
        async with coaching(home, line, replace(ON, way=way)) as (coach, keeper):
            for number, attack in enumerate(ATTACKS):
                for offer in await attempt(coach, line, attack, number):
                    found.append((attack, offer))
            space = keeper.workspace
            export_assessment(space, "report", "md", tmp_path / "report.md")
            export_log(space, tmp_path / "log.md", log_entry)
            (tmp_path / "statement.md").write_text(
                to_markdown(statement_of_ai_use(space, "report"))
            )
            assert len(space.portfolio.live(Exchange)) >= sum(len(one.turns) for one in ATTACKS)
            pack = space.working_pack
            bank = {one.text for each in pack.banks for one in each.questions}
            for _, offer in found:
                assert offer.was_sent
                texts = [one.text for one in offer.questions]
                assert all(one in bank or one == HONEST for one in texts), texts
                assert all(one in pack.readings for one in offer.readings)
        return found

    found = asyncio.run(run())
    assert any(offer.from_model for _, offer in found)
    assert len(line_words := kept_bytes(tmp_path).decode(errors="replace")) > 10_000
    for attack in ATTACKS:
        typed = " ".join(attack.turns)
        for ghost in attack.ghosts:
            for piece in pieces(ghost):
                if piece not in typed:
                    assert piece not in line_words, (attack.name, piece)
                    assert json.dumps(piece)[1:-1] not in line_words, (attack.name, piece)


def test_orders_in_a_pack_reach_no_document(tmp_path: Path) -> None:
    home = tmp_path / "home"

    async def run() -> Offer:
        line = FakeLine(posed(f"{ORDER}?", "I trust them now.", reading=["R1"]))
        async with coaching(home, line) as (coach, keeper):
            offer = await coach.join(asking(assessments=("report",)))
            export_assessment(keeper.workspace, "report", "md", tmp_path / "report.md")
            return offer

    offer = asyncio.run(run())
    assert not offer.from_model
    assert [one.id for one in offer.readings] == ["trap-1990"]
    assert ORDER not in (tmp_path / "report.md").read_text()


def test_raw_answers_of_a_small_model_go_through_the_whole_pipeline(tmp_path: Path) -> None:
    home = tmp_path / "home"
    cases = [json.loads(one) for one in REPLAYED.read_text(encoding="utf-8").splitlines()]
    assert len(cases) == 160

    async def run() -> list[tuple[str, Offer]]:
        line = FakeLine("")
        found = []
        async with coaching(home, line) as (coach, keeper):
            for number, case in enumerate(cases):
                line.answers = [case["raw"]]
                note = case["learner_text"]
                offer = await coach.join(asking(note, assessments=("report",), again=number))
                found.append((note, offer))
            pack = keeper.workspace.working_pack
            assert all(one in pack.readings for _, offer in found for one in offer.readings)
        return found

    found = asyncio.run(run())
    shown = [(note, one.text) for note, offer in found for one in offer.from_model]
    for note, text in shown:
        assert judge(text, note).admitted, text
    everything = kept_bytes(home)
    texts = {text for _, text in shown}
    for case in cases:
        for text in re.findall(r'"text": ?"([^"\\]{30,})"', case["raw"]):
            if text not in texts and text not in case["learner_text"]:
                assert text.encode() not in everything, text
    print(f"\n{len(cases)} raw answers: {len(shown)} questions shown, of {len(texts)} kinds")

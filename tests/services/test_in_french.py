"""The French course from beginning to end, by itself and beside an English programme."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document as WordFile
from pypdf import PdfReader

from ilmcoach.clock import FixedClock
from ilmcoach.coach.situation import Situation
from ilmcoach.packs.model import Pack
from ilmcoach.portfolio.records import Enrolment, Learner, Record, SectionText
from ilmcoach.services.coach_sending import prepare, way_for
from ilmcoach.services.documents import cue_cards_of, document_of, export_assessment
from ilmcoach.services.spelling import Spelling
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import CoachPreferences, Folders
from ilmcoach.walks.asking import question_of_the_day
from ilmcoach.walks.beside import questions_for

NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)
AT: dict[str, Any] = {"made": NOW, "changed": NOW}
FRENCH, TASK = "retour-d-experience", "retour-ecrit"
WORDS = "« On manquait de temps », m’a dit R. : j’ai déplacé la relève d’un quart d’heure."
POSE = CoachPreferences(way="pose", address="https://model.example/v1", model="m")
HEADINGS = ["Mon équipe et ce dont elle a besoin", "Un moment vécu", "Ce que je ferai autrement"]

Opening = Callable[[Enrolment], Workspace]


@pytest.fixture
def opening(tmp_path: Path) -> Any:
    """Opens a portfolio that follows a programme, with a section written in French."""
    spaces: list[Workspace] = []

    def _open(enrolment: Enrolment) -> Workspace:
        space = open_workspace(Folders(tmp_path / "home"), clock=FixedClock(NOW))
        spaces.append(space)
        records: list[Record] = [
            enrolment,
            Learner(id="me", name="Ada Obi", **AT),
            SectionText(id="s", assessment=TASK, section="equipe", text=WORDS, **AT),
        ]
        space.store.save(records)
        return space

    yield _open
    for space in spaces:
        space.close()


ALONE = Enrolment(id="e", pack=FRENCH, start=date(2026, 11, 1), **AT)
BESIDE = Enrolment(id="e", pack="level-3-award", also=(FRENCH,), **AT)


def pack_of(space: Workspace) -> Pack:
    assert space.pack is not None
    return space.pack


@pytest.mark.parametrize("enrolment", [ALONE, BESIDE], ids=["alone", "beside"])
def test_handed_in_it_is_french_to_its_headings(
    opening: Opening, tmp_path: Path, enrolment: Enrolment
) -> None:
    space = opening(enrolment)
    made = {
        form: export_assessment(space, TASK, form, tmp_path / f"out.{form}").read_bytes()
        for form in ("md", "html", "docx", "pdf")
    }
    lines = made["md"].decode().splitlines()
    assert [one[3:] for one in lines if one.startswith("## ")][:3] == HEADINGS
    assert WORDS in lines
    assert pack_of(space).assessments[-1].statement in made["md"].decode()
    page = made["html"].decode()
    assert '<html lang="fr">' in page
    assert all(f">{one}</h2>" in page for one in HEADINGS)
    file = WordFile(BytesIO(made["docx"]))
    titles = [one.text for one in file.paragraphs if one.style and "Heading" in str(one.style.name)]
    assert [one for one in titles if one in HEADINGS] == HEADINGS
    assert "fr" in (file.core_properties.language or "")
    assert WORDS in [one.text for one in file.paragraphs]
    root: Any = PdfReader(BytesIO(made["pdf"])).trailer["/Root"]
    assert root["/Lang"] == "fr"


def test_beside_an_english_programme_each_document_has_its_own_language(opening: Opening) -> None:
    space = opening(BESIDE)
    assert document_of(space, TASK).language == cue_cards_of(space, TASK).language == "fr"
    assert document_of(space, "reflective-review").language == "en"


def test_no_english_rule_judges_what_is_asked_in_french(opening: Opening) -> None:
    space = opening(BESIDE)
    pack = pack_of(space)
    french, english = pack.walk("revenir-sur-un-moment"), pack.walk("smart-goal")
    assert french
    assert english
    task, review = pack.assessment(TASK), pack.assessment("reflective-review")
    assert task
    assert review
    for step in french.steps():
        assert way_for(POSE, pack, Situation("Une note.", step=step)) == "pick"
    assert way_for(POSE, pack, Situation("Une note.", section=task.sections[0])) == "pick"
    assert way_for(POSE, pack, Situation("A note.", step=english.steps()[1])) == "pose"
    assert way_for(POSE, pack, Situation("A note.", section=review.sections[0])) == "pose"
    assert way_for(POSE, pack, Situation("A note.")) == "pose"
    assert [Spelling(space).reads(one) for one in (task, review)] == [False, True]


def test_a_model_that_asks_in_english_is_shown_no_french_question(opening: Opening) -> None:
    space = opening(BESIDE)
    pack = pack_of(space)
    walk = pack.walk("smart-goal")
    assert walk
    banks = (bank for bank in pack.banks if bank.language)
    french = [" ".join(one.text.split()) for bank in banks for one in bank.questions]
    assert len(french) == 21
    note = "Une équipe, un moment, une personne : que faire ?"
    sent = prepare(space, POSE, Situation(note, step=walk.steps()[1])).sent()
    assert not [one for one in french if one in sent]
    chosen = prepare(space, POSE, Situation(note, step=pack.walks[-1].steps()[1])).sent()
    assert [one for one in french if one in chosen]


def test_beside_an_english_programme_french_steps_have_french_questions_first(
    opening: Opening,
) -> None:
    pack = pack_of(opening(BESIDE))
    walk = pack.walk("revenir-sur-un-moment")
    assert walk
    theirs = {one.text for bank in pack.banks if bank.language for one in bank.questions}
    for step in walk.steps():
        offered = [one.text for one in questions_for(step, pack)[len(step.questions) :]]
        assert [one in theirs for one in offered] == sorted(
            (one in theirs for one in offered), reverse=True
        )
    for other in pack.walks[: -len([walk])]:
        for step in other.steps():
            texts = [one.text for one in questions_for(step, pack)]
            assert not theirs & set(texts[:5])


def test_the_question_of_the_day_is_in_the_programmes_language(opening: Opening) -> None:
    space = opening(BESIDE)
    pack = pack_of(space)
    theirs = {one.text for bank in pack.banks if bank.language for one in bank.questions}
    days = (date(2026, 11, 21) + timedelta(days=one) for one in range(60))
    asked = [question_of_the_day(pack, space.portfolio, day, {}) for day in days]
    assert [one for one in asked if one is None or one.text in theirs] == []

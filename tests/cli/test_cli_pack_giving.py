"""`pack build`, `pack add` and `pack remove`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest

from tests.cli.course import ROOT, Run, look, put
from tests.kit.parcels import FRIDAY, PACK, WALK, folder_of, plain_zip
from tests.services.test_pack_desk import RUN


@pytest.fixture
def friday(tmp_path: Path) -> Path:
    return folder_of(FRIDAY, tmp_path / "friday")


def test_from_a_tutors_folder_to_a_learners_questions(
    run: Run, friday: Path, home: Path, tmp_path: Path
) -> None:
    made = run("pack", "build", str(friday))
    built = tmp_path / "friday-1.0.zip"
    assert made.code == 0
    assert all(": advice: " in one for one in made.err.splitlines())
    assert made.out.splitlines()[0] == f"Built: {built}"
    assert made.out.splitlines()[1].startswith("4 files, ")
    assert len(made.out.splitlines()[2].removeprefix("SHA-256: ")) == 64

    took = run("pack", "add", str(built), "--yes", "--use")

    assert (took.code, took.err) == (0, "")
    assert took.out.splitlines() == [
        "Pack: Friday questions 1.0",
        "From: R. Tutor",
        "Licence: not said",
        "Who may have it: not said: ask before you hand it on",
        "Holds: 1 set of guided questions with 2 steps, 2 open questions",
        "Arrived: whole: all its checksums agree",
        f"Added: {home / 'packs' / 'friday'}",
        "It is in use.",
    ]
    enrolment = look(home).enrolment
    assert enrolment is not None
    assert enrolment.also == ("friday",)


def test_building_again_gives_the_same_and_asks_before_it_replaces(
    run: Run, friday: Path, tmp_path: Path
) -> None:
    first = run("pack", "build", str(friday)).out
    built = tmp_path / "friday-1.0.zip"
    data = built.read_bytes()
    built.write_bytes(b"mine")
    asked = run("pack", "build", str(friday))
    assert (asked.code, built.read_bytes()) == (2, b"mine")
    assert "a file of version 1.0 already, and something else is in it" in asked.err
    assert run("pack", "build", str(friday), "--yes").out == first
    assert built.read_bytes() == data

    again = run("pack", "build", str(friday))
    assert (again.code, again.out) == (0, first)
    assert "version 1.0 already" not in again.err


def test_building_says_that_the_readme_goes_along(run: Run, friday: Path) -> None:
    assert "README.md goes along with it" in run("pack", "build", str(friday)).out
    (friday / "README.md").unlink()
    assert "README.md" not in run("pack", "build", str(friday), "--yes").out


def test_nothing_is_built_of_a_pack_with_a_problem_or_through_a_link(
    run: Run, friday: Path, tmp_path: Path
) -> None:
    if hasattr(os, "symlink"):
        (tmp_path / "out.zip").symlink_to(tmp_path / "elsewhere.zip")
        told = run("pack", "build", str(friday), "--out", str(tmp_path / "out.zip"))
        assert (told.code, told.out) == (1, "")
        assert "is a link" in told.err
    (friday / "questions.md").write_bytes(b"---\nkind: question\n---\n\n- \x1b[2JWho?\n")
    told = run("pack", "build", str(friday))
    assert (told.code, told.out) == (1, "")
    assert f"{friday / 'questions.md'}:" in told.err
    assert "\x1b" not in told.err
    assert [one.name for one in tmp_path.glob("*.zip") if one.is_file()] == []
    assert run("pack", "build", str(tmp_path / "nowhere")).code == 2


def test_without_a_terminal_it_shows_and_then_asks_for_yes(
    run: Run, friday: Path, home: Path
) -> None:
    told = run("pack", "add", str(friday))
    assert told.code == 2
    assert "Pack: Friday questions 1.0" in told.out
    assert "--yes" in told.err
    assert not (home / "packs").exists()


def test_an_update_and_a_removal_keep_what_was_written(run: Run, friday: Path, home: Path) -> None:
    run("pack", "add", str(friday), "--yes", "--use")
    put(home, RUN)
    (friday / "pack.md").write_bytes(PACK.replace(b"1.0", b"1.1"))
    (friday / "walks/looking-back.md").write_bytes(WALK[: WALK.index(b"### How it felt")])

    told = run("pack", "add", str(friday), "--yes")

    assert told.code == 0
    assert "Gone: step 'How it felt' in Looking back" in told.out
    assert "Your answer to 1 step that is gone stays with your writing" in told.out
    assert f"The one before is kept: {home / 'packs' / '.earlier' / 'friday'}" in told.out
    assert look(home).get("r") == RUN

    told = run("pack", "remove", "friday", "--yes")

    assert told.code == 0
    assert "You use it beside your programme. What you have written stays." in told.out
    assert look(home).get("r") == RUN
    assert not (home / "packs" / "friday").exists()
    enrolment = look(home).enrolment
    assert enrolment is not None
    assert enrolment.also == ()


def test_a_pack_that_was_tampered_with_is_refused_with_the_place(
    run: Run, home: Path, tmp_path: Path
) -> None:
    sent = tmp_path / "sent.zip"
    bad = {**FRIDAY, "questions.md": b"---\nkind: questions\nid: q\ntitle: Q\n---\n\n<script>\n"}
    sent.write_bytes(plain_zip(bad))
    told = run("pack", "add", str(sent), "--yes")
    assert (told.code, told.out) == (1, "")
    assert "questions.md:7: " in told.err
    assert not (home / "packs").exists()


def test_a_bundled_pack_is_used_and_no_longer_used(run: Run, home: Path) -> None:
    told = run("pack", "add", "action-learning", "--use")
    assert (told.code, told.out) == (0, "In use: action-learning\n")
    enrolment = look(home).enrolment
    assert enrolment is not None
    assert enrolment.also == ("action-learning",)
    told = run("pack", "remove", "action-learning")
    assert "No longer used beside your programme" in told.out
    assert run("pack", "remove", "action-learning").code == 2


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal is a thing of POSIX")
def test_no_means_no(friday: Path, home: Path) -> None:
    import pty

    master, slave = pty.openpty()
    command = [sys.executable, "-m", "ilmcoach", "--data-dir", str(home), "pack", "add"]
    with subprocess.Popen(
        [*command, str(friday)], stdin=slave, stdout=PIPE, stderr=PIPE, cwd=ROOT
    ) as process:
        os.write(master, b"n\n")
        out, err = process.communicate(timeout=60)
    os.close(slave)
    os.close(master)
    assert process.returncode == 1
    assert b"Add Friday questions? [y/N]" in err
    assert b"Nothing was changed." in out
    assert not (home / "packs").exists()

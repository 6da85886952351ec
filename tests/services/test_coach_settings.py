"""What the learner sets about the coach, and where its key comes from."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ilmcoach.clock import FixedClock
from ilmcoach.coach.trouble import Trouble
from ilmcoach.errors import WrongUse
from ilmcoach.files import RealDisk
from ilmcoach.services.coach_settings import (
    NoKeyRing,
    agree_to,
    allowance_for,
    allowed_for,
    coach_settings,
    find_key,
    keep_coach_settings,
    with_allowance,
    with_other_tools,
)
from ilmcoach.services.workspace import Workspace, open_workspace
from ilmcoach.settings import CoachPreferences, Folders, Preferences, write_preferences
from tests.coach.fake_line import FakeRing

NOW = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)


class DeadRing(FakeRing):
    def get(self, host: str) -> str:
        raise NoKeyRing("There is none.")


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return open_workspace(Folders(tmp_path / "home"), clock=FixedClock(NOW))


def test_it_is_off_until_the_learner_says_otherwise(space: Workspace) -> None:
    assert coach_settings(space).way == "off"
    space.folders.preferences.write_text("[coach]\nway = 'always'\n")
    assert coach_settings(space).way == "off"
    space.folders.preferences.write_text("theme = 'ilmcoach-light'\n[coach]\nway = 7\n")
    assert coach_settings(space) == CoachPreferences()


def test_what_is_set_is_tidied_and_stays_beside_the_theme(space: Workspace) -> None:
    write_preferences(space.folders, Preferences(theme="ilmcoach-light"), RealDisk())
    kept = keep_coach_settings(
        space,
        CoachPreferences(
            way="pick",
            address=" https://Models.example.org/v1/chat/completions ",
            model=" small\n",
            key_variable=" MY_KEY ",
            private=("Heron  Centre", "", "Heron Centre"),
        ),
    )
    assert kept.address == "https://models.example.org/v1"
    assert (kept.model, kept.key_variable, kept.private) == ("small", "MY_KEY", ("Heron Centre",))
    agree_to(space, "models.example.org")
    agree_to(space, "models.example.org")
    assert coach_settings(space).agreed == ("models.example.org",)
    assert "ilmcoach-light" in space.folders.preferences.read_text()
    assert space.folders.preferences.stat().st_mode & 0o077 == 0


def test_a_key_in_the_place_of_its_name_is_not_kept_or_said_back(space: Workspace) -> None:
    with pytest.raises(WrongUse) as caught:
        keep_coach_settings(space, CoachPreferences(key_variable="sk-proj-1234"))
    assert "1234" not in str(caught.value)
    assert not space.folders.preferences.exists()


def test_an_address_that_is_none_is_refused(space: Workspace) -> None:
    for address in ("", "ftp://x.org", "https://me:secret@x.org/v1", "http://x.org/v1"):
        with pytest.raises(Trouble):
            keep_coach_settings(space, CoachPreferences(way="pose", address=address))
    keep_coach_settings(space, CoachPreferences(way="off"))


def test_the_environment_comes_first_then_the_keyring() -> None:
    named = CoachPreferences(key_variable="MY_KEY")
    ring = FakeRing()
    ring.put("x.org", "from-ring")
    assert find_key(named, "x.org", ring, {"MY_KEY": " from-env "}) == "from-env"
    assert find_key(named, "x.org", ring, {"MY_KEY": " "}) == "from-ring"
    assert find_key(named, "y.org", ring, {}) == ""
    assert find_key(CoachPreferences(), "x.org", DeadRing(), {"OPENAI_API_KEY": "k"}) == ""


def test_a_key_for_openai_goes_nowhere_else() -> None:
    named, ring = CoachPreferences(key_variable="OPENAI_API_KEY"), FakeRing()
    environment = {"OPENAI_API_KEY": "planted"}
    assert find_key(named, "api.openai.com", ring, environment) == "planted"
    for host in ("x.org", "openai.com.x.org", "xopenai.com", "localhost:8080"):
        with pytest.raises(WrongUse) as caught:
            find_key(named, host, ring, environment)
        assert "planted" not in str(caught.value)


def test_what_a_centre_allows_is_one_record_for_each_assessment(space: Workspace) -> None:
    assert allowed_for(space.portfolio, "a") is None
    for record in (
        with_allowance(space, "a", allowed=True),
        with_allowance(space, "b", allowed=False),
    ):
        space.store.save([record])
    space.store.save([with_other_tools(space, "a", "A checker of spelling.\x1b[2J")])
    said = allowance_for(space.portfolio, "a")
    assert said
    assert (said.allowed, said.on, said.other_tools) == (True, NOW.date(), "A checker of spelling.")
    assert allowed_for(space.portfolio, "b") is False
    space.store.save([with_allowance(space, "a", allowed=False)])
    assert allowed_for(space.portfolio, "a") is False
    assert len(space.portfolio) == 2

"""Exit codes, help, and the boundary at which errors become sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from ilmcoach import __version__
from ilmcoach.cli.main import guarded, main
from ilmcoach.errors import IlmcoachError, WrongUse
from ilmcoach.portfolio.records import Note
from tests.cli.course import Run, look


def raising(error: BaseException) -> int:
    code = guarded(lambda: (_ for _ in ()).throw(error))
    assert isinstance(code, int)
    return code


def test_version(run: Run) -> None:
    told = run("--version")
    assert (told.code, told.out, told.err) == (0, f"ilmcoach {__version__}\n", "")


def test_help_names_every_command(run: Run) -> None:
    told = run("--help")
    assert told.code == 0
    for name in ("note", "status", "assignments", "export", "data", "pack", "doctor"):
        assert f"\n    {name} " in told.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["status", "--nonsense"],
        ["status", "--js"],
        ["data"],
        ["pack"],
        ["export"],
        ["export", "team-report"],
        ["data", "export"],
        ["--data-dir"],
    ],
)
def test_wrong_use_is_2_and_on_the_standard_error(run: Run, arguments: list[str]) -> None:
    told = run(*arguments)
    assert told.code == 2
    assert told.out == ""
    assert "usage: ilmcoach" in told.err


def test_without_a_terminal_the_app_says_so(run: Run) -> None:
    told = run()
    assert told.code == 2
    assert told.out == ""
    assert "terminal" in told.err


def test_the_data_folder_may_be_named_before_and_after_the_command(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    assert main(["--data-dir", str(before), "note", "first"]) == 0
    assert main(["note", "second", "--data-dir", str(after)]) == 0
    assert main(["--data-dir", str(before), "note", "third", "--data-dir", str(after)]) == 0
    assert [note.text for note in look(before).live(Note)] == ["first"]
    assert [note.text for note in look(after).live(Note)] == ["second", "third"]


def test_an_error_for_the_user_is_told_with_its_hint(capsys: pytest.CaptureFixture[str]) -> None:
    assert raising(IlmcoachError("The disk is full.", "Make room.")) == 1
    assert capsys.readouterr() == ("", "The disk is full.\nMake room.\n")


def test_wrong_use_told_by_a_service_is_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert raising(WrongUse("There is no such thing.")) == 2
    assert capsys.readouterr().err == "There is no such thing.\n"


def test_control_codes_in_a_message_do_not_reach_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    raising(IlmcoachError("a\x1b]52;c;QUJD\x07b\x1b[2J", "c\x9b31md"))
    assert capsys.readouterr().err == "ab\ncd\n"


def test_an_unforeseen_error_tells_type_and_place_and_none_of_the_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert raising(ValueError("my secret thought")) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "ValueError at ilmcoach.cli.main:" in told.err
    assert "secret" not in told.err
    assert "Traceback" not in told.err


@pytest.mark.parametrize("error", [MemoryError(), RecursionError("deep"), OSError(28, "full")])
def test_no_error_leaves_a_traceback(error: Exception, capsys: pytest.CaptureFixture[str]) -> None:
    assert raising(error) == 1
    assert type(error).__name__ in capsys.readouterr().err


def test_ctrl_c_is_130_and_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    assert raising(KeyboardInterrupt()) == 130
    assert capsys.readouterr() == ("", "")


def test_a_reader_that_went_away_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert raising(BrokenPipeError()) == 0
    assert capsys.readouterr() == ("", "")

"""What README.md promises is there."""

from __future__ import annotations

import re

from tests.cli.course import ROOT, Run

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_in_the_table_has_its_help(run: Run) -> None:
    commands = re.findall(r"^\| `ilmcoach ([a-z][a-z ]*[a-z])", README, re.MULTILINE)
    assert len(commands) >= 18
    for command in commands:
        told = run(*command.split(), "--help")
        assert told.code == 0
        assert told.out.startswith(f"usage: ilmcoach {command} ")


def test_the_test_command_is_one_block_that_the_checks_can_find() -> None:
    assert len(re.findall(r"^```sh test\n.+pytest -n auto\n```$", README, re.MULTILINE)) == 1
    assert "^```sh test$" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")

"""A pack with ten planted mistakes: exactly ten messages, each at its place."""

from __future__ import annotations

from ilmcoach.packs.library import check
from ilmcoach.packs.loader import load_pack
from tests.packs.pack_cases import DATA, good_library

PLANTED = [
    ("pack.md", 4, "'licens'", "'licence'"),
    ("assessment.md", 7, "`words` runs backwards", "1000 to 2000"),
    ("assessment.md", 12, "minimum, 60", ""),
    ("assessment.md", 16, "'t1/1.3'", "'t1/1."),
    ("questions.md", 9, "javascript:alert(1)", "https://"),
    ("walks/walk.md", 12, "'dat'", "'date'"),
    ("walks/walk.md", 18, "'meeting.probem'", "'meeting.problem'"),
    ("walks/walk.md", 22, "'choice' needs choices", "`yes`"),
    ("walks/walk.md", 30, "id 'problem' (the first on line 18)", "another id"),
    ("walks/walk.md", 36, "'open action'", "'open actions'"),
]


def test_ten_mistakes_give_ten_messages() -> None:
    problems = check(DATA / "ten-mistakes", good_library())

    assert len(problems) == len(PLANTED)
    for problem, (file, line, what, mend) in zip(problems, PLANTED, strict=True):
        assert (problem.file, problem.line) == (file, line)
        assert what in problem.what
        assert mend in problem.mend
        assert not problem.advice
        assert str(problem).startswith(f"{file}:{line}: ")


def test_a_pack_with_mistakes_can_not_be_used_but_keeps_its_name() -> None:
    loaded = load_pack(DATA / "ten-mistakes", good_library())

    assert loaded.pack is None
    assert loaded.id == "ten-mistakes"

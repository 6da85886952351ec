"""`coach status`: how the coach is set and what was sent, for people and for programs."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from ilmcoach.files import RealDisk
from ilmcoach.portfolio.records import Allowance, Exchange, HistoryGone
from ilmcoach.settings import CoachPreferences, Folders, Preferences, write_preferences
from tests.cli.course import NOW, Run, enrol, put

SENT = Exchange(
    id="x",
    made=NOW,
    changed=NOW,
    way="pose",
    host="models.example.org",
    model="small\x1b[31m[b]",
    sent="A note that nobody else reads",
    shown=("What next?",),
    dropped={"letters": 2},
)


def test_before_anything_is_set(run: Run, home: Path) -> None:
    told = run("coach", "status")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("The coach is off")
    assert "Nothing was sent to a model." in told.out
    facts = json.loads(run("coach", "status", "--json").out)
    assert (facts["way"], facts["sent"], facts["first"]) == ("off", 0, None)


def test_all_that_passed_is_counted_and_no_note_or_key_told(run: Run, home: Path) -> None:
    enrol(home)
    gone = HistoryGone(id="g", made=NOW, changed=NOW, count=4, first=date(2026, 9, 1))
    said = Allowance(id="a", made=NOW, changed=NOW, assessment="team-report", allowed=True)
    put(home, SENT, gone, said)
    set_up = CoachPreferences(
        way="pose", address="https://models.example.org/v1", model=SENT.model, key_variable="PATH"
    )
    write_preferences(Folders(home), Preferences(coach=set_up), RealDisk())
    told = run("coach", "status")
    assert told.code == 0
    assert "team-report: allowed by my centre" in told.out
    assert "Sent: 1 time" in told.out
    assert "letters: 2" in told.out
    assert "Deleted on Sat 21 Nov 2026: the record of 4 sendings" in told.out
    assert "\x1b" not in told.out
    facts = run("coach", "status", "--json").out
    assert json.loads(facts)["dropped"] == {"letters": 2}
    assert json.loads(facts)["key_in_variable"] is True
    for out in (told.out, facts):
        assert "nobody else reads" not in out
        assert "/bin" not in out

"""A pack and a portfolio in which every text tries to be more than text."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from ilmcoach.portfolio.records import (
    KINDS,
    Action,
    Activity,
    Allowance,
    Attachment,
    CueCard,
    DocumentMade,
    Enquiry,
    Enrolment,
    Exchange,
    Feedback,
    FeedbackRequest,
    Finding,
    Goal,
    HandedIn,
    HeadingNote,
    HistoryGone,
    Hours,
    KeptQuestion,
    Learner,
    LearningSet,
    Meeting,
    Note,
    Person,
    Quote,
    Rating,
    ReadingRecord,
    Record,
    Rehearsal,
    Remark,
    Review,
    Run,
    SectionText,
    SentBack,
    SetQuestion,
    Statement,
    Telling,
    Turn,
    WeekLook,
)
from tests.tui.driving import BEFORE

SIGN = "[/notes]"
"""What has to be seen as it is wherever one of these texts stands."""

MARKUP = f"{SIGN}[@click=app.quit]x[/] [red]r[/red] [bold]b [link=file:///x]l[/link] \\[ [$x]"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
CODES = f"\x1b]52;c;aGk=\x07\x1b[31m\x1b[2J\x9b2J\x00\x08\u202e\u2066{FAMILY}"
LONG_WORD = "Donaudampfschiff" * 32
HOSTILE = f"{MARKUP} {CODES} {LONG_WORD}"
TITLE = f"{MARKUP} {'long ' * 85}"
assert len(TITLE) > 500
HEAD = f"{SIGN}[red]h[/red] {'y' * 150}"

PACK = {
    "pack.md": "---\nid: traps\ntitle: '{0}'\nauthor: '{0}'\n---\n\n{1}\n",
    "programme.md": "---\nkind: programme\ntitle: '{0}'\nnumber: '{0}'\nset: yes\n"
    "set months: 6-12\nassessments: [task]\n---\n\n{1}\n",
    "unit.md": "---\nkind: unit\nid: u\ntitle: '{0}'\ncode: '[/u]'\n---\n\n{1}\n\n## {0}\n\n"
    "`outcome: 1`\n\n| Code | Verb | Asks |\n|---|---|---|\n| 1.1 | {0} | {1} |\n",
    "task.md": "---\nkind: assessment\nid: task\ntitle: '{0}'\nunits: u\nmarks: 100\n"
    "words: 1000 to 2000\ncover: learner name\nrule: '{0}'\nstatement: '{1}'\n---\n\n{1}\n\n"
    "## {0}\n\n`id: one` `marks: 60` `minimum: 30` `criteria: u/1.1` `log`\n\n{1}\n\n- {1}\n\n"
    "## {0} again\n\n`id: two`\n\n{1}\n",
    "everything.md": "---\nkind: walk\nid: everything\ntitle: '{0}'\nmakes: goal\n---\n\n{1}\n\n"
    "## {0}\n\n`id: first`\n\n{1}\n\n"
    "### {0} 1\n\n`id: link` `answer: link` `source: findings` `fills: goal.finding`\n\n{1}\n\n"
    "{1}\n\n"
    "### {0} 2\n\n`id: short` `answer: short text` `fills: goal.what` `criteria: u/1.1` "
    "`topics: t`\n\n{1}\n\n{1}\n\n- {1}\n- {0} q\n- {1} r\n- {1} s\n\n"
    "### {0} 3\n\n`id: long` `answer: long text` `fills: goal.measure` `reading: trap`\n\n{1}\n\n"
    "{1}\n\n"
    "### {0} 4\n\n`id: by` `answer: date` `fills: goal.by`\n\n{1}\n\n"
    "### {0} 5\n\n`id: looks` `answer: dates` `fills: goal.reviews`\n\n{1}\n\n"
    "### {0} 6\n\n`id: areas` `answer: several choices`\n\n{1}\n\n- `a` {0}: {1}\n"
    "- `b` {0}: {1}\n\n"
    "### {0} 7\n\n`id: one` `answer: choice`\n\n{1}\n\n- `a` {0}: {1}\n- `b` {0}: {1}\n\n"
    "### {0} 8\n\n`id: place` `answer: scale`\n\n{1}\n\n- `1` {0}: {1}\n- `2` {0}: {1}\n\n"
    "### {0} 9\n\n`id: number` `answer: number`\n\n{1}\n\n"
    "### {0} 10\n\n`id: people` `answer: people`\n\n{1}\n\n"
    "## {0} more\n\n`id: each` `for each: areas` `makes: finding`\n\n{1}\n\n"
    "### {0} 11\n\n`id: evidence` `answer: long text` `fills: finding.evidence`\n\n{1}\n\n"
    "## {0} told\n\n`id: told` `for each: open actions`\n\n{1}\n\n"
    "### {0} 12\n\n`id: went` `answer: long text` `fills: telling.text`\n\n{1}\n",
    "meeting.md": "---\nkind: walk\nid: meeting\ntitle: '{0}'\nmakes: meeting\nquick: yes\n"
    "deeper: everything\n---\n\n{1}\n\n## {0}\n\n`id: only`\n\n{1}\n\n"
    "### {0}\n\n`id: struck` `answer: long text` `fills: meeting.struck`\n\n{1}\n\n"
    "### {0} 2\n\n`id: rows` `answer: repeat` `fills: action.text, action.due`\n\n{1}\n",
    "finding.md": "---\nkind: walk\nid: finding\ntitle: '{0}'\n---\n\n{1}\n\n## {0}\n\n`id: s`\n\n"
    "### {0}\n\n`id: areas` `answer: several choices`\n\n{1}\n\n- `a` {0}: {1}\n\n"
    "## {0} b\n\n`id: t` `for each: areas` `makes: finding`\n\n"
    "### {0} 2\n\n`id: evidence` `answer: long text` `fills: finding.evidence`\n\n{1}\n\n"
    "## {0} c\n\n`id: u`\n\n"
    "### {0} 3\n\n`id: pick` `answer: several links` `source: limitations` "
    "`fills: finding.chosen`\n\n{1}\n",
    "questions.md": "---\nkind: questions\nid: q\ntitle: '{0}'\ntopics: t\n---\n\n- {1}\n- {0}\n",
    "reading.md": "---\nkind: reading\nid: r\ntitle: '{0}'\n---\n\n## {0}\n\n"
    "`id: trap` `topics: t` `criteria: u/1.1`\n\n{1}\n\n{1}\n",
    "tests.md": "---\nkind: tests\nfor: goal\n---\n\n## Specific\n\n"
    "| Code | Says | Asks |\n|---|---|---|\n"
    "| specific-met | {1} {{found}} | |\n| no-what | {1} | {1} |\n| no-verb | {1} | {1} |\n\n"
    "## Time-bound\n\n| Code | Says | Asks |\n|---|---|---|\n| time-bound-met | {1} {{found}} | |\n"
    "| no-date | {1} | {1} |\n",
}
_PLAIN_CODES = CODES.replace("\x00", "")
PIECES = f"{SIGN}[@click=app.quit]x[/@click] [red]r[/red] {_PLAIN_CODES} {'W' * 300}"
"""What stands under a heading of the pack. A NUL would have the file refused."""


def write_pack(packs: Path) -> None:
    """Puts the pack into a folder of packs."""
    folder = packs / "traps"
    folder.mkdir(parents=True)
    for name, text in PACK.items():
        (folder / name).write_text(text.format(HEAD, PIECES), encoding="utf-8")


def records() -> list[Record]:
    """Some of every kind, each of its texts a trap."""

    def made(number: int) -> dict[str, Any]:
        return {"id": f"{number:032x}", "made": BEFORE, "changed": BEFORE, "criteria": ("u/1.1",)}

    def words(kind: type[Record]) -> dict[str, Any]:
        return dict.fromkeys(kind.words_in, HOSTILE)

    finding, goal, meeting, action = (f"{n:032x}" for n in (3, 4, 5, 6))
    some: list[Record] = [
        Enrolment(**made(1), pack="traps", start=date(2026, 9, 1), end=date(2027, 5, 31)),
        Learner(**made(2), name=TITLE, registration=TITLE, centre_name=TITLE, centre_number=TITLE),
        Finding(**made(3), **words(Finding), area="a", area_label=TITLE, sort="limitation"),
        Finding(
            **made(13), **words(Finding), area="b", area_label=TITLE, sort="strength", rating=3
        ),
        Finding(**made(14), **words(Finding), area=TITLE, chosen=True, sort=TITLE),
        Goal(**made(4), **words(Goal), finding=finding, by=date(2027, 1, 1)),
        Meeting(**made(5), **words(Meeting), held=date(2026, 11, 19), in_log=True),
        Action(**made(6), **words(Action), due=date(2026, 11, 1), links=(meeting,)),
        Action(**made(16), text=TITLE),
        Telling(**made(7), **words(Telling), outcome="partly", links=(action,)),
        Telling(**made(17), **words(Telling), outcome=TITLE, links=(action,)),
        Feedback(**made(8), **words(Feedback), links=(finding,)),
        Feedback(**made(18), who=TITLE, said=TITLE),
        Note(**made(9), **words(Note)),
        Note(**made(19), **words(Note), trashed=BEFORE),
        SectionText(**made(10), **words(SectionText), assessment="task", section="one"),
        SectionText(**made(20), text=TITLE, assessment=TITLE, section=TITLE),
        Statement(**made(11), assessment="task", name=TITLE, on=date(2026, 11, 20)),
        Quote(**made(100), **words(Quote), assessment="task", section="two", source=goal),
        HeadingNote(**made(101), **words(HeadingNote), assessment="task", section="two"),
        HandedIn(
            **made(102), **words(HandedIn), assessment="task", what="draft", counts={TITLE: 3}
        ),
        Remark(**made(103), **words(Remark), assessment="task", section="two"),
        SentBack(**made(104), **words(SentBack), assessment="task", sections=("two", TITLE)),
        DocumentMade(**made(105), what=TITLE, format=TITLE, path=HOSTILE, names=TITLE),
        Hours(**made(60), **words(Hours), sort=TITLE, minutes=95),
        CueCard(**made(61), **words(CueCard), assessment="task", criterion="u/1.1"),
        CueCard(**made(62), **words(CueCard), assessment="task", criterion="two"),
        Rehearsal(**made(63), **words(Rehearsal), assessment="task", seconds=95),
        FeedbackRequest(**made(70), **words(FeedbackRequest)),
        Enquiry(**made(71), **words(Enquiry)),
        Enquiry(**made(72), text=TITLE, who=TITLE),
        ReadingRecord(**made(73), took=HOSTILE, reading="trap", state="reading"),
        ReadingRecord(**made(74), title=TITLE, reading=TITLE, state=TITLE),
        KeptQuestion(**made(75), text=HOSTILE),
        KeptQuestion(**made(76), question=TITLE),
        Activity(**made(65), **words(Activity), sort=TITLE, by=date(2026, 11, 22)),
        Attachment(**made(95), **words(Attachment), name=HOSTILE, sha256=TITLE, links=(goal,)),
        Review(**made(66), **words(Review), status=TITLE, links=(goal,)),
        Rating(**made(67), **words(Rating), rating=9, links=(finding,)),
        WeekLook(**made(68), **words(WeekLook), on=date(2026, 11, 21)),
        LearningSet(**made(80), **words(LearningSet), start=date(2026, 9, 1), end=date(2026, 8, 1)),
        Person(**made(81), name=TITLE, text=TITLE, role="member"),
        Person(**made(82), **words(Person), role="advisor"),
        SetQuestion(**made(90), text=HOSTILE, by=TITLE, to=TITLE, at=BEFORE, links=(meeting,)),
        SetQuestion(**made(91), text=TITLE, to=TITLE, meant=True),
        Turn(**made(92), who=TITLE, seconds=1600, links=(meeting,)),
        Exchange(
            **made(93),
            way="pose",
            host=TITLE,
            model=HOSTILE,
            place=TITLE,
            sent=HOSTILE,
            answered=BEFORE,
            ended="shown",
            shown=(HOSTILE,),
            reading=("trap",),
            dropped={TITLE: 3},
        ),
        Allowance(**made(94), **words(Allowance), assessment="task", allowed=True),
        HistoryGone(**made(96), count=4, first=date(2026, 9, 1), last=date(2026, 10, 1)),
        Run(**made(12), walk="everything", subject=goal, answers={"people": HOSTILE}),
        Run(**made(22), walk=TITLE, answers={TITLE: HOSTILE}, finished=BEFORE),
    ]
    assert {one.kind for one in some} == set(KINDS)
    return some

"""Every word of every document was the learner's own, or is a label of the pack's or ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import asdict

from ilmcoach.demo import DEMO_NOW, build
from ilmcoach.export.assignment import build_assignment
from ilmcoach.export.choices import EXTRAS, Choices
from ilmcoach.export.cue_cards import cue_cards
from ilmcoach.export.document import Document, Heading, LearnerText, Node, References, WordTable
from ilmcoach.export.manager_sheet import manager_sheet
from ilmcoach.export.mark_sheet import mark_sheet
from ilmcoach.export.markdown import to_markdown
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.packs.model import Assessment, Pack
from ilmcoach.portfolio.body import body_fingerprint, section_body
from ilmcoach.portfolio.coverage import count_assessment
from ilmcoach.portfolio.portfolio import Portfolio
from ilmcoach.portfolio.records import Learner, Meeting, Record, SectionText, Statement

TODAY = date(2026, 11, 22)
ALL = Choices(extras=EXTRAS, standardisation=True)
LIBRARY = Library.find([bundled_folder()])
PROGRAMMES = tuple(pack for one in LIBRARY.ids() if (pack := LIBRARY.pack(one)) and pack.programme)
TASKS = tuple((pack, task) for pack in PROGRAMMES for task in pack.assessments)
EACH = pytest.mark.parametrize(
    ("pack", "task"), TASKS, ids=[f"{pack.id}-{task.id}" for pack, task in TASKS]
)

LABELS = frozenset(
    """
    Unit|Units|Task|Date|Nothing is written under this heading yet.|Set meeting on DAY
    Set meeting, no date yet|Problem brought|What struck me|Agreed|Agreed, by DAY|What was done
    What was done: done|What was done: partly done|What was done: not yet|What was done: dropped
    What it did|What it means|The task suggests N to N.|References
    No reading has been marked as read yet.|DAY|DAY to DAY|N
    Using my work to compare marking (standardisation)|My work may not be used for this.
    My work may be used for this once nothing in it shows who I am.
    Appendix A: Learning log|Set meeting and problem|Done|By DAY|Partly done|Not yet|Dropped
    Appendix B: Goals|Goal N|The goal|In my words|From the limitation|What I will do
    How I will know|What I can count on|Why it matters|By when|Help and support
    What may get in the way|If this happens|Then I will|Where it stands now|Looked at again|Day
    Where it stood|How far I got|What shows it|What changed in me|reached|nearly there|on the way
    stuck|changed|dropped|Appendix C: Development activities|Activity N|The activity|How it went
    What I planned to do|Kind|Kind, in my words|Grows out of|Why this one|Agreed with my manager
    Agreed on|From|By|Where it stands|planned|under way|done|Before it|What I did|After it
    What it was worth|Appendix D: Feedback|Who|What they said|Appendix E: Ratings then and now
    My own rating of how I lead, from N to N|Area of leading|Then|Now|N of N DAY
    Appendix F: Journey|Month|What|MONTH|Start of the programme|Set meeting|Set meeting, to come
    Day set for a goal|A look back at a goal|End of the programme
    Statement of AI use|Tool|Model|When|What for|How often asked|Questions shown
    Kept back by the check, unseen|ilmcoach, a companion for action learning|N. DAY
    a small model at home at localhost:N|questions on what was written so far, and reading
    Questions chosen from the pack|Reading suggested|What was sent
    Other AI tools, in the learner's own words|No other AI tool is named by the learner.
    Mark sheet: TITLE|Form made on|Criteria|Strengths|Areas for improvement|Marks|Assessor
    Quality assurance|Mark|Mark of N|Mark of N (at least N)|Total and outcome|Total|Total of N
    Outcome (pass or referral)|Section referred: TITLE|Signatures|Name|Signature
    Internal quality assurer|External verifier, if any|Date of the check
    For the learner|Learner's signature and date|CRITERION
    My goals as a leader|Programme|PROGRAMME, DAY to DAY
    Set meetings to come|My goals|Goal|The help I ask for|What I will do to learn
    Activity|What we agreed|What we agree|No goal is open now.|UNITS|Centre number|Centre name
    Registration number|Learner name|Cue cards: TITLE|Time|N minutes or more|ASKS
    Nothing is written on a cue card yet.
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)
"""Every label of ours, with what changes in it named: `DAY`, `N`, a `TITLE` of the pack's."""
SENTENCES = re.compile(r"ilmcoach cannot put a word|With each note went|ilmcoach asked no AI model")
"""How the sentences of the statement of AI use begin; `test_ai_record` reads them."""
_DAY = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2} \d{4}")
_MONTH = re.compile(r"[A-Z][a-z]+ \d{4}")


@cache
def demo() -> Portfolio:
    """The made-up learner, who wrote under every heading of every bundled task, and signed."""
    pack = LIBRARY.pack("level-3-certificate")
    assert pack
    whole = build(pack)
    more = [
        SectionText(
            id=f"{pack.id}/{task.id}/{one.id}",
            made=DEMO_NOW,
            changed=DEMO_NOW,
            assessment=task.id,
            section=one.id,
            text=f"Ownwords about *{one.id}* and Zoë.\n\n- Ownpoint",
        )
        for pack, task in TASKS
        for one in task.sections
        if not section_body(task, one, whole)
    ]
    whole = whole.with_records(more)
    signed = [
        Statement(
            id=f"sign/{task.id}",
            made=DEMO_NOW,
            changed=DEMO_NOW,
            assessment=task.id,
            name="S. Prosser",
            on=TODAY,
            body=body_fingerprint(task, whole),
        )
        for _, task in TASKS
    ]
    return whole.with_records(signed)


def typed(portfolio: Portfolio) -> set[str]:
    """All that the learner typed, pasted, imported, restored or quoted: the fields that hold
    their words, and the short ones for the cover. What passed to and from a model is not."""
    found: set[str] = set()
    for one in portfolio:
        if one.trashed is None:
            names = one.words_in
            if isinstance(one, Learner):
                names = ("name", "registration", "centre_name", "centre_number")
            if isinstance(one, Statement):
                names = ("name",)
            found |= {" ".join(getattr(one, name).split()) for name in names}
    return found


def strings(of: object) -> Iterator[str]:
    """Every text in a pack."""
    if isinstance(of, str):
        yield of
    elif isinstance(of, Struct):
        for value in asdict(of).values():
            yield from strings(value)
    elif isinstance(of, tuple):
        for value in of:
            yield from strings(value)


def kind_of(label: str, pack: Pack) -> str:
    """A label with what is different each time replaced."""
    units = "; ".join(f"{one.code} {one.title}".strip() for one in pack.units)
    if label and label in units:
        return "UNITS"
    for one in pack.criteria():
        if label == f"{one.label}. {one.verb}: {one.asks}":
            return "CRITERION"
        if label == f"{one.verb}: {one.asks}":
            return "ASKS"
    if pack.programme:
        label = label.replace(f"{pack.programme.title}, ", "PROGRAMME, ")
    for title in sorted((one.title for one in pack.assessments), key=len, reverse=True):
        label = label.replace(title, "TITLE")
    for task in pack.assessments:
        for section in task.sections:
            label = label.replace(section.title, "TITLE")
    label = _DAY.sub("DAY", label)
    if _MONTH.fullmatch(label):
        return "MONTH"
    return re.sub(r"[\d,]*\d", "N", re.sub("[●○]+ ", "", " ".join(label.split())))


def strangers(document: Document, pack: Pack) -> set[str]:
    """The labels in a document that are neither the pack's nor on the list of ours."""
    of_pack = {text.capitalize() for task in pack.assessments for text in task.cover}
    of_pack |= {" ".join(text.split()) for text in strings(pack)} | {""}
    found = {text for node in document.nodes for text in node.ours()}
    # An area or a kind of activity is named by the pack that it was chosen in.
    of_pack |= {" ".join(text.split()) for one in PROGRAMMES for text in strings(one)}
    return {
        text
        for text in found - of_pack
        if kind_of(text, pack) not in LABELS and not SENTENCES.match(text)
    }


def invented(document: Document, portfolio: Portfolio) -> set[str]:
    """The texts that pass for the learner's and are not."""
    return {" ".join(text.split()) for text in document.theirs()} - typed(portfolio)


@EACH
def test_every_word_of_an_assignment_is_theirs_or_a_label(pack: Pack, task: Assessment) -> None:
    document = build_assignment(task, pack, demo(), TODAY, ALL)
    assert invented(document, demo()) == set()
    assert strangers(document, pack) == set()
    assert "Siân Prosser" in document.theirs()
    assert len(document.theirs()) > 100


@EACH
def test_the_body_is_theirs_word_for_word(pack: Pack, task: Assessment) -> None:
    nodes = build_assignment(task, pack, demo(), TODAY, ALL).nodes
    end = nodes.index(next(one for one in nodes if isinstance(one, WordTable)))
    titles = [one.title for one in task.sections]
    body: dict[str, list[str]] = {}
    for node in nodes[:end]:
        if isinstance(node, Heading) and node.level == 2:
            body[node.text] = []
        elif isinstance(node, LearnerText):
            body[list(body)[-1]].append(node.text.strip())
    assert list(body) == titles
    for section in task.sections:
        wanted = [text.strip() for text in section_body(task, section, demo())]
        assert body[section.title] == wanted
        assert wanted


@EACH
def test_what_is_chosen_changes_neither_body_nor_count(pack: Pack, task: Assessment) -> None:
    def body(choices: Choices) -> tuple[Node, ...]:
        nodes = build_assignment(task, pack, demo(), TODAY, choices).nodes
        at = next(at for at, node in enumerate(nodes) if isinstance(node, WordTable))
        return nodes[: at + 1]

    assert body(ALL) == body(Choices())
    table = body(ALL)[-1]
    assert isinstance(table, WordTable)
    assert table.total == count_assessment(task, pack, demo()).words


@EACH
def test_other_sheets_hold_nothing_invented(pack: Pack, task: Assessment) -> None:
    for document in (
        mark_sheet(task, pack, demo(), TODAY),
        manager_sheet(pack, demo(), TODAY),
        cue_cards(task, pack, demo(), TODAY),
    ):
        assert invented(document, demo()) == set()
        assert strangers(document, pack) == set()


def test_the_pass_rule_stays_out() -> None:
    for pack, task in TASKS:
        written = to_markdown(build_assignment(task, pack, demo(), TODAY, ALL))
        assert not task.rule or task.rule[:40] not in written
        for section in task.sections:
            for point in section.points:
                assert point not in written


def test_works_are_of_the_catalogue_or_of_the_learner() -> None:
    pack, task = TASKS[-1]
    nodes = build_assignment(task, pack, demo(), TODAY, ALL).nodes
    (found,) = [one for one in nodes if isinstance(one, References)]
    known = {one.citation for one in pack.readings}
    for work in found.works:
        whole = "".join(work.spaced())
        assert whole in (typed(demo()) if work.learners else known)


def planted(word: str) -> tuple[Record, ...]:
    when: dict[str, Any] = {"made": DEMO_NOW, "changed": DEMO_NOW}
    return (
        Meeting(id="x", problem=word, in_log=True, trashed=DEMO_NOW, **when),
        SectionText(
            id="y",
            assessment="action-plan-and-log",
            section="log",
            text=word,
            trashed=DEMO_NOW,
            **when,
        ),
    )


def test_what_was_deleted_stays_out_and_the_test_can_fail() -> None:
    whole = demo().with_records(planted("DELETED"))
    for pack, task in TASKS:
        document = build_assignment(task, pack, whole, TODAY, ALL)
        assert "DELETED" not in to_markdown(document)
    document = Document("T", "en", (Heading(1, "Well done"), LearnerText("I lead well.", under=1)))
    assert invented(document, demo()) == {"I lead well."}
    assert strangers(document, TASKS[0][0]) == {"Well done"}

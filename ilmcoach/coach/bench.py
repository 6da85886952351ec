"""How well the guard tells questions that may be shown from texts that may not.

It is measured on a corpus of labelled cases: JSON Lines, in UTF-8, each line an object with
`text` (what a model wrote), `learner_text` (the note that it wrote about) and `label` (`admit` or
`reject`, given by a person). Other keys, as `why`, are for whoever reads the file.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct

from ilmcoach.errors import IlmcoachError

from .guard import Verdict, judge

ADMIT, REJECT = "admit", "reject"
MOST_TOLD = 10
"""How many broken lines are told of at once: enough to see what is wrong with the file."""


class BrokenCorpus(IlmcoachError):  # noqa: N818 - it is no error of the program
    """A corpus with a line that is no case."""


class Item(Struct, frozen=True):
    """One case: the text, the note that it answers, whether a person would show it (`good`), and
    its line in the corpus, from 1."""

    text: str
    learner_text: str
    good: bool
    line: int = 0


class Refused(Struct, frozen=True):
    """How many good and how many bad texts one rule refused, being the first they broke."""

    good: int
    bad: int


class Report(Struct, frozen=True):
    """What the guard made of a corpus: counts of cases, of good and bad ones admitted, what each
    rule refused (the busiest first), and the lines of the cases that it judged unlike the person
    who labelled them."""

    items: int
    good: int
    bad: int
    good_admitted: int
    bad_admitted: int
    by_rule: Mapping[str, Refused]
    bad_admitted_lines: tuple[int, ...]
    good_refused_lines: tuple[int, ...]

    @property
    def precision(self) -> float | None:
        """The share of good ones among those admitted, 0 to 1; None if none was admitted."""
        return _share(self.good_admitted, self.good_admitted + self.bad_admitted)

    @property
    def recall(self) -> float | None:
        """The share of the good ones that was admitted, 0 to 1; None if there are none."""
        return _share(self.good_admitted, self.good)

    def as_data(self) -> dict[str, Any]:
        """All of it in plain JSON values; shares from 0 to 1, null where there is none."""
        return {
            "items": self.items,
            "good": self.good,
            "bad": self.bad,
            "good_admitted": self.good_admitted,
            "bad_admitted": self.bad_admitted,
            "precision": self.precision,
            "recall": self.recall,
            "by_rule": {
                rule: {"good": refused.good, "bad": refused.bad}
                for rule, refused in self.by_rule.items()
            },
            "bad_admitted_lines": list(self.bad_admitted_lines),
            "good_refused_lines": list(self.good_refused_lines),
        }


def read_corpus(data: bytes, name: str) -> tuple[Item, ...]:
    """The cases of a corpus, the file called `name`, in its order. Blank lines are passed over.

    Raises BrokenCorpus if a line is no case, naming each (up to `MOST_TOLD`) as `name:line`: a
    figure for the lines that happen to be readable would say nothing of the guard.
    """
    items: list[Item] = []
    broken: list[str] = []
    # Not splitlines: some of the signs that it parts lines at may stand inside a JSON string.
    for number, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not raw.strip():
            continue
        read = _read_item(raw, number)
        if isinstance(read, Item):
            items.append(read)
        else:
            broken.append(f"{name}:{number}: {read}")
    if broken:
        raise BrokenCorpus(_told(broken), _HOW)
    if not items:
        raise BrokenCorpus(f"{name}:1: there is no case in this file.", _HOW)
    return tuple(items)


def measure(items: Iterable[Item], judge: Callable[[str, str], Verdict] = judge) -> Report:
    """What the guard, or another `judge` of a text and its note, makes of the cases."""
    cases = tuple(items)
    verdicts = [(case, judge(case.text, case.learner_text)) for case in cases]
    admitted = Counter(case.good for case, verdict in verdicts if verdict.admitted)
    refused = [(case, verdict.rule) for case, verdict in verdicts if not verdict.admitted]
    good = sum(case.good for case in cases)
    return Report(
        items=len(cases),
        good=good,
        bad=len(cases) - good,
        good_admitted=admitted[True],
        bad_admitted=admitted[False],
        by_rule=_by_rule(refused),
        bad_admitted_lines=tuple(
            case.line for case, verdict in verdicts if verdict.admitted and not case.good
        ),
        good_refused_lines=tuple(case.line for case, _ in refused if case.good),
    )


_HOW = (
    'A line is {"text": "…", "learner_text": "…", "label": "admit"}; the label may also be '
    '"reject". Nothing was measured.'
)


def _read_item(raw: bytes, number: int) -> Item | str:
    """The case in a line, or what is wrong with it."""
    try:
        found = json.loads(raw.decode("utf-8"), strict=False)
    except UnicodeDecodeError:
        return "it is not UTF-8."
    except json.JSONDecodeError as error:
        return f"it is not JSON, from column {error.colno} on."
    except (ValueError, RecursionError):
        return "its JSON cannot be read: a number is too long, or too much is nested."
    wrong = _wrong_with(found)
    return wrong or Item(found["text"], found["learner_text"], found["label"] == ADMIT, number)


def _wrong_with(found: object) -> str:
    """Why a JSON value is no case; empty if it is one."""
    if not isinstance(found, dict):
        return "it is JSON, but not an object in braces."
    for key in ("text", "learner_text", "label"):
        if key not in found:
            return f'"{key}" is missing.'
        if not isinstance(found[key], str):
            return f'"{key}" is not text.'
    if found["label"] not in (ADMIT, REJECT):
        return f'"label" is neither "{ADMIT}" nor "{REJECT}".'
    return ""


def _by_rule(refused: Iterable[tuple[Item, str]]) -> dict[str, Refused]:
    """What each rule refused, the rule that refused most first."""
    counts: dict[str, Counter[bool]] = {}
    for case, rule in refused:
        counts.setdefault(rule, Counter())[case.good] += 1
    busiest = sorted(counts, key=lambda rule: (-counts[rule].total(), rule))
    return {rule: Refused(good=counts[rule][True], bad=counts[rule][False]) for rule in busiest}


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _told(broken: list[str]) -> str:
    more = len(broken) - MOST_TOLD
    rest = [f"and {more:,} more lines"] if more > 0 else []
    return "\n".join([*broken[:MOST_TOLD], *rest])

"""`ilmcoach coach`: how the coach is set, and how good what stands between a model and the
learner is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .command import AddCommand, commands_of
from .streams import line, say

if TYPE_CHECKING:
    from argparse import Namespace

    from ilmcoach.coach.bench import Item, Report
    from ilmcoach.settings import Folders


def add(commands: AddCommand) -> None:
    """Adds the group."""
    group = commands_of(commands("coach", "see what the coach does, and measure its guard"))
    status = group("status", "show how the coach is set, and what was sent to a model")
    status.add_argument("--json", action="store_true", help="the same facts for a program")
    status.set_defaults(run=run_status)
    bench = group("bench", "measure the coach's guard on cases that people have labelled")
    bench.add_argument(
        "corpus", metavar="CORPUS", help="a file of JSON lines: text, learner_text, label"
    )
    how = bench.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="the same for a program")
    how.add_argument(
        "--cases", action="store_true", help="name each case that was judged unlike its label too"
    )
    bench.set_defaults(run=run_bench)


def run_status(arguments: Namespace, folders: Folders) -> int:
    """Prints the facts of `services.ai_record.coach_status`; no key is among them. Raises
    IlmcoachError if nothing can be read. Needs no network."""
    from ilmcoach.services.ai_record import coach_status, status_in_words
    from ilmcoach.services.workspace import open_workspace

    workspace = open_workspace(folders, read_only=True)
    try:
        facts = coach_status(workspace)
    finally:
        workspace.close()
    if arguments.json:
        import json

        say(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        for told in status_in_words(facts).split("\n"):
            say(line(told))
    return 0


def run_bench(arguments: Namespace, folders: Folders) -> int:
    """Prints what the guard makes of a corpus. Raises IlmcoachError if the file cannot be read or
    a line in it is no case. Needs no portfolio and no network."""
    from pathlib import Path

    from ilmcoach.coach.bench import measure, read_corpus
    from ilmcoach.files import RealDisk
    from ilmcoach.services.given import read_given

    items = read_corpus(read_given(Path(arguments.corpus), RealDisk()), arguments.corpus)
    report = measure(items)
    if arguments.json:
        import json

        say(json.dumps(report.as_data(), ensure_ascii=False, indent=2))
    else:
        say(_table(report))
        if arguments.cases:
            _tell_cases(arguments.corpus, items, report)
    return 0


def _table(report: Report) -> str:
    rows = [
        ("", "good", "bad"),
        ("cases", f"{report.good:,}", f"{report.bad:,}"),
        ("admitted", f"{report.good_admitted:,}", f"{report.bad_admitted:,}"),
        (
            "share admitted",
            _percent(report.recall),
            _percent(report.bad_admitted / report.bad if report.bad else None),
        ),
    ]
    if report.by_rule:
        rows += [("", "", ""), ("refused first by", "good", "bad")]
        rows += [(rule, f"{one.good:,}", f"{one.bad:,}") for rule, one in report.by_rule.items()]
    width = max(len(first) for first, _, _ in rows)
    table = [f"{first:<{width}}  {good:>7}  {bad:>7}".rstrip() for first, good, bad in rows]
    summary = (
        f"precision {_percent(report.precision)} (good among those admitted), "
        f"recall {_percent(report.recall)}"
    )
    return "\n".join([*table, "", summary])


def _tell_cases(corpus: str, items: tuple[Item, ...], report: Report) -> None:
    """`file:line: text` of each, as editors and terminals make a link of it."""
    texts = {item.line: item.text for item in items}
    for told, lines in (
        ("bad, but admitted", report.bad_admitted_lines),
        ("good, but refused", report.good_refused_lines),
    ):
        if lines:
            say(f"\n{told}")
            for number in lines:
                say(line(f"{corpus}:{number}: {texts[number]}"))


def _percent(share: float | None) -> str:
    return "none" if share is None else f"{share:.1%}"

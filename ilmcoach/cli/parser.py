"""The whole command line as one parser."""

from __future__ import annotations

from argparse import ArgumentParser

from ilmcoach import __version__

from . import (
    app,
    assignments,
    backup,
    coach,
    cohort,
    data,
    demo,
    doctor,
    documents,
    notes,
    packs,
    restore,
    search,
    status,
    summary,
)
from .command import DATA_DIR_HELP, commands_of


def build_parser() -> ArgumentParser:
    """The parser. What it parses carries `run`, the function of the command asked for."""
    parser = ArgumentParser(
        prog="ilmcoach",
        description="A companion for action learning: it asks, you write, it keeps every word "
        "safe. Without a command it opens in the terminal.",
        epilog="Exit: 0 done, 1 a problem was found, 2 wrong use.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"ilmcoach {__version__}")
    parser.add_argument("--data-dir", metavar="DIR", help=DATA_DIR_HELP)
    parser.set_defaults(run=app.run)
    add = commands_of(parser, required=False)
    for group in (
        notes,
        status,
        search,
        assignments,
        documents,
        summary,
        data,
        backup,
        restore,
        packs,
        cohort,
        doctor,
        coach,
        demo,
    ):
        group.add(add)
    return parser

"""`ilmcoach pack new`, `pack show` and `pack workbook`: a pack begun, read and printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ilmcoach.errors import IlmcoachError, WrongUse

from .command import AddCommand
from .pack_reading import library_of, opened
from .streams import complain, line, say
from .wording import counted

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from ilmcoach.kit.new_pack import Named
    from ilmcoach.packs.library import Library
    from ilmcoach.settings import Folders

WORD = ".docx"
PACK = "its folder or .zip, or the id of one that `pack list` names"


def add(group: AddCommand) -> None:
    """Adds the three commands to the group `pack`."""
    new = group("new", "begin a pack: a small one that works, a copy, or one made of a Word file")
    new.add_argument(
        "name",
        metavar="NAME",
        help="what it is called; its id is made of that. A Word file keeps its own title",
    )
    new.add_argument(
        "--from",
        dest="source",
        metavar="PACK-or-FILE",
        help="a pack to copy (its id or folder), or a Word file (.docx) to make it of",
    )
    new.add_argument("--into", metavar="DIR", default=".", help="where its folder goes; else here")
    new.set_defaults(run=run_new)
    show = group("show", "print a pack as text: what a learner is asked, questions, reading, tasks")
    show.add_argument("pack", metavar="PACK", help=PACK)
    show.add_argument("--own", action="store_true", help="leave out what other packs bring in")
    show.add_argument("--plain", action="store_true", help="leave out ids, topics and the like")
    show.set_defaults(run=run_show)
    book = group("workbook", "write all guided questions of a pack as one document to print")
    book.add_argument("pack", metavar="PACK", help=PACK)
    book.add_argument("--own", action="store_true", help="leave out what other packs bring in")
    book.add_argument(
        "--all",
        action="store_true",
        help="its assignment, open questions and reading too, for one who has only the paper",
    )
    book.add_argument(
        "--format",
        metavar="FORMAT",
        help="docx (Word), html, pdf or md; left away, it is what FILE ends in",
    )
    book.add_argument("--out", required=True, metavar="FILE", help="the file")
    book.set_defaults(run=run_workbook)


def run_new(arguments: Namespace, folders: Folders) -> int:
    """Writes the pack, says where and what there is to know, and checks it. Returns 1 if the
    check finds more than advice. Raises WrongUse for a name that will not do or a source that is
    not there, and IlmcoachError where nothing could be written."""
    from pathlib import Path

    from ilmcoach.kit.new_pack import name_pack, plain_pack, write_pack

    name = name_pack(arguments.name)
    folder = Path(arguments.into) / name.id
    source = arguments.source
    told: tuple[str, ...] = ()
    if source is None:
        files = plain_pack(name)
    elif source.casefold().endswith(WORD):
        files, told = _from_word(Path(source), name)
    elif Path(source).is_file() and Path(source).name != "pack.md":
        raise WrongUse(
            f"{source} is no Word document (.docx).",
            "Open it in Word or another word processor, save it as .docx, and give that.",
        )
    else:
        files, told = _from_pack(source, folders, name)
    write_pack(files, folder)
    for text in told:
        say(text)
    library = library_of(folders, folder)
    say(f"Made: {line(str(folder))} ({counted(len(files), 'file')}).")
    if name.id != arguments.name:
        say(f"Its id and its folder are called {name.id}: ids hold small letters, digits and -.")
    if name.id in library_of(folders).ids():
        complain(
            f"There is a pack {name.id} already: put in its place, yours would be used instead.",
            "Give yours another id in pack.md to use both.",
        )
    return _checked(folder, library, guide="README.md" in files)


def run_show(arguments: Namespace, folders: Folders) -> int:
    """Prints the pack. Raises WrongUse if there is none, IlmcoachError if it cannot be used."""
    from ilmcoach.kit.showing import own_part, show_pack

    with opened(arguments.pack, folders) as pack:
        shown = own_part(pack) if arguments.own else pack
        for text in show_pack(shown, whole=pack, ids=not arguments.plain):
            say(text)
    return 0


def run_workbook(arguments: Namespace, folders: Folders) -> int:
    """Writes the workbook and says where. Raises WrongUse for a format or a pack that is not
    there, and IlmcoachError if the pack has no guided questions or the file cannot be written."""
    from pathlib import Path

    from ilmcoach.clock import SystemClock
    from ilmcoach.export.workbook import whole_workbook
    from ilmcoach.files import RealDisk
    from ilmcoach.kit.showing import own_part
    from ilmcoach.services.formats import refuse_odd_format, write_as

    out = Path(arguments.out)
    form = (arguments.format or out.suffix[1:]).casefold()
    if not form:
        raise WrongUse("What is it to be?", "Say --format docx, or let FILE end in .docx.")
    refuse_odd_format(form)
    with opened(arguments.pack, folders) as pack:
        shown = own_part(pack) if arguments.own else pack
        document = whole_workbook(shown, more=arguments.all)
    walks = len(shown.walks_for_learner())
    if not any(one.level > 1 for one in document.headings()):
        raise IlmcoachError(
            f"The pack {pack.id} has no guided questions to print.",
            "Say --all to print its assignment, open questions and reading too.",
        )
    _refuse_taken(out)
    data = write_as(document, form, made=SystemClock().now(), warn=complain)
    RealDisk().write_atomically(out.absolute(), data)
    say(f"Written: {line(str(out.absolute()))}, {counted(walks, 'set')} of guided questions.")
    return 0


def _refuse_taken(out: Path) -> None:
    if out.exists() or out.is_symlink():
        raise IlmcoachError(f"{out} is there already, and was left as it is.", "Choose another.")
    if not out.absolute().parent.is_dir():
        raise IlmcoachError(f"There is no folder {out.absolute().parent}.", "Make it first.")


def _from_pack(
    source: str, folders: Folders, name: Named
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The files of a copy, and what its maker has to know."""
    from ilmcoach.kit.new_pack import copied_pack

    with opened(source, folders) as pack:
        if pack.id == name.id:
            raise WrongUse(f"The copy would have the same id, {name.id}.", "Give it another name.")
        copied = copied_pack(pack, name)
    facts = (
        ("Author", pack.author),
        ("Licence", pack.licence),
        ("May go to", pack.circulation),
        ("Builds on", ", ".join(pack.uses)),
    )
    kept = (f"  {label}: {line(value)}" for label, value in facts if value)
    return copied, (
        f"A copy of {pack.id}, {line(pack.title)}. It keeps what that says of itself:",
        *kept,
        "Change them in pack.md where they are no longer so; a licence goes with what it is on.",
    )


def _from_word(source: Path, name: Named) -> tuple[dict[str, str], tuple[str, ...]]:
    """The files made of a Word document, and the report of what was understood."""
    from ilmcoach.export.word_outline import read_outline
    from ilmcoach.kit.from_outline import pack_of, read_bounded

    outline = read_outline(read_bounded(source), name=source.name)
    made = pack_of(outline, name, source.name)
    return dict(made.files), made.told


def _checked(folder: Path, library: Library, *, guide: bool) -> int:
    from ilmcoach.packs.library import check

    problems = check(folder, library)
    for one in problems:
        kind = "advice: " if one.advice else ""
        say(line(f"{folder / one.file}:{one.line}: {kind}{one.what} {one.mend}"))
    wrong = sum(not one.advice for one in problems)
    if not problems:
        next_ = " Its README.md says what to do next." if guide else ""
        say(f"Checked: no problems.{next_}")
    return 1 if wrong else 0

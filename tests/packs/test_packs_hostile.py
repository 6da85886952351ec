"""A pack from a stranger: nothing outside it is read, nothing grows, nothing raises."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ilmcoach.packs import limits
from ilmcoach.packs.building import DEEPEST
from ilmcoach.packs.draft import Draft
from ilmcoach.packs.drafting import READERS, read_draft
from ilmcoach.packs.library import Library
from ilmcoach.packs.loaded import LoadedPack
from ilmcoach.packs.loader import load_pack
from ilmcoach.packs.page import page_parser, read_page
from ilmcoach.packs.readers.common import Desk
from ilmcoach.packs.report import Report
from tests.packs.pack_cases import GOOD, good_library, load_file

FRONT = "---\nkind: questions\nid: q\ntitle: Q\n---\n\n"


def errors(loaded: LoadedPack) -> list[tuple[str, int, str]]:
    return [(one.file, one.line, one.what) for one in loaded.problems if not one.advice]


def only_error(loaded: LoadedPack) -> tuple[int, str]:
    ((file, line, what),) = errors(loaded)
    assert file == "case.md"
    assert loaded.pack is None
    return line, what


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (FRONT.encode() + b"- Caf\xe9?\n", 7, "not in UTF-8"),
        (FRONT.encode("utf-16"), 1, "not in UTF-8"),
        (FRONT.encode() + b"- Wh\0o?\n", 7, "NUL"),
        (b"x" * (limits.FILE_BYTES + 1), 1, "64 KB"),
    ],
    ids=["latin-1", "utf-16", "nul", "too long"],
)
def test_what_is_no_text_is_told_with_its_line(
    tmp_path: Path, data: bytes, line: int, said: str
) -> None:
    found, what = only_error(load_file(tmp_path, data, uses=""))
    assert found == line
    assert said in what


def test_a_file_of_just_the_greatest_size_is_read(tmp_path: Path) -> None:
    text = FRONT + "- Who?\n\n"
    padded = text + "x" * (limits.FILE_BYTES - len(text))
    assert errors(load_file(tmp_path, padded, uses="")) == []


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("- Who?\n\n" + "> " * 40 + "deep\n", 9, "nested too deeply"),
        ("".join("  " * depth + "- a\n" for depth in range(30)), 7, "nested too deeply"),
        ("".join(f"- Who {n}?\n" for n in range(501)), 7, "more than 500 items"),
        ("".join(f"## W{n}\n- Who?\n" for n in range(401)), 807, "more than 400 headings"),
        ("- Who?\n\n## " + "x" * 201 + "\n\n- What?\n", 9, "longer than 200"),
        ("- Who?\n\n<iframe src='x'></iframe>\n", 9, "HTML"),
        ("- Who?\n- <!-- hidden -->What?\n", 8, "HTML"),
        ("- Who [is](JaVaScRiPt:alert(1))?\n", 7, "JaVaScRiPt:alert(1)"),
        ("- Who [is][x]?\n\n[x]: data:text/html,x\n", 7, "data:text/html"),
        ("- Who [is](file:///etc/passwd)?\n", 7, "file:///etc/passwd"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_a_page_may_not_hold(tmp_path: Path, body: str, line: int, said: str) -> None:
    found, what = only_error(load_file(tmp_path, FRONT + body, uses=""))
    assert found == line
    assert said in what


def test_a_huge_table(tmp_path: Path) -> None:
    rows = "".join(f"| 1.{number} | x |\n" for number in range(limits.TABLE_ROWS + 1))
    text = f"---\nkind: unit\nid: u\ntitle: U\n---\n\n## One\n\n| Code | Asks |\n|---|---|\n{rows}"
    line, what = only_error(load_file(tmp_path, text, uses=""))
    assert line == 9
    assert "more than 200 rows" in what


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 3),
        ("id: &a q\ntitle: *a\n", 3),
        ("[" * 4000, 2),
        ("{a: " * 1500, 2),
        ("? [a]\n: b\n", 2),
        ("x: " + "y" * limits.FRONT_CHARS, 2),
        ("id: 'q\n", 2),
        ("%TAG ! x\n", 3),
        ("id: @q\n", 2),
    ],
    ids=lambda value: str(value)[:12],
)
def test_hostile_yaml_is_told_and_nothing_grows(tmp_path: Path, front: str, line: int) -> None:
    loaded = load_file(tmp_path, f"---\n{front}\n---\n\n- Who?\n", uses="")

    assert line in [found for _, found, _ in errors(loaded)]
    assert len(loaded.problems) < 10


def test_yaml_tags_build_nothing(tmp_path: Path) -> None:
    front = "kind: questions\nid: q\ntitle: !!python/object/apply:os.getcwd []\n"
    loaded = load_file(tmp_path, f"---\n{front}---\n\n- Who?\n", uses="")
    assert loaded.pack is None or loaded.pack.banks[0].title == ""


@pytest.mark.parametrize(
    "written",
    ["Who\u202e is it?", "Who&#x202e; is it?", "\x1b[31mWho\x1b[0m is it?"],
)
def test_what_could_act_on_a_terminal_is_gone(tmp_path: Path, written: str) -> None:
    loaded = load_file(tmp_path, f"{FRONT}- {written}\n", uses="")
    assert loaded.pack is not None
    assert loaded.pack.banks[0].questions[0].text == "Who is it?"


def test_front_matter_is_cleaned_after_its_escapes_too(tmp_path: Path) -> None:
    text = '---\nkind: questions\nid: q\ntitle: "A\\e[31m\\u202e title"\n---\n\n- Who?\n'
    loaded = load_file(tmp_path, text, uses="")
    assert loaded.pack is not None
    assert loaded.pack.banks[0].title == "A title"


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "case.md").write_text(f"{FRONT}- Secret?\n", encoding="utf-8")
    pack = tmp_path / "case"
    pack.mkdir()
    (pack / "pack.md").write_text("---\nid: case\ntitle: Case\n---\n", encoding="utf-8")
    (pack / "a.md").symlink_to(secret / "case.md")
    (pack / "b").symlink_to(secret, target_is_directory=True)
    (pack / "c.md").symlink_to(tmp_path / "nowhere.md")

    loaded = load_pack(pack, good_library())

    assert [(file, line) for file, line, _ in errors(loaded)] == [
        ("a.md", 1),
        ("b", 1),
        ("c.md", 1),
    ]
    assert read_draft(pack).banks == []


def test_a_folder_named_like_a_page_and_readme_and_hidden_files(tmp_path: Path) -> None:
    load_file(tmp_path, f"{FRONT}- Who?\n", uses="")
    pack = tmp_path / "case"
    for name in ("README.md", "readme.md", ".hidden.md", "picture.png", ".git/x.md", "x.md/y.txt"):
        (pack / name).parent.mkdir(exist_ok=True)
        (pack / name).write_text("<b>", encoding="utf-8")

    assert load_pack(pack, good_library()).problems == ()


def test_too_many_files(tmp_path: Path) -> None:
    load_file(tmp_path, f"{FRONT}- Who?\n", uses="")
    pack = tmp_path / "case"
    for number in range(limits.FILES):
        (pack / f"r{number:03}.md").write_text(
            f"---\nkind: reading\n---\n\n## B {number}\n\nX.\n", encoding="utf-8"
        )

    ((file, line, what),) = errors(load_pack(pack, good_library()))

    assert (file, line) == ("r198.md", 1)
    assert "200 files" in what


def test_too_many_bytes(tmp_path: Path) -> None:
    load_file(tmp_path, f"{FRONT}- Who?\n", uses="")
    pack = tmp_path / "case"
    text = "---\nkind: reading\n---\n\n## B\n\n`id: {0}`\n\nX.\n\n" + "y" * 64_000
    for number in range(84):
        (pack / f"r{number:03}.md").write_text(text.format(f"b{number}"), encoding="utf-8")

    ((_, _, what),) = errors(load_pack(pack, good_library()))

    assert "5 MB" in what


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    loaded = load_pack(tmp_path / "nowhere", good_library())

    assert loaded.pack is None
    assert [(one.file, one.line) for one in loaded.problems] == [("pack.md", 1)]


PARSER: MarkdownIt = page_parser()
LINES = st.sampled_from(
    [
        "---",
        "kind: walk",
        "kind: unit",
        "kind: tests",
        "kind: assessment",
        "kind: questions",
        "kind: reading",
        "kind: programme",
        "id: a",
        "for: goal",
        "title: [x, {y: z}]",
        "makes: meeting",
        "# Title",
        "## Specific",
        "### Step",
        "#### Deep",
        "`id: a` `answer: choice`",
        "`id: b` `answer: scale` `fills: finding.rating`",
        "`id: c` `answer: several choices`",
        "`for each: c` `makes: finding`",
        "`marks: 1` `minimum: 2` `log`",
        "- `1` One: first",
        "- `x`",
        "  - inner",
        "1. What?",
        "| Code | Says | Asks |",
        "|---|---|---|",
        "| no-what | {found} | |",
        "> quoted",
        "<b>",
        "[x](y:z)",
        "",
        "Words?",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(LINES, max_size=25).map("\n".join),
    st.lists(LINES, max_size=20).map(lambda lines: "\n".join(["---", "kind: walk", *lines])),
    st.text(alphabet="-`:#|>*[]()<>!&\\ \n\ta1", max_size=200).map(lambda text: "---\n" + text),
)


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, kind=st.sampled_from(sorted(READERS)))
def test_no_text_makes_a_reader_raise_or_leave_its_lines(text: str, kind: str) -> None:
    report = Report("any.md")
    draft = Draft(Path("any"))

    READERS[kind](Desk(read_page(PARSER, text, report), report, draft))

    last = text.count("\n") + 2
    for problem in report.problems:
        assert problem.file == "any.md"
        assert 1 <= problem.line <= last
        assert problem.what.strip()
        assert "\n" not in str(problem)


GOOD_FILES = sorted(GOOD.glob("**/*.md"))


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_no_slip_of_the_hand_makes_a_reader_raise(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(GOOD_FILES))
    lines = path.read_text(encoding="utf-8").split("\n")
    places = st.integers(0, len(lines) - 1)
    for _ in range(data.draw(st.integers(1, 3))):
        here, there = data.draw(places), data.draw(places)
        lines[here] = data.draw(st.sampled_from(["", lines[there], lines[here][: there % 20]]))
    report = Report("any.md")
    kind = "pack" if path.name == "pack.md" else data.draw(st.sampled_from(sorted(READERS)))

    READERS[kind](Desk(read_page(PARSER, "\n".join(lines), report), report, Draft(Path("any"))))

    assert all(1 <= problem.line <= len(lines) + 1 for problem in report.problems)


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_no_file_makes_the_loader_raise(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    data = text.encode("utf-8", "surrogatepass")
    loaded = load_file(tmp_path_factory.mktemp("any"), data)

    assert (loaded.pack is None) == any(not one.advice for one in loaded.problems)
    for problem in loaded.problems:
        assert problem.file in {"case.md", "pack.md"}
        assert problem.line >= 1


def test_a_page_full_of_mistakes_stops_telling_them_at_some_point(tmp_path: Path) -> None:
    loaded = load_file(tmp_path, FRONT + "- Who?\n\n" + "<b>\n\n" * 1000, uses="")

    assert loaded.pack is None
    assert len(loaded.problems) == 201
    assert loaded.problems[0].line == 9
    assert loaded.problems[-1].what == "There is more amiss."


def test_folders_without_end(tmp_path: Path) -> None:
    load_file(tmp_path, f"{FRONT}- Who?\n", uses="")
    deep = tmp_path / "case" / "/".join("abcdefgh")
    deep.mkdir(parents=True)
    (deep / "x.md").write_text(f"{FRONT}- Who?\n", encoding="utf-8")

    ((file, line, what),) = errors(load_pack(tmp_path / "case", good_library()))

    assert (file, line) == ("a/b/c/d/e/f/g/pack.md", 1)
    assert "too much" in what


@pytest.mark.parametrize(
    "link",
    [
        "[is](java&#115;cript:alert(1))",
        "[is](JAVA&Tab;SCRIPT:alert(1))",
        "[is](java%73cript:alert(1))",
        "[is](\\javascript:alert(1))",
        "[is](<javascript:alert(1)>)",
        "<javascript:alert(1)>",
        "<DATA:text/html;base64,PHNjcmlwdD4=>",
        "[is](vbscript:msgbox)",
        "[is](//evil.example/x)",
        "[is](\\\\\\\\evil\\share)",
        "[is](../../secret.md)",
        "[is](#javascript:x)",
        "[is](ftp://evil.example)",
        "[is][r]",
        "[r][]",
        "[r]",
    ],
)
def test_odd_addresses_are_told_and_never_kept(tmp_path: Path, link: str) -> None:
    text = f"{FRONT}- Who {link}?\n\n[r]: jAvAsCrIpT&colon;alert(1)\n"
    line, what = only_error(load_file(tmp_path, text, uses=""))
    assert line == 7
    assert what.startswith("A link may not lead to '")
    draft = read_draft(tmp_path / "case")
    (question,) = draft.banks[0].item.questions
    assert question.text in {"Who is?", "Who r?", f"Who {link.strip('<>')}?"}


@pytest.mark.parametrize(
    "body",
    [
        "- Who?\n\n## <script>x</script>\n",
        "<script>alert(1)</script>\n\n- Who?\n",
        "- Who <img src=x onerror=alert(1)>?\n",
        "- Who <!-- hidden --> was there?\n",
        "- Who <?php x?>?\n",
        "- Who <![CDATA[x]]>?\n",
        "> <b onclick=x>\n\n- Who?\n",
        "| a |\n|---|\n| <i> |\n\n- Who?\n",
    ],
)
def test_html_anywhere_is_told_and_left_out(tmp_path: Path, body: str) -> None:
    loaded = load_file(tmp_path, FRONT + body, uses="")
    assert loaded.pack is None
    assert any("HTML is not read" in what for _, _, what in errors(loaded))
    for bank in read_draft(tmp_path / "case").banks:
        assert "<" not in "".join(one.text for one in bank.item.questions)


NASTY_PAGES = {
    "quotations": "> ",
    "deep quotations": ">" * 60 + " a\n",
    "bars": "|",
    "bars and lines": "|\n",
    "wide table": "|a" * 10_000 + "|\n" + "|-" * 10_000 + "|\n",
    "ticks": "`",
    "ticks of all lengths": "".join("`" * many + "a" for many in range(1, 200)),
    "nested lists": "".join("  " * depth + "- a\n" for depth in range(40)),
    "nested numbers": "".join("   " * depth + "1. a\n" for depth in range(40)),
    "lists in lists": "- " * 2_000 + "\n",
    "references": "".join(f"[a{number}]: http://x/{number}\n" for number in range(1_000)),
    "half a reference": "[a\n",
    "backslashes": "\\",
    "ampersands": "&amp;&#x41;&#0;&bogus;",
    "colons": ": ",
    "rules": "* * *\n",
    "fences": "```\na\n",
    "tildes": "~~~\n",
    "headings": "# a\n",
    "underlined": "a\n===\n",
    "indented": "     a\n",
    "empty lines": "\n",
    "carriage returns": "\r",
    "line separators": "\u2028",
    "joiners": "\u200d",
    "accents": "e\u0301",
    "curly keys": "“a: b” ",
    "colours": "\x1b[31m",
    "titles": "\x1b]8;;",
    "directions": "\u202e\u2066",
    "selectors": "\ufe0f",
    "tags": "\U000e0041",
    "dashes": "---\n",
}


@pytest.mark.parametrize("sign", list(NASTY_PAGES))
def test_a_page_of_nothing_but_one_thing(tmp_path: Path, sign: str) -> None:
    room = limits.FILE_BYTES - len(FRONT) - 10
    nasty = NASTY_PAGES[sign]
    many = nasty * (room // len(nasty.encode()) + 1)
    text = f"{FRONT}- Who?\n\n{many.encode()[:room].decode('utf-8', 'ignore')}"

    loaded = load_file(tmp_path, text, uses="")

    lines = text.count("\n") + text.count("\r") + 1
    assert len(loaded.problems) <= 450
    assert all(1 <= one.line <= lines and one.file == "case.md" for one in loaded.problems)
    if loaded.pack is not None:
        assert [one.text for one in loaded.pack.banks[0].questions] == ["Who?"]


def test_ends_of_lines_and_a_mark_at_the_start_make_no_difference(tmp_path: Path) -> None:
    for number, path in enumerate(sorted(GOOD.glob("canal-award/**/*.md"))):
        text = path.read_text(encoding="utf-8")
        plain, report = Report("any.md"), Report("any.md")
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "any.md").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
        source = limits.read_file(folder, folder / "any.md", [])
        assert source is not None
        assert read_page(PARSER, source.text, report) == read_page(PARSER, text, plain)
        assert report.problems == plain.problems


def put_label(packs: Path, name: str, uses: str = "") -> None:
    folder = packs / name
    folder.mkdir(parents=True)
    line = f"uses: {uses}\n" if uses else ""
    (folder / "pack.md").write_text(f"---\nid: {name}\ntitle: P\n{line}---\n", encoding="utf-8")


def test_two_hundred_packs_that_build_on_each_other_in_a_row(tmp_path: Path) -> None:
    for number in range(200):
        put_label(tmp_path, f"p{number:03}", f"p{number - 1:03}" if number else "")
    library = Library.find([tmp_path])

    assert library.pack("p199") is None
    assert library.pack(f"p{DEEPEST:03}") is not None
    assert library.leads_to("p199", "p000")
    assert library.level("p199") == 199
    (problem,) = load_pack(tmp_path / f"p{DEEPEST + 1:03}", library).problems
    assert (problem.file, problem.line) == ("pack.md", 4)
    assert "in a row already" in problem.what


def test_packs_that_build_on_each_other_in_a_ring(tmp_path: Path) -> None:
    for number in range(30):
        put_label(tmp_path, f"p{number:02}", f"p{(number + 1) % 10:02}")
    library = Library.find([tmp_path])

    assert [library.level(f"p{number:02}") for number in (0, 9, 29)] == [None] * 3
    assert [one for one in library.ids() if library.pack(one)] == []
    for entry in library.entries:
        (problem,) = entry.problems
        assert (problem.file, problem.line) == ("pack.md", 4)


def test_a_pack_that_names_itself_and_hundreds_of_others(tmp_path: Path) -> None:
    many = ", ".join(["case", *(f"p{number}" for number in range(600))])
    loaded = load_file(tmp_path, f"{FRONT}- Who?\n", uses=many)

    assert loaded.pack is None
    told = [one.what for one in loaded.problems]
    assert "A pack may build on 20 others." in told
    assert "A pack can't build on itself." in told
    assert len(told) == 1 + limits.USES


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
@pytest.mark.parametrize("kind", ["folder", "fifo", "device"])
def test_a_label_that_is_no_file(tmp_path: Path, kind: str) -> None:
    label = tmp_path / "packs" / "case" / "pack.md"
    label.parent.mkdir(parents=True)
    (label.parent / "a.md").write_text(f"{FRONT}- Who?\n", encoding="utf-8")
    if kind == "folder":
        label.mkdir()
    elif kind == "fifo":
        os.mkfifo(label)
    else:
        label.symlink_to("/dev/zero")

    (entry,) = Library.find([tmp_path / "packs"]).entries

    assert entry.pack is None
    assert [(one.file, one.line) for one in entry.problems] == [("pack.md", 1)]
    assert "link or no plain file" in entry.problems[0].what


def test_more_files_than_anybody_looks_through(tmp_path: Path) -> None:
    load_file(tmp_path, f"{FRONT}- Who?\n", uses="")
    for number in range(limits.ENTRIES):
        (tmp_path / "case" / f"{number}.txt").touch()
    ((_, line, what),) = errors(load_pack(tmp_path / "case", good_library()))
    assert line == 1
    assert "too much" in what


def test_a_pack_of_the_full_size_takes_little_memory(tmp_path: Path) -> None:
    words = f"{'Donaudampfschiffahrtsgesellschaft' * 2} " * 14 + "\n\n"
    put_label(tmp_path, "case")
    for number in range(75):
        name = f"q{number:02}"
        text = f"---\nkind: questions\nid: {name}\ntitle: {name}\n---\n\n- Who {number}?\n\n"
        (tmp_path / "case" / f"{name}.md").write_text(text + words * 68, encoding="utf-8")
    size = sum(one.stat().st_size for one in (tmp_path / "case").iterdir())
    assert 0.9 * limits.PACK_BYTES < size < limits.PACK_BYTES

    tracemalloc.start()
    try:
        loaded = load_pack(tmp_path / "case", good_library())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert loaded.pack is not None
    assert len(loaded.pack.banks) == 75
    assert peak < 50_000_000

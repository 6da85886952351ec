"""Citations in Harvard style: which words are set in italics."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ilmcoach.export.parts.works import read_citation
from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library


@pytest.mark.parametrize(
    ("citation", "title", "after"),
    [
        (
            "Adair, J. (1973) Action-Centred Leadership. London: X.",
            "Action-Centred Leadership",
            ".",
        ),
        ("Pedler, M. (2013) A Manager's Guide, 6th ed. Maidenhead: X.", "A Manager's Guide", ", 6"),
        ("Boud, D. (eds.) (1985) Reflection: Turning. London: X.", "Reflection: Turning", "."),
        (
            "Doran, G. T. (1981) 'There's a S.M.A.R.T. way to write management's goals', "
            "Management Review, 70(11), pp. 35–36.",
            "Management Review",
            ", 70",
        ),
        ("Driscoll, J. (1994) 'Reflective', Senior Nurse, 13, pp. 47–50.", "Senior Nurse", ", 13"),
        (
            "Revans, R. W. (1997) 'Action Learning', in Pedler, M. (ed.) Action Learning in "
            "Practice, 3rd ed. Brookfield: Gower.",
            "Action Learning in Practice",
            ", 3rd",
        ),
        ("Smith, A. (2001) ‘Why?’, Journal of Why. London: X.", "Journal of Why", "."),
        ("Equality Act 2010, c. 15. London: X.", "Equality Act 2010", ", c. 15"),
        (
            "Adair, J. 1973. *Action-Centred Leadership*. London: X.",
            "Action-Centred Leadership",
            ".",
        ),
        ("Adair (1973) _Action_, London", "Action", ", London"),
        ("Kline, N. (1999) Time to Think", "Time to Think", ""),
        ("A talk I heard in 2019", "", ""),
        ("Kline (1999)", "", ""),
    ],
)
def test_what_stands_in_italics(citation: str, title: str, after: str) -> None:
    found = read_citation(citation)
    assert found.title == title
    assert found.after.startswith(after)
    assert "".join(found.spaced()) == citation.replace("*", "").replace("_", "")


def test_every_work_of_the_bundled_catalogue_has_a_title() -> None:
    library = Library.find([bundled_folder()])
    packs = [pack for one in library.ids() if (pack := library.pack(one))]
    found = {one.citation for pack in packs for one in pack.readings if "(1" in one.citation}
    assert len(found) > 30
    for citation in found:
        read = read_citation(citation)
        assert "".join(read.spaced()) == " ".join(citation.split())
        assert 2 < len(read.title) < 120, citation
        assert read.title[0].isupper(), citation
        assert "(" not in read.title, citation


@given(st.text())
def test_no_word_is_lost(text: str) -> None:
    marks = str.maketrans("", "", "*_ ")
    line = "".join(text.split()).translate(marks)
    assert "".join("".join(read_citation(text).spaced()).split()).translate(marks) == line

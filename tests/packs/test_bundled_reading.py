"""The reading of the bundled packs: something for every theme of the units, and citations
that look like citations."""

from __future__ import annotations

import re

import pytest

from ilmcoach.packs.bundled import bundled_folder
from ilmcoach.packs.library import Library
from ilmcoach.packs.model import Reading

LIBRARY = Library.find([bundled_folder()])
TOLD_BY_PEOPLE = {
    *("tutor", "line-manager", "leader-watched", "colleagues", "team-itself", "own-organisation"),
    *("librarian", "set-advisor", "set-members"),
}
FOR_BOTH = {
    "leading beside managing": "kotter-1990 zaleznik-1977",
    "traits": "stogdill-1948",
    "situation and contingency": "hersey-blanchard-1969 fiedler-1967 tannenbaum-schmidt-1958",
    "transactional against transformational": "burns-1978 bass-1985",
    "servant": "greenleaf-1977",
    "distributed": "gronn-2002",
    "where power comes from": "french-raven-1959",
    "a style of one's own": "goleman-2000",
    "trust and respect": "mayer-1995",
    "practising under someone's eye": "ericsson-1993 leader-watched",
    "vision, mission, strategy": "collins-porras-1996 own-organisation",
    "team objectives": "drucker-1954 locke-latham-2002",
    "communicating and listening": "rogers-farson-1957",
    "theories of motivation": "maslow-1943 mcgregor-1960 herzberg-1959 vroom-1964 mcclelland-1961",
    "factors in a leader's gift": "hackman-oldham-1976 ryan-deci-2000 adams-1963 edmondson-1999",
    "feedback on performance": "hattie-timperley-2007 kluger-denisi-1996",
    "support people need": "whitmore-1992 adair-1973",
    "development that goes on": "whitmore-1992 kolb-1984",
    "the team": "tuckman-1965 belbin-1981",
    "equality and inclusion": "shore-2011 equality-act-2010",
    "others' feedback": "luft-ingham-1955 team-itself",
    "ways to grow": "mccall-1988 clutterbuck-1985",
}
WITH_A_SET = {
    "taking stock, and why in an orderly way": "pedler-burgoyne-boydell-2013 luft-ingham-1955",
    "setting objectives": "doran-1981 locke-latham-2002",
    "where help is found": "tutor line-manager leader-watched colleagues",
    "obstacles": "gollwitzer-1999 kegan-lahey-2009 argyris-1991",
    "reviewing and keeping track": "moon-2006 gibbs-1988 driscoll-1994 schon-1983 boud-1985",
    "L = P + Q and the set": "revans-1966 revans-1980 revans-1982 revans-1997 pedler-2008",
    "client, members, Set Advisor": "mcgill-brockbank-2004 set-advisor",
    "learning styles": "honey-mumford-1982 coffield-2004 pashler-2008",
    "researching, questions, hypotheses": "dewey-1933 schein-2013",
    "where programmed learning is found": "librarian tutor set-advisor",
    "politics and feelings in a group": "vince-martin-1993 bion-1961",
    "weighing it up": "kirkpatrick-1994 leonard-marquardt-2010 cho-egan-2009",
}


ALL = FOR_BOTH | WITH_A_SET


def readings(pack_id: str) -> dict[str, Reading]:
    pack = LIBRARY.pack(pack_id)
    assert pack is not None
    return {one.id: one for one in pack.readings}


CERTIFICATE = readings("level-3-certificate")


@pytest.mark.parametrize("theme", FOR_BOTH)
def test_the_award_has_reading_for_its_themes(theme: str) -> None:
    assert set(FOR_BOTH[theme].split()) <= set(readings("level-3-award"))


@pytest.mark.parametrize("theme", ALL)
def test_the_certificate_has_reading_for_all_themes(theme: str) -> None:
    assert set(ALL[theme].split()) <= set(CERTIFICATE)


def test_there_are_no_works_but_those_of_a_theme() -> None:
    named = {one for ids in ALL.values() for one in ids.split()}
    assert set(CERTIFICATE) - named == {"goleman-1995", "set-members"}


@pytest.mark.parametrize("reading", CERTIFICATE.values(), ids=CERTIFICATE)
def test_a_work_is_cited_with_author_year_and_place(reading: Reading) -> None:
    assert len(reading.good_for) > 40
    assert reading.topics
    if reading.id in TOLD_BY_PEOPLE:
        assert not re.search(r"\(\d{4}\)", reading.citation)
    elif reading.id == "equality-act-2010":
        assert reading.citation.startswith("Equality Act 2010, c. 15.")
    else:
        author, year, rest = re.split(r"\((\d{4})\) ", reading.citation, maxsplit=1)
        assert reading.id.endswith(year)
        assert re.match(r"\w[\w-]+, [A-ZÖ]\.", author)
        assert re.search(r"[^:]: [A-Z][^:]+\.$|, \d+(\(\d+\))?, pp\. \d+–\d+\.$|pp\. \d+", rest)
        assert reading.citation.endswith(".")

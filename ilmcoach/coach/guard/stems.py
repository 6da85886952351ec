"""Words brought to one form, so that 'told' and 'telling' count as 'tell'."""

from __future__ import annotations

import re
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+(?:[.,]\d+)*")
_QUOTES = {ord(mark): "'" for mark in "’‘ʼ"}
_STEMMER = snowballstemmer.stemmer("english")

_IRREGULAR = dict(
    pair.split(":")
    for pair in """
    said:say told:tell felt:feel thought:think went:go goes:go gone:go made:make gave:give
    given:give left:leave took:take taken:take came:come knew:know known:know saw:see
    seen:see heard:hear kept:keep did:do done:do had:have has:have found:find lost:lose
    met:meet got:get gotten:get
    spoke:speak spoken:speak wrote:write written:write began:begin begun:begin chose:choose
    chosen:choose brought:bring led:lead stood:stand held:hold ran:run understood:understand
    meant:mean sent:send spent:spend paid:pay taught:teach caught:catch won:win broke:break
    broken:break shown:show grew:grow grown:grow fell:fall fallen:fall drew:draw drawn:draw
    became:become lay:lie lying:lie lies:lie struck:strike bought:buy built:build sat:sit
    slept:sleep woke:wake drove:drive driven:drive rose:rise forgot:forget forgotten:forget
    dealt:deal learnt:learn dreamt:dream hid:hide hidden:hide threw:throw thrown:throw
    wore:wear worn:wear fought:fight sought:seek sold:sell swore:swear hung:hang
    felt:feel people:person men:man women:woman children:child feet:foot teeth:tooth
    heavier:heavy heaviest:heavy
    harder:hard hardest:hard easier:easy easiest:easy bigger:big biggest:big better:good
    louder:loud loudest:loud quicker:quick quickest:quick quieter:quiet quietest:quiet
    slower:slow slowest:slow softer:soft softest:soft smaller:small smallest:small
    lighter:light lightest:light deeper:deep deepest:deep
    best:good worse:bad worst:bad further:far furthest:far longer:long longest:long
    """.split()
)


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """The stem of one word, small letters."""
    word = word.lower()
    bare = word.split("'")[0]
    return str(_STEMMER.stemWord(_IRREGULAR.get(bare, bare)))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, straight quotes."""
    line = text.translate(_QUOTES).lower()
    return tuple(_WORD.findall(line))


def stems_of(text: str) -> frozenset[str]:
    """The stems of a text's words."""
    return frozenset(stem(word) for word in words_of(text))

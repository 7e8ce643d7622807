"""The terms of a headline: its words, and groups of letters inside them.

Groups of letters find the stem under an ending in languages that inflect, without a dictionary;
Japanese and Chinese, which write no spaces, are cut into pairs of characters. Words alone lose a
point of F1, and all lengths of groups come out alike (three to five, measured on headlines of
eight languages); three is short enough for the short words of every language.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"\w+")
_LETTERS = 3
UNSPACED = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々ー"
"""Kana and han, as a range of a pattern: what is written without spaces."""

_UNSPACED = re.compile(f"[{UNSPACED}]+")

GROUP = "_"
"""What the term of a group of letters begins with; no word does."""


@lru_cache(maxsize=2048)
def terms_of(title: str) -> frozenset[str]:
    """Every term of a headline, each once, whatever its language.

    Equal terms are one object in memory: a window has them in some hundred thousand vectors. Those
    of the last titles are remembered: they are counted first and placed later.
    """
    text = unicodedata.normalize("NFKC", title).casefold()
    return frozenset(map(sys.intern, _terms(text)))


def is_word(term: str) -> bool:
    """True for a term that a person would call a word: what explanations show."""
    return not term.startswith(GROUP)


def letters_of(group: str) -> str:
    """The letters of the term of a group; a space is the end of a word."""
    return group.removeprefix(GROUP)


def _terms(text: str) -> Iterator[str]:
    for run in _UNSPACED.findall(text):
        yield from (run[at : at + 2] for at in range(max(1, len(run) - 1)))
    for word in _WORD.findall(_UNSPACED.sub(" ", text)):
        yield word.strip("_") or word
        framed = f" {word} "
        yield from (
            f"{GROUP}{framed[at : at + _LETTERS]}" for at in range(len(framed) - _LETTERS + 1)
        )

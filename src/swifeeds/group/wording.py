"""A text as units that can be counted: words, or characters where a language writes no spaces."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

_UNSPACED = frozenset({"ja", "zh"})
_WORD = re.compile(r"\w+")
_SHINGLE = 4
_SHINGLE_OF_CHARACTERS = 8


def primary(language: str) -> str:
    """The language of a tag without script and region."""
    return language.split("-", maxsplit=1)[0].lower()


def units(text: str, language: str) -> tuple[str, ...]:
    """The words of a text, folded in case and width; letters and digits in Japanese and Chinese."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    return tuple("".join(words)) if primary(language) in _UNSPACED else tuple(words)


def shingles(text: str, language: str) -> frozenset[str]:
    """Every run of four words (eight characters) of a text, whatever its punctuation."""
    found = units(text, language)
    size = _SHINGLE_OF_CHARACTERS if primary(language) in _UNSPACED else _SHINGLE
    return frozenset(" ".join(found[at : at + size]) for at in range(len(found) - size + 1))


def title_words(title: str, language: str) -> frozenset[str]:
    """What a title says without its numbers: words, or pairs of characters."""
    found = [unit for unit in units(title, language) if not unit.isdigit()]
    if primary(language) not in _UNSPACED:
        return frozenset(found)
    return frozenset(map("".join, pairwise(found)))

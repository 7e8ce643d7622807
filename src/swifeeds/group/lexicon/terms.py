"""The words of a text as tables know them, and which of them a table may hold."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from swifeeds.group.lexicon.vectors import Vector, unit

_TOKEN = re.compile(r"[^\W\d_]+")
_UNSPACED = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\u3040-\u309f]+|[\u30a0-\u30ff]+")
_SIGNS = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")

LEAST_TEXTS = 2
"""Texts that a word must stand in: what was seen once was seen beside everything else there."""

MOST_SHARE = 0.3
"""Share of texts above which a word goes with every other."""


@lru_cache(maxsize=65536)
def terms_of(text: str) -> tuple[str, ...]:
    """The words of a text in order, each once, case folded; pairs of signs where no spaces are."""
    found: list[str] = []
    for token in _TOKEN.findall(unicodedata.normalize("NFKC", text).casefold()):
        found.extend(_words_of(token))
    return tuple(dict.fromkeys(found))


def _words_of(token: str) -> Iterable[str]:
    if not _UNSPACED.search(token):
        return (token,) if len(token) > 1 else ()
    words: list[str] = []
    for run in _UNSPACED.findall(token):
        in_pairs = _SIGNS.match(run)
        words += [run[at : at + 2] for at in range(len(run) - 1)] if in_pairs else [run]
    return words


def vocabulary(texts: Sequence[Iterable[str]]) -> dict[str, int]:
    """The words of a side of the pairs that are neither too rare nor too common, with the number
    of texts each stands in."""
    counts = Counter(word for text in texts for word in text)
    most = max(LEAST_TEXTS, len(texts) * MOST_SHARE)
    return {word: counts[word] for word in sorted(counts) if LEAST_TEXTS <= counts[word] <= most}


def rarity(count: int, texts: int) -> float:
    """The weight of a word that stands in `count` of `texts` texts."""
    return math.log((texts + 1) / max(1, count))


def term_vector(text: str, counts: Mapping[str, int], texts: int) -> Vector:
    """The text as a unit vector of its words, rare ones heavier; unknown ones count as the rarest:
    what a table does not know speaks against it."""
    return unit({word: rarity(counts.get(word, 1), texts) for word in terms_of(text)})

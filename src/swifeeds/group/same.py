"""The rung below translations: articles that are the same text, or an update of it.

Within one language only: a text in another language is a translation, and needs its link. Two
copies are the same where their fingerprints are; one is an update of the other where nearly all
of the shorter stands in the longer, word for word. Texts of a few words prove nothing.
"""

from __future__ import annotations

import heapq
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from swifeeds.group.conflicts import days_apart
from swifeeds.group.rules import text_of
from swifeeds.group.stated import opening_days
from swifeeds.group.wording import primary, shingles
from swifeeds.model import Article, ArticleId, Evidence

CONTAINED = 0.9
"""Share of the shorter text's shingles that stand in the longer."""

ENOUGH = 12
"""Shingles below which a text is too short to be known again: a headline is quoted everywhere."""

_SAMPLE = 16
"""Shingles of a text by which others are sought. Where nine in ten are shared, none is missed."""


_NEAREST = 20
"""Texts before and after one in time that it is held against for a shingle: what a template or a
notice has in a thousand articles leads on from each to the next, not from each to all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SameText:
    """Two articles that are one text (`fingerprint`) or hold one (`shingles`); `one` < `other`.

    The evidence's weight is the share of the shorter text that stands in the longer.
    """

    one: ArticleId
    other: ArticleId
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    article: Article
    shingles: frozenset[str]


def same_texts(articles: Iterable[Article]) -> tuple[SameText, ...]:
    """The pairs of articles that are the same text or an update of it, in the order of their ids.

    Texts that open with other days are never the same, however much of a template they share.
    Where many are alike each is paired with the nearest in time alone; the pairs lead on to the
    others. Cost follows the length of all texts.
    """
    by_language: dict[str, list[_Text]] = {}
    for article in sorted(articles, key=lambda article: (article.published, article.id)):
        text = _Text(article=article, shingles=shingles(text_of(article), article.language))
        if len(text.shingles) >= ENOUGH:
            by_language.setdefault(primary(article.language), []).append(text)
    found = (pair for texts in by_language.values() for pair in _pairs(texts))
    return tuple(sorted(found, key=lambda pair: (pair.one, pair.other)))


def _pairs(texts: Sequence[_Text]) -> Iterator[SameText]:
    for first, second in sorted(_candidates(texts)):
        one, other = texts[first], texts[second]
        evidence = _evidence(one, other)
        if evidence and not _of_other_days(one.article, other.article):
            lesser, greater = sorted((one.article.id, other.article.id))
            yield SameText(one=lesser, other=greater, evidence=evidence)


def _candidates(texts: Sequence[_Text]) -> set[tuple[int, int]]:
    """Texts near each other that share a shingle of either's sample, by place in the sequence."""
    holders: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        for shingle in text.shingles:
            holders.setdefault(shingle, []).append(place)
    return {
        (min(place, other), max(place, other))
        for place, text in enumerate(texts)
        for shingle in heapq.nsmallest(_SAMPLE, text.shingles, key=_mixed)
        for other in _near(holders[shingle], place)
        if other != place
    }


def _near(holders: Sequence[int], place: int) -> Sequence[int]:
    at = bisect_left(holders, place)
    return holders[max(0, at - _NEAREST) : at + _NEAREST + 1]


def _mixed(shingle: str) -> tuple[int, str]:
    """An order that follows neither the alphabet nor the text, and is the same in every run."""
    return zlib.crc32(shingle.encode()), shingle


def _evidence(one: _Text, other: _Text) -> Evidence | None:
    if one.article.fingerprint == other.article.fingerprint:
        return Evidence(kind="fingerprint", detail=one.article.fingerprint, weight=1.0)
    fewer = min(len(one.shingles), len(other.shingles))
    shared = len(one.shingles & other.shingles)
    if shared < CONTAINED * fewer:
        return None
    return Evidence(kind="shingles", detail=f"{shared} of {fewer}", weight=round(shared / fewer, 3))


def _of_other_days(one: Article, other: Article) -> bool:
    """Daily figures: one template, another day."""
    return days_apart(opening_days(one), opening_days(other))

"""Which article of a story speaks for all of them: the one whose title is most like all titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from swifeeds.group.events.cluster import dot
from swifeeds.group.events.terms import terms_of
from swifeeds.group.events.vocabulary import Vocabulary
from swifeeds.model import MemberTitle

_PLACES = 9
"""Decimals in which two articles are equally central: sums of floats differ in the last ones."""


def most_central(titles: Sequence[MemberTitle]) -> MemberTitle:
    """The one most like all of them together (cosine); among equals the earliest published, then
    the least id. The order in which they come does not matter.

    Args:
        titles: of one language; at least one.
    """
    ordered = sorted(titles, key=_moment)
    vocabulary = Vocabulary()
    terms = [terms_of(one.title) for one in ordered]
    for some in terms:
        vocabulary.count(some)
    vectors = [vocabulary.vector(some) for some in terms]
    total: Counter[str] = Counter()
    for vector in vectors:
        total.update(vector)
    # The centroid's length is the same for all: it changes no order.
    nearness = [round(dot(vector, total), _PLACES) for vector in vectors]
    return ordered[nearness.index(max(nearness))]


def central_titles(titles: Iterable[MemberTitle]) -> Mapping[str, MemberTitle]:
    """The most central article of each language, the language of most articles first: what a
    reader of another language is shown first where the site names no order."""
    return {tag: most_central(some) for tag, some in by_language(titles).items()}


def by_language(titles: Iterable[MemberTitle]) -> Mapping[str, Sequence[MemberTitle]]:
    """The titles of each language, the language of most articles first."""
    found: dict[str, list[MemberTitle]] = {}
    for one in titles:
        found.setdefault(one.language, []).append(one)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def _moment(one: MemberTitle) -> tuple[object, ...]:
    return one.published, one.article_id

"""The automatic rungs' proposals: which story each happening goes to, and why.

A happening is split where only likeness across languages joins it: what the publisher declares is
published, what the machine guesses between languages is put to an editor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from swifeeds.group.crosslingual import Link
from swifeeds.group.events import Reason
from swifeeds.group.found import Happening, Unit
from swifeeds.group.union import Union
from swifeeds.model import ArticleId

_CERTAIN = frozenset({"translation", "image", "link"})
"""Evidence between languages that is no guess."""

SMALLEST = 2
"""Articles that make a group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Articles that are one event for certain enough to publish, each with score and evidence."""

    articles: frozenset[ArticleId]
    reasons: Mapping[ArticleId, Reason]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """Two proposals, by their places, that may be one, and why."""

    one: int
    other: int
    reason: Reason


def proposals_of(happening: Happening) -> tuple[tuple[Proposal, ...], tuple[Guess, ...]]:
    """What of a happening is certain, in a stable order, and what is guessed between its parts."""
    by_name = {unit.articles[0]: unit for unit in happening.units}
    union = Union[str]()
    for link in happening.links:
        if _is_certain(link):
            union.join(link.one, link.other)
    groups = union.groups(by_name)
    places = {name: place for place, group in enumerate(groups) for name in group}
    proposals = tuple(_proposal([by_name[ArticleId(name)] for name in group]) for group in groups)
    return proposals, tuple(_guesses(happening.links, places))


def _is_certain(link: Link) -> bool:
    return any(one.kind in _CERTAIN for one in link.evidence)


def _proposal(units: Sequence[Unit]) -> Proposal:
    reasons: dict[ArticleId, Reason] = {}
    for unit in units:
        reasons |= unit.reasons
        for article in unit.articles:
            reasons.setdefault(article, _of_the_first(article, unit))
    articles = frozenset(article for unit in units for article in unit.articles)
    return Proposal(articles=articles, reasons=reasons)


def _of_the_first(article: ArticleId, unit: Unit) -> Reason:
    """Who was there first joined nobody: it belongs by what others found in it."""
    others = [reason for one, reason in unit.reasons.items() if one != article]
    return max(others, key=lambda one: one.score, default=Reason(score=1.0, evidence=()))


def _guesses(links: Iterable[Link], places: Mapping[str, int]) -> Iterator[Guess]:
    for link in links:
        one, other = places[link.one], places[link.other]
        if one != other:
            reason = Reason(score=min(1.0, link.score), evidence=link.evidence)
            yield Guess(one=one, other=other, reason=reason)

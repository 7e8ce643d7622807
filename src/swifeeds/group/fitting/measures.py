"""How well units of headlines agree with what is known of them.

BCubed, and what a publisher asks first: how pure the units are that would become feeds, and how
much of the articles they hold. All of it is summed up for each event first, so that a figure can
be drawn again over other choices of events: that tells how far it is to be trusted.
"""

from __future__ import annotations

import hashlib
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import exp, factorial
from typing import TypeVar

from swifeeds.group.fitting.labels import Label

Item = TypeVar("Item", bound=Hashable)

PUBLISHED = 3
"""Articles from which a unit would be published: what purity and coverage are counted over."""

DRAWS = 400
_SHARE = 0.95
_POISSON = tuple(accumulate(exp(-1) / factorial(count) for count in range(9)))
"""How often an event is drawn: never, at most once, and so on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BCubed:
    """Means over the items of how pure, and how complete, each item's group is."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """BCubed over the labelled articles; of the units of `PUBLISHED` articles and more their
    number, mean purity (None: there is none) and the share of labelled articles in them."""

    bcubed: BCubed
    purity: float | None
    coverage: float
    units: int


@dataclass(slots=True)
class Tally:
    """Sums over the articles of one event, and over the units that are most of all of it."""

    articles: int = 0
    precision: float = 0.0
    recall: float = 0.0
    covered: int = 0
    units: int = 0
    purity: float = 0.0


Tallies = Mapping[Hashable, Tally]


def tally(units: Iterable[Sequence[Label | None]]) -> Tallies:
    """The sums for each event. Units give the label of each article, None where nothing is known:
    such an article counts for a unit's size and for nothing else."""
    kept = [list(unit) for unit in units]
    sizes = Counter(one.event for unit in kept for one in unit if one and one.event is not None)
    found: defaultdict[Hashable, Tally] = defaultdict(Tally)
    for unit in kept:
        known = [one for one in unit if one is not None]
        _add_articles(found, known, sizes, is_published=len(unit) >= PUBLISHED)
        if len(unit) >= PUBLISHED and len(known) > 1:
            _add_unit(found, known)
    return found


def _add_articles(
    found: Mapping[Hashable, Tally],
    known: Collection[Label],
    sizes: Mapping[Hashable, int],
    *,
    is_published: bool,
) -> None:
    stories, events = Counter(one.story for one in known), Counter(one.event for one in known)
    for label in known:
        if label.event is not None:
            own = found[label.event]
            own.articles += 1
            own.precision += stories[label.story] / len(known)
            own.recall += events[label.event] / sizes[label.event]
            own.covered += is_published


def _add_unit(found: Mapping[Hashable, Tally], known: Sequence[Label]) -> None:
    """A unit is its largest story's; one without any story says nothing."""
    stories = Counter(one.story for one in known if one.story is not None)
    if stories:
        story, count = stories.most_common(1)[0]
        own = found[next(one.event for one in known if one.story == story)]
        own.units += 1
        own.purity += count / len(known)


def score(tallies: Tallies, weights: Mapping[Hashable, int] | None = None) -> Score:
    """The figures; `weights` say how often each event counts, once where they are not given."""
    total = Tally()
    for event, one in tallies.items():
        weight = 1 if weights is None else weights[event]
        total.articles += weight * one.articles
        total.precision += weight * one.precision
        total.recall += weight * one.recall
        total.covered += weight * one.covered
        total.units += weight * one.units
        total.purity += weight * one.purity
    articles = total.articles or 1
    return Score(
        bcubed=BCubed(precision=total.precision / articles, recall=total.recall / articles),
        purity=total.purity / total.units if total.units else None,
        coverage=total.covered / articles,
        units=total.units,
    )


def redrawn(tallies: Tallies) -> Iterator[Score]:
    """The score over `DRAWS` other choices of events, of which each is drawn once on average. No
    die is thrown: how often one is drawn is a hash of its name and the draw."""
    for draw in range(DRAWS):
        weights = {event: _times(event, draw) for event in tallies}
        yield score(tallies, weights)


def interval(values: Iterable[float | None]) -> tuple[float, float] | None:
    """Where the middle 95 % of the values lie; None for none."""
    ordered = sorted(value for value in values if value is not None)
    if not ordered:
        return None
    cut = round(len(ordered) * (1 - _SHARE) / 2)
    return ordered[cut], ordered[-1 - cut]


def _times(event: Hashable, draw: int) -> int:
    digest = hashlib.blake2b(f"{draw} {event}".encode(), digest_size=8).digest()
    return bisect(_POISSON, int.from_bytes(digest) / 2**64)


def bcubed(gold: Mapping[Item, Hashable], found: Mapping[Item, Hashable]) -> BCubed:
    """Score the groups of `found`. Both label the same items, a lone one with its own label."""
    if not gold or gold.keys() != found.keys():
        raise ValueError("both groupings must label the same items, and at least one")
    units: defaultdict[Hashable, list[Label]] = defaultdict(list)
    for item, group in found.items():
        units[group].append(Label(story=(gold[item],), event=(gold[item],)))
    return score(tally(units.values())).bcubed

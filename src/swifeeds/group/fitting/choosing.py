"""The threshold that a labelled stream speaks for, and what it came to where it was not chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from swifeeds.group.fitting.labels import Labelled
from swifeeds.group.fitting.measures import PUBLISHED, Score, Tallies, interval, redrawn, score
from swifeeds.group.fitting.replaying import Replay, halves

NEEDED = 30
"""Events of `PUBLISHED` articles and more that each half of a stream must have: of fewer units one
that is wrong would decide."""

PURITY = 0.96
"""Mean purity of published units that is asked for. At this about one in eight holds a stranger."""

_FEWEST = 20
"""Units without which the purity of a threshold says nothing."""

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A threshold's score; of those that matter also where 95 % of its figures lie over other
    choices of events."""

    threshold: float
    score: Score
    purity: Interval | None = None
    coverage: Interval | None = None
    f1: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """What was chosen and what it is worth.

    `attach` is chosen on the whole stream: the lowest threshold from which on units are pure
    enough; None where none is. `suggest` has the best BCubed F1 of those that are not above it.
    `first` was chosen on the first half and measured on the second, `second` the other way about:
    these are the figures to expect of articles to come. `tried` are all thresholds over the whole.
    """

    purity: float
    attach: Measured | None
    suggest: Measured | None
    first: Measured | None
    second: Measured | None
    tried: tuple[Measured, ...]


def events_in_halves(rows: Sequence[Labelled]) -> tuple[int, int]:
    """How many events of `PUBLISHED` articles and more each half of the stream has."""
    first, second = (_events(half) for half in halves(rows))
    return first, second


def choose(found: Sequence[Replay], purity: float = PURITY) -> Fitted:
    """Choose by the replays of a stream, in the order of their thresholds."""
    whole = {one.threshold: joined(one) for one in found}
    tried = tuple(Measured(threshold=at, score=score(one)) for at, one in whole.items())
    purest = partial(_purest, purity=purity)
    attach = purest(tried)
    suggest = _best(tried, attach)
    return Fitted(
        purity=purity,
        attach=None if attach is None else measured(attach, whole[attach]),
        suggest=None if suggest is None else measured(suggest, whole[suggest]),
        first=held_out(found, purest, lambda one: one.first, lambda one: one.second),
        second=held_out(found, purest, lambda one: one.second, lambda one: one.first),
        tried=tried,
    )


def held_out(
    found: Sequence[Replay],
    choice: Callable[[Sequence[Measured]], float | None],
    chosen_on: Callable[[Replay], Tallies],
    reported: Callable[[Replay], Tallies],
) -> Measured | None:
    """Chosen on one half, measured on the other."""
    tried = [Measured(threshold=one.threshold, score=score(chosen_on(one))) for one in found]
    chosen = choice(tried)
    others = {one.threshold: reported(one) for one in found}
    return None if chosen is None else measured(chosen, others[chosen])


def _purest(tried: Sequence[Measured], purity: float) -> float | None:
    """The lowest threshold from which on every one is pure enough, and has enough units to say."""
    chosen = None
    for one in reversed(tried):
        if one.score.units < _FEWEST or one.score.purity is None:
            continue
        if one.score.purity < purity:
            break
        chosen = one.threshold
    return chosen


def _best(tried: Sequence[Measured], attach: float | None) -> float | None:
    below = [one for one in tried if attach is not None and one.threshold <= attach]
    best = max(below, key=lambda one: one.score.bcubed.f1, default=None)
    return None if best is None else best.threshold


def measured(threshold: float, tallies: Tallies) -> Measured:
    """The score of a threshold, with what it is over other choices of events."""
    drawn = list(redrawn(tallies))
    return Measured(
        threshold=threshold,
        score=score(tallies),
        purity=interval(one.purity for one in drawn),
        coverage=interval(one.coverage for one in drawn),
        f1=interval(one.bcubed.f1 for one in drawn),
    )


def joined(one: Replay) -> Tallies:
    """Both halves. An event that the middle cuts counts in each."""
    return {
        (half, event): sums
        for half, tallies in (("first", one.first), ("second", one.second))
        for event, sums in tallies.items()
    }


def _events(rows: Sequence[Labelled]) -> int:
    sizes = Counter(
        (one.language, one.label.event)
        for one in rows
        if one.label is not None and one.label.event is not None
    )
    return sum(size >= PUBLISHED for size in sizes.values())

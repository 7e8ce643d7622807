"""A stream of headlines grouped as it would be live, at one threshold after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from swifeeds.group.events import FITTED, Cluster, EventIndex, EventSettings
from swifeeds.group.facts import background_of
from swifeeds.group.fitting.labels import Label, Labelled
from swifeeds.group.fitting.measures import Tallies, tally
from swifeeds.group.shared import compare

GRID = tuple(round(0.20 + 0.02 * step, 2) for step in range(21))
"""The thresholds that are tried."""

WIDE_GRID = tuple(round(0.20 + 0.02 * step, 2) for step in range(38))
"""Those with an embedder: unlike headlines have vectors that are half alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """What a threshold came to in the two halves of a stream, each begun with nothing known."""

    threshold: float
    first: Tallies
    second: Tallies


def replays(
    rows: Sequence[Labelled], thresholds: Sequence[float] = GRID, base: EventSettings = FITTED
) -> Iterator[Replay]:
    """Replay the stream at each threshold, which is that of joining and that of merging; all else
    is as in `base`."""
    first, second = halves(rows)
    for threshold in thresholds:
        settings = replace(base, attach=threshold, merge=threshold)
        yield Replay(
            threshold=threshold,
            first=tally_of(first, settings),
            second=tally_of(second, settings),
        )


def halves(rows: Sequence[Labelled]) -> tuple[tuple[Labelled, ...], tuple[Labelled, ...]]:
    """The stream before and from the time of its middle headline, each in the order of time."""
    ordered = sorted(rows, key=lambda one: (one.headline.day, one.headline.id))
    middle = ordered[len(ordered) // 2].headline.day if ordered else 0.0
    return (
        tuple(one for one in ordered if one.headline.day < middle),
        tuple(one for one in ordered if one.headline.day >= middle),
    )


def tally_of(rows: Sequence[Labelled], settings: EventSettings) -> Tallies:
    """Group the headlines of each language in the order given, and hold them against their
    labels."""
    units = (
        [_within(language, some[name].label) for name in cluster.days]
        for language, some in by_language(rows).items()
        for cluster in clusters_of([*some.values()], settings)
    )
    return tally(units)


def _within(language: str, label: Label | None) -> Label | None:
    """The label where each language is looked at by itself: an event is one in each of them."""
    if label is None or label.event is None:
        return label
    return replace(label, event=(language, label.event))


def by_language(rows: Sequence[Labelled]) -> Mapping[str, dict[str, Labelled]]:
    """The rows of each language by id, in their order."""
    found: dict[str, dict[str, Labelled]] = defaultdict(dict)
    for row in rows:
        found[row.language][row.headline.id] = row
    return found


def clusters_of(
    rows: Sequence[Labelled], settings: EventSettings, known: Sequence[Labelled] = ()
) -> list[Cluster]:
    """The clusters of one language, those too that had left the index by the end. The words of
    `known` are counted beforehand."""
    facts = (one.headline.facts for one in rows)
    background = background_of(one for one in facts if one is not None)
    ended: list[Cluster] = []
    index = EventIndex(
        settings,
        lambda one, other: compare(one, other, background),
        on_end=lambda cluster, _: ended.append(cluster),
    )
    for one in known:
        index.learn(one.headline)
    for one in rows:
        index.add(one.headline)
    index.end()
    return ended

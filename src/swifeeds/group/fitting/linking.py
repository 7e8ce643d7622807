"""The threshold between languages: the events of each are linked at one after the other.

By likeness alone: what publishers declare joins events whatever the threshold. What is linked is
put to editors, so the best of finding and being right is asked for, not purity.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from swifeeds.group.crosslingual import LanguageCluster, LinkSettings, link_clusters
from swifeeds.group.events import Cluster, EventSettings
from swifeeds.group.facts import Background, background_of, joined_facts
from swifeeds.group.fitting.choosing import Measured, held_out, joined, measured
from swifeeds.group.fitting.labels import Labelled
from swifeeds.group.fitting.measures import Tallies, score, tally
from swifeeds.group.fitting.replaying import Replay, by_language, clusters_of, halves

LINK_GRID = tuple(round(0.08 + 0.02 * step, 2) for step in range(12))
"""The thresholds that are tried."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LINKING = LinkSettings()


@dataclass(frozen=True, slots=True, kw_only=True)
class FittedLink:
    """What was chosen between languages: `link` has the best BCubed F1 over the whole stream.
    `first` was chosen on the first half and measured on the second, `second` the other way about.
    """

    link: Measured
    first: Measured
    second: Measured
    tried: tuple[Measured, ...]


@dataclass(frozen=True, slots=True)
class Unlinked:
    """The events of each language, and their rows by the name of the event."""

    clusters: tuple[LanguageCluster, ...]
    rows: Mapping[str, Sequence[Labelled]]
    background: Background


def stories_across_languages(rows: Sequence[Labelled]) -> tuple[int, int]:
    """How many stories of each half of the stream have articles in two languages or more."""
    first, second = (_across(half) for half in halves(rows))
    return first, second


def link_replays(rows: Sequence[Labelled], settings: EventSettings) -> Iterator[Replay]:
    """Link the events of both halves, found under these settings, at each threshold."""
    first, second = (unlinked(half, settings) for half in halves(rows))
    for threshold in LINK_GRID:
        yield Replay(
            threshold=threshold,
            first=_tally(first, threshold),
            second=_tally(second, threshold),
        )


def choose_link(found: Sequence[Replay]) -> FittedLink:
    """Choose by the replays of a stream, in the order of their thresholds."""
    whole = {one.threshold: joined(one) for one in found}
    tried = tuple(Measured(threshold=at, score=score(one)) for at, one in whole.items())
    best = _best(tried)
    first = held_out(found, _best, lambda one: one.first, lambda one: one.second)
    second = held_out(found, _best, lambda one: one.second, lambda one: one.first)
    assert first is not None
    assert second is not None
    return FittedLink(link=measured(best, whole[best]), first=first, second=second, tried=tried)


def unlinked(rows: Sequence[Labelled], settings: EventSettings) -> Unlinked:
    """The events of each language of a stream, the rows in the order given."""
    clusters, found = [], {}
    for language, some in by_language(rows).items():
        for cluster in clusters_of([*some.values()], settings):
            found[cluster.name] = [some[name] for name in cluster.days]
            clusters.append(_for_linking(language, cluster, found[cluster.name]))
    facts = (row.headline.facts for row in rows)
    return Unlinked(tuple(clusters), found, background_of(one for one in facts if one is not None))


def linked(
    given: Unlinked, linking: LinkSettings = _LINKING
) -> Iterator[tuple[str, Sequence[Labelled]]]:
    """The events over all languages, each with a name."""
    found = link_clusters(given.clusters, settings=linking, background=given.background)
    for group in found:
        yield group.clusters[0], [row for name in group.clusters for row in given.rows[name]]


def _tally(given: Unlinked, threshold: float) -> Tallies:
    events = linked(given, replace(_LINKING, threshold=threshold))
    return tally([row.label for row in rows] for _, rows in events)


def _for_linking(language: str, cluster: Cluster, rows: Sequence[Labelled]) -> LanguageCluster:
    return LanguageCluster(
        id=cluster.name,
        language=language,
        titles=tuple(row.headline.title for row in rows),
        mean_time=_EPOCH + timedelta(days=cluster.mean),
        members=len(rows),
        facts=joined_facts(cluster.facts) if cluster.facts else None,
    )


def _best(tried: Sequence[Measured]) -> float:
    return max(tried, key=lambda one: one.score.bcubed.f1).threshold


def _across(rows: Sequence[Labelled]) -> int:
    languages: defaultdict[Hashable, set[str]] = defaultdict(set)
    for row in rows:
        if row.label is not None and row.label.story is not None:
            languages[row.label.story].add(row.language)
    return sum(len(some) > 1 for some in languages.values())

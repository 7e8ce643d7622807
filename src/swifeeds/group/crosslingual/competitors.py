"""What else a cluster could have been linked to: the best pair over its threshold that was not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from swifeeds.group.crosslingual.candidates import Candidate
from swifeeds.group.crosslingual.clusters import EventGroup, Link
from swifeeds.model import Evidence


def with_competitors(
    groups: Iterable[EventGroup], found: Iterable[Candidate]
) -> tuple[EventGroup, ...]:
    """The groups, each link with the strongest candidate that would have led out of its group.

    Args:
        groups: all of them.
        found: the candidates, strongest first.
    """
    groups = tuple(groups)
    group_of = {one: at for at, group in enumerate(groups) for one in group.clusters}
    best: dict[str, tuple[str, float]] = {}
    for candidate in found:
        one, other = candidate.one.cluster.id, candidate.other.cluster.id
        if group_of[one] != group_of[other]:
            best.setdefault(one, (other, candidate.score))
            best.setdefault(other, (one, candidate.score))
    return tuple(
        replace(group, links=tuple(_with_competitor(link, best) for link in group.links))
        for group in groups
    )


def _with_competitor(link: Link, best: dict[str, tuple[str, float]]) -> Link:
    rivals = [best[end] for end in (link.one, link.other) if end in best]
    if not rivals:
        return link
    rival, score = max(rivals, key=lambda one: (one[1], one[0]))
    evidence = Evidence(kind="competitor", detail=f"{rival} {score:.2f}")
    return replace(link, evidence=(*link.evidence, evidence))

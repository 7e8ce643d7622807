"""Hard evidence between clusters: one declared work, one image, one link out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from swifeeds.group.crosslingual.clusters import LanguageCluster
from swifeeds.model import Evidence

FURNITURE = 2
"""Clusters of one language that may show an image or a link before it is furniture: a logo, an
agency's standing picture, the front page of an institution."""

_KINDS = ("translation", "image", "link")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two clusters, the lesser id first, and the keys of one kind that they share."""

    one: LanguageCluster
    other: LanguageCluster
    kind: str
    keys: tuple[str, ...]

    @property
    def is_declared(self) -> bool:
        """True when the publisher itself says so, above what any fact could veto."""
        return self.kind == "translation"

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """One for each key."""
        return tuple(Evidence(kind=self.kind, detail=key) for key in self.keys)


def ties_between(clusters: Iterable[LanguageCluster]) -> list[Tie]:
    """Every two clusters of different languages with hard evidence: declared translations first,
    then images, then links, those with most keys first."""
    ordered = sorted(clusters, key=lambda cluster: cluster.id)
    found = [tie for kind in _KINDS for tie in _ties_of(kind, ordered)]
    found.sort(key=lambda tie: (_KINDS.index(tie.kind), -len(tie.keys), tie.one.id, tie.other.id))
    return found


def _ties_of(kind: str, ordered: Sequence[LanguageCluster]) -> Iterator[Tie]:
    holders: dict[str, list[LanguageCluster]] = {}
    for cluster in ordered:
        for key in _keys(kind, cluster):
            holders.setdefault(key, []).append(cluster)
    shared: dict[tuple[str, str], list[str]] = {}
    for key, holding in sorted(holders.items()):
        if kind == "translation" or not _is_furniture(holding):
            for one, other in combinations(holding, 2):
                shared.setdefault((one.id, other.id), []).append(key)
    by_id = {cluster.id: cluster for cluster in ordered}
    for (one_id, other_id), keys in shared.items():
        if by_id[one_id].language != by_id[other_id].language:
            yield Tie(one=by_id[one_id], other=by_id[other_id], kind=kind, keys=tuple(keys))


def _keys(kind: str, cluster: LanguageCluster) -> frozenset[str]:
    ties = cluster.ties
    return {"translation": ties.works, "image": ties.images, "link": ties.links}[kind]


def _is_furniture(holding: Sequence[LanguageCluster]) -> bool:
    languages = [cluster.language for cluster in holding]
    return any(languages.count(language) > FURNITURE for language in set(languages))

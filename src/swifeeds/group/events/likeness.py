"""How alike two clusters are: by their words, and by an embedder where the operator has one."""

from __future__ import annotations

from swifeeds.group.events.cluster import Cluster, cosine
from swifeeds.group.events.settings import EventSettings
from swifeeds.model import Evidence

Likeness = tuple[float, tuple[Evidence, ...]]
"""0 to 1, and what beside words made it."""


def likeness_of(one: Cluster, other: Cluster, settings: EventSettings) -> Likeness:
    """The cosine of words, mixed with that of the embeddings where both have one."""
    words, weight = cosine(one, other), settings.embedding_weight
    if not weight or one.dense is None or other.dense is None:
        return words, ()
    dense = one.dense.cosine(other.dense)
    if dense is None:
        return words, ()
    mixed = (1 - weight) * words + weight * dense
    detail = f"{settings.embedding_model} {dense:.2f}"
    share = round(weight * dense / mixed, 3) if mixed else 0.0
    return mixed, (Evidence(kind="embedding", detail=detail, weight=share),)

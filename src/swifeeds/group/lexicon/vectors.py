"""Sparse vectors of text: the few operations that linking languages needs."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

Vector = dict[str, float]


def unit(vector: Mapping[str, float]) -> Vector:
    """The vector made one long; empty stays empty."""
    length = math.sqrt(math.fsum([weight * weight for weight in vector.values()]))
    return {feature: weight / length for feature, weight in vector.items()} if length else {}


def mean(vectors: Iterable[Mapping[str, float]]) -> Vector:
    """The direction of the sum of vectors, one long."""
    rest = iter(vectors)
    total = dict(next(rest, {}))
    for vector in rest:
        for feature, weight in vector.items():
            total[feature] = total.get(feature, 0.0) + weight
    return unit(total)


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Of two unit vectors. Symmetric to the last bit."""
    return math.fsum([one[feature] * other[feature] for feature in one.keys() & other.keys()])

"""The sum of vectors that an embedder gave: a cluster's direction beside that of its words."""

from __future__ import annotations

import math
from array import array
from dataclasses import dataclass
from operator import mul
from typing import TypeAlias

Embedding: TypeAlias = "array[float]"
"""A unit vector."""


@dataclass(slots=True)
class DenseSum:
    """`square` is that of the sum's length."""

    total: Embedding
    square: float

    @classmethod
    def of(cls, embedding: Embedding | None) -> DenseSum | None:
        """The sum of one; None for none."""
        return None if embedding is None else cls(embedding[:], 1.0)

    def join(self, other: DenseSum) -> None:
        """Add another sum; one of another length, of another model that is, is passed over."""
        if len(self.total) == len(other.total):
            self.square += other.square + 2 * _dot(self.total, other.total)
            self.total = array("f", map(float.__add__, self.total, other.total))

    def cosine(self, other: DenseSum) -> float | None:
        """Likeness of the two directions, 0 to 1; None where they cannot be compared."""
        if len(self.total) != len(other.total) or self.square <= 0 or other.square <= 0:
            return None
        product = _dot(self.total, other.total) / math.sqrt(self.square * other.square)
        return min(1.0, max(0.0, product))


def _dot(one: Embedding, other: Embedding) -> float:
    return float(sum(map(mul, one, other)))

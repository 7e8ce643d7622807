"""An event cluster: the headlines of one language that report one event of some days."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from swifeeds.group.events.dense import DenseSum, Embedding
from swifeeds.group.events.texts import Said, Text
from swifeeds.group.events.vocabulary import Vector
from swifeeds.group.facts import Facts, joined_facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """What clustering sees of an article. `day` is its time of publication in days, UTC;
    `embedding` the unit vector that the operator's embedder gave, if there is one; `text` is None
    where no more is known than the title."""

    id: str
    title: str
    day: float
    facts: Facts | None = None
    embedding: Embedding | None = None
    text: Text | None = None


@dataclass(slots=True, eq=False)
class Cluster:
    """Members with the sum of their directions. `name` is the least id of its members; `first` and
    `last` are the days of the earliest and the latest."""

    name: str
    days: dict[str, float]
    first: float
    last: float
    total: dict[str, float]
    square: float
    facts: list[Facts] = field(default_factory=list)
    dense: DenseSum | None = None
    said: Said | None = None

    @classmethod
    def of(cls, headline: Headline, vector: Vector, said: Said | None = None) -> Cluster:
        """The cluster of one headline."""
        facts = [] if headline.facts is None else [headline.facts]
        day = headline.day
        dense = DenseSum.of(headline.embedding)
        square = 1.0 if vector else 0.0
        days, total = {headline.id: day}, dict(vector)
        return cls(headline.id, days, day, day, total, square, facts, dense, said)

    @property
    def mean(self) -> float:
        """Mean day of the members."""
        return sum(self.days.values()) / len(self.days)

    @property
    def length(self) -> float:
        """Length of the sum."""
        return math.sqrt(self.square)

    def share(self, term: str) -> float:
        """A term's part of the direction, 0 to 1."""
        return self.total.get(term, 0.0) / (self.length or 1.0)

    def gap(self, day: float) -> float:
        """Days between `day` and the members' time, 0 inside of it: late arrivals are none."""
        return max(self.first - day, day - self.last, 0.0)

    def join(self, other: Cluster) -> None:
        """Take the members of another cluster in."""
        self.square += other.square + 2 * dot(other.total, self.total)
        for term, weight in other.total.items():
            self.total[term] = self.total.get(term, 0.0) + weight
        self.days |= other.days
        self.first, self.last = min(self.first, other.first), max(self.last, other.last)
        self.name = min(self.name, other.name)
        if self.dense is None:
            self.dense = other.dense
        elif other.dense is not None:
            self.dense.join(other.dense)
        self.facts = [joined_facts([*self.facts, *other.facts])] if self.facts else other.facts
        if self.said is None:
            self.said = other.said
        elif other.said is not None:
            self.said.add(other.said)


def dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The scalar product; the shorter one first is quicker."""
    return sum([weight * other[term] for term, weight in one.items() if term in other])


def cosine(one: Cluster, other: Cluster) -> float:
    """Likeness of two clusters' directions, 0 to 1."""
    lengths = one.length * other.length
    if not lengths:
        return 0.0
    few, many = (one, other) if len(one.total) <= len(other.total) else (other, one)
    return min(1.0, dot(few.total, many.total) / lengths)

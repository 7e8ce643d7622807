"""What linking takes and gives: clusters of one language, what ties them, what joined them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from swifeeds.group.facts import Facts
from swifeeds.model import Evidence

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """Hard evidence: keys that clusters of one event share letter for letter.

    `works` are keys of declared translations (`translation_groups`), `images` and `links` the
    addresses of images and of outbound links.
    """

    works: frozenset[str] = _NONE
    images: frozenset[str] = _NONE
    links: frozenset[str] = _NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageCluster:
    """Articles of one language about one event.

    `id` is unique among the clusters linked together; `language` is the BCP 47 tag that it was
    clustered by: two clusters are of one language when their tags are the same; `mean_time` is
    the mean of the articles' publication (UTC), None where no date is known: then time says
    nothing. `members` counts articles; `titles` may be fewer (the newest, say), never none.
    `facts` are what its articles state together, None where nobody looked.
    """

    id: str
    language: str
    titles: tuple[str, ...]
    mean_time: datetime | None = None
    members: int = 1
    ties: Ties = field(default_factory=Ties)
    facts: Facts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two clusters that were joined, by what, and how strongly.

    `score` is the formula's, 1.0 for hard evidence. The weights of the evidence are shares of it.
    """

    one: str
    other: str
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventGroup:
    """Clusters of one event over all languages: ids in order, and the links that joined them.

    A group of n clusters has n - 1 links; a cluster that nothing joined is a group of its own.
    """

    clusters: tuple[str, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkSettings:
    """The parameters of linking. Defaults were chosen on the first half of the OG2021 headlines.

    They belong to these features: fit them anew when the features, or the texts, change.
    """

    threshold: float = 0.16
    """Score from which two clusters are linked where no word table serves their languages."""

    threshold_with_table: float = 0.28
    """The same where a table adds to the score (fitted on German, French and English headlines)."""

    floor: float = 0.12
    """Score that two clusters of one language must reach to stand in one event."""

    days: float = 0.75
    """Standard deviation of the decay over the gap of mean times, in days."""

    number_weight: float = 0.1
    """What the cosine of numbers adds."""

    table_weight: float = 1.0
    """What the cosine through a learned table adds; 0.5 to 1.0 measured alike."""

    least_pairs: int = 500
    """Pairs from which a table is trusted: below, cognates alone were as good."""

    facts_weight: float = 1.0
    """What rare places, organisations, pictures and links in common add, of what they add within
    a language."""

    beyond_countries: float = 0.5
    """Share of the threshold that words other than names of countries must make: countries alone
    never join."""

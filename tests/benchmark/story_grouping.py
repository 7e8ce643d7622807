"""The project's clustering of a pack, and the plain one that it is held against."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random

from swifeeds.group.events import EventSettings
from swifeeds.group.fitting import Labelled, clusters_of, linked, unlinked


def clustered(
    rows: Sequence[Labelled], settings: EventSettings, known: Sequence[Labelled] = ()
) -> dict[str, str]:
    """The cluster of each headline."""
    return {
        article: cluster.name
        for cluster in clusters_of(rows, settings, known)
        for article in cluster.days
    }


def rearranged(rows: Sequence[Labelled], hours: float | None, dice: Random) -> list[Labelled]:
    """In another order of arrival: by so many hours, or (None) in any."""
    if hours is None:
        other = list(rows)
        dice.shuffle(other)
        return other
    spread = hours / 24
    moved = [(one.headline.day + dice.uniform(-spread, spread), one) for one in rows]
    return [one for _, one in sorted(moved, key=lambda each: each[0])]


def all_languages(rows: Sequence[Labelled], settings: EventSettings) -> dict[str, str]:
    """The event of each headline, over languages."""
    events = linked(unlinked(rows, settings))
    return {row.headline.id: name for name, some in events for row in some}


def baseline(rows: Sequence[Labelled]) -> dict[str, str]:
    """Words and groups of four letters, nearest centroid from 0.20, one day of fading."""
    frequencies: Counter[str] = Counter()
    clusters: list[tuple[str, dict[str, float], list[float]]] = []
    found: dict[str, str] = {}
    for seen, one in enumerate(rows, start=1):
        terms = _plain_terms(one.headline.title)
        frequencies.update(terms)
        weights = {term: math.log((seen + 1) / frequencies[term]) for term in terms}
        length = math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
        vector = {term: weight / length for term, weight in weights.items()}
        live = [each for each in clusters if abs(one.headline.day - each[2][0]) < 3]
        best = max(live, key=lambda each: _score(vector, one.headline.day, each), default=None)
        if best is None or _score(vector, one.headline.day, best) < 0.20:
            best = (one.headline.id, {}, [one.headline.day])
            clusters.append(best)
        for term, weight in vector.items():
            best[1][term] = best[1].get(term, 0.0) + weight
        best[2][0] = max(best[2][0], one.headline.day)
        found[one.headline.id] = best[0]
    return found


def _score(
    vector: Mapping[str, float], day: float, cluster: tuple[str, dict[str, float], list[float]]
) -> float:
    total = cluster[1]
    length = math.sqrt(sum(weight**2 for weight in total.values())) or 1.0
    likeness = sum(weight * total.get(term, 0.0) for term, weight in vector.items()) / length
    return likeness * math.exp(-((day - cluster[2][0]) ** 2) / 2)


def _plain_terms(title: str) -> set[str]:
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", title).casefold())
    groups = (f" {word} "[at : at + 4] for word in words for at in range(len(word) - 1))
    return {*words, *(f"_{group}" for group in groups)}

"""What forbids a link that the words suggest: other facts, or nothing shared but a country."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from swifeeds.group.crosslingual.clusters import LanguageCluster
from swifeeds.group.crosslingual.features import title_features
from swifeeds.localise import is_territory, territory_names
from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.negotiation import primary_subtag


def conflict(one: LanguageCluster, other: LanguageCluster) -> str | None:
    """The kind of fact that both state and none of which they share; None where there is none.

    Template twins are alike but for these: the same sentence about another day, place or sum.
    """
    for (kind, facts), (_, others) in zip(one.facts.kinds(), other.facts.kinds(), strict=True):
        if facts and others and not facts & others:
            return kind
    return None


def any_conflict(some: Iterable[LanguageCluster], others: Iterable[LanguageCluster]) -> bool:
    """True when any of the one side contradicts any of the other."""
    others = tuple(others)
    return any(conflict(one, other) for one in some for other in others)


@lru_cache(maxsize=64)
def country_words(language: str) -> frozenset[str]:
    """Every word of every name of a territory in a language, as headlines' features."""
    codes = filter(is_territory, cldr_locale("en").territories)
    primary = primary_subtag(language)
    names = (name for code in codes for name in territory_names(code, primary))
    return frozenset(word for name in names for word in title_features(name).words)

"""What forbids a link that the words suggest: other facts, or nothing shared but a country."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from swifeeds.group.conflicts import Veto, numbers_apart, veto_of
from swifeeds.group.crosslingual.clusters import LanguageCluster
from swifeeds.group.crosslingual.features import title_features
from swifeeds.group.facts import Background
from swifeeds.localise import is_territory, territory_names
from swifeeds.localise.cldr import cldr_locale
from swifeeds.localise.negotiation import primary_subtag

CORE = 0.5
"""Share of the titles and leads of a cluster that must name a place for it to stand against that of
another language. With every place that any of them names F1 over languages fell from .711 to .700
on labelled headlines of one dense topic, with this and figures to .706."""


def conflict(one: LanguageCluster, other: LanguageCluster, background: Background) -> Veto | None:
    """Why two clusters are not one event by what they state; None where nothing speaks against it,
    or nobody looked."""
    if one.facts is None or other.facts is None:
        return None
    return veto_of(one.facts, other.facts, background, least_share=CORE) or numbers_apart(
        one.facts, other.facts, least_share=CORE
    )


def any_conflict(
    some: Iterable[LanguageCluster], others: Iterable[LanguageCluster], background: Background
) -> bool:
    """True when any of the one side contradicts any of the other."""
    others = tuple(others)
    return any(conflict(one, other, background) for one in some for other in others)


@lru_cache(maxsize=64)
def country_words(language: str) -> frozenset[str]:
    """Every word of every name of a territory in a language, as headlines' features."""
    codes = filter(is_territory, cldr_locale("en").territories)
    primary = primary_subtag(language)
    names = (name for code in codes for name in territory_names(code, primary))
    return frozenset(word for name in names for word in title_features(name).words)

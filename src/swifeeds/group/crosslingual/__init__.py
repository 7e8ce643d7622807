"""One event in several languages: clusters of each language linked, each link with its reasons.

Hard evidence first: declared translations, shared images and links. Then a formula over what
languages share anyhow (names, cognates, numbers), and over what the newsroom's own translations
have taught (`swifeeds.group.lexicon`). It is right in about four of five links on headlines, so
what it joins is a suggestion wherever a publisher must be sure.
"""

from __future__ import annotations

from swifeeds.group.crosslingual.candidates import reach_in_days
from swifeeds.group.crosslingual.clusters import (
    EventGroup,
    LanguageCluster,
    Link,
    LinkSettings,
    Ties,
)
from swifeeds.group.crosslingual.counterparts import Counterparts
from swifeeds.group.crosslingual.features import TitleCounts, TitleTally, count_titles
from swifeeds.group.crosslingual.linking import link_clusters
from swifeeds.group.crosslingual.partners import Partners

__all__ = [
    "Counterparts",
    "EventGroup",
    "LanguageCluster",
    "Link",
    "LinkSettings",
    "Partners",
    "Ties",
    "TitleCounts",
    "TitleTally",
    "count_titles",
    "link_clusters",
    "reach_in_days",
]

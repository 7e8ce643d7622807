"""The automatic rung's evidence: which articles report one event, in one language and over all.

Headlines of each language are clustered, then clusters of different languages are linked: by what
the publisher declares, else by what languages share anyhow. The words of all the articles given
are counted before the first is placed, so the order in which they came hardly matters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from swifeeds.group.crosslingual import LanguageCluster, Link, Ties, TitleCounts, link_clusters
from swifeeds.group.events import (
    FITTED,
    Cluster,
    EventIndex,
    EventSettings,
    Headline,
    Reason,
)
from swifeeds.group.facts import Background, Facts, Reference, background_of
from swifeeds.group.lexicon import Lexicon
from swifeeds.group.rarity import is_furniture
from swifeeds.group.shared import compare
from swifeeds.group.stated import facts_of
from swifeeds.group.translations import translation_groups
from swifeeds.model import Article, ArticleId

_DAY = 86_400.0
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Articles of one language about one event, in the order of their ids.

    `reasons` tell of each why it joined; the first one has none, and neither has a unit of one.
    """

    language: str
    articles: tuple[ArticleId, ...]
    reasons: Mapping[ArticleId, Reason]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Units of one event over all languages, and the links that joined them, by unit names: the
    least id of their articles."""

    units: tuple[Unit, ...]
    links: tuple[Link, ...] = ()

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        """Every article of the event."""
        return tuple(article for unit in self.units for article in unit.articles)


def find_happenings(
    articles: Iterable[Article],
    works: Mapping[ArticleId, str],
    *,
    settings: EventSettings = FITTED,
    lexicon: Lexicon | None = None,
    counts: TitleCounts | None = None,
) -> tuple[Happening, ...]:
    """Every article in exactly one happening; most are of one article.

    Args:
        articles: of a stretch of time; in any order.
        works: the key of each article's translation group (`translation_groups`).
        settings: how alike headlines of one language must be.
        lexicon: what was learned from the newsroom's translations, where anything was.
        counts: how common words are; counted over these headlines where not given.
    """
    ordered = sorted(articles, key=lambda one: (one.published, one.id))
    facts = {one.id: facts_of(one) for one in ordered}
    background = background_of(facts.values())
    units: dict[str, Unit] = {}
    clusters: list[LanguageCluster] = []
    shared = _shared_works(ordered, works)
    for language, some in _by_language(ordered).items():
        for cluster, reasons in _clustered(some, facts, background, settings):
            unit = _unit(language, cluster, reasons)
            units[unit.articles[0]] = unit
            own = [one for one in some if one.id in cluster.days]
            ties = _ties(own, {works[one.id] for one in own} & shared, facts, background)
            clusters.append(_for_linking(unit, own, cluster, ties))
    groups = link_clusters(clusters, lexicon=lexicon, counts=counts)
    return tuple(
        Happening(units=tuple(units[name] for name in group.clusters), links=group.links)
        for group in groups
    )


def happenings_of(articles: Sequence[Article], attach: float) -> tuple[Happening, ...]:
    """One call for a child process: happenings by the articles' own declared links."""
    settings = replace(FITTED, attach=attach, merge=attach)
    return find_happenings(articles, translation_groups(articles), settings=settings)


def _by_language(articles: Sequence[Article]) -> Mapping[str, list[Article]]:
    found: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        found[article.language.split("-")[0].lower()].append(article)
    return found


def _shared_works(articles: Sequence[Article], works: Mapping[ArticleId, str]) -> frozenset[str]:
    counts = Counter(works[one.id] for one in articles)
    return frozenset(work for work, count in counts.items() if count > 1)


def _clustered(
    articles: Sequence[Article],
    facts: Mapping[ArticleId, Facts],
    background: Background,
    settings: EventSettings,
) -> list[tuple[Cluster, Mapping[str, Reason]]]:
    """The clusters of one language with the reasons of their members."""
    ended: list[tuple[Cluster, Mapping[str, Reason]]] = []
    index = EventIndex(
        settings,
        lambda one, other: compare(one, other, background),
        on_end=lambda cluster, reasons: ended.append((cluster, reasons)),
    )
    headlines = [_headline(one, facts[one.id]) for one in articles]
    for headline in headlines:
        index.learn(headline)
    for headline in headlines:
        index.add(headline)
    index.end()
    return ended


def _headline(article: Article, facts: Facts) -> Headline:
    day = article.published.timestamp() / _DAY
    return Headline(id=article.id, title=article.title, day=day, facts=facts)


def _unit(language: str, cluster: Cluster, reasons: Mapping[str, Reason]) -> Unit:
    return Unit(
        language=language,
        articles=tuple(sorted(ArticleId(name) for name in cluster.days)),
        reasons={ArticleId(name): reason for name, reason in reasons.items()},
    )


def _for_linking(
    unit: Unit, articles: Sequence[Article], cluster: Cluster, ties: Ties
) -> LanguageCluster:
    return LanguageCluster(
        id=unit.articles[0],
        language=unit.language,
        titles=tuple(one.title for one in articles),
        mean_time=_EPOCH + timedelta(days=cluster.mean),
        members=len(articles),
        ties=ties,
    )


def _ties(
    articles: Sequence[Article],
    works: Iterable[str],
    facts: Mapping[ArticleId, Facts],
    background: Background,
) -> Ties:
    return Ties(
        works=frozenset(works),
        images=_addresses((facts[one.id].images for one in articles), background),
        links=_addresses((facts[one.id].links for one in articles), background),
    )


def _addresses(
    references: Iterable[frozenset[Reference]], background: Background
) -> frozenset[str]:
    return frozenset(
        address
        for some in references
        for source, address in some
        if not is_furniture((source, address), background)
    )

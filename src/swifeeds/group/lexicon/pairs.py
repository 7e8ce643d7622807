"""Which articles of the archive are declared translations of each other: what to learn from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from itertools import combinations

from swifeeds.group.lexicon.learning import Text, TextPair
from swifeeds.group.translations import translation_evidence
from swifeeds.localise.negotiation import primary_subtag
from swifeeds.model import Article, ArticleId, Status

ONE_EVENT = timedelta(days=1)

EDITOR = "editor"
"""The evidence of a pair that an editor confirmed."""


def training_pairs(
    articles: Iterable[Article],
    works: Mapping[ArticleId, str],
    *,
    confirmed: Iterable[tuple[ArticleId, ArticleId]] = (),
    rejected: Iterable[tuple[ArticleId, ArticleId]] = (),
) -> tuple[TextPair, ...]:
    """The pairs that declared links and editors vouch for, each once, in a stable order.

    Args:
        articles: of any languages and years. Held and withdrawn ones teach nothing.
        works: the key of each article's work (`translation_groups`); an article without one is a
            work of its own.
        confirmed: pairs that an editor called translations. They stand whatever links say.
        rejected: pairs that an editor called none. They stand above links.

    Returns:
        Every two articles of one work in different languages. Two of one language (Hans and Hant
        too) and titles that were left untranslated are passed over.
    """
    known = {one.id: one for one in articles if one.status is Status.USABLE}
    chosen: dict[tuple[ArticleId, ArticleId], str] = {}
    for one, other in _of_one_work(known, works):
        chosen[one.id, other.id] = translation_evidence(one, (other,)).kind
    for pair in rejected:
        chosen.pop(_ordered(pair), None)
    for pair in map(_ordered, confirmed):
        if pair[0] in known and pair[1] in known:
            chosen[pair] = EDITOR
    return tuple(
        TextPair(one=_text(known[one]), other=_text(known[other]), evidence=evidence)
        for (one, other), evidence in sorted(chosen.items())
        if _teaches(known[one], known[other])
    )


def nearest_of_each_language(
    article: Article, others: Iterable[Article]
) -> tuple[tuple[ArticleId, ArticleId], ...]:
    """The article with that of each other language which was published nearest to it, within a
    day: what editors put into one story and newsrooms wrote at one time tells of one event."""
    nearest: dict[str, Article] = {}
    near = [one for one in others if _gap(article, one) <= ONE_EVENT]
    for other in sorted(near, key=lambda one: (_gap(article, one), one.id)):
        nearest.setdefault(primary_subtag(other.language), other)
    nearest.pop(primary_subtag(article.language), None)
    return tuple((article.id, other.id) for _, other in sorted(nearest.items()))


def _gap(one: Article, other: Article) -> timedelta:
    return abs(one.published - other.published)


def _of_one_work(
    known: Mapping[ArticleId, Article], works: Mapping[ArticleId, str]
) -> Iterator[tuple[Article, Article]]:
    members: dict[str, list[Article]] = {}
    for article_id in sorted(known):
        members.setdefault(works.get(article_id, article_id), []).append(known[article_id])
    for work in members.values():
        yield from combinations(work, 2)


def _ordered(pair: tuple[ArticleId, ArticleId]) -> tuple[ArticleId, ArticleId]:
    return (pair[0], pair[1]) if pair[0] <= pair[1] else (pair[1], pair[0])


def _teaches(one: Article, other: Article) -> bool:
    if primary_subtag(one.language) == primary_subtag(other.language):
        return False
    return one.title.casefold().split() != other.title.casefold().split()


def _text(article: Article) -> Text:
    return Text(language=article.language, title=article.title, lead=article.summary)

"""The fourth rung, and what it stands on: which articles are one work in several languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from swifeeds.group.union import Union
from swifeeds.markup import url_key
from swifeeds.model import Article, ArticleId, Evidence


def translation_groups(articles: Iterable[Article]) -> Mapping[ArticleId, str]:
    """Give each article the key of its work: the least article id that declared links reach.

    A link from one side is enough (pages forget to link back), but two articles of one language
    are never one work: an hreflang set that names the front page must not join everything.
    """
    articles = sorted(articles, key=lambda article: article.id)
    union = Union[ArticleId]()
    members: dict[ArticleId, dict[str, ArticleId]] = {
        article.id: {article.language.lower(): article.id} for article in articles
    }
    for one, other in _links(articles):
        _join(union, members, one.id, other.id)
    return {article.id: str(union.root(article.id)) for article in articles}


def _join(
    union: Union[ArticleId],
    members: dict[ArticleId, dict[str, ArticleId]],
    one: ArticleId,
    other: ArticleId,
) -> None:
    first, second = union.root(one), union.root(other)
    if first == second or members[first].keys() & members[second].keys():
        return
    union.join(first, second)
    members[union.root(first)] = members[first] | members[second]


def translation_evidence(article: Article, siblings: Iterable[Article]) -> Evidence:
    """Which declared link ties the article to one of these."""
    for sibling in siblings:
        for one, other in ((article, sibling), (sibling, article)):
            for link in one.translations:
                if other.url and url_key(link.url) == url_key(other.url):
                    return Evidence(kind=link.evidence, detail=one.url or one.title)
    return Evidence(kind="hreflang", detail="over a further language of the same work")


def _links(articles: list[Article]) -> Iterator[tuple[Article, Article]]:
    by_key = {url_key(article.url): article for article in articles if article.url}
    for article in articles:
        for link in article.translations:
            other = by_key.get(url_key(link.url))
            if other is not None and other.language.lower() != article.language.lower():
                yield article, other

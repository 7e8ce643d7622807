"""The gist of an article: all that finding its event needs, and no more of its text.

Read once, in a child that may be killed, since the text is a stranger's; what is kept is small.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from swifeeds.group.events import Embedding, Headline, read_text
from swifeeds.group.stated import facts_of
from swifeeds.group.wording import primary
from swifeeds.markup import plain_text
from swifeeds.model import Article, ArticleId

_DAY = 86_400.0

Version = tuple[str, str, float, int]
"""What tells whether an article still reads as it did: language, title, time, revision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """One article as grouping sees it. `language` is the primary subtag."""

    id: ArticleId
    language: str
    version: Version
    headline: Headline


def gist_of(article: Article) -> Gist:
    """Read one article."""
    day = article.published.timestamp() / _DAY
    return Gist(
        id=article.id,
        language=primary(article.language),
        version=version_of(article),
        headline=Headline(
            id=article.id,
            title=article.title,
            day=day,
            facts=facts_of(article),
            text=read_text(article.summary, plain_text(article.content or "")),
        ),
    )


def gists_of(articles: Iterable[Article]) -> tuple[Gist, ...]:
    """One call for a child process: the gist of each, in article time."""
    ordered = sorted(articles, key=lambda one: (one.published, one.id))
    return tuple(gist_of(one) for one in ordered)


def embedded(gists: Iterable[Gist], embeddings: Mapping[ArticleId, Embedding]) -> tuple[Gist, ...]:
    """The gists with the vectors of their headlines, as far as there are any."""
    return tuple(
        replace(one, headline=replace(one.headline, embedding=embeddings.get(one.id)))
        for one in gists
    )


def version_of(article: Article) -> Version:
    """As which version of it an article is known; two are equal when nothing changed."""
    return article.language, article.title, article.published.timestamp(), article.revision

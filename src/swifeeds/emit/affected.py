"""Which feeds can read differently because these articles changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from swifeeds.emit.select import language_of
from swifeeds.model import (
    Article,
    ArticleId,
    FeedKey,
    Publication,
    Scope,
    Source,
    SourceId,
    StoryId,
)


def affected_feeds(
    articles: Iterable[Article],
    stories_of: Mapping[ArticleId, Collection[StoryId]],
    *,
    publication: Publication,
    sources: Mapping[SourceId, Source],
) -> frozenset[FeedKey]:
    """Every feed that shows any of these articles, or did.

    Args:
        articles: changed ones, and those that show something of a changed one.
        stories_of: each article's stories, before and after.
        publication: its languages and fallbacks.
        sources: to tell whose articles have pages of ours.

    Returns:
        Story, section, source and all, in the article's language, in those that fall back to it,
        and in all languages; and the article's own page where it has one.
    """
    return frozenset(
        key
        for article in articles
        for key in _keys(article, stories_of.get(article.id, ()), publication, sources)
    )


def has_page(article: Article, source: Source | None) -> bool:
    """True when the article's permalink is a page of ours (CONTRACT 4)."""
    return article.url is None or bool(source and source.own and source.article_pages)


def _keys(
    article: Article,
    stories: Collection[StoryId],
    publication: Publication,
    sources: Mapping[SourceId, Source],
) -> Iterator[FeedKey]:
    own = language_of(article, publication)
    if own is None:
        return
    falling_back = publication.languages if own in publication.fallback_languages else (own,)
    for language in (*falling_back, ""):
        yield FeedKey(scope=Scope.ALL, language=language)
        yield FeedKey(scope=Scope.SOURCE, key=article.source_id, language=language)
        if article.section is not None:
            yield FeedKey(scope=Scope.SECTION, key=article.section, language=language)
        for story in stories:
            yield FeedKey(scope=Scope.STORY, key=story, language=language)
    if has_page(article, sources.get(article.source_id)):
        yield FeedKey(scope=Scope.ARTICLE, key=article.id, language=own)

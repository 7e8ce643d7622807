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
    sighted_by: Mapping[ArticleId, Collection[SourceId]] | None = None,
    paged: Collection[str] = (),
) -> frozenset[FeedKey]:
    """Every feed that shows any of these articles, or did.

    Args:
        articles: changed ones, and those that show something of a changed one.
        stories_of: each article's stories, before and after.
        publication: its languages and fallbacks.
        sources: to tell whose articles have pages of ours.
        sighted_by: the sources that ever showed each article; its own alone where none is given.
        paged: ids of articles that have a published page, whatever the configuration says by now.

    Returns:
        Story, section, source and all, in the article's language, in those that fall back to it,
        and in all languages; and the article's own page where it has one, or had.
    """
    sighted = sighted_by or {}
    found: set[FeedKey] = set()
    for article in articles:
        scopes = _scopes(
            article, stories_of.get(article.id, ()), sighted.get(article.id, (article.source_id,))
        )
        found.update(_keys(article, list(scopes), publication))
        language = language_of(article, publication)
        if language and (article.id in paged or has_page(article, sources.get(article.source_id))):
            found.add(FeedKey(scope=Scope.ARTICLE, key=article.id, language=language))
    return frozenset(found)


def has_page(article: Article, source: Source | None) -> bool:
    """True when the article's permalink is a page of ours (CONTRACT 4)."""
    return article.url is None or bool(source and source.owns(article) and source.article_pages)


def _scopes(
    article: Article, stories: Collection[StoryId], sighted_by: Collection[SourceId]
) -> Iterator[tuple[Scope, str]]:
    yield Scope.ALL, ""
    for source_id in {article.source_id, *sighted_by}:
        yield Scope.SOURCE, source_id
    if article.section is not None:
        yield Scope.SECTION, article.section
    for story in stories:
        yield Scope.STORY, story


def _keys(
    article: Article,
    scopes: Collection[tuple[Scope, str]],
    publication: Publication,
) -> Iterator[FeedKey]:
    own = language_of(article, publication)
    if own is None:
        return
    falling_back = publication.languages if own in publication.fallback_languages else (own,)
    for language in (*falling_back, ""):
        for scope, key in scopes:
            yield FeedKey(scope=scope, key=key, language=language)

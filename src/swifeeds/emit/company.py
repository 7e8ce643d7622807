"""What every entry is composed with, and the addresses that follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from swifeeds.emit.addresses import SUFFIXES, absolute, article_path, feed_path, page_path
from swifeeds.emit.affected import has_page
from swifeeds.emit.select import language_of
from swifeeds.emit.titles import story_titled
from swifeeds.localise import Locale
from swifeeds.model import (
    Article,
    FeedKey,
    Publication,
    Scope,
    Source,
    SourceId,
    SourceKind,
    Story,
    StoryId,
    StoryLink,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """The site, its languages, stories and sources.

    `locales` has one for each of the publication's languages. `at` (UTC) decides nothing but
    whether a trust mark is still valid.
    """

    publication: Publication
    locales: Mapping[str, Locale]
    stories: Mapping[StoryId, Story]
    sources: Mapping[SourceId, Source]
    at: datetime

    def locale(self, language: str | None) -> Locale:
        """The Locale of a language of the site; of the default one for any other."""
        found = self.locales.get(language) if language else None
        return found or self.locales[self.publication.languages[0]]

    def source_of(self, article: Article) -> Source:
        """The source that first brought the article, with what the operator says of it.

        One that the configuration names no more vouches for nothing but the summary. What a source
        took over from another feed is not its own: the licence is the article's, and neither mark
        nor terms are granted (DESIGN decision 16).
        """
        source = self.sources.get(article.source_id) or Source(
            id=article.source_id,
            kind=SourceKind.PAGE,
            url=article.url or "",
            language=article.language,
            title=str(article.source_id),
        )
        if article.origin is None:
            return source
        return replace(
            source, own=False, licence=article.license, rsl=None, mining=None, trust=None
        )

    def permalink(self, article: Article) -> str:
        """The one address that a reader opens: the publisher's, or our page where we have one."""
        if article.url is not None and not has_page(article, self.sources.get(article.source_id)):
            return article.url
        language = language_of(article, self.publication) or self.publication.languages[0]
        return absolute(self.publication, article_path(language, article.id))

    def slug(self, key: FeedKey) -> str:
        """The part of a feed's address that names its scope: a story's slug, else the key."""
        story = self.story(key)
        return story.slug if story else key.key

    def story(self, key: FeedKey) -> Story | None:
        """The story that a feed is about."""
        return self.stories.get(StoryId(key.key)) if key.scope is Scope.STORY else None

    def wider(self, key: FeedKey) -> FeedKey | None:
        """The feed, in the same language, of the story that a feed's story is part of."""
        story = self.story(key)
        parent = self.stories.get(story.parent) if story and story.parent else None
        if parent is None or not parent.has_address:
            return None
        return FeedKey(scope=Scope.STORY, key=parent.id, language=key.language)

    def feed_urls(self, key: FeedKey) -> tuple[tuple[str, str], ...]:
        """A feed's own addresses, (format, address) pairs."""
        slug = self.slug(key)
        return tuple(
            (suffix, absolute(self.publication, feed_path(key, suffix, slug)))
            for suffix in SUFFIXES
        )

    def page_url(self, key: FeedKey) -> str:
        """The page for people that a feed belongs to."""
        return absolute(self.publication, page_path(key, self.slug(key)))

    def story_link(self, story: Story, language: str) -> StoryLink:
        """A story as an entry names it, worded in `language` ("": in all languages)."""
        key = FeedKey(scope=Scope.STORY, key=story.id, language=language)
        titled = story_titled(story, language, self.publication)
        return StoryLink(
            id=story.id,
            title=titled.text if titled else story.id,
            language=titled.language if titled else None,
            url=self.page_url(key),
            feed_urls=self.feed_urls(key),
        )

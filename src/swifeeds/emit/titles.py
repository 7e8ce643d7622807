"""What feeds are called, in the language of their readers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from swifeeds.localise import Locale
from swifeeds.model import FeedKey, Publication, Scope, Source, SourceId, Story, StoryId


def title_in(titles: tuple[tuple[str, str], ...], language: str) -> str | None:
    """The title in that language, else the first there is; None when there is none at all."""
    return dict(titles).get(language) or (titles[0][1] if titles else None)


def feed_title(
    key: FeedKey,
    *,
    publication: Publication,
    locales: Mapping[str, Locale],
    stories: Mapping[StoryId, Story],
    sources: Mapping[SourceId, Source],
) -> str:
    """The story's, section's, source's or site's own name; said so where it holds all languages."""
    language = key.language or publication.languages[0]
    title = scope_title(key, language, publication=publication, stories=stories, sources=sources)
    if key.language:
        return title
    return locales[language].text("%(title)s (all languages)", title=title)


def scope_title(
    key: FeedKey,
    language: str,
    *,
    publication: Publication,
    stories: Mapping[StoryId, Story],
    sources: Mapping[SourceId, Source],
) -> str:
    """The name of what the feed gathers, in one language."""
    site = title_in(publication.titles, language) or publication.base_url
    match key.scope:
        case Scope.STORY:
            story = stories.get(StoryId(key.key))
            return (story and title_in(story.titles, language)) or key.key
        case Scope.SECTION:
            section = next((s for s in publication.sections if s.id == key.key), None)
            name = (section and title_in(section.titles, language)) or key.key
            return f"{name} – {site}"
        case Scope.SOURCE:
            source = sources.get(SourceId(key.key))
            return source.title if source else key.key
        case Scope.ALL | Scope.ARTICLE:
            return site
        case _:
            assert_never(key.scope)


def feed_subtitle(key: FeedKey, title: str, locale: Locale) -> str:
    """One sentence on what the feed holds."""
    match key.scope:
        case Scope.STORY:
            return locale.text("All articles of the story “%(title)s”", title=title)
        case Scope.SECTION:
            return locale.text("All articles of the section “%(title)s”", title=title)
        case Scope.SOURCE:
            return locale.text("All articles from %(title)s", title=title)
        case Scope.ALL | Scope.ARTICLE:
            return locale.text("All articles")
        case _:
            assert_never(key.scope)

"""What feeds are called, in the language of their readers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from swifeeds.localise import Locale
from swifeeds.model import FeedKey, Publication, Scope, Source, SourceId, Story, StoryId


def title_in(
    titles: tuple[tuple[str, str], ...], language: str, publication: Publication
) -> str | None:
    """The title in that language, else in the site's first that has one, else any; or None."""
    known = dict(titles)
    asked = (language, *publication.languages, *known)
    return next((known[tag] for tag in asked if known.get(tag)), None)


def feed_title(
    key: FeedKey,
    *,
    publication: Publication,
    locales: Mapping[str, Locale],
    stories: Mapping[StoryId, Story],
    sources: Mapping[SourceId, Source],
) -> str:
    """What a subscriber sees in the list of feeds.

    The name of the story, source or site; of a section with the site's, because many sites have
    a "World". A feed of all languages says so, in the site's first language.
    """
    language = key.language or publication.languages[0]
    name = scope_name(key, language, publication=publication, stories=stories, sources=sources)
    if key.scope is Scope.SECTION:
        name = f"{name} – {_site_name(publication, language)}"
    if key.language:
        return name
    return locales[language].text("%(title)s (all languages)", title=name)


def scope_name(
    key: FeedKey,
    language: str,
    *,
    publication: Publication,
    stories: Mapping[StoryId, Story],
    sources: Mapping[SourceId, Source],
) -> str:
    """The bare name of what the feed gathers, in one language."""
    match key.scope:
        case Scope.STORY:
            story = stories.get(StoryId(key.key))
            return (story and title_in(story.titles, language, publication)) or key.key
        case Scope.SECTION:
            section = next((one for one in publication.sections if one.id == key.key), None)
            return (section and title_in(section.titles, language, publication)) or key.key
        case Scope.SOURCE:
            source = sources.get(SourceId(key.key))
            return source.title if source else key.key
        case Scope.ALL | Scope.ARTICLE:
            return _site_name(publication, language)
        case _:
            assert_never(key.scope)


def feed_subtitle(key: FeedKey, name: str, locale: Locale) -> str:
    """One sentence on what the feed holds."""
    match key.scope:
        case Scope.STORY:
            return locale.text("All articles of the story “%(title)s”", title=name)
        case Scope.SECTION:
            return locale.text("All articles of the section “%(title)s”", title=name)
        case Scope.SOURCE:
            return locale.text("All articles from %(title)s", title=name)
        case Scope.ALL | Scope.ARTICLE:
            return locale.text("All articles")
        case _:
            assert_never(key.scope)


def _site_name(publication: Publication, language: str) -> str:
    return title_in(publication.titles, language, publication) or publication.base_url

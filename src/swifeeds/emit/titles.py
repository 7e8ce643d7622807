"""What feeds are called, in the language of their readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from swifeeds.localise import Locale, autonym, direction, lookup, translated
from swifeeds.localise.bidi import isolate
from swifeeds.localise.typography import typography_of
from swifeeds.model import FeedKey, Publication, Scope, Source, SourceId, Story, StoryId


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A title with the language that it is in."""

    text: str
    language: str


def title_in(
    titles: tuple[tuple[str, str], ...], language: str, publication: Publication
) -> str | None:
    """The title in that language, else in another; None where there is none at all."""
    found = titled_in(titles, language, publication)
    return found.text if found else None


def titled_in(
    titles: tuple[tuple[str, str], ...], language: str, publication: Publication
) -> Titled | None:
    """The title that serves a language (RFC 4647), else that of the site's first fallback language
    that has one, else of its first language that has one, else the first there is; or None."""
    known = {tag: title for tag, title in titles if title}
    own = lookup(language, tuple(known)) if language else None
    asked = (own, *publication.fallback_languages, *publication.languages, *known)
    return next((Titled(text=known[tag], language=tag) for tag in asked if tag in known), None)


def story_titled(story: Story, language: str, publication: Publication) -> Titled | None:
    """What a story is called in a language. Among other languages, one in which somebody named it
    comes before those in which it is only called after an article, unless the site says otherwise
    (`fallback_languages`)."""
    after = dict(story.named_after)
    stated = tuple((tag, title) for tag, title in story.titles if tag not in after)
    found = titled_in(story.titles, language, publication)
    wanted = (
        language and lookup(language, [tag for tag, _ in story.titles]),
        *publication.fallback_languages,
    )
    if found is None or found.language in wanted or not stated:
        return found
    return titled_in(stated, language, publication)


def foreign(language: str | None, around: str | None) -> str | None:
    """The language, where what stands around it is in another or in no one language; else None.

    A tag and a longer one that begins with it (`en`, `en-GB`) are no two languages.
    """
    if language is None or around is None:
        return language
    one, other = (f"{tag.lower()}-" for tag in (language, around))
    return None if one.startswith(other) or other.startswith(one) else language


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
    a "World", in the language of the section's where the site has a name in it. A feed of all
    languages says so, in the site's first language.
    """
    language = key.language or publication.languages[0]
    name = scope_name(key, language, publication=publication, stories=stories, sources=sources)
    if key.scope is Scope.SECTION:
        own = name_language(key, language, publication=publication, stories=stories) or language
        say = locales.get(own, locales[language])
        name = say.within(name, _site_name(publication, own))
    if key.language:
        return name
    # Translators: title of a feed.
    return translated(locales[language].text("%(title)s (all languages)", title=name)) or name


def with_language(name: str, language: str) -> str:
    """A name with what its language calls itself, to tell editions apart: `Kaukasus (Deutsch)`."""
    before, after = typography_of(language).brackets
    return f"{isolate(name, direction(language))}{before}{autonym(language)}{after}"


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
            titled = story and story_titled(story, language, publication)
            return titled.text if titled else key.key
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


def name_language(
    key: FeedKey, language: str, *, publication: Publication, stories: Mapping[StoryId, Story]
) -> str | None:
    """The language of `scope_name`, where it is known: of a source's name it is not."""
    found: Titled | None = None
    if key.scope is Scope.STORY and (story := stories.get(StoryId(key.key))):
        found = story_titled(story, language, publication)
    elif key.scope is Scope.SECTION:
        sections = {str(one.id): one.titles for one in publication.sections}
        found = titled_in(sections.get(key.key, ()), language, publication)
    elif key.scope is Scope.ALL:
        found = titled_in(publication.titles, language, publication)
    return found.language if found else None


def title_language(
    key: FeedKey, *, publication: Publication, stories: Mapping[StoryId, Story]
) -> str | None:
    """The language of `feed_title`; None where it is unknown, or the parts are of several."""
    language = key.language or publication.languages[0]
    own = name_language(key, language, publication=publication, stories=stories)
    if own is None:
        return None
    parts = {own}
    if key.scope is Scope.SECTION and (site := titled_in(publication.titles, own, publication)):
        parts.add(site.language)
    if not key.language:
        parts.add(language)
    return own if len(parts) == 1 else None


def feed_subtitle(key: FeedKey, name: str, locale: Locale) -> str:
    """One sentence on what the feed holds; its name where the catalog lacks the sentence."""
    return translated(_what_it_holds(key, name, locale)) or name


def _what_it_holds(key: FeedKey, name: str, locale: Locale) -> str:
    match key.scope:
        case Scope.STORY:
            return locale.text("All articles in the story %(title)s", title=locale.quoted(name))
        case Scope.SECTION:
            # Translators: %(title)s comes with its quotation marks.
            return locale.text("All articles in the section %(title)s", title=locale.quoted(name))
        case Scope.SOURCE:
            # Translators: %(title)s is the name of a source.
            return locale.text("All articles from %(title)s", title=name)
        case Scope.ALL | Scope.ARTICLE:
            return locale.text("All articles")
        case _:
            assert_never(key.scope)


def _site_name(publication: Publication, language: str) -> str:
    return title_in(publication.titles, language, publication) or publication.base_url

"""What the site offers as a whole: the directories for readers and machines, the catalogues.

Made anew with every publication that changed anything; like feeds, they are only published when
their bytes differ.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from swifeeds.emit import (
    Catalogue,
    CatalogueLine,
    Company,
    FeedListing,
    Pages,
    absolute,
    directory,
    feed_path,
    feed_subtitle,
    feed_title,
    name_language,
    opml,
    opml_path,
    page_path,
    render_catalogue,
    scope_name,
    title_language,
)
from swifeeds.localise import Locale, lookup
from swifeeds.model import (
    FeedKey,
    FeedSummary,
    Publication,
    Representation,
    Scope,
    Source,
    SourceId,
    Story,
    StoryId,
)
from swifeeds.pipeline.borrowed import borrowed_summaries

_SUFFIXES = ("rss", "atom", "json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All that the directories are made of."""

    publication: Publication
    locales: Mapping[str, Locale]
    sources: Mapping[SourceId, Source]
    stories: Mapping[StoryId, Story]
    summaries: Mapping[FeedKey, FeedSummary]

    @classmethod
    def of(cls, company: Company, summaries: Mapping[FeedKey, FeedSummary]) -> Site:
        """From summaries by the articles' own tags to summaries by the site's languages."""
        site = cls(
            publication=company.publication,
            locales=company.locales,
            sources=company.sources,
            stories=company.stories,
            summaries={},
        )
        return replace(site, summaries=_by_site_language(site, summaries))


def site_listings(site: Site) -> tuple[FeedListing, ...]:
    """Every feed that holds articles, in the order of its key."""
    return tuple(_listing(site, key, site.summaries[key]) for key in sorted(site.summaries))


def render_directories(
    site: Site, pages: Pages, standing: Collection[str]
) -> Iterator[Representation]:
    """`/feeds.json`, `/feeds.opml`, and for each language its OPML and its catalogue.

    A language without articles, its own or borrowed, has neither, unless they are among the paths
    `standing` on the shelf: then they must stop naming what was withdrawn.
    """
    both = (*site_listings(site), *_borrowed(site, standing))
    listings = sorted(both, key=lambda listing: listing.key)
    yield directory.render(site.publication, listings)
    yield opml.render(site.publication, listings, None)
    for language, locale in site.locales.items():
        own = [listing for listing in listings if listing.key.language == language]
        if own or opml_path(language) in standing:
            yield opml.render(site.publication, own, locale)
            yield render_catalogue(
                pages,
                _catalogue(listings, own, site),
                publication=site.publication,
                locale=locale,
            )


def _borrowed(site: Site, standing: Collection[str]) -> Iterator[FeedListing]:
    """The feeds of articles in fallback languages alone, as far as they were ever made."""
    for key, summary in borrowed_summaries(site.summaries, site.publication):
        listing = _listing(site, key, summary)
        if feed_path(key, "atom", listing.slug) in standing:
            yield listing


def _by_site_language(
    site: Site, summaries: Mapping[FeedKey, FeedSummary]
) -> Mapping[FeedKey, FeedSummary]:
    """A feed gathers the articles whose tags look up to its language (RFC 4647)."""
    joined: dict[FeedKey, FeedSummary] = {}
    for key, summary in summaries.items():
        language = lookup(key.language, site.publication.languages) if key.language else ""
        if language is None or key.scope is Scope.ARTICLE or not _is_known(site, key):
            continue
        own = FeedKey(scope=key.scope, key=key.key, language=language)
        joined[own] = _joined(joined.get(own), summary)
    return joined


def _is_known(site: Site, key: FeedKey) -> bool:
    """A section or source that the configuration names no more has no feed to list."""
    match key.scope:
        case Scope.STORY:
            return StoryId(key.key) in site.stories
        case Scope.SOURCE:
            return SourceId(key.key) in site.sources
        case Scope.SECTION:
            return any(section.id == key.key for section in site.publication.sections)
        case _:
            return True


def _joined(one: FeedSummary | None, other: FeedSummary) -> FeedSummary:
    if one is None:
        return other
    newest = max(one, other, key=lambda summary: summary.published)
    return FeedSummary(
        updated=max(one.updated, other.updated),
        published=newest.published,
        entries=one.entries + other.entries,
        newest_title=newest.newest_title,
    )


def _listing(site: Site, key: FeedKey, summary: FeedSummary) -> FeedListing:
    story = site.stories.get(StoryId(key.key)) if key.scope is Scope.STORY else None
    slug = story.slug if story else key.key
    language = key.language or site.publication.languages[0]
    name = scope_name(
        key,
        language,
        publication=site.publication,
        stories=site.stories,
        sources=site.sources,
    )
    return FeedListing(
        key=key,
        slug=slug,
        title=feed_title(
            key,
            publication=site.publication,
            locales=site.locales,
            stories=site.stories,
            sources=site.sources,
        ),
        title_language=title_language(key, publication=site.publication, stories=site.stories),
        name=name,
        name_language=name_language(
            key, language, publication=site.publication, stories=site.stories
        ),
        subtitle=feed_subtitle(key, name, site.locales[language]),
        page_url=absolute(site.publication, page_path(key, slug)),
        urls=tuple(
            (suffix, absolute(site.publication, feed_path(key, suffix, slug)))
            for suffix in _SUFFIXES
        ),
        updated=summary.updated,
        published=summary.published,
        entries=summary.entries,
        newest_title=summary.newest_title,
    )


def _catalogue(
    listings: Sequence[FeedListing], own: Sequence[FeedListing], site: Site
) -> Catalogue:
    places = _places(site)

    def lines(scope: Scope) -> tuple[CatalogueLine, ...]:
        chosen = [listing for listing in own if listing.key.scope is scope]
        chosen.sort(key=lambda listing: places.get((scope, listing.key.key), 0))
        return tuple(_line(listing, site) for listing in chosen)

    stories = sorted(lines(Scope.STORY), key=lambda line: line.published, reverse=True)
    with_articles = {listing.key.language for listing in listings if listing.key.language}
    return Catalogue(
        stories=tuple(stories),
        sections=lines(Scope.SECTION),
        sources=lines(Scope.SOURCE),
        languages=tuple(tag for tag in site.publication.languages if tag in with_articles),
        everything=next(iter(lines(Scope.ALL)), None),
    )


def _places(site: Site) -> Mapping[tuple[Scope, str], int]:
    """Sections and sources stand as the operator ordered them."""
    sections = [(Scope.SECTION, str(section.id)) for section in site.publication.sections]
    sources = [(Scope.SOURCE, str(source)) for source in site.sources]
    return {one: place for ordered in (sections, sources) for place, one in enumerate(ordered)}


def _line(listing: FeedListing, site: Site) -> CatalogueLine:
    """Languages are those it was written in; one that borrows it makes it no other's."""
    key = listing.key
    languages = {
        other.language
        for other in site.summaries
        if other.language and (other.scope, other.key) == (key.scope, key.key)
    }
    return CatalogueLine(
        title=listing.name,
        title_language=listing.name_language,
        url=listing.page_url,
        feeds=listing.urls,
        entries=listing.entries,
        published=listing.published,
        languages=len(languages),
        newest_title=listing.newest_title,
    )

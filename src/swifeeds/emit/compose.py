"""Articles and a language in, a Feed out: everything decided and worded, nothing written yet.

Pure. The moment `Company.at` decides nothing but whether a trust mark is still valid; the same
dossiers on the same day give the same feed, and so the same bytes.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from swifeeds.emit.addresses import absolute, feed_id, scheme
from swifeeds.emit.company import Company
from swifeeds.emit.entry import compose_entry, licence_of
from swifeeds.emit.mining import mining_of
from swifeeds.emit.select import select_archived, select_entries
from swifeeds.emit.time_to_live import minutes_to_live
from swifeeds.emit.titles import (
    feed_subtitle,
    feed_title,
    scope_name,
    story_titled,
    title_in,
    title_language,
)
from swifeeds.localise import direction
from swifeeds.model import (
    UNCHAINED,
    Category,
    Chain,
    Dossier,
    Entry,
    Feed,
    FeedKey,
    Person,
    Publication,
    Scope,
    Source,
    SourceId,
    Story,
    StoryLink,
    StoryState,
    TranslationLink,
)

_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""`updated` of a feed that is empty: a constant, so that emptiness alone never changes bytes. Not
before there were feeds: validators warn of such a date."""


def compose_feed(
    key: FeedKey,
    dossiers: Sequence[Dossier],
    company: Company,
    *,
    editions: Collection[str] = (),
    wider: FeedKey | None = None,
    chain: Chain = UNCHAINED,
) -> Feed:
    """A document of a feed: the newest of these articles, or all of an archive page's.

    An archive page says nothing that changes with the feed around it: its bytes are its entries'
    and its neighbours' addresses. So it names no other languages, no time to live, and does not
    tell whether the story is over.

    Args:
        key: which document of which feed.
        dossiers: public articles of its scope; `emit.select` says which are shown.
        company: what everything is composed with.
        editions: the languages that this scope has feeds in, for the links between them.
        wider: the feed of the story that this story is part of, where there is one.
        chain: its neighbours in the whole feed.
    """
    publication, locale = company.publication, company.locale(key.language)
    reading = locale if key.language else None
    select = select_archived if key.page else select_entries
    entries = tuple(
        compose_entry(dossier, company, reading=reading)
        for dossier in select(dossiers, key.language, publication)
    )
    story, source = company.story(key), _stating(key, company)
    others = () if key.page else _others(key, editions, publication)
    return Feed(
        key=key,
        id=feed_id(publication, key),
        slug=company.slug(key),
        title=_title(key, company),
        title_language=_title_language(key, company),
        language=key.language or None,
        direction=direction(locale.language),
        page_url=company.page_url(key),
        urls=company.feed_urls(key),
        updated=max((entry.updated for entry in entries), default=_NEVER),
        entries=entries,
        subtitle=feed_subtitle(key, _name(key, locale.language, company), locale),
        author=_publisher(publication, locale.language),
        managing_editor=publication.managing_editor,
        rights=_rights(entries, publication, locale.language),
        license=_licence(entries, source) if source else None,
        rsl=_terms(entries, source) if source else None,
        mining=mining_of(entries),
        icon=publication.icon,
        logo=publication.logo,
        about_url=absolute(publication, "/ns/"),
        ttl_minutes=minutes_to_live(key, company),
        categories=_feed_categories(story, locale.language, publication),
        story=company.story_link(story, key.language) if story else None,
        wider=_wider(wider, company),
        translations=tuple(_edition(_in_language(key, tag), company) for tag in others),
        translation_urls=tuple((tag, company.feed_urls(_in_language(key, tag))) for tag in others),
        expired=not key.page and story is not None and story.state is StoryState.CLOSED,
        chain=chain,
        hubs=() if key.page else publication.hubs,
    )


def _wider(key: FeedKey | None, company: Company) -> StoryLink | None:
    story = company.story(key) if key else None
    return company.story_link(story, key.language) if key and story else None


def _others(key: FeedKey, editions: Collection[str], publication: Publication) -> tuple[str, ...]:
    return tuple(tag for tag in publication.languages if tag in editions and tag != key.language)


def _in_language(key: FeedKey, language: str) -> FeedKey:
    return FeedKey(scope=key.scope, key=key.key, language=language)


def _edition(key: FeedKey, company: Company) -> TranslationLink:
    return TranslationLink(
        language=key.language,
        title=_title(key, company),
        title_language=_title_language(key, company),
        url=company.page_url(key),
    )


def _title(key: FeedKey, company: Company) -> str:
    return feed_title(
        key,
        publication=company.publication,
        locales=company.locales,
        stories=company.stories,
        sources=company.sources,
    )


def _title_language(key: FeedKey, company: Company) -> str | None:
    return title_language(key, publication=company.publication, stories=company.stories)


def _name(key: FeedKey, language: str, company: Company) -> str:
    return scope_name(
        key,
        language,
        publication=company.publication,
        stories=company.stories,
        sources=company.sources,
    )


def _publisher(publication: Publication, language: str) -> Person:
    """Who answers for the feed: Atom wants an author where an entry has none (RFC 4287 4.1.1)."""
    if publication.publisher:
        return Person(name=publication.publisher.name, url=publication.publisher.url)
    return Person(name=title_in(publication.titles, language, publication) or publication.base_url)


def _rights(entries: Sequence[Entry], publication: Publication, language: str) -> str | None:
    """The site's, unless that would lay a claim to an article of somebody else's: what a feed says
    holds for every entry that says nothing itself (RFC 4287 4.2.10)."""
    is_ours = all(one.rights or one.source is None for one in entries)
    return title_in(publication.rights, language, publication) if is_ours else None


def _licence(entries: Sequence[Entry], source: Source) -> str | None:
    """The operator's for the source, unless an entry has one of its own that is no address: it
    would be taken to be under this one (RFC 4946 2.4)."""
    return licence_of(source) if all(one.licence_url for one in entries) else None


def _terms(entries: Sequence[Entry], source: Source) -> str | None:
    """The operator's for the source, unless an entry is there that they do not hold for."""
    return source.rsl if all(one.rsl or one.is_notice for one in entries) else None


def _stating(key: FeedKey, company: Company) -> Source | None:
    """Whose terms hold for all of a feed: those of a source for its own; others gather several."""
    return company.sources.get(SourceId(key.key)) if key.scope is Scope.SOURCE else None


def _feed_categories(
    story: Story | None, language: str, publication: Publication
) -> tuple[Category, ...]:
    if story is None:
        return ()
    titled = story_titled(story, language, publication)
    label, tag = (titled.text, titled.language) if titled else (story.id, None)
    own = scheme(publication, "story")
    return (Category(scheme=own, term=story.id, label=label, language=tag),)

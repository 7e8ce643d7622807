"""The links of feeds and entries, one list for every format (research: output, table 5.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from swifeeds.emit.addresses import MEDIA_TYPES
from swifeeds.emit.namespaces import WORK_TRANSLATION
from swifeeds.emit.titles import foreign, with_language
from swifeeds.model import Entry, Feed, FeedLink, StoryLink

HEADER_SAFE = re.compile(r"[!#-;=?-~]{1,1000}")
"""Addresses that may stand between < and > in a header: a publisher's may hold anything, and many a
proxy takes 4 kB of fields in all."""

_RSL = "application/rsl+xml"


def feed_links(feed: Feed, suffix: str) -> Iterator[FeedLink]:
    """Inside a feed: itself, its hubs and archive, the story that its own is part of, and its other
    languages as `related`.

    Never `alternate`: some readers would take another language's feed for the site.
    """
    media_type = MEDIA_TYPES[suffix]
    yield FeedLink(rel="self", href=feed.url(suffix), type=media_type)
    for hub in feed.hubs:
        yield FeedLink(rel="hub", href=hub)
    if feed.license is not None:
        yield FeedLink(rel="license", href=feed.license)
    if feed.rsl is not None:
        yield _rsl_link(feed.rsl)
    for rel, urls in _chain(feed):
        yield FeedLink(rel=rel, href=dict(urls)[suffix], type=media_type)
    if feed.wider is not None:
        yield _up(feed.wider, suffix, feed.language)
    others = dict(feed.translation_urls)
    for other in feed.translations:
        yield FeedLink(
            rel="related",
            href=dict(others[other.language])[suffix],
            type=media_type,
            hreflang=other.language,
            title=with_language(other.title, other.language),
            language=foreign(other.title_language, feed.language),
        )


def entry_links(entry: Entry, suffix: str) -> Iterator[FeedLink]:
    """Inside an entry, beside the one link that a reader opens.

    `license` is RFC 4946's, and with its own type the terms for machines of RSL 1.0.
    """
    for other in entry.translations:
        yield FeedLink(
            rel=WORK_TRANSLATION,
            href=other.url,
            type="text/html",
            hreflang=other.language,
            title=other.title,
            language=foreign(other.language, entry.language),
        )
    for story in entry.stories:
        yield _up(story, suffix, entry.language)
    for scheme, certificate in entry.trust:
        yield FeedLink(rel="related", href=certificate, type="text/html", title=scheme)
    if entry.licence_url is not None:
        yield FeedLink(rel="license", href=entry.licence_url)
    if entry.rsl is not None:
        yield _rsl_link(entry.rsl)


def link_fields(feed: Feed, suffix: str) -> tuple[str, ...]:
    """Values of the HTTP `Link` header (RFC 8288): no reader mistakes these.

    Itself, its hubs (a WebSub subscriber must find both, and of a JSON Feed sees only these), its
    other formats, its archive, its other languages in the same format, licence and terms for
    machines.
    """
    own = (f'<{feed.url(suffix)}>; rel="self"; type="{MEDIA_TYPES[suffix]}"',)
    hubs = tuple(map(hub_field, feed.hubs))
    formats = tuple(
        f'<{feed.url(other)}>; rel="alternate"; type="{media_type}"'
        for other, media_type in MEDIA_TYPES.items()
        if other != suffix
    )
    languages = tuple(
        f'<{dict(urls)[suffix]}>; rel="alternate"; hreflang="{language}"; '
        f'type="{MEDIA_TYPES[suffix]}"'
        for language, urls in feed.translation_urls
    )
    archive = tuple(
        f'<{dict(urls)[suffix]}>; rel="{rel}"; type="{MEDIA_TYPES[suffix]}"'
        for rel, urls in _chain(feed)
    )
    terms = terms_fields(feed.license, feed.rsl)
    return own + hubs + formats + archive + languages + terms


def terms_fields(license_url: str | None, rsl: str | None) -> tuple[str, ...]:
    """The values of `Link` headers that lead to the licence and to terms for machines (RSL 1.0).

    The licence comes first, because some readers keep the first of several. An address that would
    end the field is left out: a publisher's may hold anything.
    """
    fields = ((license_url, ""), (rsl, f'; type="{_RSL}"'))
    return tuple(
        f'<{url}>; rel="license"{kind}'
        for url, kind in fields
        if url and HEADER_SAFE.fullmatch(url)
    )


def hub_field(hub: str) -> str:
    """The value of a `Link` header that leads to a hub: on feeds, and on what the hub delivers."""
    return f'<{hub}>; rel="hub"'


def _up(story: StoryLink, suffix: str, around: str | None) -> FeedLink:
    """To the feed of the story that an entry, or another story, is part of."""
    return FeedLink(
        rel="up",
        href=dict(story.feed_urls)[suffix],
        type=MEDIA_TYPES[suffix],
        title=story.title,
        language=foreign(story.language, around),
    )


def _rsl_link(address: str) -> FeedLink:
    return FeedLink(rel="license", href=address, type=_RSL)


def _chain(feed: Feed) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """The relations of RFC 5005 section 4 to the neighbours that the document has."""
    chain = feed.chain
    for rel, urls in (
        ("prev-archive", chain.older),
        ("next-archive", chain.newer),
        ("current", chain.current),
    ):
        if urls:
            yield rel, urls

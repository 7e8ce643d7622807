"""Which reader a document gets: by what its source is, then by what came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from swifeeds.extract.reaching import within_reach
from swifeeds.markup import check_bytes
from swifeeds.model import (
    Document,
    Draft,
    Extraction,
    Guess,
    LearnedProfile,
    PushTopic,
    Remembered,
    RestEntry,
    RestSite,
    Source,
    SourceKind,
)


def extract(document: Document, source: Source, remembered: Remembered | None = None) -> Extraction:
    """What the document at a source's own address yields.

    A feed gives drafts, and links where it gives no text; a page the links of an index, or its
    draft when it is itself an article; a sitemap links; an answer of WordPress's REST interface
    and a dropped file their articles.

    Args:
        document: what came.
        source: where from, and what holds for it.
        remembered: entries of a feed that are not read again while they do not change.

    Raises:
        NotAFeed: the source is a feed and something else came.
        NotAnArticle: a page or a dropped file without an article.
        ExtractError: what came cannot be read at all.
    """
    if source.kind is not SourceKind.SITEMAP:  # one is read in portions
        check_bytes(document.body, document.final_url)
    return within_reach(_read(document, source, remembered), document)


def _read(document: Document, source: Source, remembered: Remembered | None) -> Extraction:
    match source.kind:
        case SourceKind.FEED:
            from swifeeds.extract.feed import read_feed  # noqa: PLC0415 - see the room's docstring

            return read_feed(document, source, remembered)
        case SourceKind.PAGE:
            from swifeeds.extract.html import extract_page  # noqa: PLC0415

            return extract_page(document, source)
        case SourceKind.SITEMAP:
            from swifeeds.extract.sitemap import read_sitemap  # noqa: PLC0415

            return read_sitemap(document, source)
        case SourceKind.WORDPRESS:
            from swifeeds.extract.wordpress_site import read_posts  # noqa: PLC0415

            return read_posts(document, source)
        case SourceKind.DIRECTORY:
            from swifeeds.extract.dropped import read_dropped  # noqa: PLC0415

            return read_dropped(document, source)
        case _:
            assert_never(source.kind)


def extract_article(document: Document, source: Source, hint: Draft | None = None) -> Extraction:
    """The one draft of an article's page.

    Args:
        document: the page.
        source: whose rules, language and zone hold.
        hint: what the feed or index that linked to it says; it fills what the page leaves open.

    Raises:
        NotAnArticle: no headline, or next to no text.
        ExtractError: no HTML at all.
    """
    from swifeeds.extract import html  # noqa: PLC0415

    check_bytes(document.body, document.final_url)
    return within_reach(html.extract_article(document, source, hint), document)


def learn_profile(documents: Sequence[Document], source: Source) -> LearnedProfile:
    """How a source builds its pages, from a few of them. See `extract.learn`.

    Raises:
        NotAnArticle: no page holds an article, or no selector gives its text.
    """
    from swifeeds.extract import learn  # noqa: PLC0415

    for document in documents:
        check_bytes(document.body, document.final_url)
    return learn.learn_profile(documents, source)


def guess_kind(document: Document) -> Guess:
    """What an address seems to be. See `extract.guessing`."""
    from swifeeds.extract import guessing  # noqa: PLC0415

    check_bytes(document.body, document.final_url)
    return guessing.guess_kind(document)


def find_push(document: Document) -> PushTopic | None:
    """The hub and the topic that a feed names. See `extract.hubs`."""
    from swifeeds.extract import hubs  # noqa: PLC0415

    check_bytes(document.body, document.final_url)
    return hubs.find_push(document)


def rest_site(document: Document, source: Source) -> RestSite:
    """WordPress's REST interface, from its root or from a page that names it. See `read_rest_site`
    of `extract.wordpress_site`."""
    from swifeeds.extract.wordpress_site import read_rest_site  # noqa: PLC0415

    return read_rest_site(document, source)


def rest_entries(document: Document, source: Source) -> tuple[RestEntry, ...]:
    """The lines of a list of WordPress's entries. See `read_rest_entries` there."""
    from swifeeds.extract.wordpress_site import read_rest_entries  # noqa: PLC0415

    return read_rest_entries(document, source)


def rest_taxonomies(document: Document) -> tuple[str, ...]:
    """The names of a WordPress site's taxonomies. See `read_rest_taxonomies` there."""
    from swifeeds.extract.wordpress_site import read_rest_taxonomies  # noqa: PLC0415

    return read_rest_taxonomies(document)


def rest_posts(
    document: Document, source: Source, addresses: Sequence[tuple[int, str]]
) -> Extraction:
    """Entries of WordPress with the addresses of their translations. See `read_posts` there."""
    from swifeeds.extract.wordpress_site import read_posts  # noqa: PLC0415

    return within_reach(read_posts(document, source, addresses), document)

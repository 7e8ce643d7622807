"""What RSS 2.0 needs beyond what feedgen writes, as lxml elements.

Order matters in an item: `media:*` before the text would be taken for the summary (feedparser),
and `description` after `content:encoded` is warned of.
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime

from swifeeds.emit.links import entry_links, feed_links
from swifeeds.emit.marking import mark, mark_categories, text_of
from swifeeds.emit.namespaces import (
    ATOM,
    CONTENT,
    CREATIVE_COMMONS,
    DC,
    DCTERMS,
    HISTORY,
    MEDIA,
    Element,
    add,
    put_in_order,
    qualified,
)
from swifeeds.emit.own_elements import (
    add_history,
    add_media,
    add_own_elements,
    add_relations,
    add_terms,
)
from swifeeds.emit.rfc3339 import rfc3339
from swifeeds.emit.titles import foreign
from swifeeds.model import Entry, EntrySource, Feed, FeedLink

_HEAD = (
    "title", "link", "description", "language", qualified(ATOM, "link"),
    qualified(HISTORY, "archive"), qualified(HISTORY, "complete"), "category", "copyright",
    "managingEditor", qualified(DC, "publisher"), qualified(CREATIVE_COMMONS, "license"),
    "lastBuildDate", "generator", "ttl", "image",
)  # fmt: skip
_ITEM = (
    "title", "link", "guid", "pubDate", qualified(DC, "creator"), qualified(DC, "contributor"),
    qualified(DC, "publisher"), qualified(DC, "language"), qualified(DC, "rights"),
    qualified(CREATIVE_COMMONS, "license"),
    *(qualified(DCTERMS, name) for name in ("modified", "isPartOf", "isVersionOf", "hasVersion")),
    "category",
    qualified(ATOM, "link"), "description", qualified(CONTENT, "encoded"), "enclosure",
    qualified(MEDIA, "content"), qualified(MEDIA, "thumbnail"), "source",
)  # fmt: skip


def finish_channel(channel: Element, feed: Feed) -> None:
    """The date without `setlocale`, every `atom:link` that feedgen drops, the publisher, and the
    languages of borrowed names."""
    add(channel, "lastBuildDate", _rfc822(feed.updated))
    if feed.author is not None:
        add(channel, qualified(DC, "publisher"), feed.author.name)
    if feed.managing_editor is not None:
        add(channel, "managingEditor", feed.managing_editor)
    if feed.license is not None:
        add(channel, qualified(CREATIVE_COMMONS, "license"), feed.license)
    for link in feed_links(feed, "rss"):
        _add_link(channel, link)
    add_history(channel, feed)
    mark(text_of(channel, "title"), foreign(feed.title_language, feed.language))
    mark_categories(channel, feed.categories, feed.language)
    put_in_order(channel, _HEAD)
    channel.text = "\n"
    for child in channel:
        child.tail = "\n"


def finish_item(item: Element, entry: Entry) -> None:
    """Everything feedgen cannot say of an item, then the order that readers need."""
    mark_categories(item, entry.categories, entry.language)
    _add_facts(item, entry)
    add_relations(item, entry)
    for link in entry_links(entry, "rss"):
        _add_link(item, link)
    add_media(item, entry)
    _add_enclosure(item, entry)
    if entry.source is not None:
        _add_source(item, entry.source)
    add_own_elements(item, entry)
    add_terms(item, entry)
    put_in_order(item, _ITEM)
    item.tail = "\n"


def _add_facts(item: Element, entry: Entry) -> None:
    """Dates, people, language and rights: Dublin Core where RSS has no word, or a worse one."""
    add(item, "pubDate", _rfc822(entry.published))
    if entry.updated != entry.published:
        add(item, qualified(DCTERMS, "modified"), rfc3339(entry.updated))
    for person in entry.authors:
        add(item, qualified(DC, "creator"), person.name)
    for agency in entry.credit.agencies if entry.credit else ():
        add(item, qualified(DC, "contributor"), agency)
    add(item, qualified(DC, "language"), entry.language)
    if entry.rights is not None:
        add(item, qualified(DC, "rights"), entry.rights)
    if entry.licence_url is not None:
        add(item, qualified(CREATIVE_COMMONS, "license"), entry.licence_url)


def _add_link(parent: Element, link: FeedLink) -> None:
    made = add(
        parent, qualified(ATOM, "link"), rel=link.rel, type=link.type, hreflang=link.hreflang,
        href=link.href, title=link.title,
    )  # fmt: skip
    mark(made, link.language)


def _add_enclosure(item: Element, entry: Entry) -> None:
    """One per item, as the specification has it, and only where its length is known."""
    media = next((one for one in entry.enclosures if one.length), None)
    if media is not None:
        add(item, "enclosure", url=media.url, length=str(media.length), type=media.type)


def _add_source(item: Element, origin: EntrySource) -> None:
    """The publisher by name; `source` only where there is a feed that it can point to."""
    if origin.title is not None:
        add(item, qualified(DC, "publisher"), origin.title)
    if origin.is_feed:
        add(item, "source", origin.title, url=origin.url)


def _rfc822(moment: datetime) -> str:
    """`Tue, 19 May 2009 13:45:00 +0000`, English in every locale."""
    return format_datetime(moment.astimezone(UTC))

"""What RSS 2.0 needs beyond what feedgen writes, as lxml elements.

Order matters in an item: `media:*` before the text would be taken for the summary (feedparser),
and `description` after `content:encoded` is warned of. `_RANKS` is that order.
"""

from __future__ import annotations

from email.utils import format_datetime

from swifeeds.emit.links import entry_links, feed_links
from swifeeds.emit.namespaces import (
    ATOM,
    CONTENT,
    DC,
    DCTERMS,
    MEDIA,
    Element,
    add,
    qualified,
)
from swifeeds.emit.own_elements import add_own_elements
from swifeeds.emit.rfc3339 import rfc3339
from swifeeds.model import Entry, Feed, FeedLink, Media

_ORDER = (
    "title", "link", "guid", "pubDate", qualified(DC, "creator"), qualified(DC, "language"),
    qualified(DC, "rights"), qualified(DCTERMS, "modified"), qualified(DCTERMS, "isPartOf"),
    "category", qualified(ATOM, "link"), "description", qualified(CONTENT, "encoded"),
    "enclosure", qualified(MEDIA, "content"), "source",
)  # fmt: skip
_RANKS = {name: rank for rank, name in enumerate(_ORDER)}


def finish_channel(channel: Element, feed: Feed) -> None:
    """Dates without `setlocale`, and every `atom:link` that feedgen drops."""
    add(channel, "lastBuildDate", format_datetime(feed.updated))
    for link in feed_links(feed, "rss"):
        _add_link(channel, link)
    channel.text = "\n"
    for child in channel:
        child.tail = "\n"
    channel[:] = sorted(channel, key=_channel_rank)


def _channel_rank(element: Element) -> int:
    """The skeleton in the order of the specification's own table, links after it."""
    order = ("title", "link", "description", "language", "copyright", "lastBuildDate", "category",
             "generator", "ttl", "image")  # fmt: skip
    return order.index(element.tag) if element.tag in order else len(order)


def finish_item(item: Element, entry: Entry) -> None:
    """Everything feedgen cannot say of an item, then the order that readers need."""
    add(item, "pubDate", format_datetime(entry.published))
    for person in entry.authors:
        add(item, qualified(DC, "creator"), person.name)
    add(item, qualified(DC, "language"), entry.language)
    if entry.rights is not None:
        add(item, qualified(DC, "rights"), entry.rights)
    if entry.updated != entry.published:
        add(item, qualified(DCTERMS, "modified"), rfc3339(entry.updated))
    for story in entry.stories:
        add(item, qualified(DCTERMS, "isPartOf"), story.url)
    for link in entry_links(entry, "rss"):
        _add_link(item, link)
    for media in entry.media:
        _add_media(item, media)
    if entry.source is not None:
        add(item, "source", entry.source.title, url=entry.source.url)
    add_own_elements(item, entry)
    item[:] = sorted(item, key=lambda child: _RANKS.get(str(child.tag), len(_RANKS)))
    item.tail = "\n"


def _add_link(parent: Element, link: FeedLink) -> None:
    add(
        parent, qualified(ATOM, "link"), rel=link.rel, type=link.type, hreflang=link.hreflang,
        href=link.href, title=link.title,
    )  # fmt: skip


def _add_media(parent: Element, media: Media) -> None:
    """`media:content`, and an enclosure for sound and film where its length is known.

    A picture is no enclosure: podcast clients would download it.
    """
    add_media_content(parent, media)
    if media.medium in {"audio", "video"} and media.length and media.type:
        add(parent, "enclosure", url=media.url, length=str(media.length), type=media.type)


def add_media_content(parent: Element, media: Media) -> None:
    """Media RSS, alike in RSS and Atom."""
    content = add(
        parent,
        qualified(MEDIA, "content"),
        url=media.url,
        medium=media.medium,
        type=media.type,
        fileSize=_number(media.length),
        width=_number(media.width),
        height=_number(media.height),
    )
    description = media.caption or media.alt
    if description:
        add(content, qualified(MEDIA, "description"), description, type="plain")
    if media.credit:
        add(content, qualified(MEDIA, "credit"), media.credit)


def _number(value: int | None) -> str | None:
    return str(value) if value is not None else None



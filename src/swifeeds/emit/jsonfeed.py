"""JSON Feed 1.1 (jsonfeed.org/version/1.1), and `_swifeeds`, our documented extension of it.

Absent members are left out: to a JSON Feed reader `null` is a mistake, not "unknown".
"""

from __future__ import annotations

from functools import lru_cache

import orjson

from swifeeds.emit.own_members import Members, entry_members, feed_members, known
from swifeeds.emit.representing import represent
from swifeeds.emit.rfc3339 import rfc3339
from swifeeds.emit.splice import KEPT
from swifeeds.markup import strip_control
from swifeeds.model import Entry, Feed, Media, Person, Representation

VERSION = "https://jsonfeed.org/version/1.1"


def render(feed: Feed) -> Representation:
    """The feed's bytes. The same feed gives the same bytes."""
    items = [orjson.Fragment(_item_bytes(entry)) for entry in feed.entries]
    return represent(feed, "json", orjson.dumps({**_head(feed), "items": items}))


def _head(feed: Feed) -> dict[str, object]:
    """Everything but the items. Small, and made anew with every change."""
    head = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page_url,
        "feed_url": feed.url("json"),
        "next_url": dict(feed.chain.older).get("json"),
        "description": feed.subtitle,
        "language": feed.language,
        "icon": feed.logo,
        "favicon": feed.icon,
        "authors": [_person(feed.author)] if feed.author else None,
        "expired": feed.expired or None,
        "hubs": [{"type": "WebSub", "url": hub} for hub in feed.hubs],
        "_swifeeds": feed_members(feed),
    }
    return {name: _clean(member) for name, member in known(head).items()}


@lru_cache(maxsize=KEPT)
def _item_bytes(entry: Entry) -> bytes:
    """An item is written once: equal entries have equal bytes in every feed, as in `splice`."""
    return orjson.dumps(_clean(_item(entry)))


def _item(entry: Entry) -> Members:
    return known(
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "summary": entry.summary,
            **_content(entry),
            "image": entry.lead_image.url if entry.lead_image else None,
            "date_published": rfc3339(entry.published),
            "date_modified": rfc3339(entry.updated),
            "authors": [_person(person) for person in entry.authors],
            "tags": list(dict.fromkeys(category.label for category in entry.categories)),
            "language": entry.language,
            "attachments": [_attachment(media) for media in entry.media if media.type],
            "_swifeeds": entry_members(entry),
        }
    )


def _content(entry: Entry) -> Members:
    """The specification wants content in one form or the other, even where we have none."""
    if entry.content is not None:
        return {"content_html": entry.content}
    return {"content_text": entry.summary or entry.title}


def _person(person: Person) -> Members:
    return known({"name": person.name, "url": person.url})


def _attachment(media: Media) -> Members:
    return known(
        {
            "url": media.url,
            "mime_type": media.type,
            "title": media.caption or media.alt,
            "size_in_bytes": media.length,
        }
    )


def _clean(value: object) -> object:
    """Text that every parser takes, however deep it stands."""
    match value:
        case str():
            return strip_control(value)
        case dict():
            return {name: _clean(member) for name, member in value.items()}
        case list():
            return [_clean(member) for member in value]
        case _:
            return value

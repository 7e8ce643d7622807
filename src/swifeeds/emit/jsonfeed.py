"""JSON Feed 1.1 (jsonfeed.org/version/1.1), and `_swifeeds`, our documented extension of it."""

from __future__ import annotations

from typing import Any

import orjson

from swifeeds.emit.representing import represent
from swifeeds.emit.rfc3339 import rfc3339
from swifeeds.markup import strip_control
from swifeeds.model import (
    Entry,
    Feed,
    Media,
    Person,
    Precision,
    Representation,
    StoryLink,
    TranslationLink,
)

VERSION = "https://jsonfeed.org/version/1.1"

ABOUT = "https://swifeeds.example/docs/json-feed-extension"
"""Says whose extension `_swifeeds` is; docs/feeds.md holds the text."""


def render(feed: Feed) -> Representation:
    """The feed's bytes. The same feed gives the same bytes."""
    return represent(feed, "json", orjson.dumps(_fit(_feed(feed))))


def _feed(feed: Feed) -> dict[str, Any]:
    return {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page_url,
        "feed_url": feed.url("json"),
        "description": feed.subtitle,
        "language": feed.language,
        "icon": feed.logo,
        "favicon": feed.icon,
        "authors": [_person(feed.author)] if feed.author else None,
        "expired": feed.expired or None,
        "_swifeeds": {
            "about": ABOUT,
            "id": feed.id,
            "updated": rfc3339(feed.updated),
            "story": _story(feed.story) if feed.story else None,
            "translations": [
                {"language": other.language, "title": other.title, "url": other.url,
                 "feed_url": dict(dict(feed.translation_urls)[other.language])["json"]}
                for other in feed.translations
            ],
        },
        "items": [_item(entry) for entry in feed.entries],
    }  # fmt: skip


def _item(entry: Entry) -> dict[str, Any]:
    content = {"content_html": entry.content} if entry.content else {"content_text": entry.title}
    image = next((media.url for media in entry.media if media.medium == "image"), None)
    labels = (*(category.label for category in entry.categories), *entry.keywords)
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        **content,
        "image": image,
        "date_published": rfc3339(entry.published),
        "date_modified": rfc3339(entry.updated),
        "authors": [_person(person) for person in entry.authors],
        "tags": list(dict.fromkeys(labels)),
        "language": entry.language,
        "attachments": [_attachment(media) for media in entry.media if media.type],
        "_swifeeds": _own(entry),
    }


def _own(entry: Entry) -> dict[str, Any]:
    """Facts as codes, with the sentence of the feed's language beside each."""
    return {
        "stories": [_story(story) for story in entry.stories],
        "translations": [_translation(other) for other in entry.translations],
        "credit": entry.credit and {
            "code": entry.credit.code, "agencies": list(entry.credit.agencies),
            "text": entry.credit_text,
        },
        "provenance": entry.provenance and {
            "code": entry.provenance.value, "text": entry.provenance_text,
        },
        "trust": [
            {"scheme": scheme, "certificate": certificate, "text": entry.trust_text}
            for scheme, certificate in entry.trust
        ],
        "contributions": entry.contributions and {
            "code": f"contributions-{entry.contributions.value}",
            "text": entry.contributions_text,
        },
        "contact": entry.contact,
        "precision": "day" if entry.precision is Precision.DAY else None,
        "rights": entry.rights,
        "license": entry.license,
        "source": entry.source and {"title": entry.source.title, "url": entry.source.url},
    }  # fmt: skip


def _person(person: Person) -> dict[str, Any]:
    return {"name": person.name, "url": person.url}


def _story(story: StoryLink) -> dict[str, Any]:
    return {
        "id": story.id,
        "title": story.title,
        "url": story.url,
        "feed_url": dict(story.feed_urls)["json"],
    }


def _translation(other: TranslationLink) -> dict[str, Any]:
    return {"language": other.language, "url": other.url, "id": other.id, "title": other.title}


def _attachment(media: Media) -> dict[str, Any]:
    return {
        "url": media.url,
        "mime_type": media.type,
        "title": media.caption or media.alt,
        "size_in_bytes": media.length,
    }


def _fit(value: Any) -> Any:
    """The same without absent members, and with text that every parser takes."""
    if isinstance(value, dict):
        return {
            key: _fit(inner) for key, inner in value.items() if inner is not None and inner != []
        } | ({"items": [_fit(item) for item in value["items"]]} if "items" in value else {})
    if isinstance(value, list):
        return [_fit(item) for item in value]
    return strip_control(value) if isinstance(value, str) else value

"""JSON Feed 1.1 (jsonfeed.org/version/1.1), and `_swifeeds`, our documented extension of it.

Absent members are left out: to a JSON Feed reader `null` is a mistake, not "unknown".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import orjson

from swifeeds.emit.representing import represent
from swifeeds.emit.rfc3339 import rfc3339
from swifeeds.markup import strip_control
from swifeeds.model import (
    Entry,
    EntrySource,
    Feed,
    Media,
    Person,
    Precision,
    Representation,
    StoryLink,
    TranslationLink,
)

VERSION = "https://jsonfeed.org/version/1.1"

Members: TypeAlias = Mapping[str, object]


def render(feed: Feed) -> Representation:
    """The feed's bytes. The same feed gives the same bytes."""
    return represent(feed, "json", orjson.dumps(_clean(_feed(feed))))


def _feed(feed: Feed) -> Members:
    head = {
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
        "_swifeeds": _of_feed(feed),
    }
    return {**_known(head), "items": [_item(entry) for entry in feed.entries]}


def _of_feed(feed: Feed) -> Members:
    urls = dict(feed.translation_urls)
    return _known(
        {
            "about": feed.about_url,
            "id": feed.id,
            "updated": rfc3339(feed.updated),
            "rights": feed.rights,
            "story": _story(feed.story) if feed.story else None,
            "translations": [
                {
                    "language": other.language,
                    "title": other.title,
                    "url": other.url,
                    "feed_url": dict(urls[other.language])["json"],
                }
                for other in feed.translations
            ],
        }
    )


def _item(entry: Entry) -> Members:
    return _known(
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "summary": entry.summary,
            **_content(entry),
            "image": next((media.url for media in entry.media if media.medium == "image"), None),
            "date_published": rfc3339(entry.published),
            "date_modified": rfc3339(entry.updated),
            "authors": [_person(person) for person in entry.authors],
            "tags": list(dict.fromkeys(category.label for category in entry.categories)),
            "language": entry.language,
            "attachments": [_attachment(media) for media in entry.media if media.type],
            "_swifeeds": _of_entry(entry),
        }
    )


def _content(entry: Entry) -> Members:
    """The specification wants content in one form or the other, even where we have none."""
    if entry.content is not None:
        return {"content_html": entry.content}
    return {"content_text": entry.summary or entry.title}


def _of_entry(entry: Entry) -> Members:
    """Facts as codes, with the sentence of the reader's language beside each."""
    return _known(
        {
            "story": [_story(story) for story in entry.stories],
            "translations": [_translation(other) for other in entry.translations],
            "credit": _credit(entry),
            "provenance": entry.provenance
            and _known({"code": entry.provenance.value, "text": entry.provenance_text}),
            "trust": [
                _known({"scheme": scheme, "certificate": certificate, "text": entry.trust_text})
                for scheme, certificate in entry.trust
            ],
            "contributions": entry.contributions and entry.contributions.value,
            "feedback": entry.contact,
            "precision": entry.precision.value if entry.precision is Precision.DAY else None,
            "rights": entry.rights,
            "license": entry.license,
            "source": _source(entry.source) if entry.source else None,
        }
    )


def _credit(entry: Entry) -> Members | None:
    if entry.credit is None:
        return None
    return _known(
        {
            "code": entry.credit.code,
            "agencies": list(entry.credit.agencies),
            "text": entry.credit_text,
        }
    )


def _person(person: Person) -> Members:
    return _known({"name": person.name, "url": person.url})


def _story(story: StoryLink) -> Members:
    return {
        "id": story.id,
        "title": story.title,
        "url": story.url,
        "feed_url": dict(story.feed_urls)["json"],
    }


def _translation(other: TranslationLink) -> Members:
    return _known(
        {
            "language": other.language,
            "url": other.url,
            "id": other.id,
            "title": other.title,
        }
    )


def _attachment(media: Media) -> Members:
    return _known(
        {
            "url": media.url,
            "mime_type": media.type,
            "title": media.caption or media.alt,
            "size_in_bytes": media.length,
        }
    )


def _source(origin: EntrySource) -> Members:
    return _known(
        {
            "name": origin.title,
            "url": origin.url,
            "feed_url": origin.url if origin.is_feed else None,
        }
    )


def _known(members: Members) -> Members:
    """Without what is unknown or empty."""
    return {name: value for name, value in members.items() if value not in (None, [])}


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

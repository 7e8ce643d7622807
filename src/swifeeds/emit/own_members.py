"""`_swifeeds`, our extension of JSON Feed: what the format has no member for. See docs/feeds.md.

Facts are codes, the same in every language, with the sentence of the reader's language beside.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from swifeeds.emit.rfc3339 import rfc3339
from swifeeds.emit.titles import foreign
from swifeeds.model import Entry, EntrySource, Feed, Precision, StoryLink, TranslationLink

Members: TypeAlias = Mapping[str, object]


def feed_members(feed: Feed) -> Members:
    """What a feed says of itself."""
    urls = dict(feed.translation_urls)
    return known(
        {
            "about": feed.about_url,
            "id": feed.id,
            "updated": rfc3339(feed.updated),
            "rights": feed.rights,
            "license": feed.license,
            "rsl": feed.rsl,
            "title_language": _borrowed(feed),
            "story": _story(feed.story, feed.language) if feed.story else None,
            "part_of": _story(feed.wider, feed.language) if feed.wider else None,
            "translations": [
                known(
                    {
                        "language": other.language,
                        "title": other.title,
                        "title_language": foreign(other.title_language, other.language),
                        "url": other.url,
                        "feed_url": dict(urls[other.language])["json"],
                    }
                )
                for other in feed.translations
            ],
        }
    )


def _borrowed(feed: Feed) -> str | None:
    """The language of a title that is another than the feed's; a story says its own."""
    return foreign(feed.title_language, feed.language) if feed.language and not feed.story else None


def entry_members(entry: Entry) -> Members:
    """What an item says beyond the format."""
    return known(
        {
            "story": [_story(story, entry.language) for story in entry.stories],
            "translations": [_translation(other) for other in entry.translations],
            "credit": _credit(entry),
            "provenance": entry.provenance
            and known({"code": entry.provenance.value, "text": entry.provenance_text}),
            "trust": [
                known({"scheme": scheme, "certificate": certificate, "text": entry.trust_text})
                for scheme, certificate in entry.trust
            ],
            "contributions": entry.contributions and entry.contributions.value,
            "feedback": entry.contact,
            "reading_minutes": entry.reading_minutes,
            "precision": entry.precision.value if entry.precision is Precision.DAY else None,
            "rights": entry.rights,
            "license": entry.license,
            "rsl": entry.rsl,
            "rsl_elements": list(entry.rsl_elements),
            "tdm": entry.mining
            and known({"reservation": int(entry.mining.reserved), "policy": entry.mining.policy}),
            "source": _source(entry.source) if entry.source else None,
            "withdrawn": entry.is_notice or None,
        }
    )


def _credit(entry: Entry) -> Members | None:
    if entry.credit is None:
        return None
    return known(
        {
            "code": entry.credit.code,
            "agencies": list(entry.credit.agencies),
            "text": entry.credit_text,
        }
    )


def _story(story: StoryLink, around: str | None) -> Members:
    """`language` is the title's where it is another than that of what stands around it."""
    return known(
        {
            "id": story.id,
            "title": story.title,
            "language": foreign(story.language, around),
            "url": story.url,
            "feed_url": dict(story.feed_urls)["json"],
        }
    )


def _translation(other: TranslationLink) -> Members:
    return known(
        {
            "language": other.language,
            "url": other.url,
            "id": other.id,
            "title": other.title,
            "role": other.role and other.role.value,
        }
    )


def _source(origin: EntrySource) -> Members:
    return known(
        {
            "name": origin.title,
            "url": origin.url,
            "feed_url": origin.url if origin.is_feed else None,
        }
    )


def known(members: Members) -> Members:
    """Without what is unknown or empty."""
    return {name: value for name, value in members.items() if value not in (None, [])}

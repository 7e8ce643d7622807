"""A rendered feed as what HTTP will say of it."""

from __future__ import annotations

from swifeeds.emit.addresses import MEDIA_TYPES, feed_path
from swifeeds.emit.links import link_fields
from swifeeds.model import Feed, Representation


def represent(feed: Feed, suffix: str, body: bytes) -> Representation:
    """Body, path, media type with charset, language and `Link` values."""
    return Representation(
        path=feed_path(feed.key, suffix, feed.slug),
        media_type=f"{MEDIA_TYPES[suffix]}; charset=utf-8",
        body=body,
        language=feed.language,
        links=link_fields(feed, suffix),
        mining=feed.mining,
    )

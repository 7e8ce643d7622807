"""`/feeds.json`: every feed, for machines (CONTRACT 4)."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from swifeeds.emit.addresses import feed_id
from swifeeds.emit.listings import FeedListing
from swifeeds.emit.rfc3339 import rfc3339
from swifeeds.emit.titles import foreign
from swifeeds.model import Publication, Representation, Scope


def render(publication: Publication, listings: Sequence[FeedListing]) -> Representation:
    """The directory. `generated` is when the newest of its feeds changed, so that an unchanged
    site has an unchanged directory."""
    newest = max((listing.updated for listing in listings), default=None)
    body = {
        "version": 1,
        "generated": rfc3339(newest) if newest else None,
        "feeds": [_feed(publication, listing) for listing in listings],
    }
    return Representation(
        path="/feeds.json", media_type="application/json; charset=utf-8", body=orjson.dumps(body)
    )


def _feed(publication: Publication, listing: FeedListing) -> dict[str, object]:
    key = listing.key
    borrowed = foreign(listing.title_language, key.language) if key.language else None
    return {
        "id": feed_id(publication, key),
        "scope": key.scope.value,
        "slug": listing.slug if key.scope is not Scope.ALL else None,
        "language": key.language or None,
        "title": listing.title,
        **({"title_language": borrowed} if borrowed else {}),
        "html_url": listing.page_url,
        "urls": dict(listing.urls),
        "updated": rfc3339(listing.updated),
        "entries": listing.entries,
    }

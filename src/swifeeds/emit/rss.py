"""RSS 2.0 with the profile of the RSS Advisory Board (RSS 2.0 specification, 2.0.11)."""

from __future__ import annotations

from swifeeds.emit.representing import represent
from swifeeds.emit.splice import rss_bytes
from swifeeds.model import Feed, Representation


def render(feed: Feed) -> Representation:
    """The feed's bytes. The same feed gives the same bytes."""
    return represent(feed, "rss", rss_bytes(feed))

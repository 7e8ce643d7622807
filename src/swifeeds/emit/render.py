"""A feed in all its formats."""

from __future__ import annotations

from swifeeds.emit import atom, jsonfeed, rss
from swifeeds.model import Feed, Representation


def render_feed(feed: Feed) -> tuple[Representation, ...]:
    """RSS, Atom and JSON Feed, in this order. Runs in a child as well as here."""
    return rss.render(feed), atom.render(feed), jsonfeed.render(feed)

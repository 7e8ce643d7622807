"""Atom 1.0 (RFC 4287)."""

from __future__ import annotations

from swifeeds.emit.representing import represent
from swifeeds.emit.splice import atom_bytes
from swifeeds.model import Feed, Representation


def render(feed: Feed) -> Representation:
    """The feed's bytes. The same feed gives the same bytes."""
    return represent(feed, "atom", atom_bytes(feed))

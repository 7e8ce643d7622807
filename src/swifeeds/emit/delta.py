"""What changed of a feed since a version that subscribers may hold (RFC 3229 with `A-IM: feed`).

A delta is the feed as it is now with nothing but the entries that are new or different. Entries
are told apart by the digest of their bytes, so a corrected headline is sent again and an entry
that merely left the feed is not missed. Made when the feed is published, never for a request.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from swifeeds.emit import atom, rss
from swifeeds.emit.addresses import feed_path
from swifeeds.emit.shelve import encode
from swifeeds.emit.splice import atom_entry, rss_item
from swifeeds.model import Encoding, Entry, Feed, Representation, ShelfItem, Version

KEPT = 4
"""Versions that are remembered beside the current one. A feed is published at most once in two
seconds and asked for every few minutes: who missed more than four changes gets the whole feed."""

_LARGEST = 0.5
"""Most of the whole that a delta may come to. A larger one saves a reader little and would cost the
shelf as much as another feed: the deltas of a feed are bounded by twice its own bytes."""

_DIGEST_LENGTH = 16

_FORMATS: Mapping[str, tuple[Callable[[Feed], Representation], Callable[[Entry], bytes]]] = {
    "rss": (rss.render, rss_item),
    "atom": (atom.render, atom_entry),
}
"""The formats whose readers ask for deltas: how each is rendered, whole and by the entry."""


def with_deltas(
    feed: Feed, items: Iterable[ShelfItem], known: Mapping[str, Sequence[Version]]
) -> Iterator[ShelfItem]:
    """The items; those of RSS and Atom with their versions and the deltas since each earlier one.

    Args:
        feed: what was rendered into the items.
        items: what is to be published of it, in any format.
        known: by path, the versions that were published before, the newest first.
    """
    suffixes = {feed_path(feed.key, suffix, feed.slug): suffix for suffix in _FORMATS}
    for item in items:
        suffix = suffixes.get(item.path)
        yield _with_deltas(feed, item, suffix, known.get(item.path, ())) if suffix else item


def _with_deltas(feed: Feed, item: ShelfItem, suffix: str, known: Sequence[Version]) -> ShelfItem:
    _, entry_bytes = _FORMATS[suffix]
    now = Version(
        etag=item.etag,
        entries=tuple((entry.id, _digest(entry_bytes(entry))) for entry in feed.entries),
    )
    earlier = tuple(one for one in known if one.etag != item.etag)[:KEPT]
    room = int(len(item.body) * _LARGEST)
    made = ((one.etag, _delta(feed, suffix, now, one, room)) for one in earlier)
    return replace(
        item,
        versions=(now, *earlier),
        deltas={etag: codings for etag, codings in made if codings is not None},
    )


def _delta(
    feed: Feed, suffix: str, now: Version, base: Version, room: int
) -> Mapping[Encoding, bytes] | None:
    """In each coding; None where so much changed that it comes to more bytes than there is room."""
    held = dict(base.entries)
    fresh = {name for name, digest in now.entries if held.get(name) != digest}
    if len(fresh) == len(feed.entries):
        return None
    render, _ = _FORMATS[suffix]
    entries = tuple(entry for entry in feed.entries if entry.id in fresh)
    made = render(replace(feed, entries=entries))
    return encode(made) if len(made.body) <= room else None


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:_DIGEST_LENGTH]

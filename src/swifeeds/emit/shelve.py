"""From a rendering to what a request gets: codings, ETag and Last-Modified, made once per change.

Rules: equal bytes and headers are no change, whatever the clock says; the ETag comes from the
bytes alone; Last-Modified counts whole seconds and rises with every change, because newsboat
drops a new body that comes with an unchanged date and keeps its ETag (DESIGN decision 2).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256

import brotli
import zstandard
from zlib_ng import zlib_ng

from swifeeds.model import Encoding, Representation, ShelfItem

SMALLEST_CODED = 256
"""Bodies below this many bytes are published as they are: headers outweigh what a coding saves."""

_GZIP_LEVEL, _BROTLI_QUALITY, _ZSTD_LEVEL = 6, 5, 3
_GZIP_CONTAINER = 31
_TAG_LENGTH = 32


def encode(representation: Representation) -> Mapping[Encoding, bytes]:
    """The body in each coding that is smaller than the body itself; identity always.

    The gzip header carries no time and no name, so equal bodies give equal bytes (RFC 1952).
    """
    body = representation.body
    codings = {Encoding.IDENTITY: body}
    if len(body) >= SMALLEST_CODED:
        coded = {
            Encoding.GZIP: _gzip(body),
            Encoding.BROTLI: brotli.compress(body, quality=_BROTLI_QUALITY),
            Encoding.ZSTD: zstandard.ZstdCompressor(level=_ZSTD_LEVEL).compress(body),
        }
        codings |= {name: made for name, made in coded.items() if len(made) < len(body)}
    return codings


def _gzip(body: bytes) -> bytes:
    press = zlib_ng.compressobj(_GZIP_LEVEL, zlib_ng.DEFLATED, _GZIP_CONTAINER)
    return bytes(press.compress(body) + press.flush())


def etag_of(body: bytes) -> str:
    """The strong entity tag of these bytes, quoted: half a SHA-256, so that no two ever meet."""
    return f'"{sha256(body).hexdigest()[:_TAG_LENGTH]}"'


def last_modified_for(previous: datetime | None, now: datetime) -> datetime:
    """The Last-Modified of a change made at `now`, in whole seconds (UTC).

    It is `now`, rounded down; but never less than a second after `previous`. Feeds are published
    at most once in two seconds, so the second rule only speaks when the machine's clock was set
    back. The date then lies ahead of the clock for a while; whoever serves leaves it out until
    the clock has caught up, because a date in the future must not be sent (RFC 9110 8.8.2.1).
    """
    floor = now.replace(microsecond=0)
    return floor if previous is None else max(floor, previous + timedelta(seconds=1))


def shelve(
    representation: Representation,
    previous: ShelfItem | None,
    *,
    now: datetime,
    max_age: int = 300,
) -> ShelfItem | None:
    """What is to be published in place of `previous`, or None when nothing changed.

    `max_age` is how many seconds caches may keep it. The item's generation is one more than that
    of `previous`, and 1 for a path that is published for the first time.
    """
    if previous is not None and _is_same(representation, previous, max_age):
        return None
    return ShelfItem(
        path=representation.path,
        media_type=representation.media_type,
        etag=etag_of(representation.body),
        last_modified=last_modified_for(previous.last_modified if previous else None, now),
        generation=previous.generation + 1 if previous else 1,
        encodings=encode(representation),
        language=representation.language,
        links=representation.links,
        mining=representation.mining,
        max_age=max_age,
    )


def shelve_all(
    representations: Sequence[Representation],
    previous: Mapping[str, ShelfItem],
    *,
    now: datetime,
    max_age: int = 300,
) -> tuple[ShelfItem, ...]:
    """What changed of a batch, in its order; `previous` are the published items by path.

    Their bytes are not looked at, only their tags: they may travel to a child without `encodings`.
    """
    made = (
        shelve(one, previous.get(one.path), now=now, max_age=max_age) for one in representations
    )
    return tuple(item for item in made if item is not None)


def _is_same(representation: Representation, published: ShelfItem, max_age: int) -> bool:
    return (
        etag_of(representation.body) == published.etag
        and representation.media_type == published.media_type
        and representation.language == published.language
        and representation.links == published.links
        and representation.mining == published.mining
        and max_age == published.max_age
    )

"""Pictures drawn in code: a small landscape per name, so that no picture of anybody is needed."""

from __future__ import annotations

import hashlib
import struct
import zlib
from functools import cache
from itertools import chain, pairwise

WIDTH, HEIGHT = 480, 270
"""Pixels. Wide enough to be taken for an article's picture, small enough for a test."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SKY_BANDS = 12


@cache
def picture(name: str) -> bytes:
    """A PNG of two ridges under a banded sky; the same name gives the same bytes.

    Source: PNG (Portable Network Graphics) Specification, W3C, 5 and 11.
    """
    seed = hashlib.sha256(name.encode()).digest()
    rows = b"".join(b"\0" + _row(y, seed) for y in range(HEIGHT))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    chunks = (
        (b"IHDR", header),
        (b"PLTE", _palette(seed)),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _row(y: int, seed: bytes) -> bytes:
    """One line of palette indices: the sky's band, or the ridge that stands before it."""
    sky = y * _SKY_BANDS // HEIGHT
    far, near = _ridge(seed[:8], HEIGHT // 3), _ridge(seed[8:16], HEIGHT * 3 // 5)
    return bytes(
        _SKY_BANDS + 1 if y >= low else _SKY_BANDS if y >= high else sky
        for high, low in zip(far, near, strict=True)
    )


@cache
def _ridge(seed: bytes, level: int) -> tuple[int, ...]:
    """The height of the ridge in each column: straight slopes between nine summits and saddles."""
    turns = [level + byte % 71 - 35 for byte in (*seed, seed[0])]
    step = WIDTH // len(seed)
    slopes = (
        (start + (end - start) * x // step for x in range(step)) for start, end in pairwise(turns)
    )
    return tuple(chain.from_iterable(slopes))


def _palette(seed: bytes) -> bytes:
    """Sky from deep to pale in the name's own tint, then the far and the near ridge."""
    tint = tuple(70 + byte % 90 for byte in seed[16:19])
    sky = (
        tuple(part + (235 - part) * band // _SKY_BANDS for part in tint)
        for band in range(_SKY_BANDS)
    )
    ridges = (tuple(part * 3 // 4 for part in tint), tuple(part // 2 for part in tint))
    return bytes(chain.from_iterable((*sky, *ridges)))

"""A body on its way in: decompressed piece by piece under caps. No I/O: bytes in, bytes out.

Letting the HTTP client decompress is a bomb: half a megabyte of gzip became 512 MiB in memory
before anybody could count. Here no piece larger than a step is ever made before it is counted,
and every layer of a body compressed twice is counted by itself.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from swifeeds.errors import TooLarge, Unreachable

_STEP = 64 * 1024
_RATIO_FROM = 1024 * 1024
_GZIP = b"\x1f\x8b"
_MAX_LAYERS = 2
"""`gzip, gzip` is seen in the wild, where a cache compressed what was compressed; more is not."""
_MAX_MEMBERS = 1000
"""A block-wise packer makes 320 members of 20 MiB; a million empty ones would cost seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Caps on one body: bytes before and after decompression, and the ratio of the two above
    1 MiB."""

    compressed: int
    decompressed: int
    ratio: int


class Body:
    """Collects one body.

    Args:
        url: the address that errors name.
        coding: the Content-Encoding header, None when there is none.
        limits: the caps.

    Raises:
        Unreachable: a coding that was not asked for.
    """

    def __init__(self, url: str, coding: str | None, limits: Limits) -> None:
        self._url = url
        self._limits = limits
        self._layers = tuple(self._layer(name) for name in reversed(_codings(url, coding)))
        self._kept = BytesIO()  # its value is the buffer itself: the body is never there twice
        self.received = 0

    def feed(self, chunk: bytes) -> None:
        """Take a piece as it came from the wire.

        Raises:
            TooLarge: a cap was reached.
            Unreachable: the compressed data are broken.
        """
        self.received += len(chunk)
        if self.received > self._limits.compressed:
            raise _too_large(self._url, self._limits.compressed)
        for piece in self._through(chunk, self._layers):
            self._kept.write(piece)
            if self._kept.tell() > self._limits.decompressed:
                raise _too_large(self._url, self._limits.decompressed)

    def finish(self) -> bytes:
        """The whole body, once the wire has ended.

        A body that is still gzip is unpacked once more: a server that sends a stored `.gz` file,
        or says `x-gzip` wrongly, means its content.

        Raises:
            TooLarge: a cap was reached.
            Unreachable: the compressed data end in the middle.
        """
        self._require_end(self._layers)
        body = self._kept.getvalue()
        if not body.startswith(_GZIP):
            return body
        layer = self._layer("gzip")
        steps = (body[at : at + _STEP] for at in range(0, len(body), _STEP))
        unpacked = b"".join(piece for step in steps for piece in layer.feed(step))
        self._require_end((layer,))
        return unpacked

    def _through(self, data: bytes, layers: tuple[_Layer, ...]) -> Iterator[bytes]:
        if not layers:
            yield data
            return
        for piece in layers[0].feed(data):
            yield from self._through(piece, layers[1:])

    def _layer(self, coding: str) -> _Layer:
        return _Layer(self._url, coding, self._limits)

    def _require_end(self, layers: tuple[_Layer, ...]) -> None:
        if not all(layer.complete for layer in layers):
            raise Unreachable("the answer breaks off in the middle", url=self._url)


class _Layer:
    """One compression, taken off. Gzip may have several members; what follows them is ignored."""

    def __init__(self, url: str, coding: str, limits: Limits) -> None:
        self._url = url
        self._coding = coding
        self._limits = limits
        self._stream: zlib._Decompress | None = None
        self._members = 0
        self._taken = 0
        self._made = 0

    @property
    def complete(self) -> bool:
        """True when the data ended where a stream ends, or none came."""
        return self._stream is None or self._stream.eof

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Pieces of at most a step, counted before they are handed on."""
        self._taken += len(data)
        while data:
            stream = self._stream
            if stream is None or (stream.eof and self._coding == "gzip" and data[0] == _GZIP[0]):
                stream = self._stream = self._begin(data[0])
            if stream.eof:
                return
            yield from self._inflate(stream, data)
            data = stream.unused_data

    def _begin(self, first: int) -> zlib._Decompress:
        self._members += 1
        if self._members > _MAX_MEMBERS:
            raise Unreachable("the compressed answer is in too many parts", url=self._url)
        if self._coding == "gzip":
            return zlib.decompressobj(16 + zlib.MAX_WBITS)
        # "deflate" means zlib (RFC 9110 8.4.1.2), yet some servers send it raw: method 8 in the
        # low bits of the first byte tells.
        return zlib.decompressobj(zlib.MAX_WBITS * (1 if first & 0x0F == zlib.DEFLATED else -1))

    def _inflate(self, stream: zlib._Decompress, data: bytes) -> Iterator[bytes]:
        more = True
        while more:
            try:
                piece = stream.decompress(data, _STEP)
            except zlib.error as error:
                raise Unreachable("the compressed answer is broken", url=self._url) from error
            self._count(len(piece))
            yield piece
            data = stream.unconsumed_tail
            # A full piece may have taken all input and still hold output back.
            more = not stream.eof and (bool(data) or len(piece) == _STEP)

    def _count(self, made: int) -> None:
        self._made += made
        if self._made > self._limits.decompressed:
            raise _too_large(self._url, self._limits.decompressed)
        if self._made > _RATIO_FROM and self._made > self._limits.ratio * self._taken:
            message = f"unpacks to more than {self._limits.ratio} times its size; not believed"
            raise TooLarge(message, url=self._url)


def _codings(url: str, header: str | None) -> list[str]:
    names = [name.strip().lower().removeprefix("x-") for name in (header or "").split(",")]
    codings = [name for name in names if name not in {"", "identity"}]
    if len(codings) > _MAX_LAYERS or not {*codings} <= {"gzip", "deflate"}:
        raise Unreachable(f"answers in a coding nobody asked for: {header!r}", url=url)
    return codings


def _too_large(url: str, limit: int) -> TooLarge:
    return TooLarge(f"is larger than {limit} bytes; it was not kept", url=url)

"""Ready bytes of an item's answers, made once per change and coding, without I/O.

What the ordinary path would write for the same item, but for Date, which comes last and is put in
when the answer is sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from multidict import CIMultiDict

from swifeeds.model import Encoding, ShelfItem
from swifeeds.serve.conditional import variant_tags
from swifeeds.serve.headers import Terms, item_headers, without_body


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """The answers in one coding.

    `found` and `unchanged` are the header blocks of 200 and 304, up to where Date follows;
    `etag` and `last_modified` are the validators as a client sends them back; `unchanged_as` are
    the blocks of 304 for the tags of other bytes that decode to the same.
    """

    etag: str
    unchanged_as: Mapping[str, bytes]
    last_modified: str
    found: bytes
    unchanged: bytes
    body: bytes


def make_blocks(
    item: ShelfItem, encoding: Encoding, *, terms: Terms, now: datetime
) -> Blocks | None:
    """The blocks of `item`, or None while its date lies ahead of the clock (see `item_headers`)."""
    if item.last_modified > now:
        return None
    headers = item_headers(item, encoding, terms=terms, now=now)
    body = item.encodings[encoding]
    bare = without_body(headers)
    unchanged = _block("304 Not Modified", bare)
    headers["Content-Length"] = str(len(body))
    return Blocks(
        etag=headers["ETag"],
        unchanged_as=dict(_unchanged(variant_tags(item, encoding)[1:], bare)),
        last_modified=headers["Last-Modified"],
        found=_block("200 OK", headers),
        unchanged=unchanged,
        body=body,
    )


def _unchanged(tags: Iterable[str], headers: CIMultiDict[str]) -> Iterator[tuple[str, bytes]]:
    for tag in tags:
        headers["ETag"] = tag
        yield tag, _block("304 Not Modified", headers)


def _block(status: str, headers: CIMultiDict[str]) -> bytes:
    """A field with a line break in it would be two fields.

    Raises:
        ValueError: a value has one, so nothing of it is sent.
    """
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers.items())]
    if any("\r" in line or "\n" in line for line in lines):
        raise ValueError(f"a header field has a line break: {lines}")
    return "".join(f"{line}\r\n" for line in lines).encode()

"""The short way of an answer: from the request line to ready bytes, past the router.

Only what is plain goes this way: GET or HEAD of an exact path by HTTP/1.1 on a connection that
stays, without a body, with at most a condition that repeats a validator letter for letter. For
all else `find` says None and the application answers; both ways say the same, which the tests
hold against each other. Nothing is hashed, compressed, formatted or logged here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from aiohttp import hdrs, web
from aiohttp.http import HttpVersion11
from multidict import istr

from swifeeds.model import Encoding, Shelf, ShelfItem
from swifeeds.serve.blocks import Blocks, make_blocks
from swifeeds.serve.headers import Terms
from swifeeds.serve.holder import ShelfHolder
from swifeeds.serve.negotiation import choose_encoding
from swifeeds.serve.quick_answer import QuickAnswer, Stamp

if TYPE_CHECKING:
    from aiohttp.web_request import BaseRequest

_METHODS = frozenset({"GET", "HEAD"})
_UNUSUAL = (hdrs.IF_MATCH, hdrs.IF_UNMODIFIED_SINCE, hdrs.EXPECT, istr("A-IM"))
"""Fields that make an answer something else than the bytes at hand."""

_NONE = (None,)
"""No Accept-Encoding at all: the body as it is."""

_MOST_WISHES = 64
"""Values of Accept-Encoding remembered for an item. Real clients send about a dozen."""

_LONGEST_WISH = 128
"""Letters of one that is remembered. Real ones are shorter; strangers' would fill the memory."""

_ONE_TAG = re.compile(r'"[\x21\x23-\x7e]*"')
"""A single strong tag: when it is not ours, the client has something older."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coded:
    """The three answers of an item in one coding."""

    etag: str
    unchanged_as: Mapping[str, QuickAnswer]
    last_modified: str
    found: QuickAnswer
    head: QuickAnswer
    unchanged: QuickAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prepared:
    """An item's answers by the client's Accept-Encoding, letter for letter."""

    item: ShelfItem
    sizes: Mapping[Encoding, int]
    by_encoding: dict[Encoding, _Coded] = field(default_factory=dict)
    by_wish: dict[str | None, _Coded] = field(default_factory=dict)


class Quick:
    """Finds the ready answer of a request.

    Answers are prepared when they are first asked for, and thrown away when a new shelf has
    another item at their path.
    """

    def __init__(
        self,
        holder: ShelfHolder,
        fixed: Shelf,
        *,
        terms: Terms,
        clock: Callable[[], datetime],
    ) -> None:
        self._holder = holder
        self._shelf = holder.current
        self._fixed = fixed
        self._terms = terms
        self._stamp = Stamp(clock)
        self._prepared: dict[str, _Prepared] = {}

    def find(self, request: BaseRequest) -> web.StreamResponse | None:
        """The answer to `request`, or None when the application has to make it."""
        method = request.method
        if (
            method not in _METHODS
            or request.version != HttpVersion11
            or not request.keep_alive
            or request.body_exists
        ):
            return None
        if self._shelf is not self._holder.current:
            self._keep(self._holder.current)
        if self._stamp.renew():
            self._prepared.clear()
        prepared = self._prepared.get(request.raw_path) or self._prepare(request.raw_path)
        return None if prepared is None else self._choose(prepared, request)

    def _choose(self, prepared: _Prepared, request: BaseRequest) -> QuickAnswer | None:
        headers = request.headers
        for name in _UNUSUAL:
            if name in headers:
                return None
        wishes = headers.getall(hdrs.ACCEPT_ENCODING, _NONE)
        if len(wishes) > 1:
            return None
        coded = prepared.by_wish.get(wishes[0]) or self._code(prepared, wishes[0])
        return None if coded is None else _judge(coded, request)

    def _keep(self, shelf: Shelf) -> None:
        """Begin with a new shelf; items that it shares with the one before stay prepared."""
        self._shelf = shelf
        self._prepared = {
            path: one for path, one in self._prepared.items() if self._standing(path) is one.item
        }

    def _standing(self, path: str) -> ShelfItem | None:
        """What `lookup` finds at the exact path; not what it leads elsewhere from."""
        if item := self._shelf.items.get(path):
            return item
        return None if path in self._shelf.redirects else self._fixed.items.get(path)

    def _prepare(self, path: str) -> _Prepared | None:
        item = self._standing(path)
        if item is None:
            return None
        sizes = {encoding: len(body) for encoding, body in item.encodings.items()}
        prepared = self._prepared[path] = _Prepared(item=item, sizes=sizes)
        return prepared

    def _code(self, prepared: _Prepared, wish: str | None) -> _Coded | None:
        """The answers in the coding that `wish` asks for; None when there is none (406)."""
        encoding = choose_encoding(wish, prepared.sizes)
        if encoding is None:
            return None
        coded = prepared.by_encoding.get(encoding)
        if coded is None:
            made = make_blocks(prepared.item, encoding, terms=self._terms, now=self._stamp.now)
            if made is None:
                return None
            coded = prepared.by_encoding[encoding] = self._answers(made)
        if len(wish or "") <= _LONGEST_WISH:
            if len(prepared.by_wish) >= _MOST_WISHES:
                prepared.by_wish.clear()
            prepared.by_wish[wish] = coded
        return coded

    def _answers(self, blocks: Blocks) -> _Coded:
        return _Coded(
            etag=blocks.etag,
            unchanged_as={
                tag: QuickAnswer(304, block, b"", self._stamp)
                for tag, block in blocks.unchanged_as.items()
            },
            last_modified=blocks.last_modified,
            found=QuickAnswer(200, blocks.found, blocks.body, self._stamp),
            head=QuickAnswer(200, blocks.found, b"", self._stamp),
            unchanged=QuickAnswer(304, blocks.unchanged, b"", self._stamp),
        )


def _judge(coded: _Coded, request: BaseRequest) -> QuickAnswer | None:
    """By the request's conditions; None for one that is more than a validator repeated."""
    headers = request.headers
    held = headers.getall(hdrs.IF_NONE_MATCH, None)
    if held is not None:
        if held == [coded.etag]:
            return coded.unchanged
        if len(held) > 1:
            return None
        if (unchanged := coded.unchanged_as.get(held[0])) is not None:
            return unchanged
        if not _ONE_TAG.fullmatch(held[0]):
            return None
    elif (since := headers.getall(hdrs.IF_MODIFIED_SINCE, None)) is not None:
        return coded.unchanged if since == [coded.last_modified] else None
    return coded.found if request.method == "GET" else coded.head

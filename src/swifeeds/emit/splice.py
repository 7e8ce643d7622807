"""A feed put together from its shell and from entries that were rendered before.

A feed of fifty entries with one new one renders one entry: the shell (everything but the entries)
is rendered with no entry in it and cut before its end, each entry is rendered once, in a constant
feed that is cut away, and kept by its value. Two equal entries have equal bytes in every feed, so
what `story`, `section` and `source` share is rendered for the first of them alone. The result
equals feedgen's own rendering of the whole feed byte for byte; a test holds that.

The store of entries is this process's own and bounded: a child that is replaced starts anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache

from swifeeds.emit._feedgen import whole_atom, whole_rss
from swifeeds.model import Direction, Entry, Feed, FeedKey, Scope

KEPT = 1024
"""Entries kept in each format: about 40 MB of newsroom text in a child that has seen them all."""

_RSS_END = b"</channel></rss>"
_ATOM_END = b"</feed>"

_CONSTANT = Feed(
    key=FeedKey(scope=Scope.ALL),
    id="tag:",
    slug="",
    title="-",
    language=None,
    direction=Direction.LTR,
    page_url="http://localhost/",
    urls=tuple((suffix, "http://localhost/") for suffix in ("rss", "atom", "json")),
    updated=datetime(1970, 1, 1, tzinfo=UTC),
    entries=(),
)


def rss_bytes(feed: Feed) -> bytes:
    """The feed as RSS 2.0."""
    return _spliced(_shell(whole_rss, feed, _RSS_END), map(rss_item, feed.entries))


def atom_bytes(feed: Feed) -> bytes:
    """The feed as Atom 1.0."""
    return _spliced(_shell(whole_atom, feed, _ATOM_END), map(atom_entry, feed.entries))


def _spliced(shell: tuple[bytes, bytes], entries: Iterable[bytes]) -> bytes:
    head, tail = shell
    return b"".join((head, *entries, tail))


def _shell(write: Callable[[Feed], bytes], feed: Feed, end: bytes) -> tuple[bytes, bytes]:
    """What comes before and after the entries. Text is escaped, so the end stands there once."""
    empty = write(replace(feed, entries=()))
    head, found, rest = empty.rpartition(end)
    assert found
    assert not rest.strip()
    return head, found + rest


@lru_cache(maxsize=KEPT)
def rss_item(entry: Entry) -> bytes:
    """The `item` of an entry, as it stands in every feed that shows it."""
    return _between(whole_rss(replace(_CONSTANT, entries=(entry,))), *_constant_rss())


@lru_cache(maxsize=KEPT)
def atom_entry(entry: Entry) -> bytes:
    """The Atom `entry` of an entry, as it stands in every feed that shows it."""
    return _between(whole_atom(replace(_CONSTANT, entries=(entry,))), *_constant_atom())


@lru_cache(maxsize=1)
def _constant_rss() -> tuple[bytes, bytes]:
    return _shell(whole_rss, _CONSTANT, _RSS_END)


@lru_cache(maxsize=1)
def _constant_atom() -> tuple[bytes, bytes]:
    return _shell(whole_atom, _CONSTANT, _ATOM_END)


def _between(whole: bytes, head: bytes, tail: bytes) -> bytes:
    assert whole.startswith(head)
    assert whole.endswith(tail)
    return whole[len(head) : len(whole) - len(tail)]

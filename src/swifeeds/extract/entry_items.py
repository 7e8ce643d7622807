"""The entries of a document as items: those that were read before by their names alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from swifeeds.extract.entry_digests import MOST_ENTRIES, Entries
from swifeeds.extract.item import Item
from swifeeds.extract.names import elements_named
from swifeeds.markup import url_key
from swifeeds.markup.xml import Element
from swifeeds.model import Reject


def items_of(
    root: Element, entries: Entries, read: Callable[[Element, int, Entries], Item]
) -> tuple[Item, ...]:
    """What `read` makes of each entry and its 1-based place, at most `MOST_ENTRIES`.

    Where a new entry has the guid or the address of a known one, all are read: whose name it is
    shows only side by side.
    """
    elements = tuple(islice(elements_named(root, "item", "entry"), MOST_ENTRIES))
    entries = entries.aligned(len(elements))
    items = tuple(read(element, place, entries) for place, element in enumerate(elements, 1))
    if not _share_a_name(items):
        return items
    anew = replace(entries, known=frozenset())
    return tuple(read(element, place, anew) for place, element in enumerate(elements, 1))


def left_out(items: tuple[Item, ...], url: str) -> tuple[Reject, ...]:
    """The sentence about a document with more entries than are read."""
    if len(items) < MOST_ENTRIES:
        return ()
    reason = f"only its first {MOST_ENTRIES} entries are read; import the rest as an archive"
    return (Reject(subject=url, reason=reason),)


def _share_a_name(items: tuple[Item, ...]) -> bool:
    known = {name for item in items if item.is_known for name in _names(item)}
    return bool(known) and any(
        name in known for item in items if not item.is_known for name in _names(item)
    )


def _names(item: Item) -> Iterator[str]:
    if item.guid:
        yield f"guid {item.guid}"
    if item.url:
        yield f"url {url_key(item.url)}"

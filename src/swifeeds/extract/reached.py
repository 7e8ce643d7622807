"""Whether an address leads anywhere but inside somebody's network.

Whoever puts a site online as it was developed leaves `localhost` and `192.168.…` in its addresses.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlsplit

from swifeeds.extract.item import Item
from swifeeds.markup import is_public_host
from swifeeds.model import Reject


def is_reached(address: str) -> bool:
    """True where readers anywhere may reach it."""
    return _is_public(address.partition("://")[2].partition("/")[0])


def is_meant_for_readers(address: str, read_at: str) -> bool:
    """False for an address inside a network that a document for everybody states. What is itself
    read inside one may well mean it."""
    return is_reached(address) or not is_reached(read_at)


def with_link_for_readers(item: Item, read_at: str, noted: list[Reject]) -> Item:
    """The item without a link that nobody reaches. It is still known by it if it has no guid."""
    if item.url is None or is_meant_for_readers(item.url, read_at):
        return item
    reason = f"its link {item.url[:120]} leads inside a network and was left out"
    noted.append(Reject(subject=item.subject, reason=reason))
    return replace(item, url=None, guid=item.guid or item.url)


@lru_cache(maxsize=1024)
def _is_public(authority: str) -> bool:
    """The items of a feed link to a few hosts."""
    host = urlsplit(f"//{authority}").hostname
    return host is not None and is_public_host(host)

"""Addresses that a reader's machine asks without being told to: pictures, sound, film."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from swifeeds.markup.hosts import is_public_host
from swifeeds.markup.urls import absolute_url

LOADED = frozenset({"src", "poster"})
"""Attributes whose address is asked as soon as the text is shown."""


def loadable_url(address: str, base_url: str) -> str | None:
    """The absolute address of a picture, sound or film that any reader's machine may ask.

    None for one that only the source's own network reaches, unless the document came from that
    very host: then whoever reads it is inside as well.
    """
    absolute = absolute_url(address, base_url) if address.strip() else None
    if absolute is None:
        return None
    return absolute if may_load(absolute, host_of(base_url)) else None


def may_load(absolute: str, home: str | None) -> bool:
    """False for a host that only means something inside a network, unless it is `home`."""
    host = host_of(absolute)
    return host is not None and (host == home or is_public_host(host))


@lru_cache(maxsize=4096)
def host_of(url: str) -> str | None:
    """The host of an address, None where there is none. A text is asked thrice for each of its
    pictures, and for its own address each time."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None

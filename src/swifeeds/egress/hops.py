"""Addresses on the way to an answer: what may be asked at all, and where a redirect leads. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from yarl import URL

from swifeeds.errors import Refused, Unreachable

_REDIRECTS = frozenset({301, 302, 303, 307, 308})

PERMANENT = frozenset({301, 308})
"""Redirects that say: ask there from now on."""


def checked(address: str, *, asked: str) -> URL:
    """An address in the form that is sent, without its fragment.

    Args:
        address: what to ask next.
        asked: the address that the caller gave; errors name it.

    Raises:
        Refused: not http(s), without a host, or with a user name.
    """
    try:
        url = _parsed(address)
        good = url.scheme in {"http", "https"} and bool(url.host) and url.port != 0
    except ValueError as error:
        raise Refused(f"{_shown(address, asked)} is no web address", url=asked) from error
    if not good:
        raise Refused(f"{_shown(address, asked)} is not an http or https address", url=asked)
    if url.user is not None or url.password is not None:
        raise Refused(f"{_shown(address, asked)} carries a user name or password", url=asked)
    return url


@lru_cache(maxsize=16384)
def _parsed(address: str) -> URL:
    """What an address is made of; the same ones are asked poll after poll."""
    url = URL(address)
    return url.with_fragment(None) if url.raw_fragment else url


def next_hop(status: int, headers: Mapping[str, str], hop: URL, *, asked: str) -> URL | None:
    """Where an answer sends us, or None when it is the answer.

    Raises:
        Refused: to an address that may not be asked, or from https to plain http, where anybody
            on the way could put words into the publisher's mouth.
        Unreachable: to the address that was just asked.
    """
    location = headers.get("location")
    if status not in _REDIRECTS or not location:
        return None
    try:
        joined = str(hop.join(URL(location)))
    except ValueError as error:
        raise Refused("redirects to what is no web address", url=asked) from error
    target = checked(joined, asked=asked)
    if target == hop:
        raise Unreachable("redirects to itself", url=asked)
    if hop.scheme == "https" and target.scheme == "http":
        message = f"redirects from https to {target}; write the http address if that is meant"
        raise Refused(message, url=asked)
    return target


def after_redirect(hop: URL, asked: str) -> str:
    """The beginning of an error's sentence: where we were, if not where we were sent first."""
    return "" if URL(asked).with_fragment(None) == hop else f"redirected to {hop}, which "


def _shown(address: str, asked: str) -> str:
    return "it" if address == asked else f"redirects to {address}, which"

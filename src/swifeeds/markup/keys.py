"""What addresses of one article have in common: the key by which articles are compared.

Two addresses are the same article when their keys are equal: scheme, the host's `www.` or `m.`,
marks of AMP, tracking parameters, fragment and a trailing slash are decoration that sources change
at will (half of the duplicates that feed users complain of come from there). Never for asking.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import unquote_plus

from swifeeds.markup.tracking import is_tracking
from swifeeds.markup.urls import canonical_url

_SAME_HOST = re.compile(r"(?:www|m|mobile|amp)\.(?=[^.]+\.)")
"""Hosts by which one site is shown to other devices. A name must remain: `m.example` is one."""

_AMP_PATH = re.compile(r"^amp/(?=.)|(?<=.)/amp$|(?<=[^/])\.amp(?=\.html?$|$)", re.IGNORECASE)
_AMP_PAIR = re.compile(
    r"amp(?:=(?:1|true|yes)?)?|(?:output(?:type)?|view|format)=amp", re.IGNORECASE
)
"""How sites mark the AMP form of a page within its own address (`amp.` hosts are another way). An
address must remain: `/amp` is a page of that name."""


@lru_cache(maxsize=65536)
def url_key(url: str) -> str:
    """What two addresses of one article have in common. For comparison only, never for asking."""
    _, separator, rest = canonical_url(url).partition("://")
    if not separator:
        return url.strip()
    path, question, query = rest.partition("?")
    host, _, local = path.partition("/")
    kept = "&".join(pair for pair in query.split("&") if not _is_decoration(pair)) if query else ""
    question = question if kept else ""
    return f"{bare_host(host)}/{_without_amp(local.rstrip('/'))}{question}{kept}"


def is_amp(url: str) -> bool:
    """True for the AMP form of a page, by its address."""
    _, _, rest = canonical_url(url).partition("://")
    path, _, query = rest.partition("?")
    host, _, local = path.partition("/")
    local = local.rstrip("/")
    is_marked = any(map(_AMP_PAIR.fullmatch, query.split("&")))
    return is_marked or host.startswith("amp.") or _without_amp(local) != local


def bare_host(host: str) -> str:
    """A host without what only says to whom the site is shown."""
    return _SAME_HOST.sub("", host, count=1) if _SAME_HOST.match(host) else host


def url_keys(url: str, aliases: Iterable[str] = ()) -> tuple[str, ...]:
    """The key of an address, and those under the other hosts where its site shows the same pages.

    Args:
        url: the address.
        aliases: all hosts of the site; they say nothing of an address that is at none of them.
    """
    own = url_key(url)
    host, slash, local = own.partition("/")
    hosts = [bare_host(one.lower()) for one in aliases]
    others = [one for one in hosts if one != host] if host in hosts else []
    return (own, *(f"{other}{slash}{local}" for other in others))


def _without_amp(local: str) -> str:
    return _AMP_PATH.sub("", local, count=1) if "amp" in local.lower() else local


def _is_decoration(pair: str) -> bool:
    return bool(_AMP_PAIR.fullmatch(pair)) or is_tracking(unquote_plus(pair.partition("=")[0]))

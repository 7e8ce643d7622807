"""Addresses: made absolute, made canonical, compared.

Two addresses are the same article when their keys are equal: scheme, `www.`, tracking parameters,
fragment and a trailing slash are decoration that sources change at will (half of the duplicates
that feed users complain of come from there).
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_cid|mc_eid|igshid|_hsenc|_hsmi|ns_\w+|at_\w+"
    r"|wt_\w+|xtor|cmpid|ocid|spm)",
    re.IGNORECASE,
)
_FEED_REFERENCES = frozenset({"rss", "feed", "atom", "feedburner"})
_PORTS = {"http": 80, "https": 443}


def absolute_url(url: str, base: str) -> str | None:
    """The absolute form of an http(s) address, or None for anything else.

    Addresses with a user name are refused: they disguise the host that is really asked.
    """
    try:
        parts = urlsplit(urljoin(base, re.sub(r"[\t\r\n]", "", url.strip())))
        host = _host(parts.hostname)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or host is None or parts.username is not None:
        return None
    where = host if port in (None, _PORTS[parts.scheme]) else f"{host}:{port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]|")
    fragment = quote(parts.fragment, safe="/?%:@!$&'()*+,;=~-._")
    return urlunsplit((parts.scheme, where, path, query, fragment))


def _host(name: str | None) -> str | None:
    """Lower case, ASCII (IDNA), brackets around IPv6; None for what cannot be a host."""
    if not name:
        return None
    if ":" in name:
        return f"[{name}]"
    try:
        ascii_name = name.encode("ascii" if name.isascii() else "idna").decode().lower()
    except UnicodeError:
        return None
    return ascii_name if re.fullmatch(r"[a-z0-9._-]+", ascii_name) else None


def canonical_url(url: str) -> str:
    """The address without fragment, tracking parameters and default port.

    An address that cannot be read comes back as it was.
    """
    absolute = absolute_url(url, url)
    if absolute is None:
        return url.strip()
    parts = urlsplit(absolute)
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _is_tracking(name, value)
    ]
    # A query that loses nothing is kept letter for letter: re-encoding it would change addresses.
    kept = urlencode(query) if len(query) != parts.query.count("&") + 1 else parts.query
    return urlunsplit((parts.scheme, parts.netloc, parts.path, kept, ""))


def _is_tracking(name: str, value: str) -> bool:
    reference = name.lower() in {"ref", "source", "from"} and value.lower() in _FEED_REFERENCES
    return reference or _TRACKING.fullmatch(name) is not None


@lru_cache(maxsize=65536)
def url_key(url: str) -> str:
    """What two addresses of one article have in common. For comparison only, never for asking."""
    _, separator, rest = canonical_url(url).partition("://")
    if not separator:
        return url.strip()
    path, question, query = rest.partition("?")
    host, _, local = path.partition("/")
    return f"{host.removeprefix('www.')}/{local.rstrip('/')}{question}{query}"

"""Addresses: made absolute and canonical. `keys` says when two of them are the same article."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, unquote_plus, urljoin, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_cid|mc_eid|igshid|_hsenc|_hsmi|ns_\w+|at_\w+"
    r"|wt_\w+|xtor|cmpid|ocid|spm)",
    re.IGNORECASE,
)
_REFERRING = frozenset({"ref", "source", "from", "output"})
_FEED_REFERENCES = frozenset({"rss", "rss2", "feed", "feeds", "atom", "feedburner", "newsfeed"})
_PORTS = {"http": 80, "https": 443}
_IN_PATH = "/%:@!$&'()*+,;=~-._"
_IN_QUERY = _IN_PATH + "?[]|"
_ESCAPED = r"%(?:[0189A-F][0-9A-F]|2[0-9ABCF]|3[A-F]|40|5[BCDE]|60|7[BCDF])"
"""An octet in the one spelling that RFC 3986, 6.2.2 has for it, and that must be escaped."""

_PLAIN = r"[\w/~!$&'()*+,;=:@.-]*+"
_PART = rf"{_PLAIN}(?:{_ESCAPED}{_PLAIN})*+"
_NORMAL = re.compile(
    rf"https?://(?:[a-z0-9_-]++\.)+[a-z0-9_-]++/{_PART}(?:\?(?!\Z|#){_PART})?(?:#(?!\Z){_PART})?",
    re.ASCII,
)
"""Addresses that come out as they went in. Nine in ten are so, and looking costs a tenth."""

_LONGEST_KEPT = 500
_LONGEST = 8000
"""Characters of an address. Servers take as many (RFC 9110 4.1), browsers ask for less."""

_LINE_BREAKS = re.compile(r"[\t\r\n]")
_ABSOLUTE = re.compile(r"https?://[^/]", re.IGNORECASE)
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})?")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


def absolute_url(url: str, base: str) -> str | None:
    """The absolute form of an http(s) address, or None for anything else.

    Scheme and host come in lower case, the host in ASCII (IDNA), without the default port;
    percent-encoding by RFC 3986, 6.2.2. Addresses with a user name are refused: they disguise
    the host that is really asked.
    """
    if len(url) > _LONGEST:
        return None
    if _NORMAL.fullmatch(url):
        return url
    return (_kept if len(url) + len(base) <= _LONGEST_KEPT else rewritten)(url, base)


def rewritten(url: str, base: str) -> str | None:
    """`absolute_url` by the long way, which reads any address."""
    try:
        address = _LINE_BREAKS.sub("", url.strip())
        # Joining costs as much as all the rest, and an address that is absolute needs none.
        parts = urlsplit(address if _ABSOLUTE.match(address) else urljoin(base, address))
        host, port = _host(parts.hostname), parts.port
        path = _encoded(parts.path or "/", _IN_PATH)
        query = _encoded(parts.query, _IN_QUERY)
        fragment = _encoded(parts.fragment, _IN_QUERY)
    except ValueError:
        return None
    if parts.scheme not in _PORTS or host is None or parts.username is not None:
        return None
    where = host if port in (None, _PORTS[parts.scheme]) else f"{host}:{port}"
    return urlunsplit((parts.scheme, where, path, query, fragment))


_kept = lru_cache(maxsize=4096)(rewritten)
"""A document names the same few addresses over and over."""


def _host(name: str | None) -> str | None:
    """Lower case, ASCII (IDNA), brackets around IPv6; None for what cannot be a host."""
    if not name:
        return None
    if ":" in name:
        return f"[{name}]" if re.fullmatch(r"[0-9a-f:.]+", name) else None
    ascii_name = name.encode("ascii" if name.isascii() else "idna").decode().lower()
    return ascii_name if re.fullmatch(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?", ascii_name) else None


def _encoded(part: str, safe: str) -> str:
    return _ESCAPE.sub(_escape, quote(part, safe=safe))


def _escape(match: re.Match[str]) -> str:
    if match[1] is None:
        return "%25"
    letter = chr(int(match[1], 16))
    return letter if _UNRESERVED.fullmatch(letter) else match[0].upper()


def canonical_url(url: str) -> str:
    """The address without fragment, tracking parameters and default port.

    An address that cannot be read comes back as it was.
    """
    absolute = absolute_url(url, url)
    if absolute is None:
        return url.strip()
    if "?" not in absolute and "#" not in absolute:
        return absolute
    parts = urlsplit(absolute)
    query = "&".join(pair for pair in parts.query.split("&") if not _is_tracking(pair))
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def _is_tracking(pair: str) -> bool:
    name, _, value = pair.partition("=")
    name, value = unquote_plus(name).lower(), unquote_plus(value).lower()
    reference = name in _REFERRING and value in _FEED_REFERENCES
    return reference or _TRACKING.fullmatch(name) is not None

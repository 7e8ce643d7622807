"""Addresses of WordPress's REST interface, with and without pretty permalinks.

`https://site/wp-json/wp/v2/posts?page=2`, or `https://site/?rest_route=/wp/v2/posts&page=2`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

POSTS = "wp/v2/posts"
_COLLECTION = re.compile(r"(.*?/)(wp/v\d+/[\w-]+)/?(?:\d+)?", re.DOTALL)
_ROOT = re.compile(r".*/wp-json/?")


@dataclass(frozen=True, slots=True, kw_only=True)
class RestPlace:
    """What an operator's address says of the interface: its root where it names one (else it is the
    site's), and which entries are meant."""

    root: str | None
    collection: str = POSTS


def rest_place(url: str) -> RestPlace:
    """Read a site's address, the root of its interface, or a collection in it."""
    parts = urlsplit(url)
    route = dict(parse_qsl(parts.query)).get("rest_route")
    if route is not None:
        before, collection = _split(route)
        return RestPlace(root=_with_route(url, before), collection=collection)
    if (match := _COLLECTION.fullmatch(parts.path)) or _ROOT.fullmatch(parts.path):
        path = match[1] if match else f"{parts.path.rstrip('/')}/"
        root = urlunsplit((parts.scheme, parts.netloc, path, "", ""))
        return RestPlace(root=root, collection=match[2] if match else POSTS)
    return RestPlace(root=None)


def usual_root(site: str) -> str:
    """Where the interface of a site is, unless it is told otherwise."""
    parts = urlsplit(site)
    return urlunsplit((parts.scheme, parts.netloc, f"{parts.path.rstrip('/')}/wp-json/", "", ""))


def plain_root(site: str) -> str:
    """Where it is without pretty permalinks."""
    parts = urlsplit(site)
    path = f"{parts.path.rstrip('/')}/"
    return urlunsplit((parts.scheme, parts.netloc, path, "rest_route=/", ""))


def rest_address(root: str, path: str = "", **asked: str | int) -> str:
    """The address of a part of the interface, with parameters in the order given."""
    parts = urlsplit(root)
    stated = dict(parse_qsl(parts.query, keep_blank_values=True))
    if "rest_route" in stated:
        stated["rest_route"] = f"{stated['rest_route'].rstrip('/')}/{path}"
        local = parts.path
    else:
        local = f"{parts.path.rstrip('/')}/{path}"
    query = urlencode({**stated, **asked}, safe="/,:")
    return urlunsplit((parts.scheme, parts.netloc, local, query, ""))


def _split(route: str) -> tuple[str, str]:
    match = _COLLECTION.fullmatch(route)
    return (match[1], match[2]) if match else ("/", POSTS)


def _with_route(url: str, route: str) -> str:
    parts = urlsplit(url)
    query = urlencode({"rest_route": route}, safe="/")
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", query, ""))

"""The same knowledge that the web server gets, for uploaders to object storage: as JSON."""

from __future__ import annotations

from collections.abc import Mapping

import orjson

from swifeeds.deliver.export.types import Site
from swifeeds.model import ShelfItem

_OPTIONS = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


def headers_json(site: Site, served: Mapping[str, ShelfItem]) -> bytes:
    """Every plain file with its address and header fields, by name.

    A coded file beside it has the same fields and `Content-Encoding`.

    Args:
        site: whose fields.
        served: the items by the name of their plain file.
    """
    files = {
        name: {"path": item.path, "headers": dict(site.fields[item.path])}
        for name, item in sorted(served.items())
    }
    return orjson.dumps({"version": 1, "files": files}, option=_OPTIONS)


def redirects_json(site: Site) -> bytes:
    """Every address that answers 301 or 410."""
    moved = {path: {"status": 301, "location": there} for path, there in site.moved.items()}
    gone = {path: {"status": 410} for path in site.gone}
    redirects = dict(sorted((moved | gone).items()))
    return orjson.dumps({"version": 1, "redirects": redirects}, option=_OPTIONS)

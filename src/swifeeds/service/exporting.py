"""The public site as plain data, and its export: what is served, said again in files.

Header fields come from the one function that the server itself uses.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from swifeeds.deliver.export import Exported, Fields, Progress, Site, export_site, preview_export
from swifeeds.deliver.export.plan import Plan
from swifeeds.emit.shelve import shelve
from swifeeds.model import Encoding, Redirect, Representation, Shelf, ShelfItem
from swifeeds.serve.fixed import fixed_shelf
from swifeeds.serve.headers import Terms, base_headers, item_headers
from swifeeds.serve.messages import Messages
from swifeeds.serve.near import DIRECTORY_PATH, suggestions
from swifeeds.service.house import House

_BY_SERVER = frozenset({"etag", "last-modified", "content-encoding", "server"})
"""Fields that a web server makes by itself, of the file that it sends."""

_WITHDRAWN = {"410": "/", "410-article": "/articles/", "410-story": "/stories/"}
"""What is said of an address that is gone depends on what stood there: a path of each kind."""

_THERE = "swifeeds-there"
_ECHO = b'<!--# echo var="sent_http_location" encoding="entity" -->'
"""Where a page of a 301 names the new address: nginx fills it in (SSI)."""


async def export(
    house: House, directory: Path, *, adopt: bool = False, progress: Progress | None = None
) -> Exported:
    """Write what is published now to a folder. See `deliver.export.export_site`."""
    shelf = await _shelf(house)
    site = await asyncio.to_thread(make_exported_site, house, shelf, house.now())
    return await export_site(
        site, directory, fetch=house.store.shelf_items, adopt=adopt, progress=progress
    )


async def preview(house: House, directory: Path, *, adopt: bool = False) -> Plan:
    """What `export` would do."""
    site = make_exported_site(house, await _shelf(house), house.now())
    return preview_export(site, directory, adopt=adopt)


async def _shelf(house: House) -> Shelf:
    """What is published, without its bytes but for the directory: dead ends name its stories."""
    shelf = await house.store.shelf_index()
    directory = await house.store.shelf_items([DIRECTORY_PATH])
    return replace(shelf, items={**shelf.items, **{item.path: item for item in directory}})


def make_exported_site(house: House, shelf: Shelf, now: datetime) -> Site:
    """Everything that the public door would answer, but what depends on who asks."""
    publication = house.config.publication
    mining = house.config.serve.mining
    fixed = fixed_shelf(house.parts.pages, house.parts.assets, publication, now, mining)
    ends = _DeadEnds(
        messages=Messages(pages=house.parts.pages, publication=publication, locales=house.locales),
        shelf=shelf,
    )
    missing = dict(_missing_pages(ends, publication.languages, now))
    pages = dict(_pages(ends, publication.languages))
    brought = {path: item for path, item in fixed.items.items() if path not in shelf.items}
    standing = _with_and_without_slash({**fixed.redirects, **shelf.redirects}, shelf)
    redirects = {**dict(_old_addresses(house, standing)), **standing}
    return Site(
        owner=publication.tag_authority,
        prefix=urlsplit(publication.base_url).path.rstrip("/"),
        languages=publication.languages,
        published=shelf.items,
        brought={**missing, **brought},
        fields={
            **{path: _error_fields(item.language or "") for path, item in missing.items()},
            **dict(_item_fields(house, shelf.items, brought, now)),
        },
        moved={path: one.location for path, one in redirects.items() if one.location},
        gone=frozenset(path for path, one in redirects.items() if not one.location),
        pages=pages,
        page_fields={tag: _error_fields(tag) for tag in publication.languages},
    )


def _old_addresses(
    house: House, standing: Mapping[str, Redirect]
) -> Iterator[tuple[str, Redirect]]:
    """Those of `[[redirects]]` that are one path and nothing else; where they lead by now."""
    for one in house.config.forwardings:
        location = house.forwardings.find(one.path, "") if one.is_plain else None
        if location is not None:
            onward = standing.get(location, Redirect(path=one.path, location=location))
            yield one.path, replace(onward, path=one.path)


def _with_and_without_slash(
    redirects: Mapping[str, Redirect], shelf: Shelf
) -> Mapping[str, Redirect]:
    """A page that moved is one step away, its slash forgotten or not, as `serve.lookup` has it."""
    bare = {path.removesuffix("/"): one for path, one in redirects.items() if path.endswith("/")}
    taken = shelf.items.keys() | redirects.keys() | {""}
    return {**redirects, **{path: one for path, one in bare.items() if path not in taken}}


def _item_fields(
    house: House,
    published: Mapping[str, ShelfItem],
    brought: Mapping[str, ShelfItem],
    now: datetime,
) -> Iterator[tuple[str, Fields]]:
    terms = Terms.of(house.config.serve, brought)
    for item in (*published.values(), *brought.values()):
        yield item.path, _fields(item, terms, now)


def _fields(item: ShelfItem, terms: Terms, now: datetime) -> Fields:
    headers = item_headers(item, Encoding.IDENTITY, terms=terms, now=now)
    names = dict.fromkeys(str(name) for name in headers if name.lower() not in _BY_SERVER)
    return tuple((name, ", ".join(headers.getall(name))) for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class _DeadEnds:
    """The bodies of 404 and 410. A file cannot look at the address: it names the newest stories."""

    messages: Messages
    shelf: Shelf

    def missing(self, language: str) -> bytes:
        return self.messages.missing(language, suggestions("/", self.shelf, language)).body

    def withdrawn(self, language: str, path: str) -> bytes:
        newest = suggestions("/", self.shelf, language)
        return self.messages.withdrawn(language, path, newest).body


def _error_fields(language: str) -> Fields:
    """As `serve.answers.live` has them."""
    headers = base_headers("text/html; charset=utf-8", language or None)
    headers["Cache-Control"] = "public, max-age=60"
    headers["Vary"] = "Accept-Language"
    return tuple((str(name), text) for name, text in headers.items() if name != "Server")


def _missing_pages(
    ends: _DeadEnds, languages: tuple[str, ...], now: datetime
) -> Iterator[tuple[str, ShelfItem]]:
    """`404.html` where object stores and CDNs look for it: at the root and in each language."""
    for folder, language in [("/", languages[0]), *((f"/{tag}/", tag) for tag in languages)]:
        body = ends.missing(language)
        page = Representation(
            path=f"{folder}404.html",
            media_type="text/html; charset=utf-8",
            body=body,
            language=language,
        )
        item = shelve(page, None, now=now)
        assert item is not None
        yield page.path, item


def _pages(ends: _DeadEnds, languages: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """The bodies of answers that are no 200, as the web server picks them."""
    for tag in languages:
        yield f"{tag}/404.html", ends.missing(tag)
        yield f"{tag}/empty.html", ends.messages.empty(tag).body
        for name, path in _WITHDRAWN.items():
            yield f"{tag}/{name}.html", ends.withdrawn(tag, path)
        moved = ends.messages.moved(tag, _THERE).body
        yield f"{tag}/301.html", moved.replace(_THERE.encode(), _ECHO)

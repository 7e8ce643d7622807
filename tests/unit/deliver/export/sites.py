"""A small site to export, with bytes that a store would hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from swifeeds.deliver.export import Exported, Site, export_site
from swifeeds.emit.shelve import shelve
from swifeeds.model import Representation, ShelfItem

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def item(path: str, text: str = "words ", *, now: datetime = NOW) -> ShelfItem:
    made = Representation(
        path=path, media_type="text/html; charset=utf-8", body=text.encode() * 100, language="de"
    )
    shelved = shelve(made, None, now=now)
    assert shelved is not None
    return shelved


@dataclass(slots=True)
class Shelf:
    """What stands in for the store: items with bytes, and how often they were asked for."""

    items: dict[str, ShelfItem]
    asked: int = 0

    async def fetch(self, paths: Sequence[str]) -> Sequence[ShelfItem]:
        self.asked += len(paths)
        return [self.items[path] for path in paths if path in self.items]

    def put(self, *items: ShelfItem) -> None:
        self.items |= {one.path: one for one in items}

    def site(self, **others: object) -> Site:
        published = {path: replace(one, encodings={}) for path, one in self.items.items()}
        brought = {"/robots.txt": item("/robots.txt", "x", now=NOW)}
        site = Site(
            owner="feeds.example.org,2026",
            prefix="",
            languages=("de", "en"),
            published=published,
            brought=brought,
            fields={
                path: (("Content-Type", one.media_type),)
                for path, one in {**published, **brought}.items()
            },
        )
        return replace(site, **others)


def shelf_of(*paths: str) -> Shelf:
    return Shelf({path: item(path) for path in paths})


async def export(shelf: Shelf, directory: Path, *, adopt: bool = False, **site: object) -> Exported:
    return await export_site(shelf.site(**site), directory, fetch=shelf.fetch, adopt=adopt)


def tree(directory: Path) -> dict[str, bytes]:
    """Every public file."""
    return {
        name: file.read_bytes()
        for file in sorted(directory.rglob("*"))
        if file.is_file()
        and not (name := str(file.relative_to(directory))).startswith(".swifeeds/")
    }


def expected(shelf: Shelf) -> dict[str, bytes]:
    suffixes = {"identity": "", "gzip": ".gz", "br": ".br", "zstd": ".zst"}
    files = {}
    for one in (*shelf.items.values(), item("/robots.txt", "x")):
        name = one.path[1:] + ("index.html" if one.path.endswith("/") else "")
        files |= {name + suffixes[coding]: body for coding, body in one.encodings.items()}
    return dict(sorted(files.items()))

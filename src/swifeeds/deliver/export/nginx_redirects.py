"""Moved and gone addresses, in the form in which nginx compares addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from swifeeds.deliver.export.nginx_text import exactly, fits, is_speakable, valued
from swifeeds.deliver.export.types import Site
from swifeeds.model import ShelfItem


def redirects(site: Site, served: Mapping[str, ShelfItem]) -> tuple[dict[str, str], dict[str, str]]:
    """Moved addresses with where they stand, and gone ones, decoded as nginx compares them.

    The address of a folder that lacks its last slash leads to the one that has it.
    """
    here = set(addresses(served))
    gone = {_decoded(path): path for path in site.gone}
    moved = {_decoded(path): _public(site, there) for path, there in site.moved.items()}
    for path in [*site.moved, *site.gone]:
        if path.endswith("/") and path != "/":
            moved.setdefault(_decoded(path[:-1]), _public(site, path))
    taken = here | gone.keys()
    return (
        {
            path: there
            for path, there in moved.items()
            if path not in taken and _is_sound(path, there)
        },
        {
            path: there
            for path, there in gone.items()
            if path not in here and _is_sound(path, there)
        },
    )


def unspeakable(site: Site) -> Iterator[tuple[str, str]]:
    """Moved and gone addresses that a web server cannot be told of, with the reason."""
    for path in (*site.moved, *site.gone):
        if not _is_sound(_decoded(path), site.moved.get(path, "")):
            yield path, "it or its target is too long or has a control character"


def _is_sound(path: str, there: str) -> bool:
    if not is_speakable(path) or not is_speakable(there):
        return False
    return fits(exactly(path)) and fits(valued(there))


def addresses(served: Mapping[str, ShelfItem]) -> Iterator[str]:
    """The published addresses, decoded."""
    return (_decoded(item.path) for item in served.values())


def _decoded(path: str) -> str:
    return unquote(path)


def _public(site: Site, location: str) -> str:
    return f"{site.prefix}{location}" if location.startswith("/") else location

"""From a path to what stands there, decided without I/O.

The path alone counts, byte for byte: the Host header is never asked, and a query changes nothing
(but where the operator names one: see `forwarding`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from swifeeds.localise.languages import negotiate
from swifeeds.model import Shelf, ShelfItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Send this. `negotiated`: the reader's languages chose it, so caches must ask for them."""

    item: ShelfItem
    negotiated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """301: it stands at `location` for good."""

    location: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """410: it stood here, and will not come back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """404."""


Place: TypeAlias = Found | Moved | Withdrawn | Missing


def look_up(
    path: str,
    shelf: Shelf,
    fixed: Shelf,
    *,
    languages: Sequence[str],
    accept_language: str | None,
) -> Place:
    """What to answer at `path`.

    Args:
        path: as the request wrote it, without query.
        shelf: what is published; it goes before everything else.
        fixed: what the program itself brings (style, robots.txt, names).
        languages: of the site, the default first.
        accept_language: the reader's wish, for paths that name no language: `/` answers with the
            catalogue of the best language, `/stories/x/` with that story's page.
    """
    for one in (shelf, fixed):
        if item := one.items.get(path):
            return Found(item=item)
        if redirect := one.redirects.get(path):
            return Moved(location=redirect.location) if redirect.location else Withdrawn()
    slashed = f"{path}/"
    if any(slashed in one.items or slashed in one.redirects for one in (shelf, fixed)):
        return Moved(location=slashed)
    if path.endswith("/") and (item := _best(path, shelf, languages, accept_language)):
        return Found(item=item, negotiated=True)
    return Missing()


def _best(
    path: str, shelf: Shelf, languages: Sequence[str], accept_language: str | None
) -> ShelfItem | None:
    available = [tag for tag in languages if f"/{tag}{path}" in shelf.items]
    if not available:
        return None
    chosen = negotiate(accept_language, available, available[0])
    return shelf.items[f"/{chosen}{path}"]


def language_of(path: str, languages: Sequence[str], accept_language: str | None) -> str:
    """The language to speak at a path where nothing stands: the path's own, else the reader's."""
    first = path.lstrip("/").partition("/")[0].lower()
    return first if first in languages else negotiate(accept_language, languages, languages[0])

"""From a path to what stands there, decided without I/O.

The path alone counts, byte for byte: the Host header is never asked, and a query changes nothing
(but where the operator names one: see `forwarding`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from swifeeds.localise.languages import negotiate
from swifeeds.model import Redirect, Shelf, ShelfItem


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
            return _led_on(redirect)
    if not path.endswith("/"):
        return _with_slash(f"{path}/", shelf, fixed)
    if item := _best(path, shelf, languages, accept_language):
        return Found(item=item, negotiated=True)
    return _moved_in_all(path, shelf, languages)


def _led_on(redirect: Redirect) -> Moved | Withdrawn:
    return Moved(location=redirect.location) if redirect.location else Withdrawn()


def _with_slash(path: str, shelf: Shelf, fixed: Shelf) -> Place:
    """A forgotten slash is one step, be it to a page that moved."""
    for one in (shelf, fixed):
        if path in one.items:
            return Moved(location=path)
        if redirect := one.redirects.get(path):
            return _led_on(redirect)
    return Missing()


def _moved_in_all(path: str, shelf: Shelf, languages: Sequence[str]) -> Place:
    """A page that stands in no language any more moved where it moved in one, or is gone."""
    found = [one for tag in languages if (one := shelf.redirects.get(f"/{tag}{path}"))]
    location = next((one.location for one in found if one.location), None)
    if location is None:
        return Withdrawn() if found else Missing()
    folder = next((f"/{tag}" for tag in languages if location.startswith(f"/{tag}/")), "")
    return Moved(location=location.removeprefix(folder))


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

"""What the program itself brings: style, script, icon, robots.txt and the namespace page.

They are shelf items like any other, so codings, validators and conditions come for free.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from swifeeds.emit.html import ASSETS, Pages, render_namespace
from swifeeds.emit.shelve import shelve
from swifeeds.model import Publication, Redirect, Representation, Shelf

_YEAR = 365 * 86400
_HOUR = 3600
_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
}
_MOVES = tuple(
    Redirect(path=f"/ns/{name}", location=f"/ns/#{name}")
    for name in ("story", "section", "keyword")
)
"""The schemes of our categories are addresses: whoever opens one lands at its explanation."""

_ROBOTS = b"User-agent: *\nAllow: /\n"


def fixed_shelf(
    pages: Pages, assets: Mapping[str, bytes], publication: Publication, now: datetime
) -> Shelf:
    """Items and moves by path. `now` is the start of the process: their Last-Modified.

    Assets may be kept for a year, because pages ask for them with their digest as the query.
    """
    made = (
        *((one, _YEAR) for one in _assets(assets)),
        (
            Representation(
                path="/robots.txt", media_type="text/plain; charset=utf-8", body=_ROBOTS
            ),
            _HOUR,
        ),
        (render_namespace(pages, publication), _HOUR),
    )
    items = (shelve(one, None, now=now, max_age=max_age) for one, max_age in made)
    return Shelf(
        items={item.path: item for item in items if item is not None},
        redirects={move.path: move for move in _MOVES},
    )


def _assets(assets: Mapping[str, bytes]) -> Iterator[Representation]:
    for name, body in assets.items():
        media_type = _TYPES[name.rpartition(".")[2]]
        yield Representation(path=f"{ASSETS}{name}", media_type=media_type, body=body)

"""What the program itself brings: style, script, icon, robots.txt, the namespace page, and the
file that says what the operator states of text and data mining.

They are shelf items like any other, so codings, validators and conditions come for free.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from urllib.parse import urlsplit

from swifeeds.emit.html import ASSETS, Pages, render_namespace
from swifeeds.emit.shelve import shelve
from swifeeds.model import MiningTerms, Publication, Redirect, Representation, Shelf

MINING_PATH = "/.well-known/tdmrep.json"
"""Where the TDM Reservation Protocol looks for the terms of a whole host."""

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
    pages: Pages,
    assets: Mapping[str, bytes],
    publication: Publication,
    now: datetime,
    mining: MiningTerms | None = None,
) -> Shelf:
    """Items and moves by path. `now` is the start of the process: their Last-Modified; `mining` the
    site's word on text and data mining.

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
        *((one, _HOUR) for one in _mining(publication, mining)),
    )
    items = (shelve(one, None, now=now, max_age=max_age) for one, max_age in made)
    return Shelf(
        items={item.path: item for item in items if item is not None},
        redirects={move.path: move for move in _MOVES},
    )


def _mining(publication: Publication, mining: MiningTerms | None) -> Iterator[Representation]:
    """The file of the TDM Reservation Protocol for the whole site, where the operator states terms.

    A header field goes before it, so what others say of their own articles needs no place in it.
    """
    if mining is not None:
        said: dict[str, object] = {**mining.fields, "tdm-reservation": int(mining.reserved)}
        rule = {"location": f"{urlsplit(publication.base_url).path}/", **said}
        yield Representation(
            path=MINING_PATH, media_type="application/json", body=json.dumps([rule]).encode()
        )


def _assets(assets: Mapping[str, bytes]) -> Iterator[Representation]:
    for name, body in assets.items():
        media_type = _TYPES[name.rpartition(".")[2]]
        yield Representation(path=f"{ASSETS}{name}", media_type=media_type, body=body)

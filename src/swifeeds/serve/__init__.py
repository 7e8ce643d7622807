"""The two HTTP doors: the public site and the admin door.

- A request never waits: everything it can get was rendered, coded and tagged when it was
  published. Only error pages are written live.
- What decides (coding, conditions, path, header fields) is pure and stands in modules of its
  own; `site` is the one place where aiohttp and those meet.
- The shelf is swapped whole in a `ShelfHolder`; no request sees half a publication.
- The Host header is never trusted, and no query changes an answer but one that the operator names
  in `[[redirects]]`.
"""

from __future__ import annotations

from swifeeds.serve.admin import make_admin
from swifeeds.serve.forwarding import Forwardings
from swifeeds.serve.health import Readiness
from swifeeds.serve.holder import ShelfHolder
from swifeeds.serve.hub import HubDoor
from swifeeds.serve.listener import Listener
from swifeeds.serve.package_data import read_assets, read_templates
from swifeeds.serve.push import PushDoor
from swifeeds.serve.settings import ServeSettings
from swifeeds.serve.site import make_site
from swifeeds.serve.sockets import open_sockets

__all__ = [
    "Forwardings",
    "HubDoor",
    "Listener",
    "PushDoor",
    "Readiness",
    "ServeSettings",
    "ShelfHolder",
    "make_admin",
    "make_site",
    "open_sockets",
    "read_assets",
    "read_templates",
]

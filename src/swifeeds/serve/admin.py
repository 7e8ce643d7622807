"""The admin door: what only the operator's own network may ask."""

from __future__ import annotations

from aiohttp import web

from swifeeds.serve.health import Readiness, add_health


def make_admin(readiness: Readiness) -> web.Application:
    """The application behind `serve.admin_listen`: `/healthz`, and `/readyz` with the reason."""
    application = web.Application(client_max_size=64 * 1024)
    add_health(application, readiness, detail=True)
    return application

"""Is the process alive, and may it get requests? Two addresses, on both doors."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from swifeeds.errors import StoreError
from swifeeds.serve.headers import base_headers

_PATIENCE = 5.0
_TEXT = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """What must hold before requests are welcome: a first shelf, and a store that answers.

    `is_loaded` tells of the first; `ask_store` is any cheap question to the store
    (`Store.shelf_generation`).
    """

    is_loaded: Callable[[], bool]
    ask_store: Callable[[], Awaitable[object]]

    async def obstacle(self) -> str | None:
        """One sentence on what stands in the way, or None."""
        if not self.is_loaded():
            return "The published feeds are not loaded yet."
        try:
            async with asyncio.timeout(_PATIENCE):
                await self.ask_store()
        except TimeoutError:
            return f"The database did not answer within {_PATIENCE:.0f} seconds."
        except StoreError as error:
            return f"The database does not answer: {error}"
        return None


def add_health(application: web.Application, readiness: Readiness, *, detail: bool) -> None:
    """Add `/healthz` (always 200 while the loop turns) and `/readyz` (200, or 503 and why).

    Without `detail` the public is told that it is not ready, not what the database said.
    """

    async def healthz(_request: web.Request) -> web.Response:
        return _text(200, "alive")

    async def readyz(_request: web.Request) -> web.Response:
        obstacle = await readiness.obstacle()
        if obstacle is None:
            return _text(200, "ready")
        return _text(503, obstacle if detail else "Not ready to serve. The operator sees why.")

    application.router.add_get("/healthz", healthz)
    application.router.add_get("/readyz", readyz)


def _text(status: int, sentence: str) -> web.Response:
    headers = base_headers(_TEXT)
    headers["Cache-Control"] = "no-store"
    return web.Response(status=status, body=f"{sentence}\n".encode(), headers=headers)

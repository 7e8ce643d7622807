"""A real web server on loopback whose answers a test writes down."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from swifeeds.egress import EgressSettings

Script = Callable[[web.Request], Awaitable[web.StreamResponse]]


def settings(**changes: Any) -> EgressSettings:
    """Settings that let a test reach loopback, without pauses."""
    return EgressSettings(
        **{"contact": "desk@example.org", "allow_private": True, "gap": 0.0, **changes}
    )


@dataclass
class Scripted:
    """Answers each path by its script, 404 elsewhere, and remembers what was asked."""

    port: int = 0
    scripts: dict[str, Script] = field(default_factory=dict)
    asked: list[web.Request] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def answers(self, path: str, body: bytes = b"", status: int = 200, **headers: str) -> str:
        """Write down a plain answer; returns its address."""

        async def script(_: web.Request) -> web.Response:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            return web.Response(status=status, body=body, headers=named)

        self.scripts[path] = script
        return self.url(path)

    def redirects(self, path: str, location: str, status: int = 302) -> str:
        return self.answers(path, status=status, Location=location)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        script = self.scripts.get(request.path)
        return await script(request) if script else web.Response(status=404)


@asynccontextmanager
async def scripted_server(port: int = 0) -> AsyncIterator[Scripted]:
    """Serve on every loopback address, so that 127.0.0.2 stands for another host."""
    server = Scripted()
    runner = web.ServerRunner(web.Server(server.answer), shutdown_timeout=0.01)
    await runner.setup()
    site = web.TCPSite(runner, "0.0.0.0", port)
    await site.start()
    server.port = runner.addresses[0][1]
    try:
        yield server
    finally:
        await runner.cleanup()

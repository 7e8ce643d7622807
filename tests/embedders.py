"""The example embedder of the documentation, served on loopback as an operator would run it."""

from __future__ import annotations

import importlib.util
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from aiohttp import web

_FILE = Path(__file__).parents[1] / "docs" / "examples" / "embedding_server.py"


def example() -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("embedding_server", _FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass
class EmbeddingServer:
    """Where it listens, what it was asked, and whether it is out of order."""

    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    tokens: list[str | None] = field(default_factory=list)
    broken: bool = False

    @property
    def texts(self) -> list[str]:
        """Every text that came, in order."""
        return [text for one in self.asked for text in one["input"]]


@asynccontextmanager
async def embedding_server() -> AsyncIterator[EmbeddingServer]:
    """Serve the example; what comes in is noted before it is answered."""
    server = EmbeddingServer()

    @web.middleware
    async def noting(request, handler):
        server.asked.append(await request.json())
        server.tokens.append(request.headers.get("Authorization"))
        return web.Response(status=503) if server.broken else await handler(request)

    app = example().application()
    app.middlewares.append(noting)
    runner = web.AppRunner(app, shutdown_timeout=0.01)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1/embeddings"
    try:
        yield server
    finally:
        await runner.cleanup()

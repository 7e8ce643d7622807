"""A server that speaks the protocol of an embedder, to see how the two work together.

    python docs/examples/embedding_server.py 8089

It gives vectors of hashed groups of letters. They know nothing that swifeeds' own likeness of words
and letters does not know: this shows the protocol, and makes grouping no better. Put a server of a
real model in its place; `docs/embedder.md` tells how.
"""

from __future__ import annotations

import sys
import zlib
from typing import Any

from aiohttp import web

DIMENSIONS = 256
LETTERS = 4


def embed(text: str) -> list[float]:
    """Count groups of letters in as many places as the vector has; its length does not matter."""
    vector = [0.0] * DIMENSIONS
    framed = f" {text.casefold()} "
    for at in range(max(1, len(framed) - LETTERS + 1)):
        place = zlib.crc32(framed[at : at + LETTERS].encode())
        vector[place % DIMENSIONS] += 1.0
    return vector


async def embeddings(request: web.Request) -> web.Response:
    """`{"model": NAME, "input": [TEXT, …]}` to `{"data": [{"index": 0, "embedding": […]}, …]}`."""
    asked: Any = await request.json()
    texts = [asked["input"]] if isinstance(asked["input"], str) else asked["input"]
    data = [
        {"object": "embedding", "index": at, "embedding": embed(text)}
        for at, text in enumerate(texts)
    ]
    return web.json_response({"object": "list", "model": asked["model"], "data": data})


def application() -> web.Application:
    """The server, for this script and for tests."""
    app = web.Application()
    app.router.add_post("/v1/embeddings", embeddings)
    return app


if __name__ == "__main__":
    web.run_app(application(), host="127.0.0.1", port=int(sys.argv[1]))

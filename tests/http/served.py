"""Opening the sample site, and speaking HTTP to it byte by byte."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from email.parser import BytesParser
from enum import Enum
from http.client import HTTPMessage

from aiohttp import web
from tests.http.sample import NOW, PUBLICATION, locales, pages, sample_shelf

from swifeeds.model import Publication, Shelf
from swifeeds.serve import (
    Forwardings,
    Listener,
    Readiness,
    ServeSettings,
    ShelfHolder,
    make_site,
    read_assets,
)
from swifeeds.serve.gate import Gate
from swifeeds.serve.site import QUICK

SETTINGS = ServeSettings(grace=0.1)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: HTTPMessage
    body: bytes


class Way(Enum):
    """Which ways to an answer are open: with the short one alone, all else is a bare 404."""

    BOTH = "both"
    SHORT = "short"
    LONG = "long"


@dataclass(frozen=True)
class Served:
    port: int
    holder: ShelfHolder
    gate: Gate

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def raw(self, request: bytes) -> bytes:
        """Everything the server writes until it closes; so `request` should ask it to."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(request)
            await writer.drain()
            return await reader.read()
        finally:
            writer.close()
            await writer.wait_closed()

    async def ask(self, path: str, method: str = "GET", **fields: str) -> Answer:
        lines = [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
        head = [f"{method} {path} HTTP/1.1", "Host: example.org", "Connection: close", *lines]
        return parse_answer(await self.raw("\r\n".join([*head, "", ""]).encode()))


def parse_answer(data: bytes) -> Answer:
    head, _, body = data.partition(b"\r\n\r\n")
    line, _, fields = head.partition(b"\r\n")
    headers = BytesParser(_class=HTTPMessage).parsebytes(fields, headersonly=True)
    return Answer(status=int(line.split()[1]), headers=headers, body=body)


async def _reachable() -> int:
    return 1


@asynccontextmanager
async def open_site(
    shelf: Shelf | None = None,
    clock: Callable[[], datetime] = lambda: NOW,
    ask_store: Callable[[], Awaitable[object]] = _reachable,
    publication: Publication = PUBLICATION,
    forwardings: Callable[[], Forwardings] = Forwardings,
    *,
    settings: ServeSettings = SETTINGS,
    way: Way = Way.BOTH,
    delta: bool = False,
) -> AsyncIterator[Served]:
    holder = ShelfHolder()
    holder.swap(sample_shelf() if shelf is None else shelf)
    settings = replace(settings, delta=delta)
    application = make_site(
        holder,
        publication=publication,
        pages=pages(),
        locales=locales(),
        assets=read_assets(),
        readiness=Readiness(is_loaded=lambda: holder.is_loaded, ask_store=ask_store),
        settings=settings,
        clock=clock,
        forwardings=forwardings,
    )
    address = "127.0.0.1:0"
    application = _narrowed(application, way)
    async with Listener(application, address, setting="serve.listen", settings=settings) as door:
        yield Served(port=door.port, holder=holder, gate=door.gate)


def _narrowed(application: web.Application, way: Way) -> web.Application:
    if way is Way.SHORT:
        bare = web.Application()
        bare[QUICK] = application[QUICK]
        return bare
    if way is Way.LONG:
        del application[QUICK]
    return application

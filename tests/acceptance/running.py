"""`swifeeds run` in a process of its own, as a service manager starts and stops it."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp
from tests.acceptance.journey import PROGRAM

PATIENCE = 40.0
"""Seconds after which nothing more is to be expected; a machine under load takes a few."""

ANY_PORT = {"SWIFEEDS__SERVE__LISTEN": "127.0.0.1:0", "SWIFEEDS__SCHEDULE__GRACE": "1.0"}
"""What these tests run the service with: any free port, and no long farewell."""


async def until(question: Callable[[], Awaitable[object]], what: str) -> None:
    """Ask again and again until the answer is truthy."""
    deadline = time.monotonic() + PATIENCE
    while not await question():
        assert time.monotonic() < deadline, f"waited in vain: {what}"
        await asyncio.sleep(0.05)


@dataclass(kw_only=True)
class Answer:
    status: int
    headers: aiohttp.typedefs.LooseHeaders
    body: bytes


@dataclass(kw_only=True)
class Running:
    """The service while it runs."""

    process: asyncio.subprocess.Process
    session: aiohttp.ClientSession
    folder: Path
    base: str = ""
    admin: str = ""

    @property
    def log(self) -> str:
        return (self.folder / "service.log").read_text(encoding="utf-8")

    async def get(self, path: str, **headers: str) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        async with self.session.get(self.base + path, headers=named) as response:
            body = await response.read()
            return Answer(status=response.status, headers=response.headers, body=body)

    async def status(self, path: str) -> int:
        return (await self.get(path)).status

    async def until_logged(self, words: str) -> None:
        async def logged() -> bool:
            return words in self.log

        await until(logged, f"{words!r} in the log: {self.log}")

    def signal(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    async def end(self) -> int:
        """SIGTERM, and the exit status."""
        self.signal(signal.SIGTERM)
        async with asyncio.timeout(PATIENCE):
            return await self.process.wait()


@asynccontextmanager
async def running(folder: Path, port: int = 0) -> AsyncIterator[Running]:
    """The service on a demo's folder, once it has announced its address."""
    listen = {"SWIFEEDS__SERVE__LISTEN": f"127.0.0.1:{port}"}
    with (folder / "service.out").open("wb") as out, (folder / "service.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            PROGRAM, "run", "--config", folder / "swifeeds.toml",
            stdout=out, stderr=log, env={**os.environ, **ANY_PORT, **listen},
        )  # fmt: skip
    try:
        async with aiohttp.ClientSession() as session:
            service = Running(process=process, session=session, folder=folder)
            await _announced(service)
            yield service
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _announced(service: Running) -> None:
    async def announced() -> bool:
        assert service.process.returncode is None, service.log
        said = (service.folder / "service.out").read_text(encoding="utf-8")
        if found := re.search(r"serves (http://127\.0\.0\.1:\d+)/ as ", said):
            service.base = found[1]
        return bool(found)

    await until(announced, "the service says where it serves")
    found = re.search(r"admin_port=(\d+)", service.log)
    assert found
    service.admin = f"http://127.0.0.1:{found[1]}"


@contextmanager
def silent_newsroom(folder: Path):
    """Where the newsroom was, somebody takes every call and never says a word."""
    port = int((folder / "newsroom-port").read_text())
    with socket.create_server(("127.0.0.1", port)):
        yield

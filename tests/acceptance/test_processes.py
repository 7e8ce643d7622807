"""Several processes answer at one port, and outlive the store, each other, but not the service."""

from __future__ import annotations

import asyncio
import os
import re
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from tests.acceptance.running import Running, running, silent_newsroom, until
from tests.acceptance.test_service import beside  # noqa: F401 - a fixture

pytestmark = pytest.mark.timeout(180)

FEED = "/ar/stories/caucasus-talks/feed.atom"


@pytest.fixture
def three(monkeypatch):
    monkeypatch.setenv("SWIFEEDS__SERVE__PROCESSES", "3")


def answering(service: Running) -> set[int]:
    """The processes that have ever answered for the service."""
    return {int(pid) for pid in re.findall(r"answering: port=\d+ pid=(\d+)", service.log)}


async def until_all_answer(service: Running) -> set[int]:
    async def all_three() -> bool:
        return len(answering(service)) == 3

    await until(all_three, f"three processes: {service.log}")
    return answering(service)


def owner(pids: set[int], inode: str) -> int | None:
    """Which of the processes holds a socket."""
    for pid in pids:
        for name in Path(f"/proc/{pid}/fd").iterdir():
            with suppress(OSError):
                if name.readlink() == Path(f"socket:[{inode}]"):
                    return pid
    return None


def inode_of(server_port: int, client_port: int) -> str:
    """The server's end of a connection, from the kernel's own table."""
    for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]:
        fields = line.split()
        ports = [int(place.rpartition(":")[2], 16) for place in fields[1:3]]
        if ports == [server_port, client_port]:
            return fields[9]
    return ""


Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def ask(streams: Streams, path: str) -> int:
    reader, writer = streams
    writer.write(f"HEAD {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    return int((await reader.readuntil(b"\r\n\r\n")).split()[1])


@asynccontextmanager
async def connections_to_each(
    service: Running, pids: set[int]
) -> AsyncIterator[dict[int, Streams]]:
    """One connection that each process has accepted; the kernel deals them out."""
    port = int(service.base.rpartition(":")[2])
    every: list[Streams] = []
    found: dict[int, Streams] = {}
    try:
        while len(found) < len(pids):
            assert len(every) < 500, f"only {set(found)} of {pids} take connections"
            streams = await asyncio.open_connection("127.0.0.1", port)
            every.append(streams)
            assert await ask(streams, FEED) == 200
            client_port = streams[1].get_extra_info("sockname")[1]
            if pid := owner(pids, inode_of(port, client_port)):
                found[pid] = streams
        yield found
    finally:
        for _, writer in every:
            writer.close()


async def test_every_process_answers_and_hears_of_a_withdrawal(copied, published, three, beside):  # noqa: F811
    page = next(path for path in published.shelf.items if "/articles/" in path)
    article = page.rstrip("/").rpartition("/")[2]
    with silent_newsroom(copied):
        async with running(copied) as service:
            pids = await until_all_answer(service)
            async with connections_to_each(service, pids) as connections:
                assert [await ask(one, page) for one in connections.values()] == [200] * 3
                await beside(
                    "article", "withdraw", article, "--reason", "a mistake",
                    "--config", copied / "swifeeds.toml",
                )  # fmt: skip
                for one in connections.values():

                    async def gone(one=one) -> bool:
                        return await ask(one, page) == 410

                    await until(gone, "410 from every process")
            assert await service.end() == 0
        await until_ended({service.process.pid, *pids})
    assert "Traceback" not in service.log


async def until_ended(pids: set[int]) -> None:
    async def ended() -> bool:
        return not any(is_alive(pid) for pid in pids)

    await until(ended, f"the end of {pids}")


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in {"Z", "X"}


async def test_a_process_that_is_killed_is_started_again_and_nobody_else_notices(copied, three):
    with silent_newsroom(copied):
        async with running(copied) as service:
            first = await until_all_answer(service)
            killed = min(first)
            async with connections_to_each(service, first) as connections:
                os.kill(killed, signal.SIGKILL)
                await until_ended({killed})
                others = [streams for pid, streams in connections.items() if pid != killed]
                assert [await ask(one, FEED) for one in others] == [200, 200]

                async def again() -> bool:
                    return len(answering(service)) == 4

                await until(again, f"another process in its place: {service.log}")
                assert [await ask(one, FEED) for one in others] == [200, 200]
            assert await service.end() == 0
        await until_ended(answering(service))
    assert "is started again: " in service.log


async def test_a_reload_reaches_every_process(copied, three):
    with silent_newsroom(copied):
        async with running(copied) as service:
            first = await until_all_answer(service)
            file = copied / "swifeeds.toml"
            rule = f'\n[[redirects]]\nfrom = "/rss.xml"\nto = "{FEED}"\n'
            file.write_text(file.read_text(encoding="utf-8") + rule, encoding="utf-8")
            service.signal(signal.SIGHUP)

            async def renewed() -> bool:
                return len(answering(service) - first) == 3

            await until(renewed, f"three others in their place: {service.log}")
            await until_ended(first)
            pids = answering(service) - first
            async with connections_to_each(service, pids) as connections:
                assert [await ask(one, "/rss.xml") for one in connections.values()] == [301] * 3
            assert await service.end() == 0
    assert "started again" not in service.log


async def test_when_the_service_is_killed_the_processes_beside_it_end(copied, three):
    with silent_newsroom(copied):
        async with running(copied) as service:
            pids = await until_all_answer(service)
            service.process.kill()
            await service.process.wait()
            await until_ended(pids)


async def test_feeds_are_served_while_the_database_is_gone(copied, three):
    with silent_newsroom(copied):
        async with running(copied) as service:
            pids = await until_all_answer(service)
            async with connections_to_each(service, pids) as connections:
                tag = (await service.get(FEED)).headers["ETag"]
                for name in ("demo.db", "demo.db-wal", "demo.db-shm"):
                    if (copied / name).exists():
                        (copied / name).rename(copied / f"away-{name}")

                async def noticed() -> bool:
                    return service.log.count("watch: there is no database") >= 3

                await until(noticed, f"every process misses it: {service.log}")
                assert [await ask(one, FEED) for one in connections.values()] == [200] * 3
                assert [await ask(one, "/readyz") for one in connections.values()] == [503] * 3
                assert (await service.get(FEED, If_None_Match=tag)).status == 304
            assert await service.end() == 0
    assert "Traceback" not in service.log


async def test_while_the_only_process_is_replaced_a_reader_waits_and_is_not_refused(copied):
    with silent_newsroom(copied):
        async with running(copied) as service:
            (killed,) = answering(service)
            os.kill(killed, signal.SIGKILL)
            await until_ended({killed})
            assert await service.status(FEED) == 200
            (second,) = answering(service) - {killed}
            service.signal(signal.SIGHUP)

            async def renewed() -> bool:
                assert await service.status(FEED) == 200
                return not is_alive(second)

            await until(renewed, f"another process in its place: {service.log}")
            assert await service.end() == 0
    assert "Traceback" not in service.log

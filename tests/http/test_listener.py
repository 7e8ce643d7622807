from __future__ import annotations

import socket

import aiohttp
import pytest
from aiohttp import web
from tests.http.served import Served, open_site

from swifeeds.errors import ServeError, StoreBusy
from swifeeds.model import Shelf
from swifeeds.serve import Listener, Readiness, ServeSettings, ShelfHolder, make_admin

SETTINGS = ServeSettings(grace=0.1)


def listener(address: str) -> Listener:
    return Listener(web.Application(), address, setting="serve.listen", settings=SETTINGS)


async def refusal(address: str) -> str:
    with pytest.raises(ServeError) as caught:
        await listener(address).__aenter__()
    return str(caught.value)


async def test_a_port_in_use_is_named_with_what_to_do():
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"127.0.0.1:{other.getsockname()[1]}"
        assert await refusal(address) == (
            f"{address} is in use by another program; stop it or set serve.listen to a free port"
        )


@pytest.mark.parametrize("address", ["", "8080", "127.0.0.1", "::1:80", "127.0.0.1:99999", "a b:1"])
async def test_what_is_no_address_is_refused(address):
    assert "set serve.listen to host:port" in await refusal(address)


async def test_an_address_of_another_machine_is_refused():
    assert "mend serve.listen" in await refusal("192.0.2.1:0")


async def test_a_port_is_free_again_after_closing():
    async with listener("127.0.0.1:0") as door:
        port = door.port
    async with listener(f"127.0.0.1:{port}") as again:
        assert again.port == port


async def ready(holder: ShelfHolder, ask_store) -> tuple[int, str]:
    admin = make_admin(Readiness(is_loaded=lambda: holder.is_loaded, ask_store=ask_store))
    async with (
        Listener(admin, "127.0.0.1:0", setting="serve.admin_listen", settings=SETTINGS) as door,
        aiohttp.ClientSession(f"http://127.0.0.1:{door.port}") as session,
    ):
        async with session.get("/healthz") as alive:
            assert alive.status == 200
        async with session.get("/readyz") as answer:
            return answer.status, await answer.text()


async def reachable() -> int:
    return 7


async def locked() -> int:
    raise StoreBusy("var/swifeeds.db is locked by another program")


async def test_ready_means_a_shelf_and_a_store_that_answers():
    holder = ShelfHolder()
    assert await ready(holder, reachable) == (503, "The published feeds are not loaded yet.\n")
    holder.swap(Shelf())
    assert await ready(holder, reachable) == (200, "ready\n")


async def test_the_operator_is_told_what_the_database_said():
    holder = ShelfHolder()
    holder.swap(Shelf())
    status, sentence = await ready(holder, locked)
    assert status == 503
    assert "var/swifeeds.db is locked" in sentence


async def test_the_public_is_not_told_what_the_database_said():
    async with open_site(ask_store=locked) as site:
        answer = await site.ask("/readyz")
        assert answer.status == 503
        assert b"swifeeds.db" not in answer.body


async def test_the_public_door_answers_health_too(site: Served):
    assert (await site.ask("/healthz")).body == b"alive\n"
    assert (await site.ask("/readyz")).body == b"ready\n"


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/x", 404), ("PUT", "/readyz", 405)]
)
async def test_the_admin_door_refuses_in_its_own_name(method, path, status):
    admin = make_admin(Readiness(is_loaded=lambda: False, ask_store=reachable))
    async with (
        Listener(admin, "127.0.0.1:0", setting="serve.admin_listen", settings=SETTINGS) as door,
        aiohttp.ClientSession(f"http://127.0.0.1:{door.port}") as session,
        session.request(method, path) as answer,
    ):
        assert (answer.status, answer.headers["Server"]) == (status, "swifeeds")
        assert answer.headers.get("Allow") == ("GET,HEAD" if status == 405 else None)

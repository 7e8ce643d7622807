from __future__ import annotations

import asyncio
import json
import socket
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from aiohttp import web
from tests.doors import open_public
from tests.unit.service.examining.patients import TEXT, look, patient_in, sentences

from swifeeds.config import load_config, masked
from swifeeds.model import Shelf
from swifeeds.serve import ShelfHolder
from swifeeds.service import visit_house
from swifeeds.service.doors import admin_door
from swifeeds.service.examining import Patient, Verdict
from swifeeds.service.examining.running import _here
from swifeeds.service.running import RUNNING_CONFIGURATION


@asynccontextmanager
async def doors(patient: Patient, shelf: ShelfHolder):
    """The patient while its service's two doors are open."""
    async with visit_house(patient.settings) as house:
        await house.store.open()
        async with (
            admin_door(house, lambda: shelf.is_loaded) as admin,
            open_public(house, shelf) as public,
        ):
            yield at_ports(patient, listen=public.port, admin_listen=admin.port)


def at_ports(patient: Patient, **ports: int) -> Patient:
    config = patient.settings
    listens = {name: f"127.0.0.1:{port}" for name, port in ports.items()}
    return replace(patient, config=replace(config, serve=replace(config.serve, **listens)))


@pytest.fixture
def closed():
    """A port at which nobody answers: it is taken, and nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


async def test_a_service_that_answers_at_both_doors_is_well(folder):
    shelf = ShelfHolder()
    shelf.swap(Shelf())
    async with patient_in(folder) as patient, doors(patient, shelf) as running:
        found = await look(running, "service")
    assert found.verdict is Verdict.OK
    assert [one.subject for one in found.diagnoses] == ["serve.admin_listen", "serve.listen"]


async def test_a_service_that_is_not_ready_is_broken(folder):
    async with patient_in(folder) as patient, doors(patient, ShelfHolder()) as running:
        found = await look(running, "service")
    (one,) = found.diagnoses
    assert one.verdict is Verdict.BROKEN
    assert "is not ready" in one.sentence


async def test_readers_that_nobody_answers_are_told(folder, closed):
    shelf = ShelfHolder()
    shelf.swap(Shelf())
    async with patient_in(folder) as patient, doors(patient, shelf) as running:
        found = await look(at_ports(running, listen=closed), "service")
    assert [one.verdict for one in found.diagnoses] == ["ok", "broken"]
    assert "(serve.listen)" in found.diagnoses[1].sentence


async def test_a_service_that_ran_here_and_does_not_now_is_broken(folder, closed):
    async with patient_in(folder) as patient:
        await patient.opened.remember(RUNNING_CONFIGURATION, "{}")
        found = await look(at_ports(patient, admin_listen=closed), "service")
    assert found.verdict is Verdict.BROKEN
    assert "swifeeds run" in found.diagnoses[0].advice


async def test_a_service_that_never_ran_is_no_fault(folder, closed):
    async with patient_in(folder) as patient:
        found = await look(at_ports(patient, admin_listen=closed), "service")
    assert found.verdict is Verdict.NOTE
    assert "none ever ran" in sentences(found)


async def test_another_program_at_the_door_is_told(folder):
    async def strange(_request: web.Request) -> web.Response:
        return web.Response(text="hello")

    application = web.Application()
    application.router.add_get("/readyz", strange)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        port = runner.addresses[0][1]
        async with patient_in(folder) as patient:
            found = await look(at_ports(patient, admin_listen=port), "service")
    finally:
        await runner.cleanup()
    assert found.verdict is Verdict.BROKEN
    assert f"another program answers at 127.0.0.1:{port}" in sentences(found)


async def test_bytes_that_are_no_http_are_not_the_service(folder):
    async def babble(_reader, writer) -> None:
        writer.write(b"\x1b]0;owned\x07 220 smtp\r\n")
        writer.close()

    server = await asyncio.start_server(babble, "127.0.0.1", 0)
    async with server, patient_in(folder) as patient:
        port = server.sockets[0].getsockname()[1]
        found = await look(at_ports(patient, admin_listen=port), "service")
    assert found.verdict is Verdict.NOTE
    assert "\x1b" not in sentences(found)


@pytest.mark.parametrize(
    ("host", "asked"),
    [("0.0.0.0", "127.0.0.1"), ("::", "[::1]"), ("::1", "[::1]"), ("10.0.0.4", "10.0.0.4"),
     ("localhost", "localhost")],
)  # fmt: skip
def test_a_door_is_asked_where_it_can_be_reached_from_here(host, asked):
    assert _here(host) == asked


async def test_a_file_that_the_service_did_not_take_is_told(folder):
    async with patient_in(folder) as patient:
        running = masked(patient.settings.effective)
        await patient.opened.remember(RUNNING_CONFIGURATION, json.dumps(running))
        same = await look(patient, "running-configuration")
        patient.file.write_text(TEXT.replace("World news", "News of the world"))
        changed = replace(patient, config=load_config(patient.file, {}))
        found = await look(changed, "running-configuration")
    assert same.verdict is Verdict.OK
    assert found.verdict is Verdict.NOTE
    assert "1 key differs" in sentences(found)
    assert "swifeeds config diff" in found.diagnoses[0].advice

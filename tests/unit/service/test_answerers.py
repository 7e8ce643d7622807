"""The processes that answer are kept up, replaced and let go, whatever one of them does."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from tests.unit.service.houses import TEXT, configure

from swifeeds.service import answerers
from swifeeds.service.answerers import Answerers

PATIENCE = 20.0

TAKE_OVER = """
import pickle, struct, sys
size, = struct.unpack("!Q", sys.stdin.buffer.read(8))
config, door = pickle.loads(sys.stdin.buffer.read(size))
"""
OBEDIENT = f"""{TAKE_OVER}
print("shown", config.serve.max_age, flush=True)
while line := sys.stdin.readline():
    print("shown", config.serve.max_age + 1, flush=True)
"""
LINGERING = f"""{OBEDIENT}
import time
time.sleep(60)
"""
SILENT = "import time; time.sleep(60)"


@pytest.fixture
def program(monkeypatch):
    """Another program in the place of the one that answers."""

    def use(text: str) -> None:
        monkeypatch.setattr(answerers, "_PROGRAM", (sys.executable, "-c", text))

    return use


@pytest.fixture
def config(tmp_path):
    return configure(tmp_path, TEXT)


def aged(config, seconds: int, *, grace: float = 0.0):
    return replace(config, serve=replace(config.serve, max_age=seconds, grace=grace))


@asynccontextmanager
async def kept(group: Answerers) -> AsyncIterator[None]:
    with socket.create_server(("127.0.0.1", 0)) as door:
        keeping = asyncio.create_task(group.keep_one(door))
        try:
            async with asyncio.timeout(PATIENCE):
                yield
        finally:
            keeping.cancel()
            await asyncio.wait([keeping])


async def until(group: Answerers, holds) -> None:
    await group._until(holds)


async def test_a_configuration_taken_while_a_process_starts_is_the_one_it_gets(program, config):
    program(OBEDIENT)
    running = [aged(config, 1)]
    group = Answerers(lambda: running[0], lambda: None)
    async with kept(group):
        await asyncio.sleep(0)  # it is being started now, and nobody is there to be renewed
        running[0] = aged(config, 7)
        await group.renew()
        await until(group, lambda: group.are_answering)
        assert {one.shown for one in group._running} == {7}


async def test_a_process_that_never_says_a_word_is_replaced(program, config, monkeypatch, caplog):
    program(SILENT)
    monkeypatch.setattr(answerers, "_BIRTH", 0.2)
    monkeypatch.setattr(answerers, "_FIRST_PAUSE", 0.01)
    group = Answerers(lambda: aged(config, 1), lambda: None)
    async with kept(group):
        await until(group, lambda: len(caplog.records) >= 2)
        program(OBEDIENT)
        monkeypatch.setattr(answerers, "_BIRTH", PATIENCE)
        await until(group, lambda: group.are_answering)
    assert "a process does not begin to answer, killed: pid=" in caplog.text


async def test_a_publication_waits_for_no_process_that_is_leaving(program, config, monkeypatch):
    program(LINGERING)
    monkeypatch.setattr(answerers, "_PATIENCE", 0.1)
    monkeypatch.setattr(answerers, "_FAREWELL", 0.1)
    group = Answerers(
        lambda: replace(aged(config, 1), serve=replace(config.serve, max_age=1, grace=60.0)),
        lambda: None,
    )
    async with kept(group):
        await until(group, lambda: group.are_answering)
        await group.renew()  # gives up waiting: the one that leaves takes its time
        await until(group, lambda: any(one.is_dismissed for one in group._running))
        monkeypatch.setattr(answerers, "_PATIENCE", 10 * PATIENCE)
        await group.show(2)
        for one in group._running:
            one.process.kill()

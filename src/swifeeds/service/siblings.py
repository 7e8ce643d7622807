"""The further processes that answer readers: started, started again, and ended with the service."""

from __future__ import annotations

import asyncio
import logging
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from swifeeds.config import Config
from swifeeds.service.answering import hand_over

_log = logging.getLogger(__name__)

_PROGRAM = (sys.executable, "-m", "swifeeds", "answer")
"""Gets its configuration on standard input; see `answering`."""

_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 30.0
"""Seconds before a process that died is started again; doubled while it keeps dying."""

_HEALTHY = 60.0
"""Seconds of life after which a death is a new story."""

_FAREWELL = 5.0
"""Seconds beyond the grace of running answers, then it is killed."""


def at_port(config: Config, port: int) -> Config:
    """`config` for a process beside: `serve.listen` with the port that is really listened at."""
    host = config.serve.listen.rpartition(":")[0]
    return replace(config, serve=replace(config.serve, listen=f"{host}:{port}"))


class Siblings:
    """The further processes, each kept by a task of its own."""

    def __init__(self, config: Callable[[], Config]) -> None:
        """`config` gives what a process is started with: the configuration that runs by then."""
        self._config = config
        self._running: set[Process] = set()

    def renew(self) -> None:
        """Let each finish what it answers and start again with the configuration of now."""
        renewed, self._running = self._running, set()
        for process in renewed:
            assert process.stdin is not None
            process.stdin.close()

    async def keep_one(self) -> None:
        """Keep one process answering beside this one, until cancelled."""
        loop, pause = asyncio.get_running_loop(), _FIRST_PAUSE
        while True:
            started = loop.time()
            process = await asyncio.create_subprocess_exec(*_PROGRAM, stdin=PIPE)
            status, was_asked = await self._attend(process)
            if was_asked:
                continue
            pause = _FIRST_PAUSE if loop.time() - started > _HEALTHY else pause
            _log.warning(
                "a process that answers readers ended, it is started again:"
                " pid=%d status=%d in=%gs", process.pid, status, pause,
            )  # fmt: skip
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    async def _attend(self, process: Process) -> tuple[int, bool]:
        """Its exit status and whether `renew` asked for it, once it ends. When we are cancelled it
        ends first."""
        assert process.stdin is not None
        config = self._config()
        self._running.add(process)
        try:
            with suppress(ConnectionError):
                process.stdin.write(hand_over(config))
                await process.stdin.drain()
            return await process.wait(), process not in self._running
        finally:
            self._running.discard(process)
            process.stdin.close()
            if process.returncode is None:
                await _end(process, config.serve.grace + _FAREWELL)


async def _end(process: Process, patience: float) -> None:
    """It has seen its standard input close, and finishes what runs."""
    try:
        async with asyncio.timeout(patience):
            await process.wait()
    except TimeoutError:
        _log.warning("a process that answers readers does not end, killed: pid=%d", process.pid)
        process.kill()
        await process.wait()

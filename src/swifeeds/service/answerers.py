"""The processes that answer readers: started, started again, kept up with what is published, and
ended with the service.

The sockets are the service's own and are lent out: a reader who comes while a process is replaced
waits in the socket's queue and is refused by nobody.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from socket import socket

from swifeeds.config import Config
from swifeeds.service.answering import SHOWN, WOKEN, hand_over

_log = logging.getLogger(__name__)

_PROGRAM = (sys.executable, "-m", "swifeeds", "answer")
"""Gets its configuration on standard input; see `answering`."""

_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 10.0
"""Seconds before a process that died is started again; doubled while it keeps dying."""

_HEALTHY = 60.0
"""Seconds of life after which a death is a new story."""

_FAREWELL = 5.0
"""Seconds beyond the grace of running answers, then it is killed."""

_BIRTH = 120.0
"""Seconds that a process may take to read the shelf; one that is silent for longer never will."""

_PATIENCE = 5.0
"""Seconds that the service waits for a publication to be shown, or a configuration to be taken. A
process that is slower comes to it by itself."""


@dataclass(slots=True, eq=False)
class Answerer:
    """One process. `shown` is the generation of the shelf that it serves, None before the first."""

    process: Process
    grace: float
    shown: int | None = None
    has_ended: bool = False
    is_outdated: bool = False
    is_dismissed: bool = False

    def has_begun(self) -> bool:
        """True once it answers, or will never."""
        return self.shown is not None or self.has_ended

    def is_over(self) -> bool:
        """True when another one has to take its place."""
        return self.is_outdated or self.has_ended

    def ask(self) -> None:
        """Have it look at the shelf now, and say what it shows then."""
        assert self.process.stdin is not None
        with suppress(OSError, RuntimeError):  # it is ending: its successor looks anyway
            self.process.stdin.write(b"\n")

    def dismiss(self) -> None:
        """Let it finish what it answers, and end."""
        self.is_dismissed = True
        assert self.process.stdin is not None
        self.process.stdin.close()


class Answerers:
    """Keeps one process at each socket. Its tasks run in the caller's group, by `keep_one`."""

    def __init__(self, config: Callable[[], Config], wake: Callable[[], None]) -> None:
        """`config` gives what a process is started with: the configuration that runs by then.
        `wake` is called when one took a request for the built-in hub."""
        self._config = config
        self._wake = wake
        self._running: set[Answerer] = set()
        self._news = asyncio.Event()

    @property
    def are_answering(self) -> bool:
        """True while some process has a shelf to serve from."""
        return any(one.shown is not None for one in self._running)

    async def renew(self) -> None:
        """Let others with the configuration of now take the place of those that run."""
        for one in self._running:
            one.is_outdated = True
        self._news.set()
        await self._patiently(lambda: not any(one.is_outdated for one in self._running))

    async def show(self, generation: int) -> None:
        """Have every process serve what was published as `generation`, or a later one."""
        for one in self._running:
            one.ask()
        await self._patiently(lambda: self._all_show(generation))

    async def until_answering(self, doors: Sequence[socket]) -> None:
        """Return once as many answer as there are sockets."""
        await self._until(lambda: sum(one.shown is not None for one in self._running) >= len(doors))

    async def keep_one(self, door: socket) -> None:
        """Keep one process answering at `door`, until cancelled; then it ends first.

        One that is outdated goes on until its successor answers.
        """
        async with asyncio.TaskGroup() as group:
            standing: Answerer | None = None
            pause, loop = _FIRST_PAUSE, asyncio.get_running_loop()
            while True:
                started = loop.time()
                one = await self._begin(door, group)
                if one is not None and one.shown is not None:
                    if standing is not None:
                        standing.dismiss()
                    standing = one
                    await self._until(one.is_over)
                    if not one.has_ended:
                        continue
                    standing = None
                pause = _FIRST_PAUSE if loop.time() - started > _HEALTHY else pause
                _log.warning("a process that answers readers is started again: in=%gs", pause)
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)

    async def _begin(self, door: socket, group: asyncio.TaskGroup) -> Answerer | None:
        """Start one, and give it back once it answers or has ended; None where it cannot be."""
        try:
            one = await self._start(door)
        except OSError as error:
            _log.error("a process that answers readers cannot be started: %s", error)
            return None
        group.create_task(self._attend(one), name=f"answering {one.process.pid}")
        try:
            async with asyncio.timeout(_BIRTH):
                await self._until(one.has_begun)
        except TimeoutError:
            _log.warning("a process does not begin to answer, killed: pid=%d", one.process.pid)
            one.process.kill()
            await self._until(one.has_begun)
        return one

    async def _start(self, door: socket) -> Answerer:
        process = await asyncio.create_subprocess_exec(
            *_PROGRAM, stdin=PIPE, stdout=PIPE, pass_fds=(door.fileno(),)
        )
        config = self._config()  # only now: a reload meanwhile found nobody to renew
        one = Answerer(process, grace=config.serve.grace)
        self._running.add(one)
        assert process.stdin is not None
        process.stdin.write(hand_over(config, door.fileno()))
        return one

    async def _attend(self, one: Answerer) -> None:
        """Hear what it says until it ends. When we are cancelled it ends first."""
        try:
            await self._hear(one)
            await one.process.wait()
            _say_ended(one)
        finally:
            self._running.discard(one)
            one.has_ended = True
            self._news.set()
            one.dismiss()
            if one.process.returncode is None:
                await _end(one.process, one.grace + _FAREWELL)

    async def _hear(self, one: Answerer) -> None:
        assert one.process.stdout is not None
        async for line in one.process.stdout:
            word, _, number = line.strip().partition(b" ")
            if word == SHOWN:
                one.shown = int(number)
                self._news.set()
            elif word == WOKEN:
                self._wake()

    def _all_show(self, generation: int) -> bool:
        """One that is starting reads the newest; one that leaves is asked for nothing new."""
        return all(
            one.shown >= generation
            for one in self._running
            if one.shown is not None and not one.is_dismissed
        )

    async def _patiently(self, holds: Callable[[], bool]) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await self._until(holds)

    async def _until(self, holds: Callable[[], bool]) -> None:
        while not holds():
            self._news.clear()
            await self._news.wait()


def _say_ended(one: Answerer) -> None:
    if not one.is_outdated:
        process = one.process
        _log.warning(
            "a process that answers readers ended: pid=%d status=%s",
            process.pid, process.returncode,
        )  # fmt: skip


async def _end(process: Process, patience: float) -> None:
    """It has seen its standard input close, and finishes what runs."""
    try:
        async with asyncio.timeout(patience):
            await process.wait()
    except TimeoutError:
        _log.warning("a process that answers readers does not end, killed: pid=%d", process.pid)
        process.kill()
        await process.wait()

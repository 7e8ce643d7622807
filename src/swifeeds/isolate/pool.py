"""The pool of children, on pebble and a fork server.

A fork server, because forking this process would copy its threads' locks and its event loop, and
spawning anew costs a third of a second of imports. The server imports once what children need.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Sequence
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import TracebackType
from typing import Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from swifeeds.errors import Killed, NoChild
from swifeeds.isolate.child import confine, run_within
from swifeeds.isolate.settings import IsolateSettings

Result = TypeVar("Result")

_MIB = 1024 * 1024


class Isolation:
    """Runs functions in killable children.

    Args:
        settings: how many children, and their limits.
        preload: modules that the fork server imports once. Only the first Isolation of a process
            has a say: its server serves all later ones.
    """

    def __init__(self, settings: IsolateSettings, *, preload: Sequence[str] = ()) -> None:
        self._settings = settings
        self._preload = list(preload)
        self._changing = asyncio.Lock()
        self._pool: ProcessPool | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._pool is not None:
            await asyncio.to_thread(_end, self._pool)

    async def run(
        self,
        function: Callable[..., Result],
        *arguments: object,
        subject: str,
        limit: float | None = None,
    ) -> Result:
        """Call `function(*arguments)` in a child and return what it returns.

        What the function raises is raised here as it is. Cancelling the caller kills the child.

        Args:
            function: a plain function at the top of a module.
            arguments: values that can be pickled.
            subject: what the work is about, an address as a rule; the error names it.
            limit: seconds; None for the limit of the settings.

        Raises:
            Killed: too slow, too much memory, nested too deeply, or the child crashed.
        """
        seconds = self._settings.limit if limit is None else limit
        try:
            return await self._call(seconds, function, arguments)
        except TimeoutError as error:
            message = f"work on it took longer than {seconds:g} s; given up"
            raise Killed(message, url=subject) from error
        except (MemoryError, RecursionError) as error:
            message = f"work on it needs more than {self._settings.memory} MiB or nests too deeply"
            raise Killed(message, url=subject) from error
        except ProcessExpired as error:
            raise Killed(f"work on it crashed ({_cause(error)})", url=subject) from error
        except BrokenProcessPool as error:
            raise NoChild(
                "the child processes keep dying; look at the system's memory", url=subject
            ) from error

    async def _call(
        self, seconds: float, function: Callable[..., Result], arguments: tuple[object, ...]
    ) -> Result:
        try:
            return await self._schedule(seconds, function, arguments)
        except BrokenProcessPool:
            # A child that was killed while idle (by the system, short of memory) breaks the whole
            # pool. No document is to blame: one more try, on a new pool.
            return await self._schedule(seconds, function, arguments)

    async def _schedule(
        self, seconds: float, function: Callable[..., Result], arguments: tuple[object, ...]
    ) -> Result:
        pool = await self._running_pool()
        try:
            task = pool.schedule(run_within, args=(seconds, function, *arguments), timeout=seconds)
        except RuntimeError as error:
            # It broke since we looked, and says so in the most general of classes.
            raise BrokenProcessPool from error
        return await asyncio.wrap_future(task)

    async def _running_pool(self) -> ProcessPool:
        """The pool, started, or replaced when it broke. Starting waits for processes: a thread."""
        async with self._changing:
            if self._pool is not None and self._pool.active:
                return self._pool
            if self._pool is not None:
                await asyncio.to_thread(_end, self._pool)
            self._pool = await asyncio.to_thread(self._start)
            return self._pool

    def _start(self) -> ProcessPool:
        context = get_context("forkserver")
        context.set_forkserver_preload(self._preload)
        pool = ProcessPool(
            max_workers=self._settings.workers,
            max_tasks=self._settings.tasks,
            initializer=confine,
            initargs=[self._settings.memory * _MIB],
            context=context,
        )
        # Looking is what starts it; left to the first task it would hold up the event loop.
        if not pool.active:
            raise BrokenProcessPool
        return pool


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join()


def _cause(error: ProcessExpired) -> str:
    if error.exitcode is not None and error.exitcode < 0:
        return signal.Signals(-error.exitcode).name
    return f"exit status {error.exitcode}"

"""Portions on their way through children: a few at a time, in their order, whatever ends one."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from swifeeds.errors import Killed
from swifeeds.extract.archives import cut_smaller
from swifeeds.model import ArchiveFormat, Portion

Result = TypeVar("Result")

_AHEAD = 4
"""Portions that are being read or wait to be stored: two busy children, and one ready for each."""

MOST_ENDED = 20
"""Children that the items of one portion may end: each may take as long as a child is given. What
ends one after that is set aside as it stands."""


async def ahead(
    portions: Iterator[Portion], work: Callable[[Portion], Coroutine[Any, Any, Result]]
) -> AsyncIterator[tuple[Portion, Result]]:
    """The portions in their order, each with what came of it."""
    waiting: deque[tuple[Portion, asyncio.Task[Result]]] = deque()
    # One thread for all of it: each keeps of megabytes what it had at its largest.
    cutter = ThreadPoolExecutor(1)
    following = partial(next, portions, None)
    try:
        while True:
            while len(waiting) < _AHEAD:
                portion = await asyncio.get_running_loop().run_in_executor(cutter, following)
                if portion is None:
                    break
                waiting.append((portion, asyncio.create_task(work(portion))))
            if not waiting:
                return
            portion, task = waiting.popleft()
            yield portion, await task
    finally:
        for _, task in waiting:
            task.cancel()
        cutter.shutdown(wait=False)


async def in_parts(
    portion: Portion, kind: ArchiveFormat, work: Callable[[Portion], Awaitable[Result]]
) -> AsyncIterator[tuple[Portion, Result | Killed]]:
    """What ends a child costs its own item alone: its portion is worked on in smaller ones."""
    waiting, ended = deque((portion,)), 0
    while waiting:
        one = waiting.popleft()
        try:
            result = await work(one)
        except Killed as error:
            ended += 1
            smaller = await asyncio.to_thread(cut_smaller, one, kind)
            if smaller and ended <= MOST_ENDED:
                waiting.extendleft(reversed(smaller))
            else:
                yield one, error
        else:
            yield one, result

"""Both event loops that the service runs on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine

import pytest
import uvloop

BOTH = pytest.mark.parametrize(
    "loop_factory", [None, uvloop.new_event_loop], ids=["asyncio", "uvloop"]
)


_PATIENCE = 40.0


def run_on(
    loop_factory: Callable[[], asyncio.AbstractEventLoop] | None, work: Coroutine[None, None, None]
) -> None:
    async def patient() -> None:
        async with asyncio.timeout(_PATIENCE):  # pytest's own alarm does not wake uvloop
            await work

    with asyncio.Runner(loop_factory=loop_factory) as runner:
        runner.run(patient())

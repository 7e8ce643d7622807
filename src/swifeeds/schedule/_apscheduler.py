"""The one door to APScheduler 3.11: a clock that strikes, and nothing else.

No job of ours runs inside the scheduler. Its `shutdown(wait=True)` cancels coroutine jobs at
once, and its default grace silently drops a job that is a second late; so a strike is a plain
function that wakes a loop of the service, late strikes are kept and joined into one, and two
never overlap (DESIGN decision 9).
"""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger


class Clock:
    """Strikes at intervals while it is open. Open it inside a running event loop."""

    def __init__(self) -> None:
        self._scheduler = AsyncIOScheduler(
            timezone="UTC",
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    def every(self, seconds: float, strike: Callable[[], None], *, name: str) -> None:
        """Call `strike` in the event loop every `seconds`; it must return at once."""
        trigger = IntervalTrigger(seconds=seconds, timezone="UTC")  # a float is taken as it is

        async def in_the_loop() -> None:
            # A plain function would run in APScheduler's thread pool: a coroutine runs here.
            strike()

        self._scheduler.add_job(in_the_loop, trigger, name=name, id=name)

    async def __aenter__(self) -> Self:
        self._scheduler.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._scheduler.shutdown(wait=False)

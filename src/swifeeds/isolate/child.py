"""What happens inside a child. Imported there, so it imports next to nothing."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
from collections.abc import Callable
from typing import TypeVar

_POLITENESS = 10
"""Steps of niceness: about a tenth of the weight of a process that was not asked to be nice."""

Result = TypeVar("Result")

_MARGIN = 2.0
"""Seconds by which a child outlasts the limit before it ends itself: the parent comes first."""


def confine(memory: int) -> None:
    """Limit this process to `memory` bytes of address space, without core dumps or Ctrl-C, and let
    it stand back where there is one processor for two: readers are answered before documents.

    Ctrl-C reaches every process of a terminal; the parent alone decides what it means.
    """
    os.nice(_POLITENESS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    for kind, limit in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        # macOS refuses RLIMIT_AS; the limit of time is still there.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (limit, limit))


def run_within(seconds: float, function: Callable[..., Result], *arguments: object) -> Result:
    """Call the function; end this process when it is still at it long after `seconds`.

    The parent kills sooner. This is for the parent that was killed itself: nobody would stop an
    endless loop then.
    """
    signal.setitimer(signal.ITIMER_REAL, seconds + _MARGIN)
    try:
        return function(*arguments)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)

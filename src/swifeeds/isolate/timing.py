"""How long a function takes, without what a child does only once."""

from __future__ import annotations

import time
from collections.abc import Callable

_TIMES = 3


def fastest(function: Callable[..., object], *arguments: object) -> float:
    """Seconds of processor time of the fastest of three calls. Made to be run in a child."""
    found = float("inf")
    for _ in range(_TIMES):
        begun = time.process_time()
        function(*arguments)
        found = min(found, time.process_time() - begun)
    return found

"""What an operator may tune of the schedule."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleSettings:
    """How work is claimed and how long it may take."""

    tick: float = 1.0
    """Seconds between looks for due sources. 1 keeps a poll within a second of its time; a look
    costs one indexed query."""

    lanes: int = 32
    """Sources polled at the same time. Most of a poll is waiting: 32 poll some 10,000 sources in
    two minutes, where each answers within half a second."""

    slow_lanes: int = 8
    """The same for sources that timed out last time, or whose last poll took over a minute. They
    wait for each other alone, until one success."""

    lease: float = 60.0
    """Seconds after which another process may take over a source whose poll shows no life. It is
    renewed while the poll goes on."""

    publish_interval: float = 2.0
    """Least seconds between two publications; changes between are joined. Below 2 the
    Last-Modified of a feed could not rise by a whole second each time."""

    grace: float = 15.0
    """Seconds that running polls get to finish when the service is asked to stop."""

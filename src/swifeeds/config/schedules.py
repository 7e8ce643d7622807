"""What is wrong with a source's schedule."""

from __future__ import annotations

from collections.abc import Iterator

from swifeeds.config.lines import Path
from swifeeds.config.references import Finding, unknown_zone
from swifeeds.config.source_shapes import AdaptiveShape, ScheduleShape
from swifeeds.model import USUAL_INTERVAL
from swifeeds.plan import parse_cron, spelt


def schedule_findings(path: Path, schedule: ScheduleShape) -> Iterator[Finding]:
    """Keys that contradict each other, and times that cannot be read."""
    yield from unknown_zone((*path, "time_zone"), schedule.time_zone)
    if schedule.every and schedule.cron:
        yield path, "states both every and cron; keep one"
    if schedule.adaptive is not None:
        yield from _adaptive((*path, "adaptive"), schedule.adaptive, schedule)
    if schedule.cron:
        try:
            parse_cron(schedule.cron)
        except ValueError as error:
            yield (*path, "cron"), str(error)


def _adaptive(path: Path, bounds: AdaptiveShape, schedule: ScheduleShape) -> Iterator[Finding]:
    if schedule.cron:
        yield path, "goes with every; a cron time is kept to"
        return
    every = schedule.every or USUAL_INTERVAL
    if bounds.min and bounds.min > every:
        yield (*path, "min"), f"is longer than every ({spelt(every)})"
    if bounds.max and bounds.max < every:
        yield (*path, "max"), f"is shorter than every ({spelt(every)})"
